package org.clubpost.mail.token;

import org.clubpost.mail.mime.Octets;

/**
 * Undoes what version 2 of Proofpoint's URL Defense makes of a link: percent-encoding with a hyphen for the percent
 * sign, so that a hyphen is {@code -2D}, an underscore {@code -5F}, and a percent sign that was there before {@code
 * -25}. The slash, which it writes as an underscore, matters to no token. Version 3 needs nothing like this: its
 * asterisks replace no letter, digit, hyphen or underscore.
 */
final class UrlDefense implements Characters {

    private static final Octets NAME = Octets.latin1("urldefense");
    private static final Octets TWICE = Octets.latin1("-2D");
    private static final int ESCAPE = 3;

    private final Characters reader;
    private final byte[] chars = new byte[ESCAPE];
    private final int[] from = new int[ESCAPE];
    private final int[] to = new int[ESCAPE];
    private final boolean[] joined = new boolean[ESCAPE];
    private int held;
    private boolean isAfterJoin;

    private UrlDefense(Characters reader) {
        this.reader = reader;
    }

    /** Whether such a link may be in there. */
    static boolean mayBeIn(Octets octets) {
        for (int at = octets.indexOf((byte) '-', 0); at >= 0; at = octets.indexOf((byte) '-', at + 1)) {
            if (at + 2 < octets.length() && isEscape(octets.at(at + 1), octets.at(at + 2))) {
                return true;
            }
        }
        for (int at = octets.indexOf((byte) 'u', 0); at >= 0; at = octets.indexOf((byte) 'u', at + 1)) {
            if (octets.startsWith(NAME, at)) {
                return true;
            }
        }
        return false;
    }

    /** Hyphen, underscore, equals sign, question mark, colon. */
    private static boolean isEscape(byte first, byte second) {
        return first == '2' ? second == 'D' : first == '5' ? second == 'F' : first == '3' && hexValue(second) > 9;
    }

    /** Whether a link may be in there that was written so twice. */
    static boolean mayBeTwiceIn(Octets octets) {
        for (int at = octets.indexOf((byte) '-', 0); at >= 0; at = octets.indexOf((byte) '-', at + 1)) {
            int next = at + TWICE.length();
            if (octets.startsWith(TWICE, at) && next < octets.length() && hexValue(octets.at(next)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Hands the characters on as the link had them before. */
    static UrlDefense undoneFor(Characters reader) {
        return new UrlDefense(reader);
    }

    @Override
    public void add(byte c, int start, int end, boolean isJoined) {
        if (held > 0 && hexValue(c) < 0) {
            release();
        }
        if (held == 0 && c != '-') {
            give(c, start, end, isJoined);
            return;
        }
        hold(c, start, end, isJoined);
        if (held == ESCAPE) {
            read(hexValue(chars[1]) << 4 | hexValue(chars[2]));
        }
    }

    @Override
    public void end() {
        release();
        isAfterJoin = false;
        reader.end();
    }

    private void hold(byte c, int start, int end, boolean isJoined) {
        chars[held] = c;
        from[held] = start;
        to[held] = end;
        joined[held] = isJoined;
        held++;
    }

    /** What is held is no escape. */
    private void release() {
        int count = held;
        held = 0;
        for (int i = 0; i < count; i++) {
            if (chars[i] == '%') {
                reader.end();
            } else {
                give(chars[i], from[i], to[i], joined[i]);
            }
        }
    }

    /** A percent sign begins an escape itself, as often as the link was encoded. */
    private void read(int meant) {
        held = 0;
        int c = meant == '%' ? '%' : Scanner.kept(meant);
        if (c == '%') {
            hold((byte) c, from[0], to[2], joined[0]);
        } else if (c == Scanner.JOIN) {
            isAfterJoin = true;
        } else if (c == Scanner.BREAK) {
            reader.end();
        } else {
            give((byte) c, from[0], to[2], joined[0]);
        }
    }

    private void give(byte c, int start, int end, boolean isJoined) {
        reader.add(c, start, end, isJoined || isAfterJoin);
        isAfterJoin = false;
    }

    /** Proofpoint writes capital letters. */
    private static int hexValue(byte c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }
}
