package org.clubpost.core.moderation;

import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.SeenMails;

/**
 * How often what people ask for by mail is answered by a mail: once in an hour to each sender of a list, because a program
 * may sit at the other end that answers every mail (RFC 3834 section 2).
 *
 * @param answered notes which mail had the answer of the hour, so that a run that died does not count twice
 * @param secrets makes keys of addresses
 * @param clock the time
 */
public record HourlyAnswers(SeenMails answered, Secrets secrets, InstantSource clock) {

    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * Whether that mail is the one of the hour that its sender gets an answer to.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public boolean mayAnswer(MailingList list, EmailAddress sender, Post mail) {
        var now = clock.instant();
        return answered.first(list.id(), secrets.counted("answer of the hour", list, sender), mail.id(), now,
                now.plus(HOUR)).equals(mail.id());
    }
}
