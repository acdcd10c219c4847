package org.clubpost.local.smtp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketImpl;
import java.time.Duration;
import java.util.OptionalLong;
import org.clubpost.local.door.Guest;
import org.clubpost.local.door.Places;
import org.clubpost.local.door.Source;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one SMTP client, with the limits to what it may take. The library's server reads from it and writes
 * to it, and knows nothing of them.
 */
final class ClientSocket extends Socket implements Guest {

    private final Places places;
    private final SmtpLimits limits;
    private final Patience patience;
    private @Nullable Source source;
    private @Nullable ClientInput input;
    private @Nullable OutputStream output;

    ClientSocket(Places places, SmtpLimits limits) throws IOException {
        super((SocketImpl) null);
        this.places = places;
        this.limits = limits;
        this.patience = new Patience(limits, System::nanoTime);
    }

    @Override
    public synchronized Source source() {
        if (source == null) {
            source = Source.of(getInetAddress());
        }
        return source;
    }

    @Override
    public OptionalLong waitingSince() {
        return patience.waitingSince();
    }

    @Override
    public void dismiss() {
        patience.end();
        try {
            close();
        } catch (IOException gone) {
            // It has gone by itself.
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return input();
    }

    private ClientInput input() throws IOException {
        if (input == null) {
            input = new ClientInput(new Octets(super.getInputStream()), patience);
        }
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new Answers(super.getOutputStream());
        }
        return output;
    }

    /** Says why the client has to go, and closes. Nothing was written before, so this does not have to wait. */
    void refuse(byte[] answer) {
        try (this) {
            super.getOutputStream().write(answer);
        } catch (IOException gone) {
            // It has gone by itself.
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (isConnected()) {
            places.leave(this);
        }
        super.close();
    }

    /** What comes, octet by octet. */
    private final class Octets implements ClientInput.Wire {

        private final InputStream in;

        Octets(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] into, int at, int most, Duration wait) throws IOException {
            setSoTimeout((int) Math.max(1, wait.toMillis()));
            return in.read(into, at, most);
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }

    /** Each write is one answer. Whoever has talked before it came is not listened to any more. */
    private final class Answers extends FilterOutputStream {

        private static final int CODE = 3;

        private boolean isGreeted;

        Answers(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int at, int count) throws IOException {
            var input = input();
            if (isGreeted ? input.hasMore() : input.talksWithin(limits.pause())) {
                patience.end();
            }
            if (isGreeted || !patience.isOver()) {
                out.write(octets, at, count);
            }
            isGreeted = true;
            patience.answered(count < CODE ? 0 : code(octets, at));
        }

        private static int code(byte[] octets, int at) {
            var code = 0;
            for (var digit = at; digit < at + CODE; digit++) {
                code = code * 10 + octets[digit] - '0';
            }
            return code;
        }
    }
}
