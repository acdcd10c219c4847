package org.clubpost.core.moderation;

import java.time.InstantSource;
import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.Tell;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.PostState.Held.Decider;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.reason.Reason;

/**
 * Holds a post until the author that it names says that they wrote it. This is for an address that may post when
 * nothing proves that the mail came from there.
 */
public final class AskAuthor {

    private final HeldPosts held;
    private final Tell.Way way;
    private final Secrets secrets;
    private final Answers answers;
    private final Unanswered unanswered;
    private final InstantSource clock;

    /**
     * Asks about these posts.
     *
     * @param answered notes which posts were answered
     * @param unanswered counts what people get of whom nothing is proven
     */
    public AskAuthor(Posts posts, SeenMails answered, Unanswered unanswered, Tell.Way way, Secrets secrets,
            InstantSource clock) {
        this.held = new HeldPosts(posts);
        this.way = way;
        this.secrets = secrets;
        this.unanswered = unanswered;
        this.answers = new Answers(answered, way.limits(), secrets, clock);
        this.clock = clock;
    }

    /** What came of asking. */
    public enum Outcome {
        /** The author was asked, and the post is held. */
        ASKED,
        /** The author was asked about another mail today, or about too many lately, and nothing was done. */
        TOO_OFTEN,
        /** Somebody else was quicker, and there is nothing left to decide. */
        SETTLED
    }

    /** Asks that author. */
    public Outcome ask(ReadPost read, EmailAddress author) {
        if (!answers.mayAnswer(read, author) || !mayAsk(read, author)) {
            return Outcome.TOO_OFTEN;
        }
        var id = read.post().id();
        var confirm = ModerationToken.create(id, Action.CONFIRM, secrets.random());
        var disown = ModerationToken.create(id, Action.DISOWN, secrets.random());
        var asked = held.begin(read, Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM), Decider.AUTHOR,
                List.of(confirm, disown),
                () -> way.notices().send(new PostNotice.ConfirmOwnPost(read.list(), author, id.storedAt(),
                        secrets.links().moderate(confirm), secrets.links().moderate(disown), HeldPosts.PATIENCE)));
        return asked ? Outcome.ASKED : Outcome.SETTLED;
    }

    /**
     * Over all lists, as many as anybody can cause to a person by the form. They are counted apart, so that forged mails
     * keep nobody from signing up.
     */
    private boolean mayAsk(ReadPost read, EmailAddress author) {
        return unanswered.take(key(author), key(read), false, clock.instant()) instanceof Unanswered.Turn.Now;
    }

    /** Notes that the author read the question, so that it counts no more. */
    public void answered(ReadPost read, EmailAddress author) {
        unanswered.answered(key(author), key(read), clock.instant());
    }

    private String key(EmailAddress author) {
        return "question/" + secrets.ids().mailbox(author);
    }

    private static String key(ReadPost read) {
        return "question/" + read.post().id();
    }
}
