package org.clubpost.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Random;
import org.clubpost.mail.Mails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeParserTest {

    private static Entity parse(String mail) {
        return MimeParser.parse(Octets.latin1(mail));
    }

    private static Body.Multipart multipart(Entity entity) {
        return assertInstanceOf(Body.Multipart.class, entity.body());
    }

    private static String body(Entity entity) {
        return assertInstanceOf(Body.Leaf.class, entity.body()).octets().latin1();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "", "\r\n", "\n", "\r", "\0", "a", "Subject: x", "Subject: x\r\n", "Subject: x\r\n\r\n",
                    "\r\n\r\nbody",
                    "Subject: x\n folded\n\nbody\n", "Subject: bare\rreturn\r\n\r\nbody\rwith\rreturns",
                    " fold first\r\nA: b\r\n\r\n",
                    "From someone Mon Jan 1\nSubject: x\n\nbody", "no header at all\r\njust text",
                    "Subject: x\r\nno colon\r\n\r\nbody",
                    "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
                    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--",
                    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b",
                    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n--b\r\n--b--",
                    "Content-Type: multipart/mixed; boundary=b\n\npre\n--b\n\none\n--b  \nX: y\n\ntwo\n--b--\nepi\n--b\n",
                    "Content-Type: multipart/mixed; boundary=b\r\n\r\nnever\r\n",
                    "Content-Type: multipart/mixed;;\r\n\r\n--b\r\n",
                    "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n\r\n--\r\n",
                    "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nx\r\n--a--\r\n--a--\r\n"
            })
    void whatIsReadIsWrittenBackByteForByte(String mail) {
        assertEquals(mail, MimeWriter.toOctets(parse(mail)).latin1());
    }

    @Test
    void randomPilesOfMailFragmentsAreWrittenBackByteForByte() {
        List<String> fragments = List.of("\r\n", "\n", "\r", "--b", "--b--", "--",
                "Content-Type: multipart/mixed; boundary=b",
                "Content-Type: multipart/alternative; boundary=\"b2\"", "--b2", "--b2--", "Subject: x", " fold", "\t",
                "text",
                ":", "\0", "\u00fc", "=\r\n", "From x", "\r\n\r\n");
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            var mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b\r\n");
            for (int i = random.nextInt(30); i > 0; i--) {
                mail.append(fragments.get(random.nextInt(fragments.size())));
            }

            byte[] written = MimeWriter.toOctets(parse(mail.toString())).toByteArray();

            assertArrayEquals(mail.toString().getBytes(ISO_8859_1), written);
        }
    }

    @Test
    void preamblePartsAndEpilogueAreToldApart() {
        Entity mail = parse(
                "Content-Type: multipart/mixed; boundary=\"b c\"\r\n\r\npre\r\n--b c\r\n\r\none\r\n--b cd\r\n"
                        + "--b c\t\r\nX: y\r\n\r\ntwo\r\n\r\n--b c--\r\nepilogue");

        Body.Multipart body = multipart(mail);
        assertEquals("pre", body.preamble().latin1());
        assertEquals(List.of("one\r\n--b cd", "two\r\n"),
                body.parts().stream().map(part -> body(part.entity())).toList());
        assertEquals("y", body.parts().get(1).entity().header().value("x").orElseThrow());
        assertEquals("epilogue", body.epilogue().latin1());
    }

    @Test
    void aMissingClosingDelimiterEndsWithTheMail() {
        Body.Multipart body = multipart(parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo\n"));

        assertEquals(List.of("one", "two\n"), body.parts().stream().map(part -> body(part.entity())).toList());
        assertEquals(Octets.EMPTY, body.closing());
    }

    @Test
    void theOuterBoundaryEndsAnUnclosedInnerMultipart() {
        Entity mail = parse(Mails.lines("Content-Type: multipart/mixed; boundary=o", "", "--o",
                "Content-Type: multipart/mixed; boundary=i", "", "--i", "", "inner", "--o", "", "outer", "--o--"));

        List<Body.Part> parts = multipart(mail).parts();
        assertEquals(2, parts.size());
        assertEquals("inner", body(multipart(parts.get(0).entity()).parts().getFirst().entity()));
    }

    @Test
    void aMultipartWhoseBoundaryNeverAppearsIsALeaf() {
        assertEquals("--other\r\n", body(parse("Content-Type: multipart/mixed; boundary=b\r\n\r\n--other\r\n")));
    }

    @Test
    void nestedMessagesAreNotEntered() {
        String nested = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n";

        assertEquals(nested, body(parse("Content-Type: message/rfc822\r\n\r\n" + nested)));
    }

    @Test
    void multipartsDeeperThanTheLimitAreLeaves() {
        var mail = new StringBuilder();
        for (int depth = 0; depth < MimeParser.MAX_DEPTH + 10; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(depth).append("\n\n--b").append(depth)
                    .append('\n');
        }

        Entity entity = parse(mail.toString());

        int depth = 0;
        while (entity.body() instanceof Body.Multipart multipart) {
            entity = multipart.parts().getFirst().entity();
            depth++;
        }
        assertEquals(MimeParser.MAX_DEPTH, depth);
        assertEquals(mail.toString(), MimeWriter.toOctets(parse(mail.toString())).latin1());
    }

    @Test
    void morePartsThanTheLimitMakeALeaf() {
        String mail = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n".repeat(MimeParser.MAX_PARTS + 1);

        assertInstanceOf(Body.Leaf.class, parse(mail).body());
    }

    @Test
    void malformedHeaderLinesStayWhereTheyAre() {
        Entity mail = parse("From me Mon\r\nA: 1\r\nno field\r\nB : 2\r\n\r\nbody");

        List<HeaderLine> lines = mail.header().lines();
        assertEquals(List.of("", "A", "", "B"), lines.stream().map(HeaderLine::name).toList());
        assertEquals("body", body(mail));
    }

    @Test
    void withoutAnEmptyLineTheHeaderEndsBeforeTheFirstLineThatIsNone() {
        Entity mail = parse("Subject: x\r\nHello, this is text.\r\nNote: it goes on\r\n");

        assertEquals(1, mail.header().lines().size());
        assertEquals("Hello, this is text.\r\nNote: it goes on\r\n", body(mail));
    }

    @Test
    void aFoldedFieldIsUnfolded() {
        assertEquals("one\ttwo three",
                parse("Subject: one\r\n\ttwo\n three\r\n\r\n").header().value("subject").orElseThrow());
    }

    @Test
    void editingOneFieldLeavesTheOthersAsTheyWere() {
        Entity mail = parse("a : 1\n  folded\nSubject: old\nsubject: older\nB:2\n\nbody");

        Entity edited = mail.with(mail.header().with("Subject", "new"));

        assertEquals("a : 1\n  folded\nSubject: new\r\nB:2\n\nbody", MimeWriter.toOctets(edited).latin1());
    }
}
