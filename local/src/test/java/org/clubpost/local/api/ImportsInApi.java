package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

/** Tables of people that programs bring in. All of it on the list {@code bulk}. */
interface ImportsInApi extends ApiWorld {

    String CLERK = "clerk@club.example";
    String WHY = ",\"reason\":\"application forms of May\",\"welcome\":\"no\"";

    private static String table(String csv, String more) {
        return "{\"csv\":" + new ObjectMapper().valueToTree(csv) + more + "}";
    }

    private Program.Answer begun(String csv) {
        return of(CLERK).post("/lists/bulk/imports", table(csv, WHY));
    }

    private static String people(String name, int count) {
        return "email,name\n" + IntStream.range(0, count).mapToObj(i -> name + i + "@club.example,Person " + i + "\n")
                .collect(Collectors.joining());
    }

    private int members() {
        return of(CLERK).get("/lists/bulk").json().at("/members").asInt();
    }

    @Test
    default void tableIsLookedAtAndNothingIsDone() {
        of(CLERK).post("/lists/bulk/members", "{\"email\":\"known@club.example\",\"reason\":\"asked\"}");
        var before = members();

        var look = of(CLERK).post("/lists/bulk/imports/look",
                table("""
                        E-Mail;Name
                        known@club.example;Known
                        fresh@club.example;Fresh
                        nonsense;No
                        fresh@club.example;Twice
                        """, ""));

        assertEquals(200, look.status());
        assertEquals(1, look.json().at("/new").asInt());
        assertEquals(1, look.json().at("/members").asInt());
        assertEquals(1, look.json().at("/namedTwice").asInt());
        assertEquals(1, look.json().at("/unreadable").asInt());
        assertEquals(4, look.json().at("/faults/0/line").asInt());
        assertEquals("address", look.text("/columns/0/role"));
        assertEquals("name", look.text("/columns/1/role"));
        assertEquals(before, members());
    }

    @Test
    default void tableIsBroughtInSeenAndTakenBack() {
        var before = members();
        var csv = people("in", 3) + "nonsense,No\n";

        var done = begun(csv);

        assertEquals(200, done.status());
        assertEquals("done", done.text("/outcome"));
        assertEquals(3, done.json().at("/added").asInt());
        assertEquals(before + 3, members());
        var result = of(CLERK).post("/lists/bulk/imports/" + done.text("/import") + "/result", table(csv, ""));
        assertEquals("[\"added\",\"added\",\"added\",\"unreadable\"]",
                new ObjectMapper().valueToTree(result.json().at("/items").findValuesAsText("outcome")).toString());
        assertEquals("in0@club.example", result.text("/items/0/email"));
        var undone = of(CLERK).post("/lists/bulk/imports/" + done.text("/import") + "/undo", "");
        assertEquals(200, undone.status());
        assertEquals(3, undone.json().at("/removed").asInt());
        assertEquals(before, members());
        assertEquals(404, of(CLERK).post("/lists/bulk/imports/" + done.text("/import") + "/continue",
                table(csv, "")).status(), "it is undone");
    }

    @Test
    default void largeTableGoesOnAndSoDoesItsUndoing() {
        var before = members();
        var csv = people("many", 4_300);

        var part = begun(csv);
        assertEquals(202, part.status());
        assertTrue(part.json().at("/done").asInt() < 4_300);
        for (var left = 50; part.status() == 202 && left > 0; left--) {
            part = of(CLERK).post(part.text("/continue"), table(csv, ",\"welcome\":\"no\""));
        }
        assertEquals(200, part.status());
        assertEquals(4_300, part.json().at("/added").asInt());
        assertEquals(before + 4_300, members());

        var path = "/lists/bulk/imports/" + part.text("/import") + "/undo";
        var undone = of(CLERK).post(path, "");
        assertEquals(202, undone.status());
        for (var left = 200; undone.status() == 202 && left > 0; left--) {
            undone = of(CLERK).post(path, "{\"from\":\"" + undone.text("/from") + "\"}");
        }
        assertEquals(200, undone.status());
        assertEquals(before, members());
    }

    @Test
    default void sameCallIsOneImport() {
        var once = of(CLERK).named("import-once");
        var first = once.post("/lists/bulk/imports", table(people("once", 2), WHY));
        var again = once.post("/lists/bulk/imports", table(people("once", 2), WHY));

        assertEquals(first.http().body(), again.http().body());
        assertEquals(1, of(CLERK).get("/lists/bulk/log?topic=members&limit=100").json().at("/items").valueStream()
                .filter(each -> each.path("id").asText().equals(first.text("/import"))).count());
    }

    @Test
    default void whoeverLeftIsNotBroughtBack() {
        begun("left@club.example\n");
        var key = new SubscriberIds(clubpost().data().secrets().installation())
                .of(EmailAddress.of("left@club.example"));
        var subscribers = clubpost().database().subscribers();
        var stored = subscribers.find(new ListId("bulk"), key).orElseThrow();
        assertTrue(subscribers.replace(stored, Subscriber.Left.of((Subscriber.Confirmed) stored.subscriber(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS), LeaveWay.PAGE)));

        var done = begun("left@club.example\n");

        assertEquals(0, done.json().at("/added").asInt());
        assertEquals(1, done.json().at("/away").asInt());
    }

    @Test
    default void columnsAreWhatTheProgramSays() {
        var csv = "E-Mail,E-Mail 2,Name\nx1@club.example,y1@club.example,Yves\n";

        var done = of(CLERK).post("/lists/bulk/imports",
                table(csv, WHY + ",\"columns\":[\"none\",\"address\"]"));

        assertEquals(1, done.json().at("/added").asInt(), done.http().body());
        var found = of(CLERK).post("/lists/bulk/members/search", "{\"email\":\"y1@club.example\"}");
        assertEquals(1, found.json().at("/items").size());
        var refused = of(CLERK).post("/lists/bulk/imports/look", table(csv, ",\"columns\":[\"shoe\"]"));
        assertEquals("columns", refused.text("/errors/0/field"));
    }

    @Test
    default void whatCannotBeReadIsNamedAndNobodyComesIn() {
        var before = members();
        for (var wrong : new String[][]{{"csv", table("", WHY)}, {"csv", table("a,b\n1,2\n", WHY)},
                {"csv", table("%PDF-1.4\n", WHY)}, {"reason", table("a@club.example", ",\"reason\":\" \"")},
                {"welcome", table("a@club.example", ",\"reason\":\"why\",\"welcome\":\"so\"")}}) {
            var refused = of(CLERK).post("/lists/bulk/imports", wrong[1]);
            assertEquals(422, refused.status(), wrong[1]);
            assertEquals(wrong[0], refused.text("/errors/0/field"), wrong[1]);
        }
        assertEquals(422, of(CLERK).post("/lists/bulk/imports/" + "f".repeat(20) + "/continue",
                table("a@club.example", ",\"welcome\":\"so\"")).status());
        assertEquals(422,
                of(CLERK).post("/lists/bulk/imports/" + "f".repeat(20) + "/undo", "{\"from\":\"x\"}").status());
        assertEquals(before, members());
    }

    @Test
    default void importOfAnotherListOrOfNobodyIsNotThere() {
        var done = begun(people("mine", 1));
        for (var path : new String[]{"/lists/news/imports/" + done.text("/import"),
                "/lists/bulk/imports/" + "f".repeat(20), "/lists/bulk/imports/nonsense"}) {
            assertEquals(404, of(CLERK).post(path + "/continue", table("a@club.example", "")).status(), path);
            assertEquals(404, of(CLERK).post(path + "/result", table("a@club.example", "")).status(), path);
            assertEquals(404, of(CLERK).post(path + "/undo", "").status(), path);
        }
        assertEquals("not-allowed", ofModerator().post("/lists/news/imports", table("a@club.example", WHY)).problem());
        assertEquals("not-allowed",
                ofModerator().post("/lists/news/imports/look", table("a@club.example", "")).problem());
        assertFalse(program().get("/lists/news").http().body().isEmpty());
    }
}
