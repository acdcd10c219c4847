package org.clubpost.function.admin.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.Shape;
import org.clubpost.core.list.setting.Topic;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingWordsTest {

    private static final MailingList LIST = MailingList.create(new ListId("news"), "lists.example.org", "News",
            List.of(EmailAddress.of("owner@club.example")));

    static Stream<Locale> languages() {
        return Languages.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySettingHasItsNameAndMeaningInEveryLanguage(Locale language) {
        var words = new SettingWords(Words.of(language));
        for (var setting : ListSettings.all()) {
            assertNotEquals(setting.key(), words.name(setting), setting.key());
            assertNotEquals(setting.meaning(), words.meaning(setting), setting.key());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyWordOfAChoiceIsSaidInEveryLanguage(Locale language) {
        var words = Words.of(language);
        for (var setting : ListSettings.all()) {
            for (var word : choices(setting)) {
                assertFalse(
                        !words.has("setting." + setting.key() + "." + word) && !words.has("settings.choice." + word),
                        setting.key() + " " + word);
            }
        }
    }

    private static List<String> choices(ListSetting<?> setting) {
        return switch (setting.shape()) {
            case Shape.Choice(var all) -> all;
            case Shape.Flag(var yes, var no) -> List.of(yes, no);
            default -> List.of();
        };
    }

    @Test
    void everyTopicHasSettingsAndAPath() {
        for (var topic : Topic.values()) {
            assertFalse(ListSettings.all().stream().filter(setting -> setting.topic() == topic).toList().isEmpty());
            assertEquals(topic, SettingWords.topic(SettingWords.piece(topic)).orElseThrow());
        }
    }

    @Test
    void everySettingCanBeShownAndFilledIn() {
        var words = new SettingWords(Words.of(Locale.ENGLISH));
        for (var setting : ListSettings.all()) {
            var field = words.field(setting, setting.shown(LIST), setting.usual(LIST), true);
            assertEquals(1, Stream.of("isChoice", "isLine", "isLines", "isPicture")
                    .filter(kind -> Boolean.TRUE.equals(field.get(kind))).count(), setting.key());
        }
    }

    @ParameterizedTest
    @CsvSource({"confirm-within, 3d, 3 days", "confirm-within, 24h, 1 day", "confirm-within, 90m, 90 minutes",
            "confirm-within, 0m, nothing", "max-size, 10M, 10 MB", "max-size, 0, 0"})
    void aLengthOfTimeAndASizeAreReadAsPeopleSayThem(String key, String value, String said) {
        var setting = ListSettings.named(key).orElseThrow();

        assertEquals(said, new SettingWords(Words.of(Locale.ENGLISH)).shown(setting, value));
    }
}
