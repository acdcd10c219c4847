package org.clubpost.mail.report;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses as reports write them: in brackets, behind a type, in the middle of words. */
final class Spec {

    private static final int MOST = 20;
    private static final int LONGEST = 4_000;
    private static final Pattern ADDRESS = Pattern
            .compile(
                    "(?<![\\w.!#$%&'*+/=?^`{|}~-])((?:\"[^\"\\s<>@]{1,64}\"|[^\\s\"<>()\\[\\],;:@\uff08\uff09\uff1a\uff0c\u3001\u3002\u300c\u300d\u3010\u3011\u300a\u300b\u201c\u201d]{1,128}+)"
                            + "@(?:[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){0,10}+|\\[[\\d.:a-fA-F]{3,45}\\]))",
                    Pattern.UNICODE_CHARACTER_CLASS);
    /** What stands in a field for an address, and is none: {@code bert@#example.com}. */
    private static final Pattern ODD = Pattern.compile("[^\\s<>;,@]{1,128}+@[^\\s<>;,@]{1,255}+");
    /** RFC 6533 section 3: a character of UTF-8 in a field of ASCII. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{1,6})\\}");

    private Spec() {}

    /** The addresses in a piece of text, in their order. */
    static Stream<String> all(String text) {
        var cut = text.substring(0, Math.min(text.length(), LONGEST));
        return ADDRESS.matcher(cut).results().limit(MOST).map(Spec::tidy).filter(Spec::isWhole);
    }

    /** The first address in a piece of text. */
    static Optional<String> first(String text) {
        return all(text).findFirst();
    }

    private static String tidy(MatchResult found) {
        var address = found.group(1);
        int begin = 0;
        while (begin < address.length() - 1 && "'`=*".indexOf(address.charAt(begin)) >= 0) {
            begin++;
        }
        return address.substring(begin);
    }

    private static boolean isWhole(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1);
        return !domain.isEmpty() && address.lastIndexOf('@') > 0;
    }

    /** The address in a field such as {@code Final-Recipient} (RFC 3464 section 2.3.2, RFC 6533 section 3). */
    static Optional<String> ofField(String value) {
        int semicolon = value.indexOf(';');
        var address = semicolon < 0 ? value : value.substring(semicolon + 1);
        var found = ESCAPED.matcher(address.substring(0, Math.min(address.length(), LONGEST)))
                .replaceAll(escaped -> Matcher.quoteReplacement(character(escaped.group(1))));
        return first(found).or(() -> Optional.of(ODD.matcher(found)).filter(Matcher::find).map(Matcher::group));
    }

    private static String character(String hexadecimal) {
        int code = Integer.parseInt(hexadecimal, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    /** Whether two texts are the same address. */
    static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}
