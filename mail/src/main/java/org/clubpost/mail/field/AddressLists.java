package org.clubpost.mail.field;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;
import org.clubpost.angus.Angus;
import org.clubpost.mail.mime.FieldLimits;

/**
 * Fields of addresses (RFC 5322 section 3.4), read by Angus Mail. The time that this takes is bounded, whatever the
 * field holds.
 */
public final class AddressLists {

    /**
     * Where a quoted string, a comment or a bracket has no end, Angus searches all that follows for it, and then reads
     * on just behind the beginning. So a field of beginnings takes time that grows with the square of its length. Only
     * a field of this length may have such beginnings: people do write them, but not in long fields.
     */
    private static final int LONGEST_BROKEN = 4 << 10;

    /** No quotes and no backslash, and something that parts addresses. */
    private static final Pattern SIGNS = Pattern.compile("[^\"\\\\\\s]*[,;:<>@()\\[\\]][^\"\\\\\\s]*");

    static {
        Angus.lenient();
    }

    private AddressLists() {}

    /**
     * The addresses and groups in a field body.
     *
     * @param isStrict whether the field must keep to the grammar
     * @throws AddressException when the field cannot be read, or is longer than {@link FieldLimits#ADDRESSES}, or is
     *         long and has something in it that begins and does not end
     */
    public static InternetAddress[] parse(String value, boolean isStrict) throws AddressException {
        if (value.length() > FieldLimits.ADDRESSES) {
            throw new AddressException("the field is too long");
        }
        if (value.length() > LONGEST_BROKEN && !AddressMarks.areClosed(value)) {
            throw new AddressException("the field is long and broken");
        }
        try {
            return InternetAddress.parseHeader(isStrict ? value : guarded(value), isStrict);
        } catch (RuntimeException broken) {
            throw new AddressException("the field is broken");
        }
    }

    /**
     * The field with quotes around each encoded word in which signs stand that part addresses, though RFC 2047 section
     * 5 (3) forbids them there.
     */
    private static String guarded(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        var guarded = new StringBuilder(value.length() + 16);
        boolean inQuotes = false;
        for (int at = 0; at < value.length();) {
            char c = value.charAt(at);
            inQuotes ^= c == '"';
            String word = c == '=' && !inQuotes
                    ? EncodedWord.at(value, at).map(EncodedWord::raw).filter(raw -> SIGNS.matcher(raw).matches())
                            .orElse("")
                    : "";
            if (!word.isEmpty()) {
                guarded.append('"').append(word).append('"');
                at += word.length();
            } else {
                boolean isPair = c == '\\' && at + 1 < value.length();
                guarded.append(value, at, at + (isPair ? 2 : 1));
                at += isPair ? 2 : 1;
            }
        }
        return guarded.toString();
    }
}
