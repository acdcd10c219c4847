package org.clubpost.mail.field;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import org.clubpost.angus.Angus;

/** The name of somebody, or of a group, in a field of addresses (RFC 5322 section 3.2.5, RFC 2047 section 5 (3)). */
final class Phrase {

    private static final Pattern ATOMS = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~ -]+");
    /** What may be put in quotes without any further sign. */
    private static final Pattern QUOTABLE = Pattern.compile("[ !#-\\[\\]-~]+");
    /** An encoded word in quotes. Programs write and read it, though RFC 2047 section 5 (3) forbids it. */
    private static final String WORD = "=\\?[^\\s\"?]+\\?[BbQq]\\?[\\w!*+/=-]+\\?=";
    private static final Pattern QUOTED_WORDS = Pattern
            .compile("\"\\s*(" + WORD + "(?:\\s+" + WORD + ")*)\\s*\"");
    private static final int LONGEST_QUOTED = 200;
    private static final int LONGEST_CARED_FOR = 2_000;

    static {
        Angus.lenient();
    }

    private Phrase() {}

    /** A phrase as somebody wrote it, mended where a strict reader would not take it. */
    static String mended(String octets) {
        var phrase = octets.strip();
        if (phrase.length() > LONGEST_CARED_FOR) {
            return written(read(phrase));
        }
        var unquoted = QUOTED_WORDS.matcher(phrase).replaceAll("$1");
        return !unquoted.contains("\"=?") && StrictAddresses.isName(unquoted)
                && StrictAddresses.areFine(unquoted)
                        ? unquoted
                        : written(read(phrase));
    }

    /** The same of a group's name, in which some readers see the marks of the group in quotes too. */
    static String ofGroup(String octets) {
        var mended = mended(octets);
        return hasMarks(mended) ? groupNamed(read(octets)) : mended;
    }

    /** A group's name as a phrase. */
    static String groupNamed(String name) {
        return hasMarks(name) ? EncodedWords.folded(name).strip() : written(name);
    }

    private static boolean hasMarks(String name) {
        return name.indexOf(':') >= 0 || name.indexOf(';') >= 0;
    }

    /** What the reader sees: without quotes, encoded words decoded, on one line. */
    static String read(String octets) {
        var text = new StringBuilder(octets.length());
        var inQuotes = false;
        for (int i = 0; i < octets.length(); i++) {
            var c = octets.charAt(i);
            if (c == '\\' && i + 1 < octets.length()) {
                text.append(octets.charAt(++i));
            } else if (c == '"' && (inQuotes || octets.indexOf('"', i + 1) > 0)) {
                inQuotes = !inQuotes;
            } else {
                text.append(c);
            }
        }
        return FieldText.decode(text.toString()).replaceAll("\\s+", " ").strip();
    }

    /** A name as a phrase. It may be folded. */
    static String written(String name) {
        if (name.length() <= LONGEST_QUOTED && !name.contains("=?")) {
            if (ATOMS.matcher(name).matches()) {
                return name;
            }
            if (QUOTABLE.matcher(name).matches()) {
                return '"' + name + '"';
            }
        }
        if (name.length() > LONGEST_CARED_FOR || name.chars().allMatch(c -> c < 128)) {
            return EncodedWords.folded(name).strip();
        }
        try {
            return MimeUtility.encodeWord(name, "UTF-8", null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }
}
