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

    /** 4yz or 5yz. */
    boolean isRefusal() {
        return code / 100 == 4 || code / 100 == 5;
    }

    /** 5yz: refused for good. */
    boolean isForGood() {
        return code / 100 == 5;
    }

    /** The server ends the connection, whatever we asked (RFC 5321 section 3.8). */
    boolean isClosing() {
        return code == CLOSING;
    }

    /**
     * It is full, or busy: 450, 451 or 452. Servers say so too of a connection that has sent enough (Postfix, "rate
     * limits", and RFC 5321 section 4.5.3.1.10).
     */
    boolean isBusy() {
        return code >= 450 && code <= 452;
    }

    /** The code, and the enhanced code if there is one (RFC 3463): the parts of the answer that name nobody. */
    String codes() {
        var first = lines.isEmpty() ? "" : lines.getFirst().split(" ", 2)[0];
        return first.matches("[245]\\.\\d{1,3}\\.\\d{1,3}") ? code + " " + first : Integer.toString(code);
    }
}
