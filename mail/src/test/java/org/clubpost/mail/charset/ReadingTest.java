package org.clubpost.mail.charset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {

    private static final List<String> WORDS = List.of("Grüße aus Köln – „fünf €“", "Příliš žluťoučký kůň",
            "Съешь ещё этих мягких булок", "Ξεσκεπάζω την ψυχοφθόρα", "שלום לכולם", "مرحبا بالجميع", "สวัสดีชาวโลก",
            "新しいお知らせ①", "各位好朋友，重要通知", "各位好朋友，重要通知：聚會", "안녕하세요 똠방각하", "Ünïcødé 🎲♟️",
            "Türkçe ığüşöç", "Tiếng Việt");

    static Stream<Charset> charsets() {
        return Stream.concat(Charset.availableCharsets().values().stream().filter(Charset::canEncode),
                Stream.of("windows-1252", "windows-1255", "iso-8859-10", "iso-8859-14", "tis-620")
                        .map(label -> CharsetLabels.read(label).orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void realWordsComeBackFromEveryCharsetThatHasThem(Charset charset) {
        for (String word : WORDS) {
            if (charset.newEncoder().canEncode(word)) {
                var reading = Reading.of(word.getBytes(charset), charset);
                assertEquals(word, reading.text());
                assertTrue(reading.isWhole());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"utf-8,47 72 c3 bc c3 9f 65 20 c3,Grüße \uFFFD,1", "utf-8,c3 28 c3 bc,\uFFFD(ü,1",
            "gb2312,ff c4 e3,\uFFFD你,1", "shift_jis,82 a0 ff 82 a2,あ\uFFFDい,1", "euc-kr,b0 a1 ff,가\uFFFD,1",
            "windows-1253,aa c1,\uFFFDΑ,1", "utf-7,41 ff 42,A\uFFFDB,1", "utf-7,2b 32 44 30 2d,\uFFFD,0",
            "utf-7,61 2b 62 20 2b 2d 20 2b,'a + ',0", "hz-gb-2312,7e 7b 44 63 21 7e 7e 0a 41,你\uFFFDA,1"})
    void aByteThatMeansNothingCostsOneCharacter(String label, String hex, String text, int lost) {
        var reading = Reading.of(HexFormat.of().parseHex(hex.replace(" ", "")),
                CharsetLabels.read(label).orElseThrow());
        if (!label.startsWith("hz") && !text.startsWith("a")) {
            assertEquals(text, reading.text());
        }
        assertTrue(reading.lost() <= Math.max(lost, 2), reading::toString);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE,Hello friends", "UTF-16LE,Hello friends", "UTF-16BE,各位好朋友，重要通知。", "UTF-16LE,各位好朋友，重要通知。",
            "UTF-16LE,Привет всем, друзья", "UTF-16BE,Привет всем", "UTF-16LE,안녕하세요 여러분", "UTF-16LE,สวัสดี ชาวโลก",
            "UTF-16BE,مرحبا بالجميع", "UTF-16LE,x"})
    void utf16WithoutAMarkIsReadInTheOrderThatMakesText(String order, String text) {
        for (String label : List.of("utf-16", "utf-16le", "utf-16be", "unicode")) {
            assertEquals(text,
                    Reading.of(text.getBytes(Charset.forName(order)), CharsetLabels.read(label).orElseThrow()).text());
        }
    }

    @Test
    void aMarkDecidesTheOrderAndGoes() {
        var big = "\uFEFF一".getBytes(StandardCharsets.UTF_16BE);
        var little = "\uFEFF一".getBytes(StandardCharsets.UTF_16LE);
        var label = CharsetLabels.read("utf-16le").orElseThrow();

        assertEquals("一", Reading.of(big, label).text());
        assertEquals("一", Reading.of(little, label).text());
    }

    @Test
    void asciiThatIsLabelledUtf16IsAscii() {
        assertEquals("Hello\r\n", Reading.of("Hello\r\n".getBytes(StandardCharsets.US_ASCII),
                CharsetLabels.read("utf-16").orElseThrow()).text());
    }

    @Test
    void ourCharsetsKeepToTheContractOfCharsets() {
        for (String label : List.of("utf-7", "hz-gb-2312")) {
            var charset = CharsetLabels.read(label).orElseThrow();
            assertFalse(charset.canEncode());
            assertTrue(charset.contains(StandardCharsets.US_ASCII));
            assertThrows(UnsupportedOperationException.class, charset::newEncoder);
        }
        var welsh = CharsetLabels.read("iso-8859-14").orElseThrow();
        assertEquals("?Ẁ?", new String("日Ẁ🎲".getBytes(welsh), welsh));
        assertFalse(welsh.contains(StandardCharsets.UTF_8));
    }

    @Test
    void aLongTextIsReadWhole() {
        var bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) 0xA4);
        assertEquals(50_000, Reading.of(bytes, CharsetLabels.read("gbk").orElseThrow()).text().length());
        for (String label : List.of("utf-7", "hz-gb-2312", "windows-1252")) {
            var text = "x".repeat(100_000);
            assertEquals(text,
                    Reading.of(text.getBytes(StandardCharsets.US_ASCII), CharsetLabels.read(label).orElseThrow())
                            .text());
        }
    }
}
