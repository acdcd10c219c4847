package org.clubpost.mail.field;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnstructuredTest {

    private static String octets(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String base64(String label, byte[] bytes) {
        return "=?" + label + "?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    private static String q(String label, byte[] bytes) {
        var word = new StringBuilder("=?" + label + "?q?");
        for (byte b : bytes) {
            word.append("=%02X".formatted(b & 0xFF));
        }
        return word + "?=";
    }

    @ParameterizedTest
    @CsvSource({"utf-8,Grüße an alle 🎲♟️ 各位", "utf-8,مرحبا שלום สวัสดี", "gb2312,各位好朋友", "big5,各位好朋友",
            "shift_jis,新しいお知らせ表示",
            "euc-jp,新しいお知らせ", "euc-kr,안녕하세요", "ks_c_5601-1987,똠방각하", "windows-1251,Привет", "koi8-r,Привет",
            "iso-8859-8-i,שלום", "windows-1256,مرحبا", "tis-620,สวัสดี"})
    void aTextMayBeSplitAtEachOctet(String label, String text) {
        var bytes = text.getBytes(org.clubpost.mail.charset.CharsetLabels.read(label).orElseThrow());
        for (int i = 1; i < bytes.length; i++) {
            var first = Arrays.copyOfRange(bytes, 0, i);
            var second = Arrays.copyOfRange(bytes, i, bytes.length);
            for (String gap : List.of(" ", "\t", "  ", "")) {
                var split = base64(label, first) + gap + base64(label, second);
                assertEquals(text, FieldText.decode(split), split);
                assertEquals(split, Unstructured.of(split).written("Subject").replace("\r\n", ""));
            }
            assertEquals(text, FieldText.decode(q(label, first) + " " + q(label, second)));
        }
    }

    @Test
    void aTextMayBeSplitOverManyWords() {
        var text = "🎲♟️ 各位 Grüße";
        var words = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            words.append(base64("utf-8", new byte[]{b})).append(' ');
        }
        assertEquals(text, FieldText.decode(words.toString()).strip());
    }

    @Test
    void theBase64OfAWholeTextMayBeCutAnywhere() {
        var text = "Grüße an alle Freunde";
        var all = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        for (int i = 1; i < all.length(); i++) {
            var cut = "=?utf-8?B?" + all.substring(0, i) + "?= =?utf-8?B?" + all.substring(i) + "?=";
            assertEquals(text, FieldText.decode(cut), cut);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"=?utf-8?Q?Gr=C3=BC=C3=9Fe an alle?= | Grüße an alle", "=?UTF-8?q?Gr=c3=bc?= | Grü",
                    "=?utf-8?b?R3LDvA?= | Grü", "=?utf-8*de?Q?Gr=C3=BC?= | Grü", "=?utf8?Q?Gr=C3=BC?= | Grü",
                    "=?iso-8859-1?Q?=93Chess=94_=96_only_=805?= | “Chess” – only €5", "=?utf-8?Q?a?=b | ab",
                    "=?utf-8?Q?a_=3D?= x | a = x", "a=?utf-8?Q?_=C3=BC?= | a ü",
                    "=?utf-8?Q?=C3=BC?= =?utf-8?Q?=C3=BC?= | üü",
                    "=?utf-8?Q?=C3=BC?= x =?utf-8?Q?=C3=BC?= | ü x ü", "=?utf-8?Q?=C3?= | \uFFFD",
                    "=?utf-8?Q?=C3=BC=FF=C3=BC?= | ü\uFFFDü", "=?utf-8?Q?=C3=BC?= =?latin1?Q?=FC?= | üü",
                    "=?unicode-1-1-utf-7?Q?Gr+APw-?= | Grü", "=?iso-2022-jp?B?GyRCJCobKEI=?= | お",
                    "=?iso-2022-jp?B?GyRCJCo=?= =?iso-2022-jp?B?JCobKEI=?= | おお", "=?x-no?Q?a=FC?= | =?x-no?Q?a=FC?=",
                    "=?x-no?Q?a?= =?utf-8?Q?=C3=BC?= | =?x-no?Q?a?= ü", "a =? b ?= c | a =? b ?= c",
                    "=?utf-8?Q?unclosed | =?utf-8?Q?unclosed", "=?utf-8?X?a?= | =?utf-8?X?a?=",
                    "=??Q?a?= | =??Q?a?=", "=?utf-8?Q??= | ``", "=?utf-8?Q?a=?utf-8?Q?b?= | =?utf-8?Q?ab"})
    void wordsAreReadAsProgramsReadThem(String given, String text) {
        assertEquals(text, FieldText.decode(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain words", "=?x-no?Q?a=FC?=", "=?x-no?Q?a?= =?x-no?Q?b?=", "=?utf-8?B?R3LDvA?=",
                    "=?iso-8859-8-i?B?+ezl7SDs6+Xs7Q==?=", "a =?utf-8?Q?=C3=BC?= b",
                    "=?gb2312?B?6V+V/g==?=\t=?gb2312?B?6V+V/g==?=",
                    "1 =? 2", "=?utf-8?Q?=C3?=", "two  blanks"})
    void whatCanStayKeepsItsOctets(String given) {
        assertEquals(given, Unstructured.of(given).written("Subject"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "Grüße =?x-no?Q?a?= Grüße | =?UTF-8?Q?Gr=C3=BC=C3=9Fe_?= =?x-no?Q?a?= =?UTF-8?Q?_Gr=C3=BC=C3=9Fe?=",
                    "=?utf-8?Q?a_b c?= | a b c", "=?utf-8?Q?Gr=C3=BC b?= | =?UTF-8?Q?Gr=C3=BC_b?=",
                    "=?utf-8?Q?=E2=80=AEabc=0D=0Ax?= | abc  x"})
    void whatCannotStayIsWrittenAnew(String given, String written) {
        assertEquals(written, Unstructured.of(octets(given)).written("Subject").replace("\r\n", ""));
    }

    @Test
    void rawBytesBecomeWordsWithEveryGoodCharacter() {
        var cut = octets("Grüße an alle Freundeü");
        var written = Unstructured.of(cut.substring(0, cut.length() - 1)).written("Subject");

        assertEquals("Grüße an alle Freunde\uFFFD", FieldText.decode(written));
        assertTrue(written.chars().allMatch(c -> c < 128));
    }

    @Test
    void whatIsCutOutTakesNothingElseAlong() {
        var given = Unstructured.of("AW: =?utf-8?Q?Re:_Gr=C3=BC?= =?utf-8?Q?=C3=9Fe?= [t] =?utf-8?Q?=C3=BC?=");
        assertEquals("AW: Re: Grüße [t] ü", given.text());

        var without = given.without(List.of(new Unstructured.Cut(0, 8, ""), new Unstructured.Cut(13, 18, " ")));

        assertEquals("Grüße ü", without.text());
        var written = without.written("Subject", "[news]").replace("\r\n", "");
        assertTrue(written.endsWith("=?utf-8?Q?=C3=9Fe?= =?utf-8?Q?=C3=BC?="), written);
        assertEquals("[news] Grüßeü", FieldText.decode(written).replace(" ü", "ü"));
    }

    @Test
    void aTextInFrontIsToldFromTheWordsBehindIt() {
        var words = Unstructured.of("=?utf-8?Q?=C3=BC?=");

        assertEquals("[chess] =?utf-8?Q?=C3=BC?=", words.written("Subject", "[chess]"));
        assertEquals("[Schäch] ü", FieldText.decode(words.written("Subject", "[Schäch]")));
        assertEquals("[Schäch] a", FieldText.decode(Unstructured.of("a").written("Subject", "[Schäch]")));
        assertEquals("[Schäch]", FieldText.decode(Unstructured.of("").written("Subject", "[Schäch]")));
        assertEquals("=?a?= a", FieldText.decode(Unstructured.of("a").written("Subject", "=?a?=")));
    }

    @Test
    void noLineIsTooLong() {
        for (String given : List.of("x".repeat(3_000), octets("ü".repeat(20_000)), "=?utf-8?q?a?= ".repeat(5_000),
                "=?utf-8?q?" + "=C3=BC".repeat(500) + "?=", " ", "\0\0")) {
            var written = Unstructured.of(given).written("Subject", "[t]");
            assertTrue(written.lines().allMatch(line -> line.length() < 998 && !line.isBlank()), given);
            assertFalse(written.contains("\0"));
        }
    }

    @Test
    void anyCharsetMayStandBesideAnother() {
        var text = new StringBuilder();
        var words = new StringBuilder();
        for (String label : List.of("utf-8", "iso-8859-1", "windows-1252", "cp850")) {
            text.append("ü");
            words.append(base64(label, "ü".getBytes(Charset.forName(label)))).append("\r\n ".substring(2));
        }
        assertEquals(text.toString(), FieldText.decode(words.toString()).strip());
    }
}
