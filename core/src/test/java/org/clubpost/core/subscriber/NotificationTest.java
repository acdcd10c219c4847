package org.clubpost.core.subscriber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.list.NoteRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {

    private static final NoteRules PHONES = new NoteRules(NoteRules.Ways.PHONE,
            List.of(new CountryCode("+49"), new CountryCode("+1204")), 10);

    @ParameterizedTest
    @CsvSource({"none,none", "mail,mail", "+493012345678,+493012345678", "+49 (30) 1234-56/78,+493012345678",
            "+1 204 555.0100,+12045550100", "+12345678,+12345678", "+123456789012345,+123456789012345"})
    void whatIsTypedIsRead(String typed, String written) {
        assertEquals(Optional.of(written), Notification.parse(typed).map(Notification::written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "phone", "Mail", "030 123456", "+", "+0123456789", "+1234567", "+1234567890123456",
                    "+49 (0)30 1234567", "+49301234567x", "0049301234567", "+４９３０１２３４５６７"})
    void whatIsNoChoiceIsNotRead(String typed) {
        assertEquals(Optional.empty(), Notification.parse(typed));
    }

    @ParameterizedTest
    @CsvSource({"none,true,true,true", "mail,false,true,true", "+493012345678,false,false,true",
            "+12045550100,false,false,true", "+12055550100,false,false,false", "+41441234567,false,false,false"})
    void listDecidesWhatMayBeChosen(String choice, boolean off, boolean mail, boolean phone) {
        var chosen = Notification.parse(choice).orElseThrow();

        assertEquals(off, chosen.isAllowedBy(PHONES.withWays(NoteRules.Ways.OFF)));
        assertEquals(mail, chosen.isAllowedBy(PHONES.withWays(NoteRules.Ways.MAIL)));
        assertEquals(phone, chosen.isAllowedBy(PHONES));
    }

    @Test
    void withoutCountriesNoPhoneMayBeChosen() {
        assertFalse(PHONES.withCountries(List.of()).takesPhones());
        assertFalse(new Notification.ByPhone(new PhoneNumber("+493012345678"))
                .isAllowedBy(PHONES.withCountries(List.of())));
    }

    @Test
    void numberIsInNoLog() {
        assertFalse(Notification.parse("+493012345678").orElseThrow().toString().contains("493012345678"));
    }
}
