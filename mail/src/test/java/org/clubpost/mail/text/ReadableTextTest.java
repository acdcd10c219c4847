package org.clubpost.mail.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.clubpost.mail.Mails;
import org.clubpost.mail.charset.CharsetLabels;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of every charset can be read and written under. */
class ReadableTextTest {

    private static Entity mail(String label, byte[] content) {
        return MimeParser.parse(Octets.latin1(Mails.lines(
                "Content-Type: text/plain" + (label.isEmpty() ? "" : "; charset=\"" + label + "\""),
                "Content-Transfer-Encoding: base64", "", Base64.getMimeEncoder().encodeToString(content))));
    }

    private static EditableText open(String label, byte[] content) {
        return (EditableText) TextPart.open(mail(label, content));
    }

    /** The text as its reader sees it after an addition. */
    private static String with(EditableText given, String addition) {
        var text = given.holding(addition);
        assertTrue(text.holds(addition));
        var pieces = new ArrayList<>(text.pieces());
        pieces.add(text.piece(addition));
        Entity written = text.with(pieces).close();
        String label = written.contentType().parameter("charset").orElse("us-ascii");
        return new String(bytes(text.with(pieces)),
                CharsetLabels.strictly(label).or(() -> CharsetLabels.read(label)).orElseThrow());
    }

    private static byte[] bytes(EditableText text) {
        return Octets.concat(text.pieces().stream().map(piece -> ((Piece.Fixed) piece).octets()).toList())
                .toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"utf-8,Grüße 🎲", "gb2312,各位好朋友開會", "gbk,各位", "gb18030,各位好🎲", "hz-gb-2312,abc", "big5,各位好朋友",
            "shift_jis,新しい①髙", "iso-2022-jp,新しい①", "euc-jp,新しい①", "euc-kr,똠방각하", "ks_c_5601-1987,똠방각하",
            "iso-8859-8-i,שלום", "windows-1256,مرحبا", "tis-620,สวัสดี", "x-mac-cyrillic,Привет", "macintosh,Grüße",
            "koi8-r,Привет", "iso-8859-10,Ąĸ", "iso-8859-14,Ẁ", "utf-16,Grüße an alle", "utf-16le,各位好朋友，重要",
            "utf-32,Grüße"})
    void aTextOfAnyCharsetTakesAnyAddition(String label, String words) {
        var charset = CharsetLabels.read(label).orElseThrow();
        var bytes = charset.canEncode() ? words.getBytes(charset) : words.getBytes(UTF_8);

        for (String addition : List.of(" Leave", " über „fünf“ – 5 €", " 日本語 🎲")) {
            var text = open(label, bytes);
            var written = with(text, addition);
            assertTrue(written.endsWith(addition), written);
            if (!addition.equals(" Leave") || text.charset().equals(UTF_8)) {
                assertEquals(words + addition, written);
            }
        }
    }

    @Test
    void whatALabelSaysIsNotStretched() {
        var bytes = "Hello “Anna” – it costs € 5…".getBytes(Charset.forName("windows-1252"));
        var text = open("iso-8859-1", bytes);

        assertTrue(text.holds("über"));
        assertFalse(text.holds("€"));
        assertEquals("iso-8859-1", text.close().contentType().parameter("charset").orElseThrow());
        assertEquals("Hello “Anna” – it costs € 5… „fünf“ €", with(text, " „fünf“ €"));
        assertEquals("Hello “Anna” – it costs € 5…", new String(bytes(open("us-ascii", bytes).inUtf8()), UTF_8));
    }

    @Test
    void whatIsNotTouchedKeepsItsBytes() {
        for (String label : List.of("iso-8859-1", "us-ascii", "", "windows-1255", "utf-8", "koi8-r")) {
            var bytes = "a\u0093\u00e9\u00aa".getBytes(ISO_8859_1);
            assertEquals(List.of(new Piece.Fixed(Octets.of(bytes))), open(label, bytes).pieces());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-unknown", "x-user-defined", "none"})
    void anUnknownLabelDoesNotMatterWhereTheTextIsPlain(String label) {
        assertEquals("us-ascii",
                open(label, "Hi".getBytes(UTF_8)).close().contentType().parameter("charset").orElseThrow());
        assertEquals("Grüße …", with(open(label, "Grüße".getBytes(UTF_8)), " …"));
        assertTrue(TextPart.open(mail(label, "Gr\u00fc".getBytes(ISO_8859_1))) instanceof TextPart.Undecodable);
    }

    @Test
    void aWrongLabelIsSeenThrough() {
        assertEquals("Grüße an alle! …", with(open("iso-2022-jp", "Grüße an alle!".getBytes(UTF_8)), " …"));
        assertEquals("Hello …", with(open("utf-16", "Hello".getBytes(UTF_8)), " …"));
        assertEquals("お知らせ …", with(open("", "お知らせ".getBytes(Charset.forName("iso-2022-jp"))), " …"));
        assertTrue(TextPart.open(
                mail("iso-2022-jp", "\u00ff\u00fe\u00fd\u00fc".getBytes(ISO_8859_1))) instanceof TextPart.Undecodable);
    }

    @Test
    void oneBadByteCostsOneCharacter() {
        assertEquals("你好\uFFFD你 …", with(open("gb2312", new byte[]{(byte) 0xC4, (byte) 0xE3, (byte) 0xBA, (byte) 0xC3,
                (byte) 0xFF, (byte) 0xC4, (byte) 0xE3}), " …"));
    }

    @ParameterizedTest
    @CsvSource({"R3LDvMOf~~-- ~scanned (c)!~,Grüß~-- ~scanned (c)!~", "R3LDvA==~R3LDvA==~-~,GrüGrü-~",
            "R3LDvA==~free mail!~,Grüfree mail!~"})
    void linesBehindBase64StandBehindTheText(String body, String expected) {
        var text = (EditableText) TextPart.open(MimeParser.parse(Octets.latin1(Mails.lines(
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "")
                + body.replace("~", "\r\n"))));

        assertEquals(expected.replace("~", "\r\n"), new String(bytes(text), UTF_8));
    }

    private static Entity html(String label, String html, Charset charset) {
        return MimeParser.parse(Octets.latin1(Mails.lines("Content-Type: text/html" + label,
                "Content-Transfer-Encoding: base64", "",
                Base64.getMimeEncoder().encodeToString(html.getBytes(charset)))));
    }

    @Test
    void whatHtmlSaysOfItselfIsKeptTrue() {
        var page = "<html><META http-equiv=x content='text/html; charset=gb2312'>各位好";
        var converted = (EditableText) TextPart.open(html("; charset=gb2312", page, Charset.forName("gbk")));
        assertEquals(page.replace("gb2312", "utf-8"), new String(bytes(converted), UTF_8));

        var silent = (EditableText) TextPart.open(html("", page, Charset.forName("gbk")));
        assertEquals(page.replace("gb2312", "utf-8"), new String(bytes(silent), UTF_8));

        var cyrillic = "<meta charset=\"windows-1251\">Привет";
        var russian = (EditableText) TextPart.open(html("", cyrillic, Charset.forName("windows-1251")));
        assertEquals(cyrillic.replace("windows-1251", "utf-8"), new String(bytes(russian.inUtf8()), UTF_8));
        assertEquals(cyrillic, new String(bytes(russian), Charset.forName("windows-1251")));

        var plain = (EditableText) TextPart.open(html("", "<meta charset=x-no>Grüße", UTF_8));
        assertEquals("<meta charset=x-no>Grüße", new String(bytes(plain), UTF_8));
    }
}
