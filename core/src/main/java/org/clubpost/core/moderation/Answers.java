package org.clubpost.core.moderation;

import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.SeenMails;

/**
 * How often an author is answered. What answers by itself does so once in a day to each author of a list, because a
 * program may sit at the other end that answers every mail. What a person has decided is told more often.
 *
 * @param answered notes which post had the answer of the day, so that a run that died does not count twice
 * @param limits how much is told
 * @param secrets makes keys of addresses
 * @param clock the time
 */
record Answers(SeenMails answered, RateLimits limits, Secrets secrets, InstantSource clock) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Limit DECIDED = new Limit(Kind.REJECTION, 10, DAY);

    /** Whether that post is the one of the day that its author gets an answer to which no person has caused. */
    boolean mayAnswer(ReadPost read, EmailAddress author) {
        var now = clock.instant();
        var id = read.post().id();
        return answered.first(read.list().id(), secrets.counted("answer", read.list(), author), id, now,
                now.plus(DAY)).equals(id);
    }

    /** Whether that author may be told what somebody decided; counts it. */
    boolean mayTell(MailingList list, EmailAddress author) {
        return limits.allow(DECIDED, secrets.counted("rejected", list, author), clock.instant());
    }
}
