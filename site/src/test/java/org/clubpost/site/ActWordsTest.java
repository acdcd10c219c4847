package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Change;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ActWordsTest {

    private static final About ANNA = new About.OnePerson(new SubscriberId("0123456789abcdef0123456789abcdef"));

    private final ActWords words = new ActWords(Site.load());

    private static LogEntry entry(Act act, About about, Change... changes) {
        return new LogEntry(EntryId.of(Instant.parse("2026-11-29T20:00:00Z"), act.name()), new ListId("news"),
                new Actor.Operator(), Way.WEB, act, about, true, List.of(changes), Optional.empty());
    }

    private static LogEntry invited(String role, String handsOver, Change... more) {
        return entry(Act.PEOPLE_INVITED, new About.WholeList(), Stream.concat(Stream.of(
                Change.said("invited", "otto@club.example"), Change.said("role", role),
                Change.said("hands-over", handsOver)), Stream.of(more)).toArray(Change[]::new));
    }

    private List<String> details(LogEntry entry) {
        return words.details(Locale.ENGLISH, entry);
    }

    private String what(LogEntry entry) {
        return words.what(Locale.ENGLISH, entry);
    }

    @Test
    void invitationIsOneSentence() {
        assertEquals("otto@club.example was asked to decide about its posts.", what(invited("MODERATOR", "false")));
        assertEquals("otto@club.example was asked to run the list.", what(invited("OWNER", "false")));
        assertEquals("otto@club.example was asked to take the list over.", what(invited("OWNER", "true")));
        assertEquals(List.of(), details(invited("OWNER", "true")));
    }

    @Test
    void invitationSaysWhatBecameOfIt() {
        assertEquals(List.of("They accepted."), details(invited("OWNER", "false", Change.said("ended", "ACCEPTED"))));
        assertEquals(List.of("The invitation was taken back."),
                details(invited("OWNER", "false", Change.said("ended", "WITHDRAWN"))));
    }

    @Test
    void invitationOfSomebodyWhoWasErasedNamesNobody() {
        assertEquals("Somebody was asked to help to run the list.", what(entry(Act.PEOPLE_INVITED,
                new About.WholeList(), Change.said("invited", "0123456789abcdef"), Change.said("role", "OWNER"))));
    }

    @Test
    void whatChangedOfAMemberIsSaidInWords() {
        assertEquals(List.of("Language: “Deutsch” in place of “English”",
                "Own mails to the list: “a short note” in place of “the mail, like everybody”",
                "Copies of mails that also come directly: “no” in place of “yes”",
                "Word of new mails: “by mail” in place of “nothing”",
                "Pause until: “December 24, 2026” in place of “nothing”",
                "Groups: “board, choir” in place of “nothing”", "Name: changed", "Remark: changed"),
                details(entry(Act.CHANGED, ANNA, new Change("language", "en", "de"),
                        new Change("own-posts", "copy", "receipt"), new Change("copy-when-addressed", "yes", "no"),
                        new Change("notify", "none", "mail"), new Change("pause-until", "none", "2026-12-24"),
                        new Change("groups", "none", "board,choir"), Change.withheld("name"),
                        Change.withheld("remark"))));
    }

    @Test
    void changeOfSeveralSaysWhatItWas() {
        assertEquals(List.of("What was changed: Groups"), details(entry(Act.MEMBERS_CHANGED, new About.WholeList(),
                Change.said("field", "groups"), Change.said("who", "x"), Change.said("members", "3"))));
        assertEquals(List.of("They were removed from the list."), details(entry(Act.MEMBERS_CHANGED,
                new About.WholeList(), Change.said("field", "removed"), Change.said("members", "3"))));
    }

    /** What is typed there is what the log of the command line shows. */
    @Test
    void settingsStandAsTheyAreTyped() {
        assertEquals(List.of("undo: “5m” in place of “0m”"),
                details(entry(Act.LIST_CHANGED, new About.WholeList(), new Change("undo", "PT0S", "PT5M"))));
    }

    @Test
    void reasonOfAPersonStaysAsItIs() {
        assertEquals(List.of("Reason: none"),
                details(entry(Act.MEMBERS_IMPORTED, new About.WholeList(), Change.said("reason", "none"))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noLanguageLeavesARawWord(Locale language) {
        for (var entry : List.of(invited("MODERATOR", "false", Change.said("ended", "ACCEPTED")),
                entry(Act.CHANGED, ANNA, new Change("own-posts", "copy", "receipt"),
                        new Change("pause-until", "none", "2026-12-24")),
                entry(Act.MEMBERS_CHANGED, new About.WholeList(), Change.said("field", "pause-until")))) {
            var said = words.what(language, entry) + " " + String.join(" ", words.details(language, entry));

            assertFalse(said.matches("(?s).*(MODERATOR|ACCEPTED|false|own-posts|receipt|2026-12|pause-until|none).*"),
                    said);
        }
    }

    static List<Locale> languages() {
        return Languages.ALL;
    }
}
