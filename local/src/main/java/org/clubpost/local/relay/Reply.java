package org.clubpost.local.relay;

import java.util.List;

/**
 * What a server answered to one command (RFC 5321 section 4.2).
 *
 * @param code three digits
 * @param lines the text of each line, without code
 */
record Reply(int code, List<String> lines) {

    private static final int CLOSING = 421;

    Reply {
        lines = List.copyOf(lines);
    }

    /** 2yz: done. */
    boolean isDone() {
        return code / 100 == 2;
    }

    /** 3yz: it waits for more. */
    boolean isWaiting() {
        return code / 100 == 3;
    }

    /** 5yz: not now and not later. */
    boolean isForGood() {
        return code / 100 == 5;
    }

    /** The server ends the connection, whatever it was asked (RFC 5321 section 3.8). */
    boolean isClosing() {
        return code == CLOSING;
    }

    /** The code, and the enhanced one if there is one (RFC 3463): all of the answer that tells nothing of anybody. */
    String codes() {
        var first = lines.isEmpty() ? "" : lines.getFirst().split(" ", 2)[0];
        return first.matches("[245]\\.\\d{1,3}\\.\\d{1,3}") ? code + " " + first : Integer.toString(code);
    }
}
