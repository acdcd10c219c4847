package org.clubpost.mail.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;

/**
 * What one method found (RFC 8601 section 2.2, {@code resinfo}), such as {@code dkim=pass header.i=@club.example}.
 *
 * @param method the method
 * @param result its result, in lower case
 * @param properties what follows
 */
record ResultSection(Method method, String result, String properties) {

    /** The methods that we know, and the properties that name the domain that a result is about. */
    enum Method {
        /** RFC 7208. */
        SPF(),
        /** RFC 6376. The identity counts before the domain of the signature. */
        DKIM("header.i", "header.d"),
        /** RFC 9989. SES wrote {@code properties.from} in 2019. */
        DMARC("header.from", "properties.from"),
        /** One that we do not know, or no method at all. */
        OTHER();

        private final List<String> about;

        Method(String... about) {
            this.about = List.of(about);
        }
    }

    private static final Pattern SECTION = Pattern
            .compile("(?is)\\s*(spf|dkim|dmarc)\\s*(?:/\\s*1\\s*)?=\\s*([a-z]++)(?![^\\s])(.*)");
    private static final Pattern PROPERTY = Pattern
            .compile("(?<![^\\s])([A-Za-z0-9._-]++)\\s*=(\"(?:[^\"\\\\]|\\\\.)*+\"\\S*+|[^\\s\"]\\S*+)?");
    /** A domain, or an address that ends with it: {@code club.example}, {@code @club.example}, {@code a@club.example}. */
    private static final Pattern DOMAIN = Pattern.compile("<?(?:[^\\s@<>\"();\\\\]*+@)?([^\\s@<>\"();\\\\]++)>?");

    static ResultSection of(String written) {
        var section = SECTION.matcher(written);
        return section.matches()
                ? new ResultSection(Method.valueOf(section.group(1).toUpperCase(Locale.ROOT)),
                        section.group(2).toLowerCase(Locale.ROOT), section.group(3))
                : new ResultSection(Method.OTHER, "", "");
    }

    boolean isPass() {
        return result.equals("pass");
    }

    /**
     * The domain that the result is about, in lower case; empty text when it is not said. Nothing at all when it is said
     * in two ways, or is no domain.
     */
    Optional<String> domain() {
        var domain = "";
        for (var name : method.about) {
            var said = values(name).distinct().toList();
            if (said.size() > 1) {
                return Optional.empty();
            }
            if (!said.isEmpty() && domain.isEmpty()) {
                var read = read(said.getFirst());
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                domain = read.get();
            }
        }
        return Optional.of(domain);
    }

    /** Whether it names an identity that is none, as where a text of the sender's was cut by a semicolon in it. */
    boolean isCutOff() {
        return method == Method.DKIM
                && values("header.i").anyMatch(value -> value.indexOf('@') < 0 && read(value).isEmpty());
    }

    private Stream<String> values(String name) {
        return PROPERTY.matcher(properties).results().filter(each -> each.group(1).equalsIgnoreCase(name))
                .flatMap(each -> Stream.ofNullable(each.group(2))).map(ResultSection::unquoted);
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static Optional<String> read(String value) {
        var domain = DOMAIN.matcher(value);
        return domain.matches()
                ? EmailAddress.parse("x@" + domain.group(1)).map(EmailAddress::domain)
                : Optional.empty();
    }

    /** The sections of a field without comments; none when a quoted text in it is not closed. */
    static List<String> split(String text) {
        var sections = new ArrayList<String>();
        var section = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ';' && !isQuoted) {
                sections.add(section.toString());
                section.setLength(0);
                continue;
            }
            isQuoted ^= c == '"';
            section.append(c);
            if (c == '\\' && isQuoted && i + 1 < text.length()) {
                i++;
                section.append(text.charAt(i));
            }
        }
        sections.add(section.toString());
        return isQuoted ? List.of() : sections;
    }

    /**
     * The text without comments (RFC 5322 section 3.2.2). A comment that is not closed takes all that follows with it.
     */
    static String withoutComments(String value) {
        var kept = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
