package org.clubpost.local.relay;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes commands and mails to a server, in as few and as large writes as possible. In a mail, each dot that begins a
 * line gets a second dot before it, and the line that ends a mail is added (RFC 5321 section 4.5.2). A mail that does
 * not end with CRLF gets one.
 */
final class DotStuffing extends OutputStream {

    private static final int SIZE = 1 << 16;
    private static final byte[] END = {'.', '\r', '\n'};
    private static final byte[] LINE_END = {'\r', '\n'};

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int filled;
    private boolean isAtLineStart = true;

    DotStuffing(OutputStream out) {
        this.out = out;
    }

    /** Adds a command, with its line end. ASCII only. */
    void command(String line) throws IOException {
        if (SIZE - filled < line.length() + 2) {
            flush();
        }
        for (var i = 0; i < line.length(); i++) {
            buffer[filled++] = (byte) line.charAt(i);
        }
        put(LINE_END, 0, 2);
    }

    /** From now on, what is added is a mail, up to {@link #endMail}. */
    void beginMail() {
        isAtLineStart = true;
    }

    /** Adds the end of the mail. It is sent with the next {@link #flush}. */
    void endMail() throws IOException {
        if (!isAtLineStart) {
            put(LINE_END, 0, 2);
        }
        put(END, 0, 3);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[]{(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        var end = offset + length;
        var from = offset;
        if (isAtLineStart && octets[offset] == '.') {
            put(END, 0, 1);
        }
        for (var i = offset + 1; i < end; i++) {
            if (octets[i] == '.' && octets[i - 1] == '\n') {
                put(octets, from, i - from);
                put(END, 0, 1);
                from = i;
            }
        }
        put(octets, from, end - from);
        isAtLineStart = octets[end - 1] == '\n';
    }

    private void put(byte[] octets, int offset, int length) throws IOException {
        if (length > SIZE - filled) {
            flush();
            if (length > SIZE) {
                out.write(octets, offset, length);
                return;
            }
        }
        System.arraycopy(octets, offset, buffer, filled, length);
        filled += length;
    }

    @Override
    public void flush() throws IOException {
        if (filled > 0) {
            var length = filled;
            filled = 0;
            out.write(buffer, 0, length);
        }
    }
}
