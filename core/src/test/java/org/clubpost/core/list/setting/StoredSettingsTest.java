package org.clubpost.core.list.setting;

import static org.clubpost.core.list.SampleLists.DOMAIN;
import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.aListWithEverySetting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.MemberNotices;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.OwnerNotices;
import org.clubpost.core.list.SignUpRules;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StoredSettingsTest {

    private static MailingList restored(Map<String, String> stored) {
        return StoredSettings.restore(new ListId("news"), DOMAIN, stored);
    }

    private static MailingList restored(String key, String stored) {
        var all = new HashMap<>(FirstVersion.NEW_LIST);
        all.put(key, stored);
        return restored(all);
    }

    static List<ListSetting<?>> all() {
        return ListSettings.all();
    }

    @Test
    void listOfTheFirstVersionIsRead() {
        var stored = unlisted(aList());
        assertEquals(stored.with(stored.signUp().withConfirmWithin(Duration.ofHours(24))),
                restored(FirstVersion.NEW_LIST));
        assertEquals(withoutLaterSettings(aListWithEverySetting(new ListId("news"))),
                restored(FirstVersion.EVERY_SETTING));
    }

    /** So that the first version can still read it, should one go back. */
    @Test
    void listIsStoredAsByTheFirstVersion() {
        var then = aList().with(aList().signUp().withConfirmWithin(Duration.ofHours(24)));
        assertEquals(FirstVersion.NEW_LIST, ofTheFirstVersion(then));
        assertEquals(FirstVersion.EVERY_SETTING, ofTheFirstVersion(aListWithEverySetting(new ListId("news"))));
    }

    private static Map<String, String> ofTheFirstVersion(MailingList list) {
        var stored = new HashMap<>(StoredSettings.of(list));
        stored.keySet().retainAll(FirstVersion.NEW_LIST.keySet());
        return stored;
    }

    /** The list as the first version knew it. Whoever adds a setting gives it its default here. */
    private static MailingList withoutLaterSettings(MailingList list) {
        return list.with(Groups.NONE).with(list.signUp().withDomains(List.of()).withOrigins(List.of())
                .withCap(SignUpRules.USUAL_CAP).withListed(false).withWork(false).withReminds(true))
                .with(NoteRules.OFF).with(Brand.NONE).with(list.people().withNotices(OwnerNotices.EACH)
                        .withModerators(List.of()).with(MemberNotices.USUAL));
    }

    /** A list of an older version does not come to the front page by itself. */
    private static MailingList unlisted(MailingList list) {
        return list.with(list.signUp().withListed(false));
    }

    @Test
    void newListIsOnTheFrontPage() {
        assertEquals(aList(), restored(StoredSettings.of(aList())));
        assertTrue(aList().signUp().isOffered());
    }

    @ParameterizedTest
    @MethodSource("all")
    void storedValueIsReadAsTheSame(ListSetting<?> setting) {
        var list = aListWithEverySetting(new ListId("news"));

        assertEquals(list, setting.restored(list, setting.stored(list)));
        assertEquals(setting.stored(list), setting.stored(setting.restored(aList(), setting.stored(list))));
    }

    @ParameterizedTest
    @CsvSource({"PT1M30S,PT90S", "PT0.5S,PT0.5S", "PT168H,P7D", "PT36H,PT36H"})
    void timesOfTheFirstVersionAreReadToTheLastSecond(String stored, Duration time) {
        assertEquals(time, restored("undo", stored).dispatch().undo());
        assertEquals(stored, StoredSettings.of(restored("undo", stored)).get("undo"));
    }

    /** The first version took every tag. */
    @ParameterizedTest
    @CsvSource({"ja", "xx", "zz-Hant-TW", "he"})
    void unknownLanguageIsKeptAndSpokenAsEnglish(String stored) {
        var list = restored("language", stored);

        assertEquals(Locale.forLanguageTag(stored), list.profile().language());
        assertEquals(Locale.ENGLISH, Languages.closest(list.profile().language()));
        assertEquals(stored, StoredSettings.of(list).get("language"));
    }

    @ParameterizedTest
    @CsvSource({"confirm-within, 12h", "undo, 5m", "max-size, 20M"})
    void whatPeopleTypeIsNotWhatIsStored(String key, String typed) {
        var others = new HashMap<>(FirstVersion.NEW_LIST);
        others.remove(key);

        assertEquals(restored(others), restored(key, typed));
    }

    @Test
    void whatAnotherVersionWroteDoesNotKeepAListFromBeingRead() {
        var stored = Map.of("name", "News", "owners", "a@example.org", "colour", "blue", "posting", "the-king",
                "max-size", "1T", "undo", "PT-5M", "language", "?");

        assertEquals(unlisted(MailingList.create(new ListId("news"), DOMAIN, "News",
                List.of(EmailAddress.of("a@example.org")))),
                restored(stored));
    }
}
