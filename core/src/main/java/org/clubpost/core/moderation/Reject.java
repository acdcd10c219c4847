package org.clubpost.core.moderation;

import java.time.InstantSource;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.Tell;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.reason.Reason;

/**
 * Rejects a post: it goes to nobody, and its author, whose address is proven, is told. The author is told before the
 * state says so. So the next process makes up for one that died.
 */
public final class Reject {

    private final Posts posts;
    private final Tell.Way way;
    private final Answers answers;

    /**
     * Rejects these posts.
     *
     * @param answered notes which posts were answered
     */
    public Reject(Posts posts, SeenMails answered, Tell.Way way, Secrets secrets, InstantSource clock) {
        this(posts, way, new Answers(answered, way.limits(), secrets, clock));
    }

    private Reject(Posts posts, Tell.Way way, Answers answers) {
        this.posts = posts;
        this.way = way;
        this.answers = answers;
    }

    /** The same, where rejecting is that deed, and is logged with it. */
    Reject by(Deed deed) {
        return new Reject(posts.by(deed), way, answers);
    }

    /**
     * Rejects a post because a rule says so.
     *
     * @return false when its author got an answer today, so that nothing was done; what becomes of the post is to be
     *         decided otherwise
     */
    public boolean reject(ReadPost read, EmailAddress author, Reason reason) {
        if (!answers.mayAnswer(read, author)) {
            return false;
        }
        tell(read, author, reason);
        return true;
    }

    /**
     * Rejects a post because somebody decided so, or nobody in time.
     *
     * @return false when its author was told about so many posts today that this one was discarded instead
     */
    boolean decided(ReadPost read, EmailAddress author, Reason reason) {
        if (!answers.mayTell(read.list(), author)) {
            new Discard(posts).discard(read, reason);
            return false;
        }
        tell(read, author, reason);
        return true;
    }

    private void tell(ReadPost read, EmailAddress author, Reason reason) {
        way.notices().send(new PostNotice.PostRejected(read.list(), author, read.headline().subject(), read.messageId(),
                reason));
        posts.replace(read.post(), read.in(new PostState.Rejected(reason)));
    }
}
