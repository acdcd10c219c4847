package org.clubpost.local.relay;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/**
 * A connection on which lines go one way and answers come the other. Used by one thread at a time, except for {@link
 * #isOverdue} and {@link #close}.
 *
 * <p><b>Time.</b> Each wait has a limit, but the wire does not enforce it. Another thread closes a wire that it finds
 * {@link #isOverdue overdue}, and whoever waits there gets an {@link IOException}. A time-out of the socket would cost
 * a timer for each mail, and there is no time-out for writing.
 */
final class Wire {

    private static final int FAREWELL_MILLIS = 1000;

    private final RelayServer server;
    private final Socket plain;
    private Socket socket;
    private ReplyReader in;
    private DotStuffing out;
    private Duration limit = Duration.ZERO;
    private volatile long deadlineNanos = Long.MAX_VALUE;

    private Wire(RelayServer server, Socket plain) throws IOException {
        this.server = server;
        this.plain = plain;
        this.socket = plain;
        this.in = new ReplyReader(plain.getInputStream());
        this.out = new DotStuffing(new Timed(plain.getOutputStream()));
    }

    /** When something is written in several pieces, each piece may take the full limit. */
    private final class Timed extends OutputStream {

        private final OutputStream stream;

        Timed(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int octet) throws IOException {
            stream.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            begin(limit);
            stream.write(octets, offset, length);
        }
    }

    /** Connects to the first of the server's addresses at which somebody answers. */
    static Wire connect(RelayServer server, Duration most) throws IOException {
        var failure = new IOException("no address");
        for (var address : InetAddress.getAllByName(server.host())) {
            var socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                socket.connect(new InetSocketAddress(address, server.port()), Math.toIntExact(most.toMillis()));
                return new Wire(server, socket);
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** Whether the other end is this machine. */
    boolean isLoopback() {
        return plain.getInetAddress().isLoopbackAddress();
    }

    boolean isEncrypted() {
        return socket instanceof SSLSocket;
    }

    /**
     * Encrypts all that follows. What the server sent before, unasked, would count as sent over the encrypted
     * connection (RFC 3207 section 6). In that case the wire breaks.
     */
    void encrypt(Encryption encryption, Duration most) throws IOException {
        if (in.isAhead()) {
            throw new IOException("an answer to nothing before encryption");
        }
        begin(most);
        var isAnybodyTrusted = isLoopback() && server.login() instanceof RelayServer.Login.Anonymous;
        socket = encryption.over(plain, server, isAnybodyTrusted);
        in = new ReplyReader(socket.getInputStream());
        out = new DotStuffing(new Timed(socket.getOutputStream()));
        end();
    }

    /** Takes commands and mails to write. */
    DotStuffing out() {
        return out;
    }

    /** Sends what was written, and waits for an answer. */
    Reply answer(Duration most) throws IOException {
        begin(most);
        out.flush();
        var reply = in.read();
        end();
        return reply;
    }

    /** Sends a command, and waits for the answer. */
    Reply ask(String command, Duration most) throws IOException {
        out.command(command);
        return answer(most);
    }

    /** What happens from now until {@link #end} may take that long. */
    void begin(Duration most) {
        limit = most;
        deadlineNanos = System.nanoTime() + most.toNanos();
    }

    void end() {
        deadlineNanos = Long.MAX_VALUE;
    }

    /** Whether something takes longer than it may. */
    boolean isOverdue(long nowNanos) {
        var deadline = deadlineNanos;
        return deadline != Long.MAX_VALUE && nowNanos - deadline > 0;
    }

    /** Says QUIT (RFC 5321 section 4.1.1.10), and closes. */
    void quit() {
        try {
            socket.setSoTimeout(FAREWELL_MILLIS);
            ask("QUIT", Duration.ofMillis(FAREWELL_MILLIS));
        } catch (IOException gone) {
            end();
        } finally {
            close();
        }
    }

    /** Closes at once, whatever is under way. May be called by any thread. */
    void close() {
        try {
            plain.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
