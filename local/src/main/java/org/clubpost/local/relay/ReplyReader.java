package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.Charsets;

/**
 * Reads a server's answers (RFC 5321 section 4.2.1). A line may have 2,000 octets and an answer 100 lines; the RFC
 * speaks of 512 octets.
 */
final class ReplyReader {

    private static final int LONGEST_LINE = 2000;
    private static final int MOST_LINES = 100;

    private final InputStream in;
    private final byte[] buffer = new byte[4096];
    private int next;
    private int end;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /** Whether something was received that nobody has read yet. */
    boolean isAhead() {
        return next < end;
    }

    /**
     * Waits for an answer.
     *
     * @throws IOException when the connection broke, or what came is not SMTP
     */
    Reply read() throws IOException {
        var line = line();
        if (isLast(line)) {
            return new Reply(code(line), List.of(text(line)));
        }
        var lines = new ArrayList<String>();
        while (!isLast(line)) {
            lines.add(text(line));
            if (lines.size() > MOST_LINES) {
                throw new IOException("an answer without end");
            }
            line = line();
        }
        lines.add(text(line));
        return new Reply(code(line), lines);
    }

    private static boolean isLast(String line) {
        return line.length() < 4 || line.charAt(3) != '-';
    }

    private static String text(String line) {
        return line.length() < 4 ? "" : line.substring(4);
    }

    private static int code(String line) throws IOException {
        var code = 0;
        for (var i = 0; i < 3; i++) {
            var digit = i < line.length() ? line.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                throw new IOException("an answer without a code");
            }
            code = code * 10 + digit;
        }
        return code;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            for (var i = next; i < end; i++) {
                if (buffer[i] == '\n') {
                    line.append(new String(buffer, next, i - next, ISO_8859_1));
                    next = i + 1;
                    var length = line.length();
                    return read(length > 0 && line.charAt(length - 1) == '\r'
                            ? line.substring(0, length - 1)
                            : line.toString());
                }
            }
            line.append(new String(buffer, next, end - next, ISO_8859_1));
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a line without end");
            }
            fill();
        }
    }

    /** Some servers speak the language of their people, in UTF-8 (RFC 6531 section 3.7.4.1) or what they have. */
    private static String read(String octets) {
        return Charsets.read(Octets.latin1(octets), "");
    }

    private void fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
            throw new EOFException("the server hung up");
        }
    }
}
