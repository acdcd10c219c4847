package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCharsetsTest {

    @ParameterizedTest
    @CsvSource({"utf-8,utf-8", "UTF8,UTF8", "iso-8859-1,iso-8859-1", "latin1,latin1", "cp-850,IBM850",
            "x-windows-949,utf-8",
            "x-nonsense,x-nonsense"})
    void aCharsetHasARegisteredName(String given, String expected) {
        Entity mail = MimeParser
                .parse(Octets.latin1("Content-Type: text/plain; charset=" + given + "\r\n\r\nHello\r\n"));

        Entity named = new NameCharsets().apply(mail, Mails.context());

        assertEquals(expected, named.contentType().parameter("charset").orElseThrow());
    }
}
