package org.clubpost.core.address;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an address as somebody typed or pasted it into a field of a page. What nobody sees goes: blanks of no width,
 * soft hyphens, marks of the direction of writing, the byte order mark, variation selectors (Unicode category Cf and
 * some others); blanks that do not break a line, at any place; and other blanks around the address and beside its
 * {@code @} and its dots, where keyboards of phones put them. A blank between two letters stays, and the address is
 * refused: nobody knows what was meant.
 */
public final class TypedAddress {

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}|[\\p{Zs}&&[^ ]]"
            + "|[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0\\ufe00-\\ufe0f\\x{e0100}-\\x{e01ef}]");
    private static final Pattern BESIDE = Pattern.compile("\\s*([@.])\\s*");

    private TypedAddress() {}

    /** The text without what nobody sees. */
    public static String cleaned(String text) {
        return BESIDE.matcher(UNSEEN.matcher(text).replaceAll("").strip()).replaceAll("$1");
    }

    /** The address, or empty when the text is not one that can be written to. */
    public static Optional<EmailAddress> parse(String text) {
        return EmailAddress.parse(cleaned(text));
    }
}
