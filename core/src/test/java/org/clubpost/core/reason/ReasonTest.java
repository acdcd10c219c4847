package org.clubpost.core.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.reason.Reason.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReasonTest {

    /** They stand in stores: one may be added, but none may be renamed or taken away. */
    private static final List<String> CODES = List.of(
            "quoted",
            "bounce",
            "loop",
            "too-many-hops",
            "from-ours",
            "automatic",
            "marked-automatic",
            "looks-automatic",
            "calendar-answer",
            "virus",
            "spam",
            "banned",
            "unproven",
            "author-to-confirm",
            "unproven-again",
            "no-author",
            "may-not-post",
            "too-large",
            "too-many-recipients",
            "list-not-named", "audience-unknown",
            "refused-file",
            "personal-link",
            "personal-link-in-file",
            "send-at-unreadable",
            "send-at-too-far",
            "repeated", "same-words",
            "command",
            "command-of-owner",
            "leave",
            "leave-unproven",
            "not-on-list",
            "commands",
            "commands-not-allowed",
            "commands-unproven",
            "commands-like-a-program",
            "join", "join-closed", "join-other-domain", "join-too-many", "confirmation", "confirms-nothing", "help",
            "for-another-list",
            "for-owners",
            "for-owners-kept",
            "for-operator",
            "for-operator-kept",
            "no-list",
            "list-deleted",
            "mail-gone",
            "held-mail-gone",
            "stored-again",
            "set-aside",
            "refused-by-owners",
            "dropped-by-owners",
            "refused-by-owners-because",
            "disowned",
            "expired", "author-erased",
            "restored",
            "others",
            "day-spent",
            "failed-again", "list-stopped",
            "mailbox-refused",
            "mailbox-unwritable",
            "relay-unreachable",
            "relay-interrupted",
            "relay-broke",
            "relay-tls-failed",
            "relay-certificate",
            "relay-not-encrypted",
            "relay-login-unknown",
            "relay-login-refused",
            "relay-login-needed",
            "relay-takes-nobody",
            "relay-sender-refused",
            "relay-recipient-refused",
            "relay-recipient-later",
            "relay-mail-refused",
            "relay-mail-later",
            "relay-mail-unfit",
            "sender-limited",
            "too-large-to-send",
            "ses-day-spent",
            "ses-too-fast",
            "ses-sandbox",
            "ses-sender-unverified",
            "ses-mail-too-large",
            "ses-unreachable",
            "ses-broke",
            "ses-code",
            "ses-words");

    @Test
    void codesAreThoseThatAreStored() {
        assertEquals(CODES, Stream.of(Cause.values()).map(Cause::code).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeLeadsBackToItsCause(Cause cause) {
        assertEquals(cause, Cause.of(cause.code()));
    }

    @Test
    void codeThatNobodyKnowsIsAFault() {
        assertThrows(IllegalArgumentException.class, () -> Cause.of("QUOTED"));
    }

    @Test
    void textOfAReasonHoldsNothingOfTheMail() {
        assertEquals("Reason[refused-file]", Reason.of(Cause.REFUSED_FILE, "secret.exe").toString());
    }
}
