package org.clubpost.mail.receive;

import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Surroundings.Sight;

/**
 * Tells whether a mail was seen before. A note names the first post that came with the mail, and is made while that
 * post is being taken in. The mail is seen only when that was done, which the post's state says. Until then the other
 * post has to wait: either the first one gets through, or it is {@linkplain Receive#takeUp taken up} again.
 *
 * <p>Two posts are made of one mail in the store when that is stored again under its key, such as by somebody who
 * copies it onto itself. The later post stands for the mail, unless the earlier one was taken in. The earlier one is
 * put away under a condition, so that one of both goes out, even if both are under way at this moment.
 *
 * @param stores what is stored
 * @param clock the time
 */
record Recognition(Reception.Stores stores, InstantSource clock) {

    /**
     * A mail that comes round again does so within minutes. Somebody who sends a mail again on purpose does so within
     * days.
     */
    private static final Duration MEMORY = Duration.ofDays(7);

    /**
     * A mail with neither a Message-ID nor a Date has nothing by which it could be recognized, so it is always new.
     *
     * @throws UnavailableException while another post with the same mail is being taken in; safe to repeat
     */
    Sight sight(Incoming mail) {
        if (!mail.own().has("Message-ID") && !mail.own().has("Date")) {
            return Sight.NEW;
        }
        var now = clock.instant();
        var until = now.plus(MEMORY);
        var fingerprint = Fingerprint.of(mail);
        var noted = stores.seen().first(mail.list().id(), fingerprint, mail.post(), now, until);
        if (noted.equals(mail.post())) {
            return Sight.NEW;
        }
        var sight = stores.posts().find(noted).map(other -> beside(other, mail)).orElse(Sight.NEW);
        if (sight == Sight.NEW && !stores.seen().pass(mail.list().id(), fingerprint, noted, mail.post(), until)) {
            throw beingTakenIn();
        }
        return sight;
    }

    private Sight beside(Post other, Incoming mail) {
        var storedAgain = stores.posts().find(mail.post()).filter(post -> post.mail().equals(other.mail()))
                .isPresent();
        return switch (other.state()) {
            case PostState.Discarded(var reason) when isNeverTakenIn(reason) -> Sight.NEW;
            // It is never taken in by itself. This one may be luckier, such as after an update.
            case PostState.Received received when received.isSetAside() -> Sight.NEW;
            case PostState.Received _ when !storedAgain -> throw beingTakenIn();
            case PostState.Received _ when other.id().compareTo(mail.post()) < 0 -> putAway(other);
            case PostState _ -> storedAgain ? Sight.STORED_AGAIN : Sight.REPEATED;
        };
    }

    private static boolean isNeverTakenIn(Reason reason) {
        return reason.cause() == Reason.Cause.MAIL_GONE || reason.cause() == Reason.Cause.STORED_AGAIN;
    }

    private Sight putAway(Post earlier) {
        if (!stores.posts().replace(earlier,
                earlier.with(new PostState.Discarded(Reason.of(Reason.Cause.STORED_AGAIN))))) {
            throw beingTakenIn();
        }
        return Sight.NEW;
    }

    private static UnavailableException beingTakenIn() {
        return new UnavailableException("the same mail is being taken in");
    }
}
