package org.clubpost.local.relay;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.net.SocketFactory;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Connections to one SMTP server, kept open. The latest one used is used again first, so that those that are not needed grow old; one that has been idle for a
 * while is asked whether it still lives before it is used.
 */
final class Connections implements AutoCloseable {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final Session session;
    private final URLName server;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Connections(String host, int port, String ownName, int most) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.localhost", ownName);
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.auth", "false");
        properties.put("mail.smtp.socketFactory", new WithoutDelay());
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        this.session = Session.getInstance(properties);
        this.server = new URLName("smtp", host, port, null, null, null);
        this.places = new Semaphore(most);
    }

    /** Does the work on a connection that nobody else uses meanwhile. */
    SendOutcome with(Function<Connection, SendOutcome> work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Deferred(DeferralCause.UNREACHABLE, "interrupted before anything was sent");
        }
        try {
            var used = idle.pollFirst();
            var connection = used == null ? new Connection() : used;
            var outcome = work.apply(connection);
            if (!connection.discarded) {
                connection.lastUsedNanos = System.nanoTime();
                idle.addFirst(connection);
            }
            return outcome;
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.discard();
        }
    }

    /** One connection. */
    final class Connection {

        private final SMTPTransport transport = new SMTPTransport(session, server);
        private boolean discarded;
        private boolean opened;
        private long lastUsedNanos;

        /** Connects, unless it is connected. */
        void open() throws MessagingException {
            var isFresh = opened && System.nanoTime() - lastUsedNanos < FRESH.toNanos();
            if (!isFresh && !transport.isConnected()) {
                transport.connect();
                opened = true;
            }
        }

        SMTPTransport transport() {
            return transport;
        }

        /** Closes it for good. */
        void discard() {
            discarded = true;
            try {
                transport.close();
            } catch (MessagingException alreadyGone) {
                opened = false;
            }
        }
    }

    /** Sockets that send what they have at once: a mail's last octets must not wait for the acknowledgement of those before. */
    private static final class WithoutDelay extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
