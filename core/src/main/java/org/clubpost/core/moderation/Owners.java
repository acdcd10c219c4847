package org.clubpost.core.moderation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.Tell;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Notice;

/**
 * Passes mails on to the owners of a list, at most as many as they can look at in a day. They find the rest in the list
 * of posts.
 *
 * @param way the way to them
 * @param clock the time
 */
public record Owners(Tell.Way way, InstantSource clock) {

    private static final RateLimits.Limit A_DAY = new RateLimits.Limit(RateLimits.Kind.OWNERS_MAIL, 50,
            Duration.ofDays(1));

    /** What an owner gets with a mail. */
    @FunctionalInterface
    public interface Letter {

        /** The notice to that owner. */
        Notice to(EmailAddress owner, ForwardedMail mail);
    }

    /**
     * Writes to every owner.
     *
     * @param mail the mail that they get; made only when they get it
     * @return false when they got enough today and nobody was written to
     */
    public boolean tell(MailingList list, Supplier<ForwardedMail> mail, Letter letter) {
        if (!way.limits().allow(A_DAY, "owners " + list.id(), clock.instant())) {
            return false;
        }
        var forwarded = mail.get();
        for (var owner : list.people().owners()) {
            way.notices().send(letter.to(owner, forwarded));
        }
        return true;
    }
}
