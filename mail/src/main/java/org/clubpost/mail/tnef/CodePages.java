package org.clubpost.mail.tnef;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.clubpost.mail.mime.Octets;

/** Names of charsets for the numbers of Windows' code pages (Windows "Code Page Identifiers"). */
final class CodePages {

    private static final int UTF_8 = 65001;

    private CodePages() {}

    /** The charset's name as mails have it; that of Western Europe for a number that says nothing. */
    static String name(int codePage) {
        return switch (codePage) {
            case UTF_8 -> "utf-8";
            case 20127 -> "us-ascii";
            case 437, 850, 852, 855, 857, 858, 862, 866 -> "cp" + codePage;
            case 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258 -> "windows-" + codePage;
            case 932 -> "windows-31j";
            case 936, 20936 -> "gbk";
            case 949 -> "x-windows-949";
            case 950 -> "big5";
            case 10000 -> "x-MacRoman";
            case 20866 -> "koi8-r";
            case 21866 -> "koi8-u";
            case 50220, 50221, 50222 -> "iso-2022-jp";
            case 50225 -> "iso-2022-kr";
            case 51932 -> "euc-jp";
            case 51949 -> "euc-kr";
            case 54936 -> "gb18030";
            default -> codePage > 28590 && codePage < 28606 && codePage != 28600 && codePage != 28601
                    && codePage != 28602 && codePage != 28604
                            ? "iso-8859-" + (codePage - 28590)
                            : "windows-1252";
        };
    }

    /** What {@code \fcharset} in RTF stands for (RTF 1.9.1, "Font Table"). */
    static int ofFontCharset(int charset, int otherwise) {
        return switch (charset) {
            case 0 -> 1252;
            case 77 -> 10000;
            case 128 -> 932;
            case 129 -> 949;
            case 134 -> 936;
            case 136 -> 950;
            case 161 -> 1253;
            case 162 -> 1254;
            case 163 -> 1258;
            case 177 -> 1255;
            case 178 -> 1256;
            case 186 -> 1257;
            case 204 -> 1251;
            case 222 -> 874;
            case 238 -> 1250;
            default -> otherwise;
        };
    }

    /** What the octets are most likely written in: UTF-8 if they are valid in it, else the code page. */
    static String likely(Octets text, int codePage) {
        var name = name(codePage);
        return name.startsWith("iso-2022") || !isUtf8(text) ? name.equals("utf-8") ? "windows-1252" : name : "utf-8";
    }

    private static boolean isUtf8(Octets text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
