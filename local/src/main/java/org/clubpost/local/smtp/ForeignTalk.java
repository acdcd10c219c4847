package org.clubpost.local.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Set;

/**
 * Tells a mail client's commands from what other programs say. A browser can be made to send lines of mail talk to any
 * port of its own machine, but not without lines of its own around them (a cross-protocol attack). {@code BDAT} counts
 * as foreign too: RFC 3030's chunks are not offered, so what follows it would be taken for commands.
 */
final class ForeignTalk {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT", "DELETE",
            "PATCH", "TRACE", "PRI", "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "SEARCH",
            "QUERY", "REPORT", "BDAT", "HOST:", "ORIGIN:", "REFERER:", "USER-AGENT:", "ACCEPT:", "CONTENT-TYPE:",
            "CONTENT-LENGTH:", "CONNECTION:");
    private static final int LONGEST_WORD = 32;

    private ForeignTalk() {}

    /** Whether that line may be a command of a mail client. Control characters never are in one. */
    static boolean isMailTalk(byte[] line, int length) {
        var text = new String(line, 0, length, ISO_8859_1).stripTrailing();
        return text.chars().noneMatch(c -> c < ' ' && c != '\t') && !text.contains(" HTTP/")
                && !VERBS.contains(firstWord(text));
    }

    private static String firstWord(String text) {
        var begin = text.stripLeading();
        var end = 0;
        while (end < begin.length() && end < LONGEST_WORD && !Character.isWhitespace(begin.charAt(end))) {
            end++;
        }
        return begin.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
