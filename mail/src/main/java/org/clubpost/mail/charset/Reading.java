package org.clubpost.mail.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Map;

/**
 * Bytes read as text. A byte that means nothing costs one character, and all others are read.
 *
 * @param text the characters, with U+FFFD where bytes mean none; without a byte order mark
 * @param lost how many characters are missing
 */
public record Reading(String text, int lost) {

    /** Where the table's charset lacks what another one has that programs take for the same. */
    private static final Map<String, List<String>> ALSO = Map.of("x-windows-iso2022jp",
            List.of("x-windows-50221", "ISO-2022-JP-2"), "GB18030", List.of("x-mswin-936"), "x-MS950-HKSCS",
            List.of("Big5-HKSCS", "x-windows-950"), "ISO-2022-JP-2", List.of("x-windows-iso2022jp", "x-windows-50221"));

    /** Whether every byte meant something. */
    public boolean isWhole() {
        return lost == 0;
    }

    /** Whether so few bytes meant nothing that the charset is certainly right. */
    public boolean isLikely() {
        return lost <= 1 + text.length() / 20;
    }

    /** Reads bytes; UTF-16 in the order that makes text of them. */
    public static Reading of(byte[] content, Charset charset) {
        Reading best = read(content, Utf16.order(content, charset));
        for (String other : best.isWhole() ? List.<String>of() : ALSO.getOrDefault(charset.name(), List.of())) {
            Reading again = read(content, Charset.forName(other));
            boolean isKnown = again.text().chars().noneMatch(c -> Character.getType(c) == Character.PRIVATE_USE);
            best = isKnown && again.lost() < best.lost() ? again : best;
        }
        return best;
    }

    private static Reading read(byte[] content, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(content);
        var out = CharBuffer.allocate(Math.min(content.length, 8 << 10) + 16);
        var text = new StringBuilder(content.length);
        int lost = 0;
        for (boolean isDone = false; !isDone;) {
            var result = decoder.decode(in, out, true);
            out.flip();
            text.append(out);
            out.clear();
            if (result.isError()) {
                in.position(in.position() + skipped(in, result.length()));
                text.append('\uFFFD');
                lost++;
            }
            isDone = result.isUnderflow();
        }
        decoder.flush(out);
        text.append(out.flip());
        return new Reading(paired(withoutMark(text)), lost);
    }

    /** ASCII behind a byte that begins a character is none of it (WHATWG Encoding Standard, sections 10 to 13). */
    private static int skipped(ByteBuffer in, int length) {
        int at = in.position();
        return length > 1 && in.get(at) < 0 && in.get(at + length - 1) >= 0 ? length - 1 : length;
    }

    private static StringBuilder withoutMark(StringBuilder text) {
        return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.deleteCharAt(0) : text;
    }

    /** Half a character, as UTF-7 may hold it, is none. */
    private static String paired(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                text.setCharAt(i, '\uFFFD');
            }
        }
        return text.toString();
    }
}
