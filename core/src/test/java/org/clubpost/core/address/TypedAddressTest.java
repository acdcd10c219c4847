package org.clubpost.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u202a",
                    "\u202e",
                    "\u2066", "\u2069", "\u061c", "\u00a0", "\u202f", "\u2003", "\u3000", "\u180e", "\ufe0f", "\u034f",
                    "\u3164"})
    void whatNobodySeesIsNoPartOfAnAddress(String unseen) {
        var typed = unseen + "an" + unseen + "na" + unseen + "@" + unseen + "exam" + unseen + "ple.org" + unseen;

        assertEquals("anna@example.org", TypedAddress.parse(typed).orElseThrow().written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" anna@example.org\r\n", "anna @example.org", "anna@ example.org", "anna@example. org",
                    "\tanna@example .org "})
    void blanksWhereKeyboardsPutThemGo(String typed) {
        assertEquals("anna@example.org", TypedAddress.parse(typed).orElseThrow().written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"an na@example.org", "anna@exam ple.org", "anna@example.org bob@example.org",
                    "an\r\nna@example.org", "an\0na@example.org", "an\u2028na@example.org", ""})
    void whatIsNotClearIsRefused(String typed) {
        assertEquals(Optional.empty(), TypedAddress.parse(typed));
    }

    @Test
    void addressStaysAsItWasTypedOtherwise() {
        assertEquals("Änna.O'Brien+list@Bücher.example", TypedAddress.cleaned("Änna.O'Brien+list@Bücher.example"));
    }
}
