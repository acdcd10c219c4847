package org.clubpost.mail.step;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.Mails;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagSubjectTest {

    private static Entity tagged(String header) {
        return new TagSubject().apply(MimeParser.parse(Octets.latin1(header + "\r\n")), Mails.context());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "Hello | [news] Hello",
                    "`` | [news]",
                    "[news] Hello | [news] Hello",
                    "[NEWS] Hello | [news] Hello",
                    "Hello [news] again | [news] Hello again",
                    "Re: Hello | Re: [news] Hello",
                    "RE: Hello | Re: [news] Hello",
                    "re:Hello | Re: [news] Hello",
                    "Re[2]: Hello | Re: [news] Hello",
                    "Re^3: Hello | Re: [news] Hello",
                    "AW: Re: SV: VS: Hello | Re: [news] Hello",
                    "Antw: Hello | Re: [news] Hello",
                    "Ré : Hello | Re: [news] Hello",
                    "R: Hello | Re: [news] Hello",
                    "Re: [news] Hello | Re: [news] Hello",
                    "Re: [news] Re: [news] Hello | Re: [news] Hello",
                    "[news] Re: Hello | Re: [news] Hello",
                    "Fwd: Hello | [news] Fwd: Hello",
                    "WG: Hello | [news] WG: Hello",
                    "TR: Hello | [news] TR: Hello",
                    "Re: Fwd: Hello | Re: [news] Fwd: Hello",
                    "Reminder: Hello | [news] Reminder: Hello",
                    "Area: Hello | [news] Area: Hello",
                    "Re: Größe ändern | Re: [news] Größe ändern",
                    "Re：全角 | Re: [news] 全角"
            })
    void theTagIsThereOnceAfterOneRe(String subject, String expected) {
        assertEquals(expected, TagSubject.tagged(subject, Mails.list().layout(), 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "Hello | [chess 13] Hello",
                    "Re: [chess 12] x | Re: [chess 13] x",
                    "AW: [Chess 12] Re: [chess 9] x | Re: [chess 13] x",
                    "[chess 12] Re: x | Re: [chess 13] x",
                    "x (was: [chess 12] y) | [chess 13] x (was: y)",
                    "[chess] x | [chess 13] [chess] x",
                    "[chess 13] x | [chess 13] x"
            })
    void theNumberIsThatOfThePostAndNoOther(String subject, String expected) {
        assertEquals(expected, TagSubject.tagged(subject, Mails.list().layout().withSubjectTag("[chess %d]"), 13));
    }

    @ParameterizedTest
    @CsvSource({"%d:,13: x", "(%d),(13) x", "100% [%d],100% [13] x", "[a.b],[a.b] x"})
    void tagMayLookLikeAnything(String tag, String expected) {
        Layout layout = Mails.list().layout().withSubjectTag(tag);

        assertEquals(expected, TagSubject.tagged("x", layout, 13));
        assertEquals(expected, TagSubject.tagged(expected, layout, 13));
    }

    @Test
    void theSubjectOfAReplyIsNumberedAnew() {
        MailingList list = Mails.list().with(Mails.list().layout().withSubjectTag("[chess %d]"));
        var context = new PostContext(list, Mails.context().links(), Map.of(),
                new PostContext.Arrival(Instant.EPOCH, 13));

        Entity mail = new TagSubject().apply(
                MimeParser.parse(Octets.latin1("Subject: =?utf-8?Q?Re:_[chess_12]_Gr=C3=BC=C3=9Fe?=\r\n\r\n")),
                context);

        assertEquals("Re: [chess 13] Grüße", FieldText.decode(mail.header().value("Subject").orElseThrow()));
    }

    @Test
    void encodedWordsAreReadAndWritten() {
        Entity mail = tagged("Subject: =?iso-8859-1?Q?AW:_Gr=FC?=\r\n =?iso-8859-1?Q?=DFe?=\r\n");

        assertEquals("Re: [news] Grüße", FieldText.decode(mail.header().value("Subject").orElseThrow()));
    }

    @Test
    void rawUtf8IsUnderstood() {
        Entity mail = tagged("Subject: Gr\u00c3\u00bc\u00c3\u009fe\r\n");

        assertEquals("[news] Grüße", FieldText.decode(mail.header().value("Subject").orElseThrow()));
    }

    /** Octets of the field's body as they go out, on one line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "=?utf-8?B?R3LDvMOfZQ==?= | [news] =?utf-8?B?R3LDvMOfZQ==?=",
                    "=?utf-8?B?R8M=?= =?utf-8?B?pHN0ZQ==?= | [news] =?utf-8?B?R8M=?= =?utf-8?B?pHN0ZQ==?=",
                    "AW: =?utf-8?Q?Gr=C3=BC?= | Re: [news] =?utf-8?Q?Gr=C3=BC?=",
                    "AW:=?utf-8?Q?Gr=C3=BC?= | Re: [news] =?utf-8?Q?Gr=C3=BC?=",
                    "=?utf-8?Q?AW:_Gr=C3=BC?= =?utf-8?Q?=C3=9Fe?= | Re: [news] =?UTF-8?Q?Gr=C3=BC?= =?utf-8?Q?=C3=9Fe?=",
                    "=?utf-8?Q?AW:?= =?utf-8?Q?_Gr=C3=BC=C3=9Fe?= | Re: [news] =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=",
                    "=?utf-8?Q?AW=3A_[news]_?= =?utf-8?Q?=C3=9Fe?= | Re: [news] =?utf-8?Q?=C3=9Fe?=",
                    "Re: [news] =?utf-8?Q?=C3=9Fe?= | Re: [news] =?utf-8?Q?=C3=9Fe?=",
                    "=?utf-8?Q?=E5=9B=9E=E5=A4=8D=EF=BC=9A?= =?gb2312?B?uPc=?= | Re: [news] =?gb2312?B?uPc=?=",
                    "=?utf-8?Q?Re=3A_Hello?= | Re: [news] Hello",
                    "=?gb2312?B?6V+V/g==?= | [news] =?gb2312?B?6V+V/g==?=",
                    "=?iso-8859-8-i?Q?=F9=EC=E5=ED?= | [news] =?iso-8859-8-i?Q?=F9=EC=E5=ED?=",
                    "=?x-no?Q?a=FC?= b | [news] =?x-no?Q?a=FC?= b",
                    "Re: =?x-no?Q?a=FC?= =?x-no?Q?a=FC?= | Re: [news] =?x-no?Q?a=FC?= =?x-no?Q?a=FC?=",
                    "a  b =? c | [news] a  b =? c",
                    "=?utf-8?Q?Gr=C3=BC [news] x?= | [news] =?UTF-8?Q?Gr=C3=BC_x?=",
                    "=?utf-8?Q?x=0D=0ABcc:_a@b.c=E2=80=AE?= | [news] x  Bcc: a@b.c"
            })
    void whatTheAuthorWroteKeepsItsOctets(String subject, String expected) {
        String written = tagged("Subject: " + subject + "\r\n").header().first("Subject").orElseThrow().raw().latin1();

        assertEquals("Subject: " + expected + "\r\n", written.replace("\r\n ", " "));
        assertEquals(FieldText.decode(expected), FieldText.decode(written.substring(9).replace("\r\n", "")));
    }

    @Test
    void theFoldsStayValid() {
        String word = "=?utf-8?Q?" + "Gr=C3=BC=C3=9Fe_".repeat(3) + "?=";
        String written = tagged("Subject: " + (word + "\r\n ").repeat(6).strip() + "\r\n").header().first("Subject")
                .orElseThrow().raw().latin1();

        assertEquals(0, written.lines().filter(line -> line.length() > 78 || line.isBlank()).count(), written);
        assertEquals("[news] " + "Grüße ".repeat(18), FieldText.decode(written.substring(9).replace("\r\n", "")));
    }

    @Test
    void everyCharacterOfARawSubjectStaysThatCanBeRead() {
        String cut = new String("Grüße an alle Freundeü".getBytes(UTF_8), ISO_8859_1);
        Entity mail = tagged("Subject: " + cut.substring(0, cut.length() - 1) + "\r\n");

        assertEquals("[news] Grüße an alle Freunde\uFFFD",
                FieldText.decode(mail.header().value("Subject").orElseThrow()));
    }

    @Test
    void aSubjectThatIsFineKeepsItsBytes() {
        assertEquals("Subject: [news] Hello\r\n", tagged("Subject: [news] Hello\r\n").header().first("Subject")
                .orElseThrow().raw().latin1());
    }

    @Test
    void aMailWithoutASubjectGetsOne() {
        assertEquals("[news]", tagged("A: b\r\n").header().value("Subject").orElseThrow());
    }
}
