package org.clubpost.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "'' | ''",
                    "' , ' | ''",
                    "Anna@Club.example | Anna@Club.example",
                    "a@club.example,b@club.example | a@club.example, b@club.example",
                    "a@club.example  b@bücher.example | a@club.example, b@bücher.example",
                    "a@club.example, A@CLUB.example | a@club.example"})
    void addressesAreReadAndWrittenInTheirSpelling(String typed, String written) {
        var list = AddressList.parse(typed).orElseThrow();

        assertEquals(written, list.written());
        assertEquals(Optional.of(list), AddressList.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@club.example, nobody", "a@club.example; b@club.example"})
    void whatIsNoAddressIsRefused(String typed) {
        assertEquals(Optional.empty(), AddressList.parse(typed));
    }

    @Test
    void noAddressSlipsIntoALog() {
        assertFalse(new AddressList(List.of(EmailAddress.of("anna@club.example"))).toString().contains("anna"));
    }
}
