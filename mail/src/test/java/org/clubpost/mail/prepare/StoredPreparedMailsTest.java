package org.clubpost.mail.prepare;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Race;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;

class StoredPreparedMailsTest {

    private static final MailKey ONE = new MailKey("prepared/one");
    private static final MailKey TWO = new MailKey("prepared/two");

    private final InMemoryMailStore mails = new InMemoryMailStore(new FixedClock());
    private final List<MailKey> read = Collections.synchronizedList(new ArrayList<>());

    /** The store, with something that is done at each reading. */
    private StoredPreparedMails seeing(Consumer<MailKey> reading) {
        return new StoredPreparedMails(new MailStore() {

            @Override
            public void put(MailKey key, MailContent content) {
                mails.put(key, content);
            }

            @Override
            public Optional<StoredMail> find(MailKey key) {
                read.add(key);
                reading.accept(key);
                return mails.find(key);
            }

            @Override
            public void remove(MailKey key) {
                throw new UnsupportedOperationException("not asked for here");
            }

            @Override
            public Stream<MailKey> keys(String prefix) {
                return mails.keys(prefix);
            }
        }, Mails.context().links(), 1000);
    }

    private void put(MailKey key, String text) {
        var mail = Octets.of(("From: a@example.org\r\nSubject: Hi\r\n\r\n" + text + "\r\n").getBytes(US_ASCII));
        mails.put(key, Mails.prepare(mail, Mails.context()).stored());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES), "the other never went on");
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Test
    void whoOpensAnotherMailWaitsForNobody() throws Exception {
        put(ONE, "one");
        put(TWO, "two");
        var begun = new CountDownLatch(1);
        var opened = new CountDownLatch(1);
        StoredPreparedMails prepared = seeing(key -> {
            if (key.equals(ONE)) {
                begun.countDown();
                waitFor(opened);
            }
        });

        try (var thread = Executors.newSingleThreadExecutor()) {
            var slow = thread.submit(() -> prepared.open(Mails.list(), ONE));
            waitFor(begun);
            prepared.open(Mails.list(), TWO);
            opened.countDown();
            slow.get();
        }

        assertEquals(List.of(ONE, TWO), read);
    }

    @Test
    void ofManyWhoOpenTheSameMailOneReadsIt() throws InterruptedException {
        put(ONE, "one");
        StoredPreparedMails prepared = seeing(_ -> {
        });

        List<Long> sizes = Race.run(Collections.<Callable<Long>>nCopies(16,
                () -> prepared.open(Mails.list(), ONE).sizeBytes()));

        assertEquals(1, sizes.stream().distinct().count());
        assertEquals(List.of(ONE), read);
    }

    @Test
    void whatCouldNotBeReadIsReadAgain() {
        put(ONE, "one");
        StoredPreparedMails prepared = seeing(_ -> {
            if (read.size() == 1) {
                throw new UnavailableException("not now");
            }
        });

        assertThrows(UnavailableException.class, () -> prepared.open(Mails.list(), ONE));

        assertTrue(prepared.open(Mails.list(), ONE).sizeBytes() > 0);
        assertEquals(List.of(ONE, ONE), read);
    }

    @Test
    void whatIsNotThereIsAFaultEachTime() {
        StoredPreparedMails prepared = seeing(_ -> {
        });

        assertThrows(IllegalStateException.class, () -> prepared.open(Mails.list(), ONE));
        assertThrows(IllegalStateException.class, () -> prepared.open(Mails.list(), ONE));
    }

    @Test
    void onlyTheLatestAreKept() {
        put(ONE, "x".repeat(600));
        put(TWO, "x".repeat(600));
        StoredPreparedMails prepared = seeing(_ -> {
        });

        prepared.open(Mails.list(), ONE);
        prepared.open(Mails.list(), ONE);
        prepared.open(Mails.list(), TWO);
        prepared.open(Mails.list(), ONE);

        assertEquals(List.of(ONE, TWO, ONE), read);
    }
}
