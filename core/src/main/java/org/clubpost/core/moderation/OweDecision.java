package org.clubpost.core.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Decides about held posts where no mail can be sent, as on the command line. Here it is only written down; {@link
 * CarryDecisions} carries it out within a minute, wherever the service runs, and logs it then as the operator's.
 *
 * @param posts the posts
 * @param tasks takes what is to be carried out
 * @param ids makes keyed hashes
 * @param clock the time
 */
public record OweDecision(Posts posts, NoteTasks tasks, SubscriberIds ids, InstantSource clock) {

    /**
     * Has a held post sent. May be repeated.
     *
     * @param actor the operator, as whose it is logged
     * @return false when there is nothing to decide: the post is not this list's, somebody has decided, its author has to
     *         say whether it is theirs, or the time is over
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public boolean send(Actor.Operator actor, MailingList list, PostId id) {
        var isOpen = held(list, id).filter(held -> held.links().contains(token(id, Action.SEND).digest())).isPresent();
        if (isOpen) {
            owe(list, id, Errand.Decision.Wish.SEND);
        }
        return isOpen;
    }

    /**
     * Has a held post refused. From now on nobody can send it: all other links are worthless at once. May be repeated;
     * then the newer reason counts.
     *
     * @param actor the operator, as whose it is logged
     * @param reason what its author is to know; may be empty
     * @return false when there is nothing to decide
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public boolean refuse(Actor.Operator actor, MailingList list, PostId id, String reason) {
        var isClaimed = Attempts.until(posts, () -> waiting(list, id)
                .map(post -> claim(post, reason) ? Optional.of(true) : Optional.<Boolean>empty())
                .orElseGet(() -> Optional.of(false)));
        if (isClaimed) {
            owe(list, id, Errand.Decision.Wish.REFUSE);
        }
        return isClaimed;
    }

    private boolean claim(Post post, String reason) {
        var held = (PostState.Held) post.state();
        var claimed = post.with(held.claimed(token(post.id(), Action.REFUSE).digest(),
                Explanation.parse(reason).reason()));
        return claimed.equals(post) || posts.replace(post, claimed);
    }

    private void owe(MailingList list, PostId id, Errand.Decision.Wish wish) {
        tasks.add(List.of(Errand.of(list.id(), now(), new Errand.Decision(id, wish))));
    }

    private Optional<PostState.Held> held(MailingList list, PostId id) {
        return waiting(list, id).map(post -> (PostState.Held) post.state());
    }

    private Optional<Post> waiting(MailingList list, PostId id) {
        return posts.find(id).filter(post -> post.list().equals(list.id()))
                .filter(post -> post.state() instanceof PostState.Held held
                        && held.isFor(PostState.Held.Decider.OWNERS, now()));
    }

    private ModerationToken token(PostId id, Action action) {
        return DecisionLinks.token(ids, id, action);
    }

    private Instant now() {
        return clock.instant();
    }
}
