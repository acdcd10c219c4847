package org.clubpost.local.relay;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.local.relay.SmtpSession.Attempt;

/**
 * Connections to one SMTP server, kept open. The one used last is used again first, so that those that are not needed
 * grow old and are closed.
 */
final class Connections implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;

    private final RelayServer server;
    private final RelayLimits limits;
    private final Handshake handshake;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<SmtpSession> idle = new ConcurrentLinkedDeque<>();
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private volatile OptionalLong largest = OptionalLong.empty();
    private final CountDownLatch closed = new CountDownLatch(1);

    Connections(RelayServer server, RelayLimits limits, Handshake handshake) {
        this.server = server;
        this.limits = limits;
        this.handshake = handshake;
        this.places = new Semaphore(limits.connections());
        Thread.ofPlatform().daemon().name("relay-watch").start(this::watch);
    }

    /** Sends the mail on a connection that nobody else uses meanwhile. */
    SendOutcome send(OutgoingMail mail) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.RELAY_INTERRUPTED));
        }
        try {
            var used = idle.pollFirst();
            return used != null && attempt(used, mail) instanceof Attempt.Settled(var outcome)
                    ? outcome
                    : sendAnew(mail);
        } finally {
            places.release();
        }
    }

    /**
     * The largest mail that the server takes, as it said last. Connects if it has said nothing yet.
     */
    long largest() {
        if (largest.isEmpty() && places.tryAcquire()) {
            try {
                idle.addFirst(connect());
            } catch (IOException unknown) {
                return Long.MAX_VALUE;
            } finally {
                places.release();
            }
        }
        return largest.orElse(Long.MAX_VALUE);
    }

    private SendOutcome sendAnew(OutgoingMail mail) {
        SmtpSession session;
        try {
            session = connect();
        } catch (PutOff refused) {
            return refused.outcome();
        } catch (IOException broken) {
            return new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.RELAY_UNREACHABLE));
        }
        return switch (attempt(session, mail)) {
            case Attempt.Settled(var outcome) -> outcome;
            case Attempt.Lost(var outcome) -> outcome;
        };
    }

    private Attempt attempt(SmtpSession session, OutgoingMail mail) {
        try {
            return session.send(mail);
        } finally {
            if (session.isUsable() && closed.getCount() > 0) {
                idle.addFirst(session);
            } else if (session.isSpent()) {
                leave(session);
            } else {
                discard(session.wire());
            }
        }
    }

    private SmtpSession connect() throws IOException {
        var wire = Wire.connect(server, limits.connect());
        open.add(wire);
        var isReady = false;
        try {
            var extensions = handshake.with(wire);
            largest = OptionalLong.of(extensions.largest());
            var session = new SmtpSession(wire, extensions, limits);
            isReady = true;
            return session;
        } finally {
            if (!isReady) {
                discard(wire);
            }
        }
    }

    private void discard(Wire wire) {
        open.remove(wire);
        wire.close();
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes connections that take too long, and those that nobody has used for long. */
    private void look() {
        var now = System.nanoTime();
        open.stream().filter(wire -> wire.isOverdue(now)).forEach(Wire::close);
        for (var oldest = idle.peekLast(); oldest != null; oldest = idle.peekLast()) {
            if (now - oldest.lastUsedNanos() < limits.idle().toNanos()) {
                return;
            }
            if (idle.removeLastOccurrence(oldest)) {
                leave(oldest);
            }
        }
    }

    private void leave(SmtpSession session) {
        open.remove(session.wire());
        session.wire().quit();
    }

    @Override
    public void close() {
        closed.countDown();
        for (var session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            leave(session);
        }
    }
}
