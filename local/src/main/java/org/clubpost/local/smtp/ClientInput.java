package org.clubpost.local.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * What one SMTP client sends, given to the server one command or one mail at a time. So nothing lies ready when an
 * answer goes out, unless the client did not wait for it; and a command that no mail client says is never seen by the
 * server. For one thread.
 */
final class ClientInput extends InputStream {

    /** Octets as they come, with a limit to the wait. */
    interface Wire {

        /** Reads some. -1 at the end. */
        int read(byte[] into, int at, int most, Duration wait) throws IOException;

        /** How many are there already. */
        int available() throws IOException;
    }

    /** A line has 512 octets with its end (RFC 5321 section 4.5.3.1.4); extensions make it longer. */
    private static final int LONGEST_LINE = 2048;

    private final Wire wire;
    private final Patience patience;
    private final byte[] buffer = new byte[1 << 13];
    private int at;
    private int end;
    private int lineEnd;
    private final EndOfMail mailEnd = new EndOfMail();

    ClientInput(Wire wire, Patience patience) {
        this.wire = wire;
        this.patience = patience;
    }

    /** Whether the client has sent something that it was not yet asked for. */
    boolean hasMore() throws IOException {
        return at < end || wire.available() > 0;
    }

    /** Waits a while for a client that talks before it is greeted. */
    boolean talksWithin(Duration wait) throws IOException {
        try {
            return hasMore() || fill(wait);
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (patience.isForMail()) {
            return readMail(into, offset, most);
        }
        if (at >= lineEnd && !readLine()) {
            return -1;
        }
        return take(into, offset, Math.min(most, lineEnd - at));
    }

    @Override
    public int available() {
        return Math.max(0, lineEnd - at);
    }

    private int readMail(byte[] into, int offset, int most) throws IOException {
        if (patience.isOver() || (at == end && !fill(patience.left()))) {
            return -1;
        }
        var count = mailEnd.within(buffer, at, Math.min(most, end - at));
        if (mailEnd.isReached()) {
            mailEnd.begin();
            patience.heard();
        }
        patience.received(count);
        lineEnd = at + count;
        return take(into, offset, count);
    }

    private int take(byte[] into, int offset, int count) {
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        return count;
    }

    /** Reads on until a whole line is there; false when there is none, or none that the server should see. */
    private boolean readLine() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        lineEnd = 0;
        for (var next = 0; !patience.isOver();) {
            for (; next < end && next < LONGEST_LINE; next++) {
                if (buffer[next] == '\n') {
                    lineEnd = next + 1;
                    patience.heard();
                    mailEnd.begin();
                    return ForeignTalk.isMailTalk(buffer, lineEnd);
                }
            }
            if (next == LONGEST_LINE || !fill(patience.left())) {
                return false;
            }
        }
        return false;
    }

    /** Reads what comes next behind what is there. */
    private boolean fill(Duration wait) throws IOException {
        if (!wait.isPositive()) {
            throw new SocketTimeoutException();
        }
        if (at == end) {
            at = 0;
            end = 0;
        }
        var count = wire.read(buffer, end, buffer.length - end, wait);
        end += Math.max(0, count);
        return count > 0;
    }
}
