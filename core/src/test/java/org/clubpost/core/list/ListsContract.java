package org.clubpost.core.list;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.aListWithEverySetting;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clubpost.core.Race;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.setting.ListSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Lists} must do. The counter is part of {@code SubscribersContract}. */
public interface ListsContract {

    /** The lists under test, in the domain {@link SampleLists#DOMAIN}. May hold what other tests left there. */
    Lists testee();

    @Test
    default void unknownListIsNotFound() {
        assertEquals(Optional.empty(), testee().find(freshListId()));
    }

    @Test
    default void unknownListHasNoMembers() {
        assertEquals(0, testee().confirmedMembers(freshListId()));
    }

    @Test
    default void newListIsFoundAsItWasMade() {
        var list = aList(freshListId());

        assertTrue(testee().create(list));

        assertEquals(Optional.of(list), testee().find(list.id()));
        assertEquals(0, testee().confirmedMembers(list.id()));
    }

    @Test
    default void listIsReadTogetherWithItsNumbers() {
        var list = aList(freshListId());

        assertEquals(Optional.empty(), testee().headed(list.id()));
        testee().create(list);

        var headed = new Lists.Headed(list, 0, Map.of());
        assertEquals(Optional.of(headed), testee().headed(list.id()));
        assertTrue(testee().allHeaded().contains(headed));
    }

    @Test
    default void everySettingIsKept() {
        var list = aListWithEverySetting(freshListId());

        assertTrue(testee().create(list));

        var found = testee().find(list.id()).orElseThrow();
        assertEquals(list, found);
        assertEquals(ListSettings.shown(list), ListSettings.shown(found));
    }

    /** It may have been set when any was taken. */
    @Test
    default void languageInWhichWeDoNotWriteIsKept() {
        var list = aList(freshListId());
        var french = list.with(list.profile().withLanguage(Locale.FRENCH));

        assertTrue(testee().create(french));

        assertEquals(Optional.of(french), testee().find(list.id()));
    }

    @Test
    default void addressesKeepTheirSpelling() {
        var list = aListWithEverySetting(freshListId());

        assertTrue(testee().create(list));

        var people = testee().find(list.id()).orElseThrow().people();
        assertEquals(List.of("Vera.Vorstand@Club.example", "kasse@club.example"),
                people.owners().stream().map(EmailAddress::written).toList());
        assertEquals(List.of("jugend+wart@bücher.example"),
                people.posters().stream().map(EmailAddress::written).toList());
    }

    @Test
    default void emptyTextsAreKept() {
        var list = aList(freshListId());
        var bare = list.with(new Layout(list.layout().reply(), "", ""));

        assertTrue(testee().create(bare));

        assertEquals(Optional.of(bare), testee().find(list.id()));
    }

    @ParameterizedTest
    @EnumSource
    default void everyPostingPolicyIsKept(PostingPolicy policy) {
        var list = aList(freshListId()).with(new Posting(policy, 1 << 20));

        assertTrue(testee().create(list));

        assertEquals(Optional.of(list), testee().find(list.id()));
    }

    @Test
    default void everyReplyPolicyIsKept() {
        for (var reply : List.of(new ReplyPolicy.Author(), new ReplyPolicy.WholeList(), new ReplyPolicy.Both(),
                new ReplyPolicy.Fixed(EmailAddress.of("help@club.example")))) {
            var list = aList(freshListId()).with(new Layout(reply, "[x]", "f"));

            assertTrue(testee().create(list));

            assertEquals(Optional.of(list), testee().find(list.id()));
        }
    }

    @Test
    default void secondListOfTheSameNameIsRefused() {
        var list = aList(freshListId());
        assertTrue(testee().create(list));

        assertFalse(testee().create(aListWithEverySetting(list.id())));

        assertEquals(Optional.of(list), testee().find(list.id()));
    }

    @Test
    default void ofManyWhoCreateTheSameListOneSucceeds() throws InterruptedException {
        var list = aList(freshListId());
        var testee = testee();

        assertEquals(1, Race.winners(8, () -> testee.create(list)));
    }

    @Test
    default void allListsComeByName() {
        var ids = List.of(freshListId(), freshListId(), freshListId());
        ids.forEach(id -> testee().create(aListWithEverySetting(id)));

        var all = testee().all();

        var names = all.stream().map(list -> list.id().value()).toList();
        assertEquals(names.stream().sorted().toList(), names);
        for (var id : ids) {
            assertEquals(List.of(aListWithEverySetting(id)),
                    all.stream().filter(list -> list.id().equals(id)).toList());
        }
    }

    @Test
    default void settingsAreReplacedWhenTheyAreStillWhatTheCallerSaw() {
        var seen = aList(freshListId());
        testee().create(seen);
        var changed = aListWithEverySetting(seen.id());

        assertTrue(testee().replace(seen, changed));

        assertEquals(Optional.of(changed), testee().find(seen.id()));
    }

    @Test
    default void settingsThatSomebodyElseChangedAreNotOverwritten() {
        var seen = aList(freshListId());
        testee().create(seen);
        var others = seen.with(new SignUpRules(false, seen.signUp().confirmWithin()));
        testee().replace(seen, others);

        assertFalse(testee().replace(seen, aListWithEverySetting(seen.id())));

        assertEquals(Optional.of(others), testee().find(seen.id()));
    }

    @Test
    default void settingsOfAnUnknownListAreNotReplaced() {
        var list = aList(freshListId());

        assertFalse(testee().replace(list, aListWithEverySetting(list.id())));

        assertEquals(Optional.empty(), testee().find(list.id()));
    }

    @Test
    default void replacingByTheSameSettingsSucceeds() {
        var list = aList(freshListId());
        testee().create(list);

        assertTrue(testee().replace(list, list));

        assertEquals(Optional.of(list), testee().find(list.id()));
    }

    @Test
    default void removedListIsGoneAndCanBeMadeAgain() {
        var list = aList(freshListId());
        testee().create(list);

        assertTrue(testee().remove(list.id()));

        assertEquals(Optional.empty(), testee().find(list.id()));
        assertFalse(testee().all().contains(list), "it is still among all lists");
        assertFalse(testee().remove(list.id()), "it was removed twice");
        assertTrue(testee().create(list));
        assertEquals(Optional.of(list), testee().find(list.id()));
    }

    @Test
    default void unknownListIsNotRemoved() {
        assertFalse(testee().remove(freshListId()));
    }

    @Test
    default void ofManyWhoReplaceTheSameSettingsOneSucceeds() throws InterruptedException {
        var seen = aList(freshListId());
        var testee = testee();
        testee.create(seen);
        var attempts = new ArrayList<Callable<Optional<MailingList>>>();
        for (var i = 0; i < 8; i++) {
            var changed = seen.with(new Profile("Name " + i, "", seen.profile().language()));
            attempts.add(() -> testee.replace(seen, changed) ? Optional.of(changed) : Optional.empty());
        }

        var winners = Race.run(attempts).stream().flatMap(Optional::stream).toList();

        assertEquals(1, winners.size());
        assertEquals(Optional.of(winners.getFirst()), testee.find(seen.id()));
    }
}
