package org.clubpost.mail.prepare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.PreparedMail;
import org.clubpost.core.delivery.PreparedMails;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import org.clubpost.mail.mime.Octets;

/**
 * Prepared mails in the mail store. The latest few stay in memory, below a limit of bytes.
 *
 * <p>When several threads open the same mail, the first one reads it and the others wait for the result. A thread that
 * opens another mail waits for nobody, because no lock is held while the store is read.
 */
public final class StoredPreparedMails implements PreparedMails {

    /** How many bytes of prepared mails are kept; the one in use is kept whatever its size. */
    private static final long MOST_BYTES = 64L << 20;

    private final MailStore store;
    private final PublicLinks links;
    private final long mostBytes;
    private final Map<MailKey, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<MailKey, FutureTask<Kept>> underWay = new HashMap<>();

    private record Kept(CompiledMail mail, long bytes) {}

    /**
     * Prepared mails of this store.
     *
     * @param store where they lie
     * @param links makes the links in them
     */
    public StoredPreparedMails(MailStore store, PublicLinks links) {
        this(store, links, MOST_BYTES);
    }

    StoredPreparedMails(MailStore store, PublicLinks links, long mostBytes) {
        this.store = store;
        this.links = links;
        this.mostBytes = mostBytes;
    }

    @Override
    public PreparedMail open(MailingList list, MailKey key) {
        FutureTask<Kept> reading = reading(key);
        reading.run(); // Does nothing where another thread runs it, or ran it.
        return new ListPreparedMail(result(reading).mail(), list, links);
    }

    /** The mail that is there already, the reading that is under way, or a new one. */
    private synchronized FutureTask<Kept> reading(MailKey key) {
        Kept there = kept.get(key);
        return there == null
                ? underWay.computeIfAbsent(key, _ -> new FutureTask<>(() -> read(key)))
                : new FutureTask<>(() -> there);
    }

    private Kept read(MailKey key) {
        try {
            StoredMail stored = store.find(key).orElseThrow(() -> new IllegalStateException("no prepared mail there"));
            Kept read = load(stored);
            keep(key, read);
            return read;
        } finally {
            forget(key);
        }
    }

    private synchronized void keep(MailKey key, Kept read) {
        kept.put(key, read);
        dropOldest();
    }

    /** Threads that come from now on find the mail kept, or read it anew. */
    private synchronized void forget(MailKey key) {
        underWay.remove(key);
    }

    private static Kept result(FutureTask<Kept> reading) {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("a prepared mail could not be read", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while a prepared mail is read", e);
        }
    }

    private static Kept load(StoredMail stored) {
        try {
            var octets = Octets.of(stored.content().toByteArray());
            return new Kept(CompiledMail.load(octets), octets.length());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("a prepared mail that this version cannot read", e);
        }
    }

    private void dropOldest() {
        long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
        var oldest = kept.values().iterator();
        while (bytes > mostBytes && kept.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
