package org.clubpost.core.text;

import java.util.regex.Pattern;

/**
 * Text that somebody typed for others to read. It is shown in pages, tables and terminals, and a terminal obeys what
 * nobody sees.
 */
public final class TypedText {

    private static final Pattern ENDS_OF_LINES = Pattern.compile("\r\n?|[\u0085\u2028\u2029]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n]]");
    /** Bidirectional overrides and isolates (UAX 9), which make text look like another one; halves of letters. */
    private static final Pattern DECEPTIVE = Pattern.compile("[\u202A-\u202E\u2066-\u2069]|\\p{Cs}");

    private TypedText() {}

    /** The text in lines, without control characters, and without what turns its direction. */
    public static String of(String typed) {
        var lines = ENDS_OF_LINES.matcher(typed).replaceAll("\n");
        return DECEPTIVE.matcher(CONTROLS.matcher(lines).replaceAll(" ")).replaceAll("");
    }
}
