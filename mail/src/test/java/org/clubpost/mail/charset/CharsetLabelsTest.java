package org.clubpost.mail.charset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetLabelsTest {

    private static final String ALL_ASCII = "Hello ~{|}\\ 0-9 A_Z @ #1";

    private static Stream<String> labels() throws IOException {
        var table = new Properties();
        try (var in = CharsetLabels.class.getResourceAsStream("charsets.properties")) {
            table.load(in);
        }
        return table.values().stream().flatMap(labels -> Stream.of(labels.toString().split(" ", -1)));
    }

    private static String read(String label, String hex) {
        return Reading.of(HexFormat.of().parseHex(hex.replace(" ", "")), CharsetLabels.read(label).orElseThrow())
                .text();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void everyLabelOfTheTableIsRead(String label) {
        var charset = CharsetLabels.read(label).orElseThrow();
        var upper = CharsetLabels.read(" \"" + label.toUpperCase(java.util.Locale.ROOT) + "\";").orElseThrow();

        assertEquals(charset, upper);
        assertEquals(charset, CharsetLabels.read(label + "*en").orElseThrow());
        if (!charset.name().startsWith("UTF-16") && !charset.name().startsWith("HZ")) {
            assertEquals(ALL_ASCII.replace("+", ""),
                    Reading.of(ALL_ASCII.getBytes(StandardCharsets.US_ASCII), charset).text());
        }
    }

    /** The encodings of the WHATWG Encoding Standard, each with a character that tells it from its neighbours. */
    @ParameterizedTest
    @CsvSource({"iso-8859-1,93 94 96 80,“”–€", "us-ascii,92 e9,’é", "latin1,85,…", "iso-8859-9,80 fd,€ı",
            "windows-1252,81,\u0081", "iso-8859-2,b1,ą", "iso-8859-3,a1,Ħ", "iso-8859-4,a2,ĸ", "iso-8859-5,bf,П",
            "iso-8859-6,c7 d4,اش", "iso-8859-6-i,c7,ا", "iso-8859-7,c1 a4,Α€", "iso-8859-8,f9 ec e5 ed,שלום",
            "iso-8859-8-i,f9 ec e5 ed,שלום", "iso-8859-8-e,f9,ש", "logical,f9,ש", "iso-8859-10,a1 ff,Ąĸ",
            "iso-8859-13,a1,”", "iso-8859-14,a1 ff,Ḃÿ", "iso-8859-15,a4,€", "iso-8859-16,a4,€", "koi8-r,f0,П",
            "koi8-u,a4 ae,єў", "macintosh,8a db,ä€", "tis-620,a1 80,ก€", "iso-8859-11,a1,ก",
            "windows-1250,8a 81,Š\u0081",
            "windows-1251,cf,П", "windows-1253,c1,Α", "windows-1254,fe,ş", "windows-1255,e9 ca,יֺ", "windows-1256,c8,ب",
            "windows-1257,e0,ą", "windows-1258,d2 d0,̉Đ", "x-mac-cyrillic,8f ba ff,ПЇ€", "x-mac-ukrainian,ba,Ї",
            "x-mac-ce,a2,Ę", "x-mac-greek,a4,Λ", "x-mac-turkish,df,ş", "ibm866,8f,П",
            "gb2312,e9 5f 95 fe,開會", "gbk,86 b4,喆", "gb_2312-80,80,€", "chinese,c4 e3 ba c3,你好",
            "gb18030,81 30 84 36 94 39 da 33,¥💩", "hz-gb-2312,7e 7b 44 63 3a 43 7e 7d 21,你好!",
            "big5,a7 41 a6 6e,你好", "big5-hkscs,fa 40 a1 45,𠕇‧", "cn-big5,a3 e1,€", "cp950,f9 d6,碁",
            "euc-jp,ad a1 b9 e2,①高", "iso-2022-jp,1b 24 42 2d 21 2d 6a 1b 28 42,①㈱",
            "iso-2022-jp,1b 24 28 44 30 21 1b 28 42,丂", "iso-2022-jp-2,1b 24 42 24 22 1b 28 42,あ",
            "shift_jis,87 40 ee e0 fb fc,①髙髙", "sjis,8a 6f 82 6d,覚Ｎ", "ks_c_5601-1987,8c 63 b9 e6,똠방",
            "euc-kr,8c 63,똠", "korean,bc bc c1 be,세종", "iso-2022-kr,1b 24 29 43 0e 3c 3c 0f,세",
            "utf-8,ef bb bf f0 9f 8e b2,🎲", "utf-16le,3c d8 b2 df,🎲", "unicode,48 00,H", "utf-16be,d8 3c df b2,🎲",
            "unicodefffe,00 48,H", "utf-7,2b 32 44 7a 66 73 67 2d 21,🎲!", "unicode-1-1-utf-7,47 72 2b 41 50 77 2d,Grü",
            "utf-32,00 00 00 48,H", "cp850,84,ä", "cp-850,84,ä", "ibm437,84,ä", "cp_858,d5,€"})
    void everyEncodingIsReadAsProgramsReadIt(String label, String hex, String text) {
        assertEquals(text, read(label, hex));
    }

    @ParameterizedTest
    @CsvSource({"utf8,UTF-8", "utf 8,UTF-8", "utf_8,UTF-8", "UTF-8;,UTF-8", "=utf-8,UTF-8", "'utf-8',UTF-8",
            "utf8mb4,UTF-8", "cp65001,UTF-8", "iso8859_1,windows-1252", "iso 8859-1,windows-1252",
            "iso_8859_15,ISO-8859-15", "win-1251,windows-1251", "windows1251,windows-1251", "cp-1252,windows-1252",
            "x-cp1250,windows-1250", "ansi1250,windows-1250", "ibm-850,IBM850", "cp28605,ISO-8859-15",
            "cp28591,windows-1252", "gb-2312,GB18030", "cp936,GB18030", "ks-c-5601-1987,x-windows-949",
            "shiftjis,windows-31j", "windows-932,windows-31j", "iso2022jp,x-windows-iso2022jp",
            "us,windows-1252", "ansi_x3.4-1986,windows-1252"})
    void misspeltLabelsAreKnown(String label, String name) {
        assertEquals(name, CharsetLabels.read(label).map(Charset::name).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x-unknown", "none", "=?", "?", "ibm037", "cp1047", "cp99999", "a b c", "*en"})
    void whatNobodyKnowsIsNoCharset(String label) {
        assertTrue(CharsetLabels.read(label).isEmpty());
        assertTrue(CharsetLabels.read("x".repeat(100_000)).isEmpty());
    }

    @Test
    void aLabelByTheBookIsNarrower() {
        assertEquals(StandardCharsets.ISO_8859_1, CharsetLabels.strictly("latin1").orElseThrow());
        assertTrue(CharsetLabels.strictly("iso-8859-8-i").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"; filename*=gb2312''%B8,; filename*=GB18030''%B8",
            "; name*0*=\"latin1'de'%93,; name*0*=\"windows-1252'de'%93",
            "; a=b'c,; a=b'c", "; a*=x-no''b,; a*=x-no''b", "; a*=utf-7''b,; a*=utf-7''b"})
    void extendedValuesAreReadByTheTable(String given, String widened) {
        assertEquals(widened, CharsetLabels.widened(given));
    }
}
