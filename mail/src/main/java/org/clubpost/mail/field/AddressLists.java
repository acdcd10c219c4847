package org.clubpost.mail.field;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.clubpost.angus.Angus;

/** Fields of addresses (RFC 5322 section 3.4), read by Angus Mail. */
public final class AddressLists {

    /**
     * For each open bracket, Angus searches the rest of the field for the end. A field that holds nothing but open
     * brackets therefore takes time that grows with the square of its length.
     */
    private static final int MOST_OPEN = 20;
    /** The same holds for groups that do not end. A colon may stand in a name too, so the limit is far above any real field. */
    private static final int MOST_GROUPS = 1000;

    static {
        Angus.lenient();
    }

    private AddressLists() {}

    /**
     * The addresses and groups in a field body.
     *
     * @param isStrict whether the field must keep to the grammar
     * @throws AddressException when the field cannot be read, or has more open brackets or groups than anybody
     *         would write on purpose
     */
    public static InternetAddress[] parse(String value, boolean isStrict) throws AddressException {
        if (open(value, '<', '>') > MOST_OPEN || open(value, '(', ')') > MOST_OPEN
                || open(value, '[', ']') > MOST_OPEN || open(value, ':', ';') > MOST_GROUPS) {
            throw new AddressException("too many brackets or groups are open");
        }
        return InternetAddress.parseHeader(value, isStrict);
    }

    /** The largest number of brackets of that kind that are open at the same time. */
    private static int open(String value, char opening, char closing) {
        var open = 0;
        var most = 0;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == opening) {
                most = Math.max(most, ++open);
            } else if (c == closing && open > 0) {
                open--;
            }
        }
        return most;
    }
}
