package org.clubpost.mail.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "text/html; charset=utf-8 | text | html | utf-8",
                    "Text/HTML (a comment); Charset=\"UTF-8\" | text | html | UTF-8",
                    "text; charset=utf-8 | text | plain | utf-8",
                    "text/plain; charset= | text | plain | ``",
                    "multipart/mixed; boundary=b; charset; charset=x | multipart | mixed | x",
                    "text/plain; charset*=us-ascii'en'utf-8 | text | plain | utf-8",
                    "text/plain;; charset=utf-8 | text | plain | utf-8",
                    ";; | application | octet-stream | none",
                    "text/plain charset=utf-8 | text | plain | utf-8",
                    "text/plain> | text | plain | none",
                    "application/pdf name=x.pdf | application | pdf | none",
                    "text / plain; charset=utf-8 | application | octet-stream | none",
                    "(comment) text/plain | text | plain | none",
                    "/ | application | octet-stream | none"
            })
    void isReadAsWellAsItCanBe(String value, String type, String subtype, String charset) {
        var parsed = ContentType.parse(value);

        assertEquals(type + "/" + subtype, parsed.type() + "/" + parsed.subtype());
        assertEquals(charset, parsed.parameter("charset").orElse("none"));
    }

    @Test
    void aChangedParameterLeavesTheOthers() {
        var type = ContentType.parse("text/plain; format=flowed; charset=us-ascii; name=\"a b.txt\"");

        assertEquals(Map.of("format", "flowed", "charset", "UTF-8", "name", "a b.txt"),
                ContentType.parse(type.with("charset", "UTF-8").toField().value()).parameters());
    }
}
