package org.clubpost.core.moderation;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Errand;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Carries out what was decided by {@link OweDecision}, by the very use case that everybody else's decisions take. Whoever
 * decided by another way before has decided.
 *
 * @param lists the lists
 * @param posts the posts
 * @param moderate decides; the log has it by the way of the decision
 * @param ids makes keyed hashes
 * @param clock the time
 */
public record CarryDecisions(Lists lists, Posts posts, Supplier<Moderate> moderate, SubscriberIds ids,
        InstantSource clock) {

    /** Whoever is beaten so often is not beaten by others: it cannot be decided so. */
    private static final int MOST_TRIES = 6;

    /**
     * Carries it out. May be repeated: what was done stays done, and what a process left undone is done. What cannot be
     * sent, ever, goes on waiting with the reason.
     *
     * @param errand the task
     * @param decision what it is
     * @return false when it is to be tried again, because somebody else changed the post at the same time
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public boolean isDone(Errand errand, Errand.Decision decision) {
        var list = lists.find(errand.list());
        var post = posts.find(decision.post());
        if (list.isEmpty() || post.isEmpty()) {
            return true;
        }
        var answer = moderate.get().decide(new Actor.Operator(), list.get(), token(decision), reason(post.get()));
        if (answer instanceof Answer.Allowed<Moderate.Outcome>(Moderate.Outcome.CannotBeSent(_, var why))) {
            open(decision, list.get()).ifPresent(held -> posts.replace(held, held.with(
                    ((PostState.Held) held.state()).because(why))));
            return true;
        }
        return !isBeaten(answer) || errand.tries() >= MOST_TRIES || open(decision, list.get()).isEmpty();
    }

    private static boolean isBeaten(Answer<Moderate.Outcome> answer) {
        return answer instanceof Answer.Allowed<Moderate.Outcome>(var outcome)
                && outcome instanceof Moderate.Outcome.Settled;
    }

    /** The post, while it is still to be decided so. */
    private Optional<Post> open(Errand.Decision decision, MailingList list) {
        return posts.find(decision.post()).filter(post -> post.list().equals(list.id()))
                .filter(post -> post.state() instanceof PostState.Held held
                        && held.isFor(PostState.Held.Decider.OWNERS, clock.instant())
                        && held.links().contains(token(decision).digest()));
    }

    private ModerationToken token(Errand.Decision decision) {
        return DecisionLinks.token(ids, decision.post(), switch (decision.wish()) {
            case SEND -> Action.SEND;
            case REFUSE -> Action.REFUSE;
        });
    }

    /** What was said to the author; a refusal that died before it was written down has none. */
    private static String reason(Post post) {
        return post.state() instanceof PostState.Held(var reason, _, _, _, _) && Explanation.isIn(reason)
                ? reason.values().getFirst()
                : "";
    }
}
