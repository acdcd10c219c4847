package org.clubpost.mail.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clubpost.mail.mime.FieldLimits;

/** Message identifiers (RFC 5322 section 3.6.4), without the angle brackets around them. */
public final class MessageIds {

    /** Longer identifiers are left out, because a field has to hold each of them on one line. */
    private static final Pattern ID = Pattern.compile("<([^<>\\s\\x00-\\x20\\x7f-\\xff]{1,400})>");
    private static final Pattern USABLE = Pattern.compile("[^@]+@[^@]+");

    private MessageIds() {}

    /**
     * All identifiers in the body of a Message-ID, In-Reply-To or References field, in order. Anything else is left
     * out. A field that is longer than {@link FieldLimits#IDS} has none.
     */
    public static List<String> in(String value) {
        List<String> found = new ArrayList<>();
        if (value.length() > FieldLimits.IDS) {
            return found;
        }
        Matcher matcher = ID.matcher(value);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /**
     * Whether the body of a Message-ID field is one identifier with a left and a right part, as strict readers require.
     */
    public static boolean isUsable(String value) {
        List<String> found = in(value);
        return found.size() == 1 && value.strip().equals("<" + found.getFirst() + ">")
                && USABLE.matcher(found.getFirst()).matches();
    }

    /** The body of a field with these identifiers, one to a line. */
    public static String written(List<String> ids) {
        return "<" + String.join(">\r\n <", ids) + ">";
    }
}
