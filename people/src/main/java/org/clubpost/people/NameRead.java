package org.clubpost.people;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name as a file has it. It never holds an address of mail or of the web, and never begins like a formula (OWASP, CSV
 * injection): such a name would lead those who see it somewhere else.
 *
 * @param text the name; empty when there is none, or when it was dropped
 * @param dropped why it was dropped
 */
record NameRead(String text, Optional<String> dropped) {

    private static final Pattern ADDRESS = Pattern.compile("\\S@\\S|(?i)://|(?<!\\p{L})(?:www\\.|mailto:)\\S");
    private static final Pattern FORMULA = Pattern
            .compile("[\\s'\"]*(?:[=+\\-@][^(]*[(].*|[=+\\-@].*[\\d|!\"&*/;^<>].*|[=+@\\-]\\s*[=+@\\-].*)",
                    Pattern.DOTALL);
    private static final String OPEN = "<([";
    private static final String CLOSE = ">)]";

    /** Reads one that stands beside that address. The person's own address behind the name is no part of it. */
    static NameRead of(String written, String address) {
        var text = withoutAddress(written, address);
        // Letters of double width are letters, and Excel takes an equals sign of double width for one.
        var seen = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (ADDRESS.matcher(seen).find()) {
            return new NameRead("", Optional.of("holds an address"));
        }
        return FORMULA.matcher(seen).matches()
                ? new NameRead("", Optional.of("begins like a formula"))
                : new NameRead(text, Optional.empty());
    }

    /** Outlook shows {@code Anna (anna@club.example)} for a name. */
    private static String withoutAddress(String written, String address) {
        if (address.isEmpty() || written.equalsIgnoreCase(address)) {
            return address.isEmpty() ? written : "";
        }
        var from = written.length() - address.length() - 2;
        return from >= 0 && OPEN.indexOf(written.charAt(from)) >= 0
                && OPEN.indexOf(written.charAt(from)) == CLOSE.indexOf(written.charAt(written.length() - 1))
                && written.regionMatches(true, from + 1, address, 0, address.length())
                        ? written.substring(0, from).strip()
                        : written;
    }
}
