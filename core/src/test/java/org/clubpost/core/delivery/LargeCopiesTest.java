package org.clubpost.core.delivery;

import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.clubpost.core.Race;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of mail is under way at a time. */
final class LargeCopiesTest {

    private static final long MB = 1L << 20;

    private final AtomicLong underWay = new AtomicLong();
    private final AtomicLong most = new AtomicLong();

    /** A copy that says that it has so many octets, and has few. */
    private record Copy(long sizeBytes, MailContent inner) implements MailContent {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            inner.writeTo(out);
        }

        @Override
        public byte[] toByteArray() {
            return inner.toByteArray();
        }
    }

    private SendOutcome send(OutgoingMail mail) {
        most.accumulateAndGet(underWay.addAndGet(mail.content().sizeBytes()), Math::max);
        for (var i = 0; i < 100; i++) {
            Thread.onSpinWait();
        }
        underWay.addAndGet(-mail.content().sizeBytes());
        return new SendOutcome.Accepted("");
    }

    /** Ranges of several posts are delivered at the same time on one machine. */
    @ParameterizedTest
    @CsvSource({"40,40", "30,60", "1,8", "64,64", "100,100"})
    void rangesTogetherHaveNoMoreUnderWayThanTheirMemoryHolds(int megabytes, int atMost) throws InterruptedException {
        var delivery = new Delivery(24).planned(1);
        delivery.outbox.answer(this::send);
        var deliver = delivery.deliver((_, _) -> Delivery.mail(
                (Subscriber.Confirmed member) -> new Copy(megabytes * MB, Delivery.copyFor(member)), megabytes * MB));
        var deadline = delivery.clock.instant().plusSeconds(3600);

        Race.run(List.<Callable<Deliver.Outcome>>of(() -> deliver.deliver(delivery.ref(0), "w0", deadline),
                () -> deliver.deliver(delivery.ref(1), "w1", deadline)));

        assertEquals(oneEach(delivery.members), delivery.copies());
        assertTrue(most.get() <= atMost * MB, () -> most.get() / MB + " MB");
    }
}
