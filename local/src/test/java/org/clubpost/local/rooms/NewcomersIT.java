package org.clubpost.local.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who is added or invited in the rooms, and what they get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewcomersIT {

    private static final String MEMBERS = "/rooms/news/members";

    private TestClubpost clubpost;
    private RoomsVisitor owner;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        clubpost = TestClubpost.start(data);
        owner = RoomsVisitor.operator(clubpost.running());
    }

    @AfterAll
    void stop() {
        if (clubpost != null) {
            clubpost.close();
        }
    }

    private String sent(Map<String, String> form) {
        return owner.fill(MEMBERS, MEMBERS, form).body();
    }

    @Test
    void whoIsAddedIsToldByMailUnlessTheBoxIsEmpty() {
        var silent = sent(Map.of("address", "silent@club.example", "reason", "on paper", "do", "add"));
        var told = sent(Map.of("address", "told@club.example", "reason", "on paper", "mail", "yes", "do", "add"));

        assertTrue(silent.contains("No mail tells them so."), silent);
        assertTrue(told.contains("and get a mail that says so"), told);
        assertTrue(clubpost.mailTo("told@club.example", "").contains("told@club.example"));
        assertEquals(List.of(), clubpost.mailsTo("silent@club.example"));
    }

    @Test
    void boxIsTickedUntilSomebodyTakesTheTickAway() {
        assertTrue(owner.get(MEMBERS).body().contains("name=\"mail\" type=\"checkbox\" value=\"yes\" checked"));
    }

    @Test
    void whatWasTypedStaysWhenTheReasonIsMissing() {
        var again = sent(Map.of("address", "zoe@club.example", "name", "Zoë", "do", "add"));

        assertTrue(again.contains("value=\"zoe@club.example\"") && again.contains("value=\"Zoë\""), again);
        assertTrue(again.contains("<details open>"), again);
        assertFalse(again.contains("value=\"yes\" checked"), again);
        assertTrue(again.indexOf("value=\"zoe@club.example\"") < again.indexOf("role=\"search\""), again);
    }

    @Test
    void operatorInvitesAndTheMailNamesNobody() {
        var said = sent(Map.of("address", "guest@club.example", "do", "invite"));

        assertTrue(said.contains("They were asked by mail"), said);
        assertTrue(clubpost.mailTo("guest@club.example", "").contains("An owner of the list"));
    }

    @Test
    void formThatIsTooLargeIsNotTakenForAnOldOne() {
        var refused = owner.sendFile(MEMBERS, Map.of(), "large.csv", new byte[3_000_000]);

        assertEquals(413, refused.statusCode());
        assertTrue(refused.body().contains("This is too large"), refused.body());
    }

    @Test
    void tableThatIsTooLargeIsRefusedWithWhatToDo() {
        var page = owner.get("/rooms/news/import").body();
        var form = Map.of("mark", RoomsVisitor.mark(page, "/rooms/news/import"));

        var refused = owner.sendFile("/rooms/news/import", form, "large.csv", new byte[3_000_000]);

        assertEquals(413, refused.statusCode());
        assertTrue(refused.body().contains("Please choose it under “A larger file”"), refused.body());
        assertTrue(page.contains("Split such a table into several") && page.contains("clubpost members import"), page);
    }
}
