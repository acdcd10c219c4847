package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.Test;

/** Members that programs see, add, change, take off, erase, let in. */
interface MembersInApi extends ApiWorld {

    @Test
    default void memberIsAddedSeenChangedAndTakenOff() {
        var email = fresh();
        var added = added(email);
        assertEquals(201, added.status());
        assertEquals(added.text("/href"), added.field("location"));
        var path = added.text("/href");
        assertEquals(email, program().get(path).text("/email"));

        assertEquals(200, added(email).status());
        assertEquals(200,
                program().patch(path, "{\"name\":\"Anna Müller\",\"language\":\"de\",\"remark\":\"plays horn\"}")
                        .status());
        var seen = program().get(path);
        assertEquals("Anna Müller", seen.text("/name"));
        assertEquals("de", seen.text("/language"));
        assertEquals("plays horn", seen.text("/remark"));

        var removed = program().delete(path);
        assertEquals(200, removed.status());
        assertEquals("removed", program().get(path).text("/status"));
        assertEquals("already", program().delete(path).text("/outcome"));
        assertEquals(409, program().patch(path, "{\"name\":\"x\"}").status());
        assertEquals(200, program().post("/lists/news/log/" + removed.text("/undo") + "/undo", "").status());
        assertEquals("member", program().get(path).text("/status"));
        assertEquals("already", program().post(path + "/restore", "").text("/outcome"));
        assertEquals(Set.of("joined", "changed", "removed", "restored"),
                new HashSet<>(program().get(path + "/history").json().at("/items").findValuesAsText("act")));
    }

    @Test
    default void addressIsMendedAndTakenBack() {
        var other = addedId();
        var id = addedId();
        var taken = program().get(member(other)).text("/email");
        assertEquals(409, program().patch(member(id), "{\"email\":\"" + taken + "\",\"name\":\"Nobody\"}").status());
        assertTrue(program().get(member(id)).json().at("/name").isMissingNode());

        var right = fresh();
        var moved = program().patch(member(id), "{\"email\":\"" + right + "\"}");

        assertNotEquals(id, moved.text("/id"));
        assertEquals(right, program().get(moved.text("/href")).text("/email"));
        assertEquals(200, program().post("/lists/news/log/" + moved.text("/undo") + "/undo", "").status());
    }

    @Test
    default void memberIsPausedUntilADay() {
        var id = addedId();
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();

        assertEquals(200, program().patch(member(id), "{\"pausedUntil\":\"" + day + "\"}").status());
        assertEquals("paused", program().get(member(id)).text("/status"));
        assertEquals(day, program().get(member(id)).text("/pausedUntil"));
        assertEquals(200, program().patch(member(id), "{\"pausedUntil\":null}").status());
        assertEquals("member", program().get(member(id)).text("/status"));
        for (var wrong : List.of("2001-01-01", "x", "2999-01-01")) {
            assertEquals(422, program().patch(member(id), "{\"pausedUntil\":\"" + wrong + "\"}").status());
        }
    }

    @Test
    default void oneWrongFieldLeavesTheMemberAsItIs() {
        var id = addedId();
        var before = program().get(member(id)).json();

        var refused = program().patch(member(id), "{\"name\":\"Ann\",\"language\":\"tlh\",\"groups\":[\"nobody\"]}");

        assertEquals(422, refused.status());
        assertEquals(2, refused.json().at("/errors").size());
        assertEquals(before, program().get(member(id)).json());
    }

    @Test
    default void whoIsAddedNeedsAReason() {
        assertEquals("reason", program().post("/lists/news/members", "{\"email\":\"" + fresh() + "\"}")
                .text("/errors/0/field"));
        assertEquals("email", program().post("/lists/news/members", "{\"email\":\"x\",\"reason\":\"y\"}")
                .text("/errors/0/field"));
        assertEquals("how", program().post("/lists/news/members",
                "{\"email\":\"" + fresh() + "\",\"reason\":\"y\",\"how\":\"z\"}").text("/errors/0/field"));
        assertEquals("groups", program().post("/lists/news/members",
                "{\"email\":\"" + fresh() + "\",\"reason\":\"y\",\"groups\":[\"z\"]}").text("/errors/0/field"));
    }

    @Test
    default void everyWrongFieldIsNamedWithItsPlace() {
        var refused = program().post("/lists/news/members", "{\"email\":\"x\",\"groups\":[\"a\",\"b\"],"
                + "\"how\":\"maybe\",\"welcome\":\"?\",\"shoe/size~\":\"43\",\"name\":7}");

        assertEquals(422, refused.status());
        assertEquals(List.of("#/shoe~1size~0", "#/name", "#/email", "#/groups/0", "#/groups/1", "#/how", "#/welcome",
                "#/reason"), refused.json().at("/errors").findValuesAsText("pointer"));
        assertEquals(List.of("shoe/size~", "name", "email", "groups", "groups", "how", "welcome", "reason"),
                refused.json().at("/errors").findValuesAsText("field"));
    }

    @Test
    default void invitationTakesNothingElseAndSaysAllOfIt() {
        var refused = program().post("/lists/news/members", "{\"email\":\"" + fresh()
                + "\",\"how\":\"invite\",\"name\":\"X\",\"welcome\":\"no\"}");

        assertEquals(List.of("name", "welcome"), refused.json().at("/errors").findValuesAsText("field"));
    }

    @Test
    default void whoIsAddedGetsAMailUnlessTheProgramSaysNo() {
        var told = fresh();
        var silent = fresh();

        assertEquals(201, program().post("/lists/news/members", "{\"email\":\"" + silent
                + "\",\"reason\":\"on paper\",\"welcome\":\"no\"}").status());
        assertEquals(201, added(told).status());

        assertTrue(clubpost().mailTo(told, "").contains(told));
        assertEquals(List.of(), clubpost().mailsTo(silent));
    }

    @Test
    default void whoIsInvitedIsAskedByMail() {
        var email = fresh();

        var invited = program().post("/lists/news/members", "{\"email\":\"" + email + "\",\"how\":\"invite\"}");

        assertEquals(202, invited.status());
        assertTrue(clubpost().mailTo(email, "").contains(email));
        assertEquals(422, program().post("/lists/news/members",
                "{\"email\":\"" + email + "\",\"how\":\"invite\",\"name\":\"X\"}").status());
    }

    @Test
    default void whoLeftIsNotBroughtBack() {
        var email = fresh();
        clubpost().join(email);
        var mail = clubpost().mailTo(email, "");
        var leave = TestClubpost.link(mail, "/u");
        clubpost().post("/unsubscribe", Map.of("token", TestClubpost.token(leave), "button", "yes"));
        var found = program().post("/lists/news/members/search", "{\"email\":\"" + email + "\"}");
        assertEquals("left", found.text("/items/0/status"), found.http().body());

        assertEquals(409, added(email).status());
        assertEquals(409, program().post(found.text("/items/0/href") + "/restore", "").status());
    }

    @Test
    default void membersComeInPagesInEveryOrder() {
        for (var i = 0; i < 5; i++) {
            addedId();
        }
        for (var sort : List.of("name", "email", "joined", "-joined")) {
            var all = ids(program().get("/lists/news/members?limit=100&sort=" + sort));
            var paged = new ArrayList<String>();
            for (var path = "/lists/news/members?limit=2&sort=" + sort; !path.isEmpty();) {
                var page = program().get(path);
                paged.addAll(ids(page));
                path = page.text("/next");
            }
            assertEquals(all, paged);
        }
        assertTrue(
                program().get("/lists/news/members?limit=2").text("/next").startsWith("/api/v1/lists/news/members?"));
        assertEquals(0, ids(program().get("/lists/news/members?status=bouncing")).size());
    }

    @Test
    default void memberIsFoundByTheBeginning() {
        var email = fresh();
        added(email);

        var found = program().post("/lists/news/members/search?limit=1",
                "{\"email\":\"" + email.substring(0, 9) + "\"}");

        assertEquals(1, ids(found).size());
        assertEquals(422, program().post("/lists/news/members/search", "{}").status());
        assertEquals(422, program().post("/lists/news/members/search", "{\"email\":\"a\",\"name\":\"b\"}").status());
        assertEquals(200, program().post("/lists/news/members/search", "{\"name\":\"a\"}").status());
        assertEquals(400, program().post("/lists/news/members/search?cursor=eA", "{\"name\":\"a\"}").status());
    }

    @Test
    default void memberOfAnotherListIsNotFound() {
        var ids = new SubscriberIds(clubpost().data().secrets().installation());
        var address = fresh();
        var id = ids.of(EmailAddress.of(address));
        assertTrue(clubpost().database().subscribers().create(SampleSubscribers.aMember(new ListId("other"),
                SampleSubscribers.aPerson(id, address))));

        assertEquals(404, program().get(member(id.hex())).status());
        assertEquals(404, program().get("/lists/other/members/" + id.hex()).status());
        assertEquals(404, program().delete(member(id.hex())).status());
    }

    @Test
    default void whoWaitsForTheOwnersIsLetInOrNot() {
        program().patch("/lists/second/settings", "{\"sign-up\":\"approval\"}");
        for (var wish : List.of("approve", "decline")) {
            var email = fresh();
            clubpost().post("/subscribe", Map.of("list", "second", "email", email));
            clubpost().post("/confirm", Map.of("token",
                    TestClubpost.token(TestClubpost.link(clubpost().mailTo(email, ""), "/confirm"))));
            var applied = program().get("/lists/second/members?status=applied");
            assertEquals(1, ids(applied).size(), applied.http().body());
            var path = applied.text("/items/0/href");

            assertEquals(200, program().post(path + "/" + wish, "").status());
        }
        assertEquals(409, program().post(member(addedId()) + "/approve", "").status());
        assertEquals(409, program().post(member(addedId()) + "/decline", "").status());
    }

    @Test
    default void mailGoesToAMemberAgain() {
        var id = addedId();

        assertEquals("released", program().post(member(id) + "/release", "").text("/outcome"));
        assertEquals("probed", program().post(member(id) + "/probe", "").text("/outcome"));
        program().delete(member(id));
        assertEquals(409, program().post(member(id) + "/release", "").status());
        assertEquals(409, program().post(member(id) + "/probe", "").status());
    }

    @Test
    default void whoIsErasedIsNotKnownAnyMore() {
        var id = addedId();

        assertEquals("erased", program().post(member(id) + "/erase", "").text("/outcome"));

        assertEquals(404, program().get(member(id)).status());
        assertEquals(404, program().post(member(id) + "/erase", "").status());
    }
}
