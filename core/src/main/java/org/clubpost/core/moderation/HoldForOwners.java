package org.clubpost.core.moderation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.Tell;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.PostState.Held.Decider;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.reason.Reason;

/**
 * Holds a post for the owners, who get the mail with links that send and refuse it, and get them again before the post is
 * let go. Its author is told that the mail waits, if proven.
 */
public final class HoldForOwners {

    /** How long before a post is let go the owners are told again. */
    private static final Duration AGAIN = Duration.ofDays(3);

    private final HeldPosts held;
    private final Tell.Way way;
    private final DecisionLinks links;
    private final Answers answers;

    /**
     * Holds these posts.
     *
     * @param answered notes which posts were answered
     */
    public HoldForOwners(Posts posts, SeenMails answered, Tell.Way way, Secrets secrets, InstantSource clock) {
        this.held = new HeldPosts(posts);
        this.way = way;
        this.links = new DecisionLinks(secrets.ids(), secrets.links());
        this.answers = new Answers(answered, way.limits(), secrets, clock);
    }

    /**
     * Who wrote a mail that is held.
     *
     * @param sender for the owners' budgets
     * @param proven the author's address, if it is proven
     */
    public record Writer(Owners.Sender sender, Optional<EmailAddress> proven) {}

    /**
     * Holds a post.
     *
     * @param writer who wrote it
     * @param mail what the owners are shown of it
     * @return false when somebody else was quicker, and there is nothing left to decide
     */
    public boolean hold(ReadPost read, Reason reason, Writer writer, Supplier<ForwardedMail> mail) {
        var id = read.post().id();
        return held.begin(read, reason, Decider.OWNERS, links.both(id), () -> {
            way.owners().remind(read.list().id(), id, id.storedAt().plus(HeldPosts.PATIENCE).minus(AGAIN));
            way.owners().tell(read.list(), Owners.Word.of(News.Kind.HELD, id, writer.sender()),
                    () -> letter(read, reason, mail.get()));
            writer.proven().ifPresent(author -> tell(read, reason, author));
        });
    }

    private Owners.Letter letter(ReadPost read, Reason reason, ForwardedMail mail) {
        var id = read.post().id();
        return (owner, isLast) -> new OwnerNotice.PostHeld(read.list(), owner, mail, reason,
                read.post().parties().audience(), links.links().moderate(links.send(id), owner),
                links.links().moderate(links.refuse(id), owner), HeldPosts.PATIENCE, links.code(id), isLast);
    }

    /** Somebody who decides about the post knows of it already. */
    private void tell(ReadPost read, Reason reason, EmailAddress author) {
        if (!read.list().people().deciders().contains(author) && answers.mayAnswer(read, author)) {
            way.notices().send(new PostNotice.PostWaitsForOwners(read.list(), author, read.headline().subject(),
                    read.messageId(), reason, HeldPosts.PATIENCE));
        }
    }
}
