package org.clubpost.mail.field;

/** The text of an unstructured header field as people read it: encoded words (RFC 2047) decoded, on one line. */
public final class HeaderText {

    /** An encoded word of one character: {@code =?iso-2022-jp?B?GyRCJCIbKEI=?=}, and a fold before it. */
    private static final int OCTETS_A_CHARACTER = 50;

    private HeaderText() {}

    /**
     * Decodes a field's body; what cannot be decoded stays as it is.
     *
     * @param value the unfolded body, one character for each octet
     * @return one line without control characters, without white space around it or runs of spaces in it
     */
    public static String decoded(String value) {
        return FieldText.decode(value).replaceAll("\\s+", " ").strip();
    }

    /**
     * The same, cut to that many characters. Decodes no more of the field than so many characters can take, because each
     * encoded word takes a while, and a stranger can send very many.
     */
    public static String decoded(String value, int most) {
        return cut(decoded(value.substring(0, Math.min(value.length(), most * OCTETS_A_CHARACTER))), most);
    }

    /** A parameter's value, which may hold encoded words though RFC 2047 section 5 says that it must not. */
    public static String decodedName(String value) {
        var isOctets = value.chars().allMatch(c -> c < 256);
        return isOctets ? decoded(value) : FieldText.oneLine(value).strip();
    }

    /** The first characters, at most that many, without splitting one. */
    public static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
