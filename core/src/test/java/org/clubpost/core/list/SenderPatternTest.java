package org.clubpost.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SenderPatternTest {

    @ParameterizedTest
    @CsvSource({"anna@club.example, Anna@CLUB.example, true", "anna@club.example, berta@club.example, false",
            "club.example, anna@club.example, true", "club.example, anna@mail.club.example, true",
            "club.example, anna@notclub.example, false"})
    void aPatternIsAnAddressOrADomainWithAllBelowIt(String pattern, String address, boolean expected) {
        assertEquals(expected, new SenderPattern(pattern).matches(EmailAddress.of(address)));
    }
}
