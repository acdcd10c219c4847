package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiveMessageIdTest {

    private static String idOf(String header) {
        return new GiveMessageId()
                .apply(MimeParser.parse(Octets.latin1(header + "\r\nHello\r\n")), Mails.context()).header()
                .value("Message-ID").orElseThrow();
    }

    @Test
    void aUsableIdStays() {
        assertEquals("<1@example.com>", idOf("Message-ID: <1@example.com>\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Message-ID: \r\n", "Message-ID: 1@example.com\r\n", "Message-ID: <no right part>\r\n",
                    "Message-ID: <1>\r\n", "Message-ID: <1@a> <2@b>\r\n"})
    void anotherGivesWayToOneOfOurs(String header) {
        assertTrue(idOf(header).matches("<[0-9a-f]{32}@lists\\.example\\.org>"), idOf(header));
    }

    @Test
    void theSameMailAlwaysGetsTheSameOneAndNoOtherDoes() {
        assertEquals(idOf("Subject: a\r\n"), idOf("Subject: a\r\n"));
        assertNotEquals(idOf("Subject: a\r\n"), idOf("Subject: b\r\n"));
    }
}
