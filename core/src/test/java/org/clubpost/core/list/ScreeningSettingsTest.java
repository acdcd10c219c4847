package org.clubpost.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningSettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"others | reject | reject", "others | hold | hold",
            "max-recipients | 1000 | 1000",
            "must-be-named | yes | yes",
            "banned | Anna@Club.example, @Spam.example anna@club.example | anna@club.example, spam.example",
            "banned | '' | ''", "refused-files | .ZIP, *.docm zip | zip, docm", "refused-files | '' | ''",
            "undo | 5m | PT5M", "undo | 0m | PT0S",
            "quiet-hours | 22:00-07:00  Europe/Berlin | 22:00-07:00 Europe/Berlin", "quiet-hours | '' | ''",
            "report | owners | owners", "report | none | none", "unclear | leave | leave", "unclear | again | again"})
    void aValueIsTakenAndWrittenBack(String key, String typed, String expected) {
        var setting = ListSetting.named(key).orElseThrow();

        var changed = assertInstanceOf(SettingChange.Changed.class, setting.change(SampleLists.aList(), typed));

        assertEquals(expected, setting.read(changed.list()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"others | drop", "max-recipients | 0", "max-recipients | 1001",
            "max-recipients | many",
            "must-be-named | perhaps", "banned | nobody", "banned | a@b", "refused-files | a.b",
            "refused-files | ../x", "undo | 8d", "undo | soon", "quiet-hours | at night", "report | everybody",
            "unclear | perhaps"})
    void aValueThatMakesNoSenseIsRefused(String key, String typed) {
        assertInstanceOf(SettingChange.Refused.class,
                ListSetting.named(key).orElseThrow().change(SampleLists.aList(), typed));
    }

    @Test
    void noSettingChangesAnother() {
        var list = SampleLists.aListWithEverySetting(new ListId("news"));
        var before = ListSetting.of(list);

        for (var setting : ListSetting.values()) {
            var changed = assertInstanceOf(SettingChange.Changed.class, setting.change(list, setting.read(list)));

            assertEquals(before, ListSetting.of(changed.list()), setting::key);
        }
    }

    @ParameterizedTest
    @CsvSource({"anna@club.example, Anna@CLUB.example, true", "anna@club.example, berta@club.example, false",
            "club.example, anna@club.example, true", "club.example, anna@mail.club.example, true",
            "club.example, anna@notclub.example, false"})
    void aPatternIsAnAddressOrADomainWithAllBelowIt(String pattern, String address, boolean expected) {
        assertEquals(expected, new SenderPattern(pattern).matches(EmailAddress.of(address)));
    }
}
