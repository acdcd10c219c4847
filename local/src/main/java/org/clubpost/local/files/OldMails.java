package org.clubpost.local.files;

import static java.lang.System.Logger.Level.INFO;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.clubpost.core.store.MailKey;

/**
 * Deletes the mails whose time is over: {@value #LIFETIME_DAYS} days after they were stored, as in the cloud (the
 * lifecycle rules in {@code template.yaml}). A mail that somebody still needs stays for as long as that is so, which the
 * cloud does not offer. Also deletes what killed writers left behind.
 */
public final class OldMails {

    /** The same as ExpirationInDays in {@code template.yaml}. */
    static final int LIFETIME_DAYS = 90;
    /** Nobody writes a mail for that long. */
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);
    private static final System.Logger LOG = System.getLogger(OldMails.class.getName());

    private final FileMails mails;
    private final Supplier<Set<MailKey>> needed;
    private final InstantSource clock;

    /**
     * The old ones of these mails.
     *
     * @param needed names the mails that stay, whatever their age
     */
    public OldMails(FileMails mails, Supplier<Set<MailKey>> needed, InstantSource clock) {
        this.mails = mails;
        this.needed = needed;
        this.clock = clock;
    }

    /**
     * Deletes what is due. To be called once an hour or once a day. May be repeated.
     *
     * @return how many mails were deleted
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int sweep() {
        var now = clock.instant();
        var deleted = mails.deleteStoredBefore(now.minus(Duration.ofDays(LIFETIME_DAYS)), needed.get());
        mails.deleteLeftovers(now.minus(LONGEST_WRITE));
        if (deleted > 0) {
            LOG.log(INFO, "old-mails deleted={0}", deleted);
        }
        return deleted;
    }
}
