package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.clubpost.mail.Mails;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillPlaceholdersTest {

    private static final String LINK = "https://lists.example.org/unsubscribe?token=PAGE";

    private static Entity copy(String mail) {
        return MimeParser.parse(Octets.latin1(Mails.copy("From: a@example.com\r\nMIME-Version: 1.0\r\n" + mail)));
    }

    private static String text(Entity entity) {
        Octets body = ((Body.Leaf) entity.body()).octets();
        return new String(TransferDecoder.decode(body, entity.transferEncoding()).orElseThrow().toByteArray(),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "Out: {{unsubscribe_url}} | Out: LINK",
                    "Out: {{ Unsubscribe_URL }} | Out: LINK",
                    "{{unsubscribe_url}}{{unsubscribe_url}} | LINKLINK",
                    "Hi {{member_name}}, {{member_email}} {{unsubscribe_url}} | Hi Änne <Ö>, anna@example.com LINK",
                    "{{list_name}} {{archive_url}}. {{unsubscribe_url}} | Chess Club . LINK",
                    "{{manage_url}} {{unsubscribe_url}} | https://lists.example.org/unsubscribe?token=MANAGE LINK",
                    "{{nonsense}} {{unsubscribe_url {{unsubscribe_url}} | {{nonsense}} {{unsubscribe_url LINK",
                    "{{{unsubscribe_url}}} | {LINK}",
                    "http://{{unsubscribe_url}} | LINK",
                    "HTTPS://{{unsubscribe_url}} | LINK",
                    "http://example.org/{{unsubscribe_url}} | http://example.org/LINK"
            })
    void plainTextIsFilled(String typed, String expected) {
        assertEquals(expected.replace("LINK", LINK) + "\r\n", text(copy("\r\n" + typed + "\r\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "<a href=\"{{unsubscribe_url}}\">x</a> | <a href=\"LINK\">x</a>",
                    "<a href=\"http://{{unsubscribe_url}}\">x</a> | <a href=\"LINK\">x</a>",
                    "<a href=\"%7B%7Bunsubscribe_url%7D%7D\">x</a> | <a href=\"LINK\">x</a>",
                    "<a href=\"http://%7b%7bunsubscribe%5Furl%7d%7d\">x</a> | <a href=\"LINK\">x</a>",
                    "<a href=\"&#123;&#x7B;unsubscribe&#95;url&rcub;&rbrace;\">x</a> | <a href=\"LINK\">x</a>",
                    "{{&nbsp;unsubscribe_url&nbsp;}} | LINK",
                    "<p>{{<span class=SpellE>unsubscribe_url</span>}}</p> | <p>LINK</p>",
                    "<b>{{<i>unsubscribe</i>_url}}</b> | <b>LINK</b>",
                    "{{unsubscribe_url}} <b>{{member</b>_email}} | LINK <b>{{member</b>_email}}",
                    "{{unsubscribe_url}} {{member_name}} | LINK &#196;nne &lt;&#214;&gt;",
                    "{{unsubscribe_url}} <a href=\"https://x.example/?n=%7B%7Bmember_name%7D%7D\"> | LINK <a href=\"https://x.example/?n=%C3%84nne%20%3C%C3%96%3E\">"
            })
    void htmlIsFilledAndEscaped(String typed, String expected) {
        assertEquals(expected.replace("LINK", LINK) + "\r\n",
                text(copy("Content-Type: text/html\r\n\r\n" + typed + "\r\n")));
    }

    @Test
    void theArchiveIsNamedWhereThereIsOne() {
        var archived = Mails.list()
                .with(Mails.list().layout().withArchive("https://a.example/?a=b&id={message-id}"));
        var mail = "From: a@example.com\r\nMessage-ID: <1@example.com>\r\nSubject: {{archive_url}}\r\nContent-Type: text/%s"
                + "\r\n\r\n<a href=\"http://%%7B%%7Barchive_url%%7D%%7D\">{{archive_url}}</a> {{unsubscribe_url}}\r\n";
        var page = "https://a.example/?a=b&id=1%40example.com";

        var html = MimeParser.parse(Octets.latin1(Mails.copy(mail.formatted("html"), archived)));
        var plain = MimeParser.parse(Octets.latin1(Mails.copy(mail.formatted("plain"), archived)));

        var escaped = page.replace("&", "&amp;");
        assertEquals("<a href=\"" + escaped + "\">" + escaped + "</a> " + LINK + "\r\n", text(html));
        assertTrue(text(plain).contains(">" + page + "</a>"), text(plain));
        assertEquals("[news] " + page, FieldText.decode(html.header().value("Subject").orElseThrow()));
    }

    @Test
    void aPlaceholderThatQuotedPrintableHasSplitIsFound() {
        String copy = text(
                copy(Mails.lines("Content-Type: text/html", "Content-Transfer-Encoding: quoted-printable", "",
                        "<a href=3D\"{{unsub=", "scribe=5Furl}=", "}\">x</a>")));

        assertEquals("<a href=\"" + LINK + "\">x</a>\r\n", copy);
    }

    @Test
    void aPlaceholderInBase64IsFound() {
        String body = Base64.getMimeEncoder().encodeToString("Hallo {{member_name}}: {{unsubscribe_url}}!"
                .getBytes(StandardCharsets.UTF_8));

        String copy = text(copy("Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + body + "\r\n"));

        assertEquals("Hallo Änne <Ö>: " + LINK + "!", copy);
    }

    @Test
    void aTextWithATypedLinkGetsNoFooterAndTheOtherAlternativeDoes() {
        Entity copy = copy(Mails.lines("Content-Type: multipart/alternative; boundary=b", "", "--b", "",
                "Out: {{unsubscribe_url}}", "--b", "Content-Type: text/html", "", "<p>Hi</p>", "--b--"));

        Body.Multipart body = (Body.Multipart) copy.body();
        assertEquals("Out: " + LINK, text(body.parts().get(0).entity()));
        assertTrue(text(body.parts().get(1).entity()).contains("<div style="));
    }

    @Test
    void aPlaceholderInAnAttachmentStays() {
        String mail = Mails.copy("MIME-Version: 1.0\r\n" + Mails.lines("Content-Type: multipart/mixed; boundary=b", "",
                "--b", "", "x", "--b", "Content-Disposition: attachment", "", "{{unsubscribe_url}}", "--b--"));

        assertTrue(mail.contains("attachment\r\n\r\n{{unsubscribe_url}}\r\n--b--"), mail);
    }

    @Test
    void theSubjectIsFilledSafely() {
        Entity copy = copy("Subject: Hello {{member_name}}, from {{list_name}}!\r\n\r\nx\r\n");

        assertEquals("[news] Hello Änne <Ö>, from Chess Club!",
                FieldText.decode(copy.header().value("Subject").orElseThrow()));
        assertFalse(copy.header().has("Ö"));
    }
}
