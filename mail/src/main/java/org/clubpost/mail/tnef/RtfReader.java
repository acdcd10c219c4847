package org.clubpost.mail.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.Charsets;

/** Goes through RTF (RTF 1.9.1, MS-OXRTFEX section 2.1.3) once, and writes down the text in it. For one text. */
final class RtfReader {

    /** Word nests groups some dozens deep. */
    private static final int DEEPEST = 1_000;
    private static final int LONGEST_WORD = 32;
    private static final int BETWEEN_LOOKS = 1 << 16;

    private final Octets rtf;
    private final Rtf.Kind kind;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Deque<RtfGroup> outer = new ArrayDeque<>();
    private final Map<Integer, Integer> fonts = new HashMap<>();
    /** By code page. A letter can change its font at each character. */
    private final Map<Integer, Charset> charsets = new HashMap<>();
    private int defaultFont = RtfGroup.DEFAULT_FONT;
    private int codePage;
    private RtfGroup group;
    private Charset pendingIn = StandardCharsets.ISO_8859_1;
    /** How many characters still stand for the one before, for readers without Unicode. */
    private int toSkip;
    private boolean isOptional;
    private int at;

    private RtfReader(Octets rtf, Rtf.Kind kind, int codePage) {
        this.rtf = rtf;
        this.kind = kind;
        this.codePage = codePage;
        this.group = RtfGroup.OUTERMOST;
    }

    /** The text; empty when the groups do not fit. */
    static Optional<String> read(Octets rtf, Rtf.Kind kind, int codePage) {
        var reader = new RtfReader(rtf, kind, codePage);
        return reader.read() ? Optional.of(reader.text.toString()) : Optional.empty();
    }

    private boolean read() {
        while (at < rtf.length()) {
            if (at % BETWEEN_LOOKS == 0) {
                Deadline.check();
            }
            byte c = rtf.at(at++);
            switch (c) {
                case '{' -> {
                    flush();
                    if (outer.size() == DEEPEST) {
                        return false;
                    }
                    outer.push(group);
                    toSkip = 0;
                }
                case '}' -> {
                    flush();
                    if (outer.isEmpty()) {
                        return false;
                    }
                    group = outer.pop();
                    toSkip = 0;
                    if (outer.isEmpty()) {
                        return true;
                    }
                }
                case '\\' -> control();
                case '\r', '\n' -> {
                    // Lines mean nothing in RTF.
                }
                default -> octet(c);
            }
        }
        return false;
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        byte c = rtf.at(at);
        if (isLetter(c)) {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> {
                int value = at + 2 <= rtf.length()
                        ? Character.digit(rtf.at(at), 16) << 4 | Character.digit(rtf.at(at + 1), 16)
                        : -1;
                at = Math.min(rtf.length(), at + 2);
                if (value >= 0) {
                    octet((byte) value);
                }
            }
            case '*' -> isOptional = true;
            case '~' -> write(kind == Rtf.Kind.HTML ? "&nbsp;" : "\u00a0");
            case '_' -> write(kind == Rtf.Kind.HTML ? "&shy;" : "\u2011");
            case '\r', '\n' -> write("\r\n");
            case '\\', '{', '}' -> octet(c);
            default -> {
                // Marks for indexes, and hyphens that nobody sees.
            }
        }
    }

    private static boolean isLetter(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void word() {
        int start = at;
        while (at < rtf.length() && isLetter(rtf.at(at)) && at - start < LONGEST_WORD) {
            at++;
        }
        var word = rtf.slice(start, at).latin1();
        var number = number();
        if (at < rtf.length() && rtf.at(at) == ' ') {
            at++;
        }
        boolean wasOptional = isOptional;
        isOptional = false;
        meant(word, number, wasOptional);
    }

    private Optional<Integer> number() {
        int start = at;
        if (at < rtf.length() && rtf.at(at) == '-') {
            at++;
        }
        int digits = at;
        while (at < rtf.length() && rtf.at(at) >= '0' && rtf.at(at) <= '9' && at - digits < 9) {
            at++;
        }
        if (at == digits) {
            at = start;
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(rtf.slice(start, at).latin1()));
    }

    private void meant(String word, Optional<Integer> number, boolean wasOptional) {
        switch (word) {
            case "u" -> {
                flush();
                toSkip = 0;
                number.ifPresent(code -> write(Character.toString((char) (int) code)));
                toSkip = group.instead();
            }
            case "uc" -> group = group.instead(Math.clamp(number.orElse(1), 0, 8));
            case "bin" -> at = (int) Math.min(rtf.length(), at + (long) Math.max(0, number.orElse(0)));
            case "ansicpg" -> number.filter(page -> page > 0).ifPresent(page -> codePage = page);
            case "deff" -> {
                flush();
                defaultFont = number.orElse(0);
            }
            case "f" -> {
                flush();
                group = group.inFont(number.orElse(0));
            }
            case "fcharset" -> {
                if (group.isFontTable()) {
                    fonts.put(group.font(), CodePages.ofFontCharset(number.orElse(1), codePage));
                }
            }
            case "plain" -> {
                flush();
                group = group.inFont(RtfGroup.DEFAULT_FONT);
            }
            case "htmlrtf" -> {
                flush();
                group = group.forRtf(number.orElse(1) != 0);
            }
            case "htmltag" -> group = wasOptional && kind == Rtf.Kind.HTML ? group.tag() : group.aside();
            case "fonttbl" -> group = group.fontTable();
            default -> other(word, wasOptional);
        }
    }

    private void other(String word, boolean wasOptional) {
        var sign = RtfWords.SIGNS.get(word);
        if (sign != null) {
            write(sign);
        } else if (wasOptional || RtfWords.ASIDE.contains(word)) {
            group = group.aside();
        }
    }

    private boolean isShown() {
        return !group.isAside() && !group.isForRtf();
    }

    private void write(String sign) {
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        flush();
        if (isShown()) {
            text.append(sign);
        }
    }

    private void octet(byte c) {
        if (toSkip > 0) {
            toSkip--;
        } else if (isShown()) {
            if (pending.size() == 0) {
                pendingIn = charset();
            }
            pending.write(c);
        }
    }

    /** What stands inside a tag is in the code page of the whole (MS-OXRTFEX section 2.1.3.1.5). */
    private Charset charset() {
        int font = group.font() == RtfGroup.DEFAULT_FONT ? defaultFont : group.font();
        int page = group.isTag() ? codePage : fonts.getOrDefault(font, codePage);
        return charsets.computeIfAbsent(page,
                number -> Charsets.named(CodePages.name(number)).orElse(StandardCharsets.ISO_8859_1));
    }

    private void flush() {
        if (pending.size() > 0) {
            text.append(pending.toString(pendingIn));
            pending.reset();
        }
    }
}
