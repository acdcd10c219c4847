package org.clubpost.mail.prepare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clubpost.core.delivery.PreparedMail;
import org.clubpost.core.delivery.PreparedMails;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import org.clubpost.mail.mime.Octets;

/** Prepared mails in the mail store. The latest few stay in memory, below a limit of bytes. */
public final class StoredPreparedMails implements PreparedMails {

    /** How many bytes of prepared mails are kept; the one in use is kept whatever its size. */
    private static final long MOST_BYTES = 64L << 20;

    private final MailStore store;
    private final PublicLinks links;
    private final Map<MailKey, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Kept(CompiledMail mail, long bytes) {}

    /**
     * Prepared mails of this store.
     *
     * @param store where they lie
     * @param links makes the links in them
     */
    public StoredPreparedMails(MailStore store, PublicLinks links) {
        this.store = store;
        this.links = links;
    }

    @Override
    public synchronized PreparedMail open(MailingList list, MailKey key) {
        Kept there = kept.get(key);
        if (there == null) {
            StoredMail stored = store.find(key).orElseThrow(() -> new IllegalStateException("no prepared mail there"));
            there = load(stored);
            kept.put(key, there);
            dropOldest();
        }
        return new ListPreparedMail(there.mail(), list, links);
    }

    private static Kept load(StoredMail stored) {
        try {
            Octets octets = Octets.of(stored.content().toByteArray());
            return new Kept(CompiledMail.load(octets), octets.length());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("a prepared mail that this version cannot read", e);
        }
    }

    private void dropOldest() {
        long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
        var oldest = kept.values().iterator();
        while (bytes > MOST_BYTES && kept.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
