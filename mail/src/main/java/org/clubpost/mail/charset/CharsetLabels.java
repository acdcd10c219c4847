package org.clubpost.mail.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels of charsets that mails have, and what mail programs read them as: the table of the WHATWG Encoding
 * Standard, section 4.2, and what only mails have. {@code charsets.properties} holds the table.
 */
public final class CharsetLabels {

    /** No label of a charset is longer. */
    private static final int LONGEST = 64;
    /** A code page of Windows or IBM by its number, however it is spelt. */
    private static final Pattern CODE_PAGE = Pattern
            .compile("x?(?:csibm|cswindows|windows|win|ibm|oem|ansi|codepage|cp|ms|dos)?0*([1-9]\\d{2,4})");
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");
    /** The label in a whole extended value, or in its first piece. */
    private static final Pattern EXTENDED = Pattern.compile("(?<=\\*[ \t]{0,9}=[ \t]{0,9}\"?)[\\w.:+-]{1,64}(?=')");
    /** The numbers of Windows for charsets that have other names. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(Map.entry("932", "windows-31j"),
            Map.entry("936", "GB18030"), Map.entry("949", "x-windows-949"), Map.entry("950", "x-MS950-HKSCS"),
            Map.entry("874", "x-windows-874"), Map.entry("1200", "UTF-16LE"), Map.entry("1201", "UTF-16BE"),
            Map.entry("10000", "x-MacRoman"), Map.entry("10006", "x-MacGreek"), Map.entry("10007", "x-MacUkraine"),
            Map.entry("10017", "x-MacUkraine"), Map.entry("10029", "x-MacCentralEurope"),
            Map.entry("10081", "x-MacTurkish"), Map.entry("20127", "windows-1252"), Map.entry("20866", "KOI8-R"),
            Map.entry("21866", "KOI8-U"), Map.entry("28591", "windows-1252"), Map.entry("28599", "windows-1254"),
            Map.entry("50220", "x-windows-iso2022jp"), Map.entry("50221", "x-windows-iso2022jp"),
            Map.entry("50222", "x-windows-iso2022jp"), Map.entry("50225", "ISO-2022-KR"),
            Map.entry("51932", "x-eucJP-Open"), Map.entry("51936", "GB18030"), Map.entry("51949", "x-windows-949"),
            Map.entry("52936", "HZ-GB-2312"), Map.entry("54936", "GB18030"), Map.entry("65000", "UTF-7"),
            Map.entry("65001", "UTF-8"));

    private static final Map<String, Charset> OURS = ours();
    private static final Map<String, Charset> TABLE = table();
    private static final Map<String, Charset> SQUEEZED = squeezed();

    private CharsetLabels() {}

    /**
     * The charset as which mail programs read what has this label; empty if nobody knows it. It can hold more than the
     * label says. It may be one that Java cannot name, and one that can be read only.
     */
    public static Optional<Charset> read(String label) {
        String plain = plain(label);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        var exact = TABLE.get(plain);
        if (exact != null) {
            return Optional.of(exact);
        }
        String squeezed = SIGNS.matcher(plain).replaceAll("");
        return Optional.ofNullable(SQUEEZED.get(squeezed)).or(() -> codePage(squeezed))
                .or(() -> java(plain).filter(CharsetLabels::isSafe));
    }

    /** The charset that the label says by the book, which may be narrower; empty if Java has none of that name. */
    public static Optional<Charset> strictly(String label) {
        String plain = plain(label);
        return plain.length() > LONGEST ? Optional.empty() : java(plain);
    }

    /**
     * Parameters with the labels in their extended values (RFC 2231 section 4) replaced by names with which Java reads
     * what mail programs read.
     *
     * @param parameters what stands in a field, such as {@code ; filename*=gb2312''%B8%F6.pdf}
     */
    public static String widened(String parameters) {
        return parameters.indexOf('*') < 0
                ? parameters
                : EXTENDED.matcher(parameters).replaceAll(label -> Matcher.quoteReplacement(
                        read(label.group()).map(Charset::name).filter(Charset::isSupported).orElse(label.group())));
    }

    /** Without quotes, a language (RFC 2231 section 5), and what else strays into a label. */
    private static String plain(String label) {
        String bare = label.strip();
        int star = bare.indexOf('*');
        bare = star > 0 ? bare.substring(0, star) : bare;
        int from = 0;
        int to = bare.length();
        while (from < to && "\"'=<:;,.?".indexOf(bare.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "\"'=>:;,.?\\".indexOf(bare.charAt(to - 1)) >= 0) {
            to--;
        }
        return bare.substring(from, to).strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Charset> codePage(String squeezed) {
        var page = CODE_PAGE.matcher(squeezed);
        if (!page.matches()) {
            return Optional.empty();
        }
        String number = page.group(1);
        var meant = NUMBERS.get(number);
        if (meant != null) {
            return Optional.of(known(meant));
        }
        return Optional.ofNullable(TABLE.get("windows-" + number))
                .or(() -> number.startsWith("2860") || number.startsWith("2859")
                        ? Optional.ofNullable(TABLE.get("iso-8859-" + (Integer.parseInt(number) - 28_590)))
                        : Optional.empty())
                .or(() -> java("ibm" + number).or(() -> java("cp" + number)).filter(CharsetLabels::isSafe));
    }

    private static Optional<Charset> java(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether ASCII reads as ASCII in it, or it is UTF-16 or UTF-32. In another one, such as those of mainframes, a
     * link could hide from whoever looks for ASCII, and no mail program reads them.
     */
    private static boolean isSafe(Charset charset) {
        var ascii = new byte['~' - ' ' + 1];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) (' ' + i);
        }
        return charset.name().startsWith("UTF-") || charset.name().startsWith("X-UTF-")
                || new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    private static Map<String, Charset> ours() {
        Map<String, Charset> ours = new HashMap<>();
        for (int page = 1250; page <= 1258; page++) {
            put(ours, OneByteCharset.of(Charset.forName("windows-" + page),
                    page == 1255 ? Map.of(0xCA, '\u05BA') : Map.of()));
        }
        put(ours, OneByteCharset.of(Charset.forName("x-windows-874"), Map.of()));
        put(ours, OneByteCharset.of(Charset.forName("KOI8-U"), Map.of(0xAE, '\u045E', 0xBE, '\u040E')));
        put(ours, OneByteCharset.of(Charset.forName("x-MacUkraine"), Map.of(0xFF, '\u20AC')));
        put(ours, OneByteCharset.latin6());
        put(ours, OneByteCharset.latin8());
        put(ours, new Utf7Charset());
        put(ours, new HzCharset());
        return Map.copyOf(ours);
    }

    private static void put(Map<String, Charset> ours, Charset charset) {
        ours.put(charset.name(), charset);
    }

    /** A charset of the table. */
    private static Charset known(String name) {
        var our = OURS.get(name);
        return our == null ? Charset.forName(name) : our;
    }

    private static Map<String, Charset> table() {
        var file = new Properties();
        try (InputStream in = Objects.requireNonNull(
                CharsetLabels.class.getResourceAsStream("charsets.properties"))) {
            file.load(new InputStreamReader(in, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Charset> table = new HashMap<>();
        for (String name : file.stringPropertyNames()) {
            for (String label : file.getProperty(name).split(" ", -1)) {
                table.put(label, known(name));
            }
        }
        return Map.copyOf(table);
    }

    private static Map<String, Charset> squeezed() {
        Map<String, Charset> squeezed = new HashMap<>();
        TABLE.forEach((label, charset) -> squeezed.putIfAbsent(SIGNS.matcher(label).replaceAll(""), charset));
        return Map.copyOf(squeezed);
    }
}
