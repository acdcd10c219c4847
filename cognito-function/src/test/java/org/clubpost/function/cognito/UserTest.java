package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.address.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserTest {

    private static User user(Map<String, String> attributes, Map<String, String> metadata) {
        return new User(Club.key(), attributes, metadata);
    }

    @ParameterizedTest
    @CsvSource({"lang, de, de", "language, de-AT, de", "locale, de_DE, de", "lang, ja, en", "lang, !!, de"})
    void languageIsWhatTheAppSays(String key, String said, String found) {
        assertEquals(Locale.forLanguageTag(found),
                user(Map.of("locale", "de"), Map.of(key, said)).language(Locale.ENGLISH));
    }

    @Test
    void languageIsThatOfTheAccountOrElseThatOfTheList() {
        assertEquals(Locale.GERMAN, user(Map.of("locale", "de-CH"), Map.of()).language(Locale.ENGLISH));
        assertEquals(Locale.GERMAN, user(Map.of(), Map.of()).language(Locale.GERMAN));
    }

    @Test
    void nameIsTheWholeOneOrItsPartsIfItIsAName() {
        assertEquals(new PersonName("Anna Müßig"), user(Map.of("name", " Anna Müßig "), Map.of()).name());
        assertEquals(new PersonName("Anna Müßig"),
                user(Map.of("given_name", "Anna", "family_name", "Müßig"), Map.of()).name());
        assertEquals(PersonName.NONE, user(Map.of("name", "Anna\r\nBcc: x"), Map.of()).name());
        assertEquals(PersonName.NONE, user(Map.of(), Map.of()).name());
    }

    @Test
    void addressIsProvenOnlyWhenThePoolSaysSo() {
        assertTrue(user(Map.of("email_verified", "true"), Map.of()).isAddressProven());
        assertFalse(user(Map.of("email_verified", "false"), Map.of()).isAddressProven());
        assertFalse(user(Map.of(), Map.of()).isAddressProven());
    }

    @Test
    void eventThatLacksEverythingIsAUserWithoutAddress() {
        var user = User.of(new CognitoUserPoolPreSignUpEvent(), null, null);

        assertEquals(new User(new User.Id("", ""), Map.of(), Map.of()), user);
        assertEquals(Optional.empty(), user.address());
    }
}
