package org.clubpost.core.list.setting;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.aListWithEverySetting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.ReplyPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListSettingsTest {

    private static ListSetting<?> setting(String key) {
        return ListSettings.named(key).orElseThrow();
    }

    private static MailingList changed(MailingList list, ListSetting<?> setting, String value) {
        return assertInstanceOf(SettingChange.Changed.class, setting.change(list, value), setting + "=" + value).list();
    }

    private static MailingList changed(String key, String value) {
        return changed(aList(), setting(key), value);
    }

    private static void assertRefused(String key, String value) {
        var refused = assertInstanceOf(SettingChange.Refused.class, setting(key).change(aList(), value),
                key + "=" + value);

        assertTrue(refused.reason().startsWith(key + " is "), refused.reason());
    }

    static List<ListSetting<?>> all() {
        return ListSettings.all();
    }

    /** Who adds a setting adds it here; a name or a default that changes breaks what people have written down. */
    @Test
    void namesAndDefaultsAreThese() {
        var defaults = Map.ofEntries(Map.entry("colour", ""), Map.entry("imprint", ""),
                Map.entry("logo", ""), Map.entry("postal-address", ""), Map.entry("privacy", ""),
                Map.entry("sender-name", ""), Map.entry("archive-url", ""), Map.entry("banned", ""),
                Map.entry("confirm-within", "3d"), Map.entry("description", ""), Map.entry("domain-groups", ""),
                Map.entry("footer", ""), Map.entry("group-posting", ""),
                Map.entry("groups", ""),
                Map.entry("language", "en"), Map.entry("listed", "yes"), Map.entry("max-recipients", "50"),
                Map.entry("moderators", ""),
                Map.entry("max-size", "10M"),
                Map.entry("must-be-named", "no"), Map.entry("name", "Chess Club News"), Map.entry("note-cap", "100"),
                Map.entry("note-countries", ""), Map.entry("notes", "off"), Map.entry("others", "hold"),
                Map.entry("origins", ""), Map.entry("owner-notices", "each"), Map.entry("forget-after", "730d"),
                Map.entry("log-kept", "2y"),
                Map.entry("owners", "owner@club.example"), Map.entry("posters", ""),
                Map.entry("posting", "posters"),
                Map.entry("quiet-hours", ""), Map.entry("refused-files", ""), Map.entry("reply-to", "author"),
                Map.entry("join-notices", "each"), Map.entry("leave-notices", "daily"),
                Map.entry("bounce-notices", "daily"), Map.entry("reminder", "on"),
                Map.entry("proof-of-work", "off"), Map.entry("report", "poster"), Map.entry("sign-up", "open"),
                Map.entry("sign-up-cap", "200"),
                Map.entry("sign-up-domains", ""),
                Map.entry("subject-tag", "[news]"),
                Map.entry("time-zone", "UTC"), Map.entry("unclear", "again"), Map.entry("undo", "0m"));

        assertEquals(defaults, ListSettings.shown(aList()));
    }

    @Test
    void everySettingHasItsOwnName() {
        assertEquals(ListSettings.all().size(), ListSettings.all().stream().map(ListSetting::key).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("all")
    void settingIsFoundByItsName(ListSetting<?> setting) {
        assertEquals(Optional.of(setting), ListSettings.named(setting.key()));
        assertTrue(setting.key().matches("[a-z]+(-[a-z]+)*"));
        assertFalse(setting.meaning().isBlank());
    }

    @ParameterizedTest
    @CsvSource({"notes,on", "note-countries,49", "note-countries,+0", "note-countries,+12345", "note-cap,10001",
            "note-cap,-1", "sign-up-cap,-1", "sign-up-cap,100001"})
    void whatCannotBeToldIsRefused(String key, String bad) {
        assertRefused(key, bad);
    }

    @Test
    void unknownNameIsNoSetting() {
        assertEquals(Optional.empty(), ListSettings.named("color"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void shownValueIsTakenAgainAndChangesNothingElse(ListSetting<?> setting) {
        for (var list : List.of(aList(), aListWithEverySetting(new ListId("news")))) {
            var other = list.equals(aList()) ? aListWithEverySetting(new ListId("news")) : aList();

            var copied = changed(other, setting, setting.shown(list));

            assertEquals(list, changed(list, setting, setting.shown(list)));
            assertEquals(setting.shown(list), setting.shown(copied));
            var expected = new HashMap<>(ListSettings.shown(other));
            expected.put(setting.key(), setting.shown(list));
            assertEquals(expected, ListSettings.shown(copied));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "language | DE-ch | de-CH",
                    "owners | a@example.org,b@example.org A@example.org | a@example.org, b@example.org",
                    "max-size | 10240K | 10M",
                    "max-size | 1536K | 1536K",
                    "max-size | 3000001 | 3000001",
                    "others | reject | reject",
                    "others | hold | hold",
                    "max-recipients | 1000 | 1000",
                    "must-be-named | yes | yes",
                    "banned | Anna@Club.example, @Spam.example anna@club.example | anna@club.example, spam.example",
                    "banned | '' | ''",
                    "refused-files | .ZIP, *.docm zip | zip, docm",
                    "refused-files | '' | ''",
                    "reply-to | both | both",
                    "reply-to | Help@club.example | Help@club.example",
                    "confirm-within | 24h | 24h",
                    "confirm-within | 36h | 36h",
                    "confirm-within | PT24H | 24h",
                    "origins | HTTPS://Club.example/,http://localhost:8000 | https://club.example, http://localhost:8000",
                    "origins | '' | ''",
                    "undo | 5m | 5m",
                    "undo | 90m | 90m",
                    "undo | 120m | 2h",
                    "undo | 0h | 0m",
                    "undo | PT90S | PT1M30S",
                    "quiet-hours | 22:00-07:00 | 22:00-07:00",
                    "quiet-hours | 08:00-08:00 | ''",
                    "time-zone | europe/berlin | Europe/Berlin",
                    "time-zone | +05:30 | +05:30",
                    "time-zone | UTC | UTC",
                    "quiet-hours | '' | ''",
                    "report | owners | owners",
                    "report | none | none",
                    "notes | phone | phone",
                    "note-countries | '+49,+1204 +49' | '+49, +1204'",
                    "note-cap | 10000 | 10000",
                    "unclear | leave | leave",
                    "colour | #0A6152 | #0a6152",
                    "colour | fa0 | #ffaa00",
                    "colour | '' | ''",
                    "imprint | https://club.example/imprint?a=b#c | https://club.example/imprint?a=b#c",
                    "privacy | http://localhost:8000/p | http://localhost:8000/p",
                    "sender-name | '  Chess Club ' | Chess Club",
                    "logo | '' | ''",
                    "unclear | again | again"})
    void typedValueIsShownAndWhatIsShownCanBeTyped(String key, String typed, String shown) {
        var list = changed(key, typed);

        assertEquals(shown, setting(key).shown(list));
        assertEquals(list, changed(key, shown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "others | drop",
                    "max-recipients | 0",
                    "max-recipients | 1001",
                    "max-recipients | many",
                    "max-recipients | 07",
                    "must-be-named | perhaps",
                    "banned | nobody",
                    "banned | a@b",
                    "refused-files | a.b",
                    "refused-files | ../x",
                    "origins | *",
                    "origins | http://club.example",
                    "origins | https://club.example/join",
                    "undo | 8d",
                    "undo | soon",
                    "undo | PT-5M",
                    "quiet-hours | at night",
                    "quiet-hours | 22:00-07:00 Mars/Olympus",
                    "time-zone | ''",
                    "time-zone | Mars/Olympus",
                    "report | everybody",
                    "colour | green",
                    "colour | #12345",
                    "colour | #0a6152;}",
                    "imprint | javascript:alert(1)",
                    "imprint | https://",
                    "imprint | https://user@club.example/",
                    "imprint | https://club.example/a b",
                    "privacy | 'https://club.example/\"><b>'",
                    "privacy | https://club_example:x/",
                    "privacy | ftp://club.example/",
                    "logo | knight.svg",
                    "logo | data:text/html;base64,PGI+",
                    "logo | data:image/png;base64,PGI+",
                    "logo | data:image/png;base64,A",
                    "logo | data:image/jpeg;base64,iVBORw0KGgo=",
                    "postal-address | Club {{unsubscribe_url}}",
                    "postal-address | {",
                    "unclear | perhaps"})
    void valueThatMakesNoSenseIsRefused(String key, String typed) {
        assertRefused(key, typed);
    }

    // One by one

    @Test
    void postalAddressIsInLinesHoweverItIsTyped() {
        var lines = "Chess Club\n1 King Street\nSpringfield";

        assertEquals(lines, changed("postal-address", " Chess Club | 1 King Street|Springfield | ").brand()
                .postalAddress());
        assertEquals(lines, changed("postal-address", "Chess Club\r\n\n 1 King Street\nSpringfield\n").brand()
                .postalAddress());
        assertEquals("", changed("postal-address", "").brand().postalAddress());
        for (var bad : List.of("1|2|3|4|5|6|7|8|9", "x".repeat(101), "a\0b", "Club \u202enwot", "{{name}}")) {
            assertRefused("postal-address", bad);
        }
    }

    /** A form would cut it, and so change a setting that nobody touched. */
    @Test
    void fieldOfAFormHasRoomForEveryValueThatASettingTakes() {
        var longest = aListWithEverySetting(new ListId("one"));
        longest = changed(longest, setting("name"), "x".repeat(100));
        longest = changed(longest, setting("postal-address"), ("x".repeat(100) + "|").repeat(8));
        for (var setting : ListSettings.all()) {
            if (!(setting.shape() instanceof Shape.Picture)) {
                var shown = setting.shown(longest);
                assertTrue(shown.length() <= setting.shape().longest(), setting.key() + " " + shown.length());
            }
        }
    }

    @Test
    void addressOfAPageIsNotTooLong() {
        assertRefused("imprint", "https://club.example/" + "x".repeat(500));
    }

    @Test
    void brandOfAClubIsWhatItsListsHaveAlike() {
        var one = aListWithEverySetting(new ListId("one"));
        var other = aList().with(one.brand().withColour(Optional.empty()).withImprint(""));

        assertEquals(Brand.NONE, Brand.shared(List.of()));
        assertEquals(one.brand(), Brand.shared(List.of(one, one)));
        assertEquals(one.brand().withColour(Optional.empty()).withImprint(""), Brand.shared(List.of(one, other)));
        assertEquals(Brand.NONE, Brand.shared(List.of(one, aList())));
    }

    @Test
    void ownMailsBearTheNameOfTheSenderOrElseOfTheList() {
        assertEquals("Chess Club News", aList().senderName());
        assertEquals("Club", changed("sender-name", "Club").senderName());
    }

    @Test
    void settingsOfTheBrandAreThose() {
        assertEquals(List.of("colour", "logo", "sender-name", "imprint", "privacy", "postal-address"),
                ListSettings.ofBrand().stream().map(ListSetting::key).toList());
    }

    @Test
    void zoneBehindQuietHoursIsThatOfTheList() {
        var list = changed("quiet-hours", "22:00-07:00  Europe/Berlin");

        assertEquals("22:00-07:00", setting("quiet-hours").shown(list));
        assertEquals("Europe/Berlin", setting("time-zone").shown(list));
        assertEquals("22:00-07:00 Europe/Berlin", setting("quiet-hours").stored(list));
    }

    @Test
    void quietHoursStayAtTheirTimesInAnotherZone() {
        var list = changed(changed("quiet-hours", "22:00-07:00 Europe/Berlin"), setting("time-zone"), "Asia/Tokyo");

        assertEquals("22:00-07:00 Asia/Tokyo", list.dispatch().quiet().text());
        assertEquals("23:00-07:00 Asia/Tokyo",
                changed(list, setting("quiet-hours"), "23:00-07:00").dispatch().quiet().text());
        assertEquals(ZoneId.of("Asia/Tokyo"), changed(list, setting("quiet-hours"), "").dispatch().zone());
    }

    @ParameterizedTest
    @CsvSource({"time-zone, Europe/Berln, Europe/Berlin", "time-zone, MEZ, Europe/Berlin",
            "quiet-hours, 22:00-07:00 Europe/Wien, Europe/Vienna"})
    void wrongZoneIsAnsweredWithTheOneThatMayBeMeant(String key, String typed, String meant) {
        var refused = assertInstanceOf(SettingChange.Refused.class, setting(key).change(aList(), typed));

        assertTrue(refused.reason().endsWith("; perhaps " + meant + " is meant"), refused.reason());
    }

    @ParameterizedTest
    @CsvSource({"time-zone, Mars/Olympus", "quiet-hours, 22:00-7 Europe/Berlin", "quiet-hours, 22:00-07:00 Mars"})
    void whereNoZoneIsWrongOrNoneIsLikeItNoneIsSuggested(String key, String typed) {
        var refused = assertInstanceOf(SettingChange.Refused.class, setting(key).change(aList(), typed));

        assertFalse(refused.reason().contains("perhaps"), refused.reason());
    }

    @Test
    void nameIsOneLineThatIsNotEmpty() {
        assertEquals("Größe ♞", changed("name", "  Größe ♞ ").profile().name());
        for (var bad : List.of("", "   ", "two\nlines", "x".repeat(101), "An\u202ena", "a\0b")) {
            assertRefused("name", bad);
        }
    }

    @Test
    void descriptionIsOneLineThatMayBeEmpty() {
        assertEquals("", changed("description", "").profile().description());
        assertEquals("x".repeat(500), changed("description", "x".repeat(500)).profile().description());
        for (var bad : List.of("two\nlines", "two\rlines", "x".repeat(501), "a\0b")) {
            assertRefused("description", bad);
        }
    }

    @Test
    void languageIsOneInWhichWeWriteInAnyRegion() {
        assertEquals(Locale.ENGLISH, changed("language", "en").profile().language());
        assertEquals(Locale.forLanguageTag("de-CH"), changed("language", "de-CH").profile().language());
        for (var bad : List.of("", "german", "d", "de_CH", "de-", "de; x", "ja", "ja-JP", "xx")) {
            assertRefused("language", bad);
        }
    }

    @Test
    void refusedLanguageIsToldWhichThereAre() {
        assertEquals(
                new SettingChange.Refused("language is one of en, de, fr, es, it, nl, pl, pt, or one of them with a "
                        + "region, such as de-CH"),
                setting("language").change(aList(), "ja"));
    }

    @Test
    void ownersAreAtLeastOneAddress() {
        assertEquals(List.of(EmailAddress.of("a@example.org"), EmailAddress.of("b@example.org")),
                changed("owners", "a@example.org, b@example.org,A@example.org")
                        .people().owners());
        for (var bad : List.of("", " , ", "a@example.org, nobody", "nobody")) {
            assertRefused("owners", bad);
        }
    }

    @Test
    void postersMayBeNobody() {
        assertEquals(List.of(), changed("posters", "").people().posters());
        assertEquals(List.of(EmailAddress.of("a@example.org"), EmailAddress.of("b@example.org")),
                changed("posters", "a@example.org\nb@example.org").people().posters());
        assertRefused("posters", "nobody");
    }

    @ParameterizedTest
    @CsvSource({"owners,OWNERS", "posters,POSTERS", "members,MEMBERS", "anyone,ANYONE"})
    void postingIsOneOfFour(String value, PostingPolicy policy) {
        assertEquals(policy, changed("posting", value).posting().policy());
        assertRefused("posting", value + "s");
    }

    @ParameterizedTest
    @CsvSource({"1024,1024", "1K,1024", "40M,41943040", "41943040,41943040", "10M,10485760", "999K,1022976"})
    void sizeIsFromOneKTo40M(String value, long bytes) {
        assertEquals(bytes, changed("max-size", value).posting().maxBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1023", "0", "-1", "41M", "41943041", "1G", "ten", "10 M", "M", "9999999999",
                    "999999999M", "1.5M", "1m"})
    void sizeOutOfRangeIsRefused(String value) {
        assertRefused("max-size", value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "https://archive.example", "http://archive.example:8080/news/",
                    "https://archive.example/news/{message-id}",
                    "https://archive.example/show?id={message-id}&x=%20y#top"})
    void archiveIsAnAddressThatMayNameThePost(String value) {
        assertEquals(value, changed("archive-url", value).layout().archive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"archive.example", "ftp://archive.example/", "javascript:alert(1)", "https:///x",
                    "https://archive_example/x",
                    "https://{message-id}/", "https://archive.example/{message-id}/{message-id}",
                    "https://archive.example/{id}",
                    "https://archive.example/<x>", "https://archive.example/a b", "https://archive.example/\r\nBcc: a",
                    "https://archive.example/%zz", "https://archive.example?{message-id}"})
    void whatIsNoArchiveIsRefused(String value) {
        assertRefused("archive-url", value);
        assertRefused("archive-url", "https://archive.example/" + "x".repeat(500));
    }

    @Test
    void subjectTagMayHaveThePlaceOfANumberOnce() {
        var numbered = changed("subject-tag", "[chess %d]").layout();

        assertTrue(numbered.isNumbered());
        assertEquals("[chess 12]", numbered.subjectTag(12));
        assertFalse(changed("subject-tag", "[100%]").layout().isNumbered());
        for (var bad : List.of("[%d/%d]", "two\nlines", "x".repeat(101))) {
            assertRefused("subject-tag", bad);
        }
    }

    @Test
    void repliesGoToOneOfThreeOrToAnAddress() {
        assertEquals(new ReplyPolicy.Author(), changed("reply-to", "author").layout().reply());
        assertEquals(new ReplyPolicy.WholeList(), changed("reply-to", "list").layout().reply());
        assertEquals(new ReplyPolicy.Both(), changed("reply-to", "both").layout().reply());
        assertEquals(new ReplyPolicy.Fixed(EmailAddress.of("a@example.org")),
                changed("reply-to", "a@example.org").layout().reply());
        for (var bad : List.of("", "nobody", "a@example.org, b@example.org")) {
            assertRefused("reply-to", bad);
        }
    }

    @Test
    void subjectTagIsOneLineThatMayBeEmpty() {
        assertEquals("", changed("subject-tag", "").layout().subjectTag());
        assertEquals("(Schach)", changed("subject-tag", "(Schach)").layout().subjectTag());
        for (var bad : List.of("[a]\r\nBcc: x@example.org", "x".repeat(101))) {
            assertRefused("subject-tag", bad);
        }
    }

    @Test
    void footerMayHaveManyLines() {
        assertEquals("one\r\n\ttwo\nthree", changed("footer", "one\r\n\ttwo\nthree\n").layout().footer());
        for (var bad : List.of("x".repeat(4001), "a\0b", "a\u001b[2Jb")) {
            assertRefused("footer", bad);
        }
    }

    @Test
    void signUpIsOpenOrClosedOrForTheOwnersToDecide() {
        assertTrue(changed("sign-up", "approval").signUp().open());
        assertTrue(changed("sign-up", "approval").signUp().needsApproval());
        assertFalse(changed("listed", "no").signUp().isOffered());
        assertFalse(changed("sign-up", "closed").signUp().isOffered());
        assertTrue(changed("sign-up", "open").signUp().open());
        assertFalse(changed("sign-up", "closed").signUp().open());
        for (var bad : List.of("", "yes", "Open")) {
            assertRefused("sign-up", bad);
        }
    }

    @ParameterizedTest
    @CsvSource({"5m,PT5M", "24h,PT24H", "30d,PT720H", "PT90M,PT90M", "P1D,PT24H", "720h,PT720H"})
    void timeIsANumberWithAUnitOrIso8601(String value, Duration time) {
        assertEquals(time, changed("confirm-within", value).signUp().confirmWithin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4m", "31d", "0h", "-1h", "24", "1w", "PT4M59S", "PT-5M", "99999999h", "soon", "9999d"})
    void timeOutOfRangeIsRefused(String value) {
        assertRefused("confirm-within", value);
    }
}
