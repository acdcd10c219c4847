package org.clubpost.mail.field;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;

/**
 * The one address in a field that does not keep to the grammar (RFC 5322 section 3.4), such as {@code Miller, Anna
 * <anna@club.example>}.
 *
 * <p>Programs read such a field in different ways. So an address is found only where no way of reading can show
 * another one. Each {@code @} in the field has to belong to the same whole address. This must hold as the field stands,
 * with its encoded words decoded, and without the comments, quotes, blanks and invisible characters that some programs
 * drop.
 * Where that is not so, nothing is found. One thing is no address: a word such as {@code Anna@Club} in the name before
 * the only pair of angle brackets, because no domain is without a dot.
 */
final class LoneAddress {

    /** People's broken fields are short, and each reading takes a while. */
    private static final int LONGEST = 4 << 10;
    /** What each reading looks for: what may stand around an {@code @}, up to a character that ends an address. */
    private static final Pattern AROUND_AT = Pattern
            .compile("([^\\s<>()\",;:@\\[\\]\\\\]*+)@([^\\s<>()\"',;:@\\[\\]\\\\]*+)");
    private static final Pattern WITH_BRACKETS = Pattern
            .compile("(?i)[<\\[(]*(?:mailto:|smtp:)?[^\\s<>()\\[\\]\",;:]*@[^\\s<>()\\[\\]\",;]*[>\\])]*");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]++\\?[bBqQ]\\?[^?]*+\\?=");
    private static final Pattern QUOTES = Pattern.compile("^'+");
    /** A domain may end with the dot of the root (RFC 1034 section 3.1). */
    private static final Pattern LAST_DOT = Pattern.compile("\\.$");
    private static final Pattern BLANKS = Pattern.compile("\\s*+([.@])\\s*+");
    /** Some programs drop the blanks in an address, and with them what divides it from a word behind it. */
    private static final Pattern WORD_BEHIND = Pattern.compile("[ \\t]++[^\\s<>()\",;:\\[\\]]");
    /** What has no place outside of quotes in a field that keeps to the grammar. */
    private static final Pattern STRAY = Pattern.compile("[\"\\\\\\[\\]]");
    /** What may follow the sign in a name. It can be no domain, and nothing goes on with it. */
    private static final Pattern PLACE = Pattern.compile("[\\p{L}\\p{N}_-]*+");
    private static final String BEHIND_PLACE = " \t,;<";
    private static final Pattern DROPPED = Pattern.compile("[\"\\\\\\p{C}]");
    /** A word and a colon: a scheme, or the name of a group that begins the field. */
    private static final Pattern BEFORE_COLON = Pattern
            .compile("(?is).*(?:^|[\\s<(\\[\"'=])(?:mailto|smtp)|[^<>@:]*");
    /** Stands for an encoded word or a quoted string, and can be no part of an address. */
    private static final String WORD = "\u0001";
    private static final String BEFORE = "<\"',;[ \t";
    private static final String BEHIND = ">()\",;] \t";

    private LoneAddress() {}

    /**
     * Whether a field that keeps to the grammar has no other address outside of quoted names, comments and encoded
     * words.
     */
    static boolean isAlone(String bytes, EmailAddress address) {
        var found = new LinkedHashSet<EmailAddress>();
        if (bytes.length() > LONGEST) {
            return false;
        }
        var outside = withoutComments(QUOTED.matcher(withoutWords(FieldText.characters(bytes))).replaceAll(WORD));
        return !STRAY.matcher(outside).find() && find(outside, found) && find(loosely(outside), found)
                && found.equals(Set.of(address));
    }

    private static String withoutWords(String text) {
        return ENCODED_WORD.matcher(text).replaceAll(WORD);
    }

    /** Finds it. The body comes as one character for each octet. */
    static Optional<EmailAddress> in(String bytes) {
        if (bytes.length() > LONGEST) {
            return Optional.empty();
        }
        var text = FieldText.characters(bytes);
        var found = new LinkedHashSet<EmailAddress>();
        for (var reading : new String[]{withoutWords(text), FieldText.decode(bytes)}) {
            if (!find(reading, found) || !find(loosely(reading), found)) {
                return Optional.empty();
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The words around the address, as a person reads them. */
    static String nameBeside(String bytes) {
        var words = WITH_BRACKETS.matcher(FieldText.decode(bytes)).replaceAll(" ");
        return words.replaceAll("[<>\"\\\\]", " ").replaceAll("\\s+", " ").replaceAll("^[ ,;:']+|[ ,;:']+$", "");
    }

    /** Adds the addresses; false when a sign stands in none, or the field has two already. */
    private static boolean find(String reading, Set<EmailAddress> found) {
        var at = AROUND_AT.matcher(reading);
        var nameEnd = endOfName(reading);
        while (at.find()) {
            if (at.end() <= nameEnd && PLACE.matcher(at.group(2)).matches()
                    && BEHIND_PLACE.indexOf(reading.charAt(at.end())) >= 0) {
                continue;
            }
            var address = address(reading, at);
            address.ifPresent(found::add);
            if (address.isEmpty() || found.size() > 1) {
                return false;
            }
        }
        return reading.indexOf('@') < 0 || !found.isEmpty();
    }

    /** Where the only pair of angle brackets opens; -1 where there are more, or quotes that may hide some. */
    private static int endOfName(String reading) {
        var open = reading.indexOf('<');
        var close = reading.indexOf('>');
        var isOnly = open == reading.lastIndexOf('<') && close == reading.lastIndexOf('>') && open < close;
        return isOnly && reading.indexOf('"') < 0 && reading.indexOf('\\') < 0 ? open : -1;
    }

    private static Optional<EmailAddress> address(String reading, Matcher at) {
        var local = at.group(1);
        var isQuoted = local.startsWith("'");
        var ending = isQuoted ? "'" : BEHIND;
        var isEnd = at.end() == reading.length()
                ? !isQuoted
                : ending.indexOf(reading.charAt(at.end())) >= 0;
        var isJoined = WORD_BEHIND.matcher(reading).region(at.end(), reading.length()).lookingAt();
        return isBefore(reading, at.start()) && isEnd && !isJoined
                ? EmailAddress.parse(QUOTES.matcher(local).replaceFirst("") + "@"
                        + LAST_DOT.matcher(at.group(2)).replaceFirst(""))
                : Optional.empty();
    }

    private static boolean isBefore(String reading, int start) {
        if (start == 0 || BEFORE.indexOf(reading.charAt(start - 1)) >= 0) {
            return true;
        }
        return reading.charAt(start - 1) == ':'
                && BEFORE_COLON.matcher(reading.substring(0, start - 1)).matches();
    }

    /** As a program reads it that drops all that it can. */
    private static String loosely(String reading) {
        var bare = DROPPED.matcher(Normalizer.normalize(withoutComments(reading), Normalizer.Form.NFKC))
                .replaceAll("");
        return BLANKS.matcher(bare).replaceAll("$1");
    }

    /** Comments may stand in one another (RFC 5322 section 3.2.2). One that is not closed is none. */
    private static String withoutComments(String text) {
        var kept = new StringBuilder();
        var last = text.lastIndexOf(')');
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            depth += c == '(' && i < last ? 1 : 0;
            if (depth == 0) {
                kept.append(c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return kept.toString();
    }
}
