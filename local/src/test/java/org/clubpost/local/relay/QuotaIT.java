package org.clubpost.local.relay;

import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clubpost.core.Life;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.delivery.Delivery;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Posts to members through a real SMTP server that has enough of us. */
final class QuotaIT {

    static {
        ServiceLog.silence();
    }

    private static final int QUOTA = 7;

    private final AtomicInteger taken = new AtomicInteger();
    private volatile int quota = QUOTA;
    private volatile Refusal refusal = new Refusal("RCPT", 550, "5.4.5 Daily user sending quota exceeded.");
    private final SMTPServer server = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).hideTLS()
            .messageHandlerFactory(context -> new Reception()).build();
    private final List<SmtpOutbox> opened = new ArrayList<>();

    private record Refusal(String command, int code, String text) {}

    private final class Reception implements MessageHandler {

        private void check(String command) throws RejectException {
            if (command.equals(refusal.command()) && taken.get() >= quota) {
                throw new RejectException(refusal.code(), refusal.text());
            }
        }

        @Override
        public void from(String from) throws RejectException {
            check("MAIL");
        }

        @Override
        public void recipient(String to) throws RejectException {
            if (to.startsWith("member3@")) {
                throw new RejectException(552, "5.2.2 Mailbox full, over quota");
            }
            check("RCPT");
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            data.readAllBytes();
            check("DATA");
            taken.incrementAndGet();
            return "taken";
        }

        @Override
        public void done() {}
    }

    private Delivery delivery(int members) {
        server.start();
        var outbox = new SmtpOutbox(new RelayServer("127.0.0.1", server.getPortAllocated(), false,
                new RelayServer.Login.Anonymous()), "lists.example.org", RelayLimits.of(1));
        opened.add(outbox);
        var delivery = new Delivery(members, "club.example", "other.example").inWindowsOf(10).planned(0);
        delivery.outbox.answer(outbox::send);
        return delivery;
    }

    @AfterEach
    void stop() {
        opened.forEach(SmtpOutbox::close);
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT | 550 | 5.4.5 Daily user sending quota exceeded.
            RCPT | 554 | 5.7.0 The limit on the number of allowed outgoing messages was exceeded
            DATA | 550 | 5.7.1 Rate limit reached
            DATA | 552 | Quota exceeded
            RCPT | 550 | 5.7.1 Denied
            RCPT | 452 | 4.5.3 too many messages today
            MAIL | 450 | 4.7.1 Rate limit, sender
            MAIL | 550 | 5.4.5 Daily user sending quota exceeded.
            MAIL | 552 | 5.7.0 Sending quota exceeded
            """)
    void quotaParksThePostAndFailsNobody(String command, int code, String text) {
        refusal = new Refusal(command, code, text);
        var delivery = delivery(25);

        delivery.attempt(0);

        var parked = assertInstanceOf(PostState.Parked.class, delivery.state());
        assertEquals(PostState.Parked.Cause.LIMITED, parked.cause());
        assertEquals(delivery.clock.instant().plus(Duration.ofHours(1)), parked.until());
        assertTrue(delivery.ranges.failures(delivery.received.id())
                .allMatch(failure -> failure.kind() == Failure.Kind.LATER
                        || failure.subscriber().equals(delivery.members.get(3).id())));

        quota = Integer.MAX_VALUE;
        delivery.clock.set(parked.until());
        new Supervise(delivery.lists, delivery.posts, delivery.plan(Life.eternal()), delivery.tell(), delivery.clock)
                .tend();
        for (var next = delivery.queue.take(); next.isPresent(); next = delivery.queue.take()) {
            delivery.attempt(next.get().index());
            delivery.clock.advance(Duration.ofMinutes(15));
        }

        assertEquals(oneEach(delivery.membersWithout(delivery.members.get(3))), delivery.copies());
        assertEquals(new Tally(24, 1), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }

    @Test
    void fullMailboxIsThatMembers() {
        quota = Integer.MAX_VALUE;
        var delivery = delivery(25);

        delivery.attempt(0);

        assertEquals(new Tally(24, 1), assertInstanceOf(PostState.Done.class, delivery.state()).tally());
    }
}
