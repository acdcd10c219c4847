package org.clubpost.mail.tnef;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtfTest {

    private static Rtf read(String rtf) {
        return Rtf.read(Octets.latin1(rtf), 1252).orElseThrow();
    }

    /** As Outlook writes it (MS-OXRTFEX section 4.1). */
    @Test
    void htmlComesOutAsItWentIn() {
        var rtf = """
                {\\rtf1\\ansi\\ansicpg1251\\fromhtml1 \\fbidis \\deff0{\\fonttbl
                {\\f0\\fswiss Arial;}
                {\\f2\\fnil\\fcharset2 Symbol;}
                {\\f4\\fswiss\\fcharset204 "Arial";}
                {\\f5\\fswiss\\fcharset128 MS PGothic;}}
                {\\colortbl\\red0\\green0\\blue0;\\red0\\green0\\blue255;}
                {\\*\\generator Riched20 15.0;}
                \\uc1\\pard\\plain\\deftab360 \\f0\\fs24
                {\\*\\htmltag19 <html>}\\htmlrtf \\par \\htmlrtf0
                {\\*\\htmltag50 <body lang="DE">}
                {\\*\\htmltag64 <p class="MsoNormal">}\\htmlrtf {\\htmlrtf0
                {\\*\\htmltag148 <b>}\\htmlrtf {\\b \\htmlrtf0 Gr\\u252 ?\\u223\\'dfe\\htmlrtf }\\htmlrtf0
                {\\*\\htmltag156 </b>} \\f4 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2 \\f5 \\'93\\'fa\\'96\\'7b
                {\\*\\htmltag84 &lt;a\\{b\\}}\\htmlrtf x<y \\htmlrtf0{\\*\\mhtmltag84 <a href="cid:no">}
                {\\*\\htmltag72 </p>\\par</body></html>}\\htmlrtf }\\htmlrtf0 }
                """;

        assertEquals(new Rtf("<html><body lang=\"DE\"><p class=\"MsoNormal\"><b>Gr\u00fc\u00dfe</b> "
                + "\u041f\u0440\u0438\u0432\u0435\u0442 \u65e5\u672c&lt;a{b}</p>\r\n</body></html>", Rtf.Kind.HTML),
                read(rtf));
    }

    @Test
    void plainTextComesOutAsItWentIn() {
        assertEquals(new Rtf("Hello\r\n\tall \ud83d\ude00!", Rtf.Kind.TEXT), read(
                "{\\rtf1\\ansi\\ansicpg1252\\fromtext \\deff0{\\fonttbl{\\f0\\fmodern Courier New;}}\r\n"
                        + "\\uc1\\pard\\plain Hello\\par\r\n\\tab all \\u-10179?\\u-8704?!}"));
    }

    @Test
    void ofOtherRtfTheTextIsRead() {
        assertEquals(new Rtf("Dear all,\r\nthe \u201cplan\u201d\u00a0\u2013 see our page\r\n", Rtf.Kind.OWN), read(
                "{\\rtf1\\ansi{\\stylesheet{\\s0 Normal;}}{\\info{\\author Anna}}{\\*\\unknown gone}\\b Dear all,\\b0\\par "
                        + "the \\ldblquote plan\\rdblquote\\~\\endash  see "
                        + "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt our page}}\\par"
                        + "{\\pict\\bin5 }}}}}ffff}}"));
    }

    @ParameterizedTest
    @CsvSource({"1252,\u00fc", "1251,\u044c", "1253,\u03cc", "437,\u207f"})
    void codePageOfTheMailCountsWhereNoneIsNamed(int codePage, String sign) {
        assertEquals(Optional.of(new Rtf(sign, Rtf.Kind.OWN)), Rtf.read(Octets.latin1("{\\rtf1 \\'fc}"), codePage));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\'cf\\'f0", "{\\f1 x}\\'cf\\'f0", "\\f1 x\\plain \\'cf\\'f0", "\\f0 \\'cf\\'f0"})
    void defaultFontTellsTheCharsetWhereNoFontStands(String text) {
        assertEquals("\u041f\u0440", read("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset204 Arial;}"
                + "{\\f1\\fcharset0 Arial;}}\\pard " + text + "}").text().replace("x", ""));
    }

    @Test
    void manyChangesOfTheFontCostLittle() {
        var rtf = "{\\rtf1{\\fonttbl{\\f1\\fcharset204 Arial;}}" + "\\f1 a".repeat(1_400_000) + "}";

        var processor = ManagementFactory.getThreadMXBean();
        var before = processor.getCurrentThreadCpuTime();
        assertEquals(1_400_000, read(rtf).text().length());
        var took = Duration.ofNanos(processor.getCurrentThreadCpuTime() - before);
        assertTrue(took.toSeconds() < 4, took::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\\rtf1", "{\\rtf1 x", "{\\rtf1 \\", "{\\rtf1 \\'", "{\\rtf1 \\'f",
                    "{\\rtf1{\\bin99}}",
                    "\\rtf1 x}", "<html>", "{\\rtf1 {x}"})
    void whatIsBrokenIsNoLetter(String rtf) {
        assertEquals(Optional.empty(), Rtf.read(Octets.latin1(rtf), 1252));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\\rtf1}", "{\\rtf1\\u}", "{\\rtf1\\u99999999?}", "{\\rtf1\\uc99\\u65 }", "{\\rtf1\\'zz}",
                    "{\\rtf1\\bin-1 }", "{\\rtf1\\f-1\\fcharset7 }", "{\\rtf1{\\fonttbl{\\f0\\fcharset999 x;}}}"})
    void oddWordsDoNoHarm(String rtf) {
        assertEquals(Rtf.Kind.OWN, read(rtf).kind());
    }

    @Test
    void groupsAreNotFollowedForEver() {
        assertEquals(Optional.empty(), Rtf.read(Octets.latin1("{\\rtf1 " + "{".repeat(100_000)), 1252));
    }
}
