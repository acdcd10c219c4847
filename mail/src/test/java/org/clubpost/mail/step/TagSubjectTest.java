package org.clubpost.mail.step;

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
