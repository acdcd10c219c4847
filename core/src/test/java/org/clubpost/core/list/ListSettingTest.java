package org.clubpost.core.list;

import static org.clubpost.core.list.SampleLists.DOMAIN;
import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.aListWithEverySetting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListSettingTest {

    private static MailingList changed(ListSetting setting, String value) {
        return assertInstanceOf(SettingChange.Changed.class, setting.change(aList(), value), setting + "=" + value)
                .list();
    }

    private static void assertRefused(ListSetting setting, String value) {
        var refused = assertInstanceOf(SettingChange.Refused.class, setting.change(aList(), value),
                setting + "=" + value);

        assertFalse(refused.reason().isBlank());
    }

    @Test
    void newListHasTheDefaults() {
        Map.ofEntries(Map.entry("name", "Chess Club News"), Map.entry("description", ""),
                Map.entry("language", "en"), Map.entry("owners", "owner@club.example"), Map.entry("posters", ""),
                Map.entry("posting", "posters"), Map.entry("max-size", "10485760"), Map.entry("reply-to", "author"),
                Map.entry("subject-tag", "[news]"), Map.entry("footer", ""), Map.entry("sign-up", "open"),
                Map.entry("confirm-within", "PT24H"), Map.entry("archive-url", ""),
                Map.entry("undo", "PT0S"), Map.entry("quiet-hours", ""),
                Map.entry("report", "poster"), Map.entry("unclear", "again"))
                .forEach((key, value) -> assertEquals(Optional.of(value),
                        ListSetting.named(key).map(setting -> setting.read(aList())), key));
    }

    @ParameterizedTest
    @EnumSource
    void settingIsFoundByItsName(ListSetting setting) {
        assertEquals(Optional.of(setting), ListSetting.named(setting.key()));
        assertTrue(setting.key().matches("[a-z]+(-[a-z]+)*"));
        assertFalse(setting.meaning().isBlank());
    }

    @Test
    void unknownNameIsNoSetting() {
        assertEquals(Optional.empty(), ListSetting.named("colour"));
    }

    @ParameterizedTest
    @EnumSource
    void valueThatWasReadIsTakenAgainAndMeansTheSame(ListSetting setting) {
        for (var list : List.of(aList(), aListWithEverySetting(new ListId("news")))) {
            var other = list.equals(aList()) ? aListWithEverySetting(new ListId("news")) : aList();

            var copied = assertInstanceOf(SettingChange.Changed.class, setting.change(other, setting.read(list)))
                    .list();

            assertEquals(setting.read(list), setting.read(copied));
            var expected = new HashMap<>(ListSetting.of(other));
            expected.put(setting.key(), setting.read(list));
            assertEquals(expected, ListSetting.of(copied));
        }
    }

    @Test
    void listIsRestoredFromItsSettings() {
        var list = aListWithEverySetting(new ListId("schach"));

        assertEquals(list, ListSetting.restore(list.id(), DOMAIN, ListSetting.of(list)));
    }

    @Test
    void whatAnotherVersionWroteDoesNotKeepAListFromBeingRead() {
        var stored = Map.of("name", "News", "owners", "a@example.org", "colour", "blue", "posting", "the-king",
                "max-size", "1T");

        var list = ListSetting.restore(new ListId("news"), DOMAIN, stored);

        assertEquals(MailingList.create(new ListId("news"), DOMAIN, "News", List.of(EmailAddress.of("a@example.org"))),
                list);
    }

    // One by one

    @Test
    void nameIsOneLineThatIsNotEmpty() {
        assertEquals("Größe ♞", changed(ListSetting.NAME, "  Größe ♞ ").profile().name());
        for (var bad : List.of("", "   ", "two\nlines", "x".repeat(101), "An\u202ena", "a\0b")) {
            assertRefused(ListSetting.NAME, bad);
        }
    }

    @Test
    void descriptionIsOneLineThatMayBeEmpty() {
        assertEquals("", changed(ListSetting.DESCRIPTION, "").profile().description());
        assertEquals("x".repeat(500), changed(ListSetting.DESCRIPTION, "x".repeat(500)).profile().description());
        for (var bad : List.of("two\nlines", "two\rlines", "x".repeat(501), "a\0b")) {
            assertRefused(ListSetting.DESCRIPTION, bad);
        }
    }

    @Test
    void languageIsATag() {
        assertEquals(Locale.forLanguageTag("de-CH"), changed(ListSetting.LANGUAGE, "de-CH").profile().language());
        for (var bad : List.of("", "german", "d", "de_CH", "de-", "de; x")) {
            assertRefused(ListSetting.LANGUAGE, bad);
        }
    }

    @Test
    void ownersAreAtLeastOneAddress() {
        assertEquals(List.of(EmailAddress.of("a@example.org"), EmailAddress.of("b@example.org")),
                changed(ListSetting.OWNERS, "a@example.org, b@example.org,A@example.org")
                        .people().owners());
        for (var bad : List.of("", " , ", "a@example.org, nobody", "nobody")) {
            assertRefused(ListSetting.OWNERS, bad);
        }
    }

    @Test
    void postersMayBeNobody() {
        assertEquals(List.of(), changed(ListSetting.POSTERS, "").people().posters());
        assertEquals(List.of(EmailAddress.of("a@example.org"), EmailAddress.of("b@example.org")),
                changed(ListSetting.POSTERS, "a@example.org\nb@example.org").people().posters());
        assertRefused(ListSetting.POSTERS, "nobody");
    }

    @ParameterizedTest
    @CsvSource({"owners,OWNERS", "posters,POSTERS", "members,MEMBERS", "anyone,ANYONE"})
    void postingIsOneOfFour(String value, PostingPolicy policy) {
        assertEquals(policy, changed(ListSetting.POSTING, value).posting().policy());
        assertRefused(ListSetting.POSTING, value + "s");
    }

    @ParameterizedTest
    @CsvSource({"1024,1024", "1K,1024", "40M,41943040", "41943040,41943040", "10M,10485760", "999K,1022976"})
    void sizeIsANumberWithOrWithoutUnit(String value, long bytes) {
        assertEquals(bytes, changed(ListSetting.MAX_SIZE, value).posting().maxBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1023", "0", "-1", "41M", "41943041", "1G", "ten", "10 M", "M", "9999999999",
            "999999999M", "1.5M", "1m"})
    void sizeOutOfRangeIsRefused(String value) {
        assertRefused(ListSetting.MAX_SIZE, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://archive.example", "http://archive.example:8080/news/",
            "https://archive.example/news/{message-id}", "https://archive.example/show?id={message-id}&x=%20y#top"})
    void archiveIsAnAddressThatMayNameThePost(String value) {
        assertEquals(value, changed(ListSetting.ARCHIVE_URL, value).layout().archive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive.example", "ftp://archive.example/", "javascript:alert(1)", "https:///x",
            "https://{message-id}/", "https://archive.example/{message-id}/{message-id}",
            "https://archive.example/{id}",
            "https://archive.example/<x>", "https://archive.example/a b", "https://archive.example/\r\nBcc: a",
            "https://archive.example/%zz", "https://archive.example?{message-id}"})
    void whatIsNoArchiveIsRefused(String value) {
        assertRefused(ListSetting.ARCHIVE_URL, value);
        assertRefused(ListSetting.ARCHIVE_URL, "https://archive.example/" + "x".repeat(500));
    }

    @Test
    void subjectTagMayHaveThePlaceOfANumberOnce() {
        var numbered = changed(ListSetting.SUBJECT_TAG, "[chess %d]").layout();

        assertTrue(numbered.isNumbered());
        assertEquals("[chess 12]", numbered.subjectTag(12));
        assertFalse(changed(ListSetting.SUBJECT_TAG, "[100%]").layout().isNumbered());
        for (var bad : List.of("[%d/%d]", "two\nlines", "x".repeat(101))) {
            assertRefused(ListSetting.SUBJECT_TAG, bad);
        }
    }

    @Test
    void repliesGoToOneOfThreeOrToAnAddress() {
        assertEquals(new ReplyPolicy.Author(), changed(ListSetting.REPLY_TO, "author").layout().reply());
        assertEquals(new ReplyPolicy.WholeList(), changed(ListSetting.REPLY_TO, "list").layout().reply());
        assertEquals(new ReplyPolicy.Both(), changed(ListSetting.REPLY_TO, "both").layout().reply());
        assertEquals(new ReplyPolicy.Fixed(EmailAddress.of("a@example.org")),
                changed(ListSetting.REPLY_TO, "a@example.org").layout().reply());
        for (var bad : List.of("", "nobody", "a@example.org, b@example.org")) {
            assertRefused(ListSetting.REPLY_TO, bad);
        }
    }

    @Test
    void subjectTagIsOneLineThatMayBeEmpty() {
        assertEquals("", changed(ListSetting.SUBJECT_TAG, "").layout().subjectTag());
        assertEquals("(Schach)", changed(ListSetting.SUBJECT_TAG, "(Schach)").layout().subjectTag());
        for (var bad : List.of("[a]\r\nBcc: x@example.org", "x".repeat(101))) {
            assertRefused(ListSetting.SUBJECT_TAG, bad);
        }
    }

    @Test
    void footerMayHaveManyLines() {
        assertEquals("one\r\n\ttwo\nthree", changed(ListSetting.FOOTER, "one\r\n\ttwo\nthree\n").layout().footer());
        for (var bad : List.of("x".repeat(4001), "a\0b", "a\u001b[2Jb")) {
            assertRefused(ListSetting.FOOTER, bad);
        }
    }

    @Test
    void signUpIsOpenOrClosed() {
        assertTrue(changed(ListSetting.SIGN_UP, "open").signUp().open());
        assertFalse(changed(ListSetting.SIGN_UP, "closed").signUp().open());
        for (var bad : List.of("", "yes", "Open")) {
            assertRefused(ListSetting.SIGN_UP, bad);
        }
    }

    @ParameterizedTest
    @CsvSource({"5m,PT5M", "24h,PT24H", "30d,PT720H", "PT90M,PT90M", "P1D,PT24H", "720h,PT720H"})
    void timeIsANumberWithAUnitOrIso8601(String value, Duration time) {
        assertEquals(time, changed(ListSetting.CONFIRM_WITHIN, value).signUp().confirmWithin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4m", "31d", "0h", "-1h", "24", "1w", "PT4M59S", "99999999h", "soon", "9999d"})
    void timeOutOfRangeIsRefused(String value) {
        assertRefused(ListSetting.CONFIRM_WITHIN, value);
    }

    @Test
    void everySettingHasItsOwnName() {
        assertEquals(ListSetting.values().length,
                Stream.of(ListSetting.values()).map(ListSetting::key).distinct().count());
    }
}
