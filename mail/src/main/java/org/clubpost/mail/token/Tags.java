package org.clubpost.mail.token;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clubpost.mail.mime.Octets;

/**
 * Finds where a tag, a comment or an element that shows nothing ends, as a browser would (HTML Living Standard, section
 * 13.2.5). Once something never ends, only plain tags are looked over from there on, so that work stays linear.
 */
final class Tags {

    /** A tag of which only the angle brackets count is not longer. */
    private static final int LONGEST_PLAIN = 4_096;
    private static final int LONGEST_NAME = 12;
    /** Elements whose content is not shown. */
    private static final List<String> UNSHOWN = List.of("style", "script", "title", "template", "iframe", "noembed",
            "noframes");

    /** Elements that begin a line, as mail programs write them. */
    private static final List<String> LINES = List.of("br", "p", "div", "tr", "li", "blockquote");

    private final Octets octets;
    private final int length;
    private final Set<String> endless = new HashSet<>();
    private boolean hasEndlessTag;
    private boolean hasEndlessComment;

    Tags(Octets octets) {
        this.octets = octets;
        this.length = octets.length();
    }

    /** Just after what begins with the angle bracket there; -1 if nothing begins. */
    int end(int start) {
        int c = at(start + 1);
        if (c == '!' && at(start + 2) == '-' && at(start + 3) == '-') {
            return comment(start);
        }
        return isLetter(c) || c == '/' ? tag(start) : plain(start);
    }

    /** Whether a new line begins after the tag that begins there. */
    boolean isLineEnd(int start) {
        return LINES.contains(name(at(start + 1) == '/' ? start + 2 : start + 1));
    }

    private int at(int index) {
        return index < length ? octets.at(index) : 0;
    }

    private static boolean isLetter(int c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private int plain(int start) {
        int most = Math.min(length, start + LONGEST_PLAIN);
        for (int at = start + 1; at < most; at++) {
            int c = at(at);
            if (c == '>') {
                return at + 1;
            }
            if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    private int comment(int start) {
        if (hasEndlessComment) {
            return plain(start);
        }
        for (int at = octets.indexOf((byte) '>', start + 4); at >= 0; at = octets.indexOf((byte) '>', at + 1)) {
            int before = at(at - 1) == '!' && at - 1 > start + 3 ? at - 2 : at - 1;
            if (at(before) == '-' && at(before - 1) == '-') {
                return at + 1;
            }
        }
        hasEndlessComment = true;
        return plain(start);
    }

    private int tag(int start) {
        int end = hasEndlessTag ? -1 : quotedTag(start);
        if (end < 0) {
            hasEndlessTag = true;
            return plain(start);
        }
        String name = name(start + 1);
        return UNSHOWN.contains(name) && !endless.contains(name) ? unshown(name, end) : end;
    }

    /** Just after the tag; angle brackets in quoted values do not end it. */
    private int quotedTag(int start) {
        boolean isAfterEquals = false;
        for (int at = start + 1; at < length; at++) {
            int c = at(at);
            if (c == '>') {
                return at + 1;
            }
            if (isAfterEquals && (c == '"' || c == '\'')) {
                at = octets.indexOf((byte) c, at + 1);
                if (at < 0) {
                    return -1;
                }
            }
            isAfterEquals = c == '=' || (isAfterEquals && c <= ' ');
        }
        return -1;
    }

    private String name(int start) {
        int at = start;
        while (isLetter(at(at)) && at - start < LONGEST_NAME) {
            at++;
        }
        return octets.slice(start, at).latin1().toLowerCase(Locale.ROOT);
    }

    private int unshown(String name, int start) {
        for (int at = octets.indexOf((byte) '<', start); at >= 0; at = octets.indexOf((byte) '<', at + 1)) {
            if (at(at + 1) == '/' && name(at + 2).equals(name)) {
                int end = octets.indexOf((byte) '>', at);
                return end < 0 ? length : end + 1;
            }
        }
        endless.add(name);
        return start;
    }
}
