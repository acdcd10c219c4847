package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.setting.ListSettings;
import org.junit.jupiter.api.Test;

class ChangeSettingsTest {

    private static final EmailAddress OWNER = EmailAddress.of("owner@club.example");
    private static final EmailAddress MODERATOR = EmailAddress.of("moderator@club.example");

    private final Office office = new Office();
    private final ChangeSettings change = new ChangeSettings(office.lists, office.log, office.clock);

    private MailingList now() {
        return office.lists.find(office.list.id()).orElseThrow();
    }

    private ChangeSettings.Outcome change(Map<String, String> typed) {
        return change.change(new Actor.Owner(OWNER), office.list.id(), typed);
    }

    @Test
    void settingsAreChangedTogetherAndCanBeTakenBack() {
        var done = assertInstanceOf(ChangeSettings.Outcome.Changed.class,
                change(Map.of("sign-up", "closed", "subject-tag", "[chess]")));

        assertEquals(Set.of("sign-up", "subject-tag"), done.changed());
        assertEquals(Admission.CLOSED, now().signUp().entrance().admission());
        assertEquals("[chess]", now().layout().subjectTag());
        assertInstanceOf(Undo.Outcome.Undone.class,
                office.undo.undo(new Actor.Owner(OWNER), office.list.id(), done.entry().orElseThrow()));
        assertEquals(office.list, now());
    }

    @Test
    void nobodyGetsOrLosesARoleAsASetting() {
        for (var typed : List.of(Map.of("owners", "eve@evil.example"),
                Map.of("owners", OWNER.written() + ", eve@evil.example"),
                Map.of("moderators", "eve@evil.example", "subject-tag", "[chess]"))) {
            var refused = assertInstanceOf(ChangeSettings.Outcome.Refused.class, change(typed));

            assertEquals(Set.of(typed.containsKey("owners") ? "owners" : "moderators"), refused.wrong());
            assertEquals(office.list, now());
        }
        assertInstanceOf(ChangeSettings.Outcome.Changed.class,
                change(Map.of("owners", OWNER.written(), "subject-tag", "[chess]")));
    }

    /** Undoing what another owner does at the same moment would be a surprise. */
    @Test
    void entryIsThatOfThisChangeAlsoWhenOthersActAtTheSameTime() {
        var other = EmailAddress.of("other@club.example");
        office.lists.replace(office.list, office.list.with(office.list.people().withOwners(List.of(OWNER, other))));
        var rival = new Rival("of", () -> {
            office.tick();
            office.log.put(LogEntry.of(office.list.id(), new Actor.Owner(OWNER), Act.LIST_REMOVED,
                    List.of(new Change("subject-tag", "[old]", "")), office.clock.instant()));
            office.tick();
            change.change(new Actor.Owner(other), office.list.id(), Map.of("subject-tag", "[other]"));
            office.tick();
            change(Map.of("max-size", "1 MB"));
        });

        var done = assertInstanceOf(ChangeSettings.Outcome.Changed.class,
                new ChangeSettings(office.lists, rival.of(ActLog.class, office.log), office.clock)
                        .change(new Actor.Owner(OWNER), office.list.id(), Map.of("subject-tag", "[chess]")));

        assertEquals(List.of(new Change("subject-tag", "[news]", "[chess]")),
                office.log.find(office.list.id(), done.entry().orElseThrow(), office.clock.instant()).orElseThrow()
                        .changes());
    }

    @Test
    void oneWrongValueChangesNothing() {
        var refused = change(Map.of("sign-up", "closed", "max-size", "huge", "colour", "green"));

        assertEquals(new ChangeSettings.Outcome.Refused(Set.of("max-size", "colour")), refused);
        assertEquals(office.list, now());
    }

    @Test
    void whatIsSoAlreadyIsNoChangeAndNotInTheLog() {
        var before = office.log();

        var done = assertInstanceOf(ChangeSettings.Outcome.Changed.class, change(Map.of("sign-up", "open")));

        assertEquals(Set.of(), done.changed());
        assertEquals(Optional.empty(), done.entry());
        assertEquals(before, office.log());
    }

    @Test
    void moderatorsAndStrangersChangeNothing() {
        office.lists.replace(office.list, office.list.with(office.list.people().withModerators(List.of(MODERATOR))));

        for (var address : List.of(MODERATOR, EmailAddress.of("stranger@club.example"))) {
            assertEquals(new ChangeSettings.Outcome.Denied(Permission.CHANGE_LIST), change
                    .change(new Actor.Owner(address), office.list.id(), Map.of("owners", address.written())));
        }
        assertEquals(List.of(OWNER), now().people().owners());
    }

    @Test
    void listAtRestTakesNobodyAndIsWrittenToByOwnersAlone() {
        change.close(new Actor.Owner(OWNER), office.list.id());

        assertEquals("closed", ListSettings.shown(now()).get("sign-up"));
        assertEquals("no", ListSettings.shown(now()).get("listed"));
        assertEquals("owners", ListSettings.shown(now()).get("posting"));
    }

    @Test
    void copyTakesSettingsOverAndNeitherNameNorPeople() {
        var other = SampleLists.aListWithEverySetting(new ListId("chess"));
        var from = other.with(other.people().withOwners(List.of(OWNER)));

        var done = change.copy(new Actor.Owner(OWNER), office.list.id(), from);

        assertInstanceOf(ChangeSettings.Outcome.Changed.class, done);
        assertEquals(office.list.profile().name(), now().profile().name());
        assertEquals(office.list.people().posters(), now().people().posters());
        assertEquals(office.list.people().moderators(), now().people().moderators());
        assertEquals(from.layout(), now().layout());
        assertEquals(from.dispatch(), now().dispatch());
        assertEquals(from.brand(), now().brand());
    }

    @Test
    void nobodyCopiesFromAListOfOthers() {
        var other = SampleLists.aListWithEverySetting(new ListId("chess"));

        assertEquals(new ChangeSettings.Outcome.Denied(Permission.CHANGE_LIST),
                change.copy(new Actor.Owner(OWNER), office.list.id(), other));
        assertEquals(office.list, now());
    }

    @Test
    void everySettingHasAShapeAndTakesItsOwnValue() {
        var list = SampleLists.aListWithEverySetting(new ListId("chess"));
        for (var setting : ListSettings.all()) {
            assertTrue(setting.shown(list).length() <= setting.shape().longest() || setting.key().equals("logo"),
                    setting.key());
            assertEquals(list, ChangeSettings.tried(list, Map.of(setting.key(), setting.shown(list))).list(),
                    setting.key());
        }
    }
}
