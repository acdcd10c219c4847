package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.AppointMakers;
import org.junit.jupiter.api.Test;

/** Lists that programs make, delete, and bring back, and settings that they copy. */
interface ListsInApi extends ApiWorld {

    String MAKER = "maker@club.example";

    private AppointMakers makers() {
        return new AppointMakers(clubpost().database().listMakers(), (_, _) -> {
        }, InstantSource.system());
    }

    private Program maker() {
        makers().grant(new Actor.Operator(), EmailAddress.of(MAKER));
        return of(MAKER);
    }

    private static String list(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\"}";
    }

    @Test
    default void whoMayMakeListsMakesOneAndRunsIt() {
        var maker = maker();

        var made = maker.post("/lists", "{\"id\":\"Choir\",\"name\":\"The Choir\",\"language\":\"de\"}");

        assertEquals(201, made.status());
        assertEquals("/api/v1/lists/choir", made.field("location"));
        var list = maker.get("/lists/choir");
        assertEquals("The Choir", list.text("/name"));
        assertEquals("de", list.text("/language"));
        assertEquals("owner", list.text("/role"));
        assertEquals(409, maker.post("/lists", list("choir", "Again")).status());
    }

    @Test
    default void listBeginsWithTheSettingsOfOneThatThePersonRuns() {
        var maker = maker();
        maker.post("/lists", list("model", "Model"));
        maker.patch("/lists/model/settings", "{\"posting\":\"members\"}");

        assertEquals(201, maker.post("/lists", "{\"id\":\"like\",\"name\":\"Like\",\"like\":\"model\"}").status());

        assertEquals("members", maker.get("/lists/like/settings").text("/posting"));
        for (var other : new String[]{"news", "nothing", "no name"}) {
            var refused = maker.post("/lists", "{\"id\":\"no\",\"name\":\"No\",\"like\":\"" + other + "\"}");
            assertEquals(422, refused.status());
            assertEquals("like", refused.text("/errors/0/field"));
        }
    }

    @Test
    default void fieldsOfAListThatCannotBeAreNamed() {
        var maker = maker();
        for (var wrong : new String[][]{{"id", list("a b", "Name")}, {"id", list("owner", "Name")},
                {"name", list("fine", "")}, {"language", "{\"id\":\"fine\",\"name\":\"N\",\"language\":\"tlh\"}"},
                {"owner", "{\"id\":\"fine\",\"name\":\"N\",\"owner\":\"else@club.example\"}"},
                {"domain", "{\"id\":\"fine\",\"name\":\"N\",\"domain\":\"else.example\"}"}}) {
            var refused = maker.post("/lists", wrong[1]);
            assertEquals(422, refused.status(), wrong[1]);
            assertEquals(wrong[0], refused.text("/errors/0/field"), wrong[1]);
        }
    }

    @Test
    default void nobodyElseMakesLists() {
        var refused = program().post("/lists", list("mine", "Mine"));
        assertEquals("not-allowed", refused.problem());
        var maker = maker();
        maker.post("/lists", list("some", "Some"));
        var some = program(keys(MAKER).keyFor("some", everything())).post("/lists", list("more", "More"));
        assertEquals("not-allowed", some.problem());

        makers().withdraw(new Actor.Operator(), EmailAddress.of(MAKER));

        assertEquals("not-allowed", maker.post("/lists", list("late", "Late")).problem());
    }

    @Test
    default void sameCallMakesOneList() {
        var maker = maker().named("make-once");
        assertEquals(201, maker.post("/lists", list("once", "Once")).status());
        assertEquals(201, maker.post("/lists", list("once", "Once")).status());
    }

    @Test
    default void listIsDeletedWithItsNameAndComesBack() {
        var maker = maker();
        maker.post("/lists", list("gone", "Gone Club"));
        var refused = maker.post("/lists/gone/delete", "{\"name\":\"Other\"}");
        assertEquals(422, refused.status());
        assertEquals(200, maker.get("/lists/gone").status());

        var deleted = maker.post("/lists/gone/delete", "{\"name\":\"gone club\"}");

        assertEquals("deleted", deleted.text("/outcome"));
        assertEquals(404, maker.get("/lists/gone").status());
        assertTrue(maker.get("/deleted-lists").json().at("/items").findValuesAsText("id").contains("gone"));
        assertEquals(409, maker.post("/lists", list("gone", "New")).status());
        var back = maker.post(deleted.text("/restore"), "");
        assertEquals("back", back.text("/outcome"));
        assertEquals("Gone Club", maker.get("/lists/gone").text("/name"));
        assertEquals(404, maker.post(deleted.text("/restore"), "").status());
        assertFalse(maker.get("/deleted-lists").json().at("/items").findValuesAsText("id").contains("gone"));
    }

    @Test
    default void deletedListOfOthersLooksLikeOneThatThereWasNot() {
        var maker = maker();
        maker.post("/lists", list("theirs", "Theirs"));
        maker.post("/lists/theirs/delete", "{\"name\":\"Theirs\"}");
        maker.post("/lists", list("stays", "Stays"));

        assertEquals(program().post("/deleted-lists/nothing/restore", "").http().body(),
                program().post("/deleted-lists/theirs/restore", "").http().body());
        assertEquals(404, program(keys(MAKER).keyFor("stays", everything()))
                .post("/deleted-lists/theirs/restore", "").status());
        assertFalse(program().get("/deleted-lists").http().body().contains("theirs"));
        assertFalse(program(keys(MAKER).keyFor("stays", everything())).get("/deleted-lists").http().body()
                .contains("theirs"));
        assertEquals("not-allowed", ofModerator().post("/lists/news/delete", "{\"name\":\"News\"}").problem());
    }

    @Test
    default void settingsAreCopiedAndPutBack() {
        var maker = maker();
        maker.post("/lists", list("source", "Source"));
        maker.post("/lists", list("target", "Target"));
        maker.patch("/lists/source/settings", "{\"posting\":\"members\"}");

        var copied = maker.post("/lists/target/settings/copy", "{\"from\":\"source\"}");

        assertEquals(200, copied.status());
        assertTrue(copied.json().at("/changed").toString().contains("posting"));
        assertEquals("members", maker.get("/lists/target/settings").text("/posting"));
        assertEquals("Target", maker.get("/lists/target/settings").text("/name"));
        assertEquals(200, maker.post("/lists/target/log/" + copied.text("/undo") + "/undo", "").status());
        assertEquals("posters", maker.get("/lists/target/settings").text("/posting"));
        for (var other : new String[]{"news", "nothing"}) {
            assertEquals(422, maker.post("/lists/target/settings/copy", "{\"from\":\"" + other + "\"}").status());
        }
        assertEquals(422, program(keys(MAKER).keyFor("target", everything()))
                .post("/lists/target/settings/copy", "{\"from\":\"source\"}").status(), "the key is not for the other");
    }

    @Test
    default void operatorSaysWhoRunsAListThatTheyMake() {
        var operator = ofOperator();

        assertEquals("owner", operator.post("/lists", list("by-operator", "By")).text("/errors/0/field"));
        assertEquals(201, operator.post("/lists",
                "{\"id\":\"by-operator\",\"name\":\"By\",\"owner\":\"" + OWNER + "\"}").status());

        assertEquals("owner", program().get("/lists/by-operator").text("/role"));
        operator.post("/lists/by-operator/delete", "{\"name\":\"By\"}");
    }
}
