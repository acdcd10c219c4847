package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.Test;

/** Roles that programs look at, offer and take. All of it on the list {@code roles}. */
interface PeopleInApi extends ApiWorld {

    String BOSS = "boss@club.example";

    private static String asked(String email, String role) {
        return "{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}";
    }

    private void become(List<String> owners, List<String> moderators) {
        var lists = clubpost().database().lists();
        var seen = lists.find(new ListId("roles")).orElseThrow();
        assertTrue(lists.replace(seen, seen.with(seen.people()
                .withOwners(owners.stream().map(EmailAddress::of).toList())
                .withModerators(moderators.stream().map(EmailAddress::of).toList()))));
    }

    @Test
    default void roleIsOfferedByMailAndThereOnceItIsAccepted() {
        become(List.of(BOSS), List.of());

        var offered = of(BOSS).post("/lists/roles/people", asked("new@club.example", "moderator"));

        assertEquals(202, offered.status());
        var people = of(BOSS).get("/lists/roles/people");
        assertEquals("[]", people.json().at("/moderators").toString());
        assertEquals(offered.text("/invitation"), people.text("/invitations/0/id"));
        assertEquals("beside", people.text("/invitations/0/how"));
        clubpost().get(TestClubpost.link(clubpost().mailTo("new@club.example", ""), "/rooms/invitation"));
        assertEquals("[]", of(BOSS).get("/lists/roles/people").json().at("/moderators").toString(), "a look is no yes");
        assertEquals("withdrawn", of(BOSS).delete("/lists/roles/people/invitations/" + offered.text("/invitation"))
                .text("/outcome"));
        assertEquals("already", of(BOSS).delete("/lists/roles/people/invitations/" + offered.text("/invitation"))
                .text("/outcome"));
        assertEquals("[]", of(BOSS).get("/lists/roles/people").json().at("/invitations").toString());
        assertEquals(404, of(BOSS).delete("/lists/roles/people/invitations/nonsense").status());
    }

    @Test
    default void sameCallAsksOnce() {
        become(List.of(BOSS), List.of());
        var once = of(BOSS).named("ask-once");
        var first = once.post("/lists/roles/people", asked("once@club.example", "owner"));
        var again = once.post("/lists/roles/people", asked("once@club.example", "owner"));

        assertEquals(first.http().body(), again.http().body());
        assertEquals(1, clubpost().mailsTo("once@club.example").size());
        of(BOSS).delete("/lists/roles/people/invitations/" + first.text("/invitation"));
    }

    @Test
    default void whoHasTheRoleIsNotAskedAndWhatCannotBeIsNamed() {
        become(List.of(BOSS), List.of());
        assertEquals("already", of(BOSS).post("/lists/roles/people", asked(BOSS, "owner")).text("/outcome"));
        for (var wrong : new String[][]{{"email", asked("nobody", "owner")}, {"role", asked("a@club.example", "king")},
                {"how", "{\"email\":\"a@club.example\",\"role\":\"owner\",\"how\":\"now\"}"},
                {"how", "{\"email\":\"a@club.example\",\"role\":\"moderator\",\"how\":\"hand-over\"}"}}) {
            var refused = of(BOSS).post("/lists/roles/people", wrong[1]);
            assertEquals(422, refused.status(), wrong[1]);
            assertEquals(wrong[0], refused.text("/errors/0/field"), wrong[1]);
        }
        assertEquals(422, of(BOSS).post("/lists/roles/people/remove", asked("nobody", "owner")).status());
        assertEquals(422, of(BOSS).post("/lists/roles/people/remove", asked(BOSS, "king")).status());
    }

    @Test
    default void nobodyIsAskedWithoutEnd() {
        become(List.of(BOSS), List.of());
        for (var i = 0; i < 5; i++) {
            assertEquals(202, of(BOSS).post("/lists/roles/people", asked("often@club.example", "owner")).status());
        }
        var refused = of(BOSS).post("/lists/roles/people", asked("often@club.example", "owner"));
        assertEquals(409, refused.status());
        assertEquals("conflict", refused.problem());
    }

    @Test
    default void listIsHandedOverOnlyWhenTheOtherAccepts() {
        become(List.of(BOSS), List.of());
        var offered = of(BOSS).post("/lists/roles/people",
                "{\"email\":\"heir@club.example\",\"role\":\"owner\",\"how\":\"hand-over\"}");

        assertEquals("hand-over", of(BOSS).get("/lists/roles/people").json().at("/invitations").valueStream()
                .filter(each -> each.path("id").asText().equals(offered.text("/invitation"))).findFirst().orElseThrow()
                .path("how").asText());
        assertEquals("owner", of(BOSS).get("/lists/roles").text("/role"));
        of(BOSS).delete("/lists/roles/people/invitations/" + offered.text("/invitation"));
    }

    @Test
    default void roleIsTakenButNotTheLastOwners() {
        become(List.of(BOSS, "olga@club.example"), List.of("mia@club.example"));

        assertEquals("removed",
                of(BOSS).post("/lists/roles/people/remove", asked("mia@club.example", "moderator")).text("/outcome"));
        assertEquals("already",
                of(BOSS).post("/lists/roles/people/remove", asked("mia@club.example", "moderator")).text("/outcome"));
        assertEquals("removed",
                of(BOSS).post("/lists/roles/people/remove", asked("olga@club.example", "owner")).text("/outcome"));
        var last = of(BOSS).post("/lists/roles/people/remove", asked(BOSS, "owner"));
        assertEquals(409, last.status());
        assertEquals("[\"" + BOSS + "\"]", of(BOSS).get("/lists/roles/people").json().at("/owners").toString());
    }

    @Test
    default void moderatorSeesWhoRunsTheListAndChangesNothingButTheirOwnRole() {
        become(List.of(BOSS), List.of(MODERATOR, "mia@club.example"));

        var seen = ofModerator().get("/lists/roles/people");
        assertEquals("[\"" + BOSS + "\"]", seen.json().at("/owners").toString());
        assertFalse(seen.json().has("invitations"));
        assertEquals("not-allowed",
                ofModerator().post("/lists/roles/people", asked(MODERATOR, "owner")).problem());
        assertEquals("not-allowed", ofModerator().post("/lists/roles/people/remove", asked(BOSS, "owner")).problem());
        assertEquals("not-allowed",
                ofModerator().post("/lists/roles/people/remove", asked("mia@club.example", "moderator")).problem());
        assertEquals("not-allowed",
                ofModerator().delete("/lists/roles/people/invitations/" + "f".repeat(20)).problem());
        assertEquals("removed",
                ofModerator().post("/lists/roles/people/remove", asked(MODERATOR, "moderator")).text("/outcome"));
        assertEquals(404, ofModerator().get("/lists/roles/people").status());
    }
}
