package org.clubpost.core.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
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

    private static final Duration AGAIN = Duration.ofSeconds(10);

    /**
     * Carries it out. May be repeated: what was done stays done, and what a process left undone is done.
     *
     * @return when it is to be tried again, because somebody else changed the post at the same time
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<Instant> carryOut(NoteTask.Decision task) {
        var list = lists.find(task.list());
        var post = posts.find(task.post());
        if (list.isEmpty() || post.isEmpty()) {
            return Optional.empty();
        }
        var answer = moderate.get().decide(new Actor.Operator(), list.get(), token(task), reason(post.get()));
        return isBeaten(answer) && isOpen(task, list.get())
                ? Optional.of(clock.instant().plus(AGAIN).truncatedTo(ChronoUnit.MILLIS))
                : Optional.empty();
    }

    private static boolean isBeaten(Answer<Moderate.Outcome> answer) {
        return answer instanceof Answer.Allowed<Moderate.Outcome>(var outcome)
                && outcome instanceof Moderate.Outcome.Settled;
    }

    /** Whether it is still to be decided so. */
    private boolean isOpen(NoteTask.Decision task, MailingList list) {
        return posts.find(task.post()).filter(post -> post.list().equals(list.id()))
                .filter(post -> post.state() instanceof PostState.Held held
                        && held.isFor(PostState.Held.Decider.OWNERS, clock.instant())
                        && held.links().contains(token(task).digest()))
                .isPresent();
    }

    private ModerationToken token(NoteTask.Decision task) {
        return DecisionLinks.token(ids, task.post(), switch (task.wish()) {
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
