package org.clubpost.function.admin.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.KnowSenders;
import org.clubpost.core.admin.RunLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Drop;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.moderation.Moderate.Outcome;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.PostState.Held.Decider;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * What may be decided about held posts in the rooms, and what came of it in a word.
 *
 * @param posts the posts
 * @param moderate sends and refuses; it needs the keys and the way out, so it is made when it is needed
 * @param links name what is decided
 * @param drop drops
 * @param senders decides about somebody's mails for all times
 */
public record Decisions(Posts posts, Supplier<Moderate> moderate, DecisionLinks links, Drop drop,
        KnowSenders senders) {

    /** So many posts that are under way are looked at for those that wait. */
    private static final int MOST = 1_000;

    /** What became of a post. */
    public enum Word {
        /** It goes out. */
        SENT,
        /** It goes out later. */
        LATER,
        /** It was refused, and its author told. */
        REFUSED,
        /** It was refused, and nobody told. */
        REFUSED_SILENTLY,
        /** It was dropped. */
        DROPPED,
        /** It was decided about before, or is no more. */
        SETTLED,
        /** It cannot be sent. */
        CANNOT,
        /** The actor may not decide. */
        DENIED
    }

    /**
     * What became of it.
     *
     * @param word what
     * @param why the reason, where it cannot be sent
     */
    public record Result(Word word, Optional<Reason> why) {

        private static Result of(Word word) {
            return new Result(word, Optional.empty());
        }
    }

    /** What is wanted. */
    public enum Wish {
        /** That it goes out. */
        SEND,
        /** That it does not, and its author is told. */
        REFUSE,
        /** That it does not, and nobody is told. */
        DROP;

        /** Its name outside. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The wish that a button's value names. */
        static Optional<Wish> parse(String value) {
            return Stream.of(values()).filter(each -> each.word().equals(value)).findFirst();
        }
    }

    /** The held posts about which the owners decide, oldest first. */
    public List<Post> waiting(MailingList list, Instant now, int most) {
        try (var unsettled = posts.unsettled(list.id())) {
            return unsettled.limit(MOST).filter(post -> waits(post, now)).limit(most).toList();
        }
    }

    /** Whether the owners decide about it. */
    public static boolean waits(Post post, Instant now) {
        return post.state() instanceof PostState.Held held && held.isFor(Decider.OWNERS, now);
    }

    /**
     * Carries out a wish about a post of that list.
     *
     * @param reason what the author is to know of a refusal; may be empty
     */
    public Result carryOut(Actor actor, MailingList list, PostId post, Wish wish, String reason) {
        var result = once(actor, list, post, wish, reason);
        return result.word() == Word.SETTLED && isHeld(post) ? once(actor, list, post, wish, reason) : result;
    }

    /** Somebody was quicker and changed something else about it, such as that the owners were told. */
    private boolean isHeld(PostId post) {
        return posts.find(post).filter(found -> found.state() instanceof PostState.Held held
                && held.decider() == Decider.OWNERS).isPresent();
    }

    private Result once(Actor actor, MailingList list, PostId post, Wish wish, String reason) {
        return switch (wish) {
            case SEND -> decided(moderate.get().decide(actor, list, links.send(post), ""));
            case REFUSE -> decided(moderate.get().decide(actor, list, links.refuse(post), reason));
            case DROP -> switch (drop.drop(actor, list, post)) {
                case Answer.Allowed<Boolean>(var done) -> Result.of(done ? Word.DROPPED : Word.SETTLED);
                case Answer.Denied<Boolean> _ -> Result.of(Word.DENIED);
            };
        };
    }

    private static Result decided(Answer<Outcome> answer) {
        return switch (answer) {
            case Answer.Allowed<Outcome>(var outcome) -> switch (outcome) {
                case Outcome.Sent _ -> Result.of(Word.SENT);
                case Outcome.Scheduled _ -> Result.of(Word.LATER);
                case Outcome.Stopped stopped ->
                    Result.of(stopped.authorTold() ? Word.REFUSED : Word.REFUSED_SILENTLY);
                case Outcome.CannotBeSent(_, var why) -> new Result(Word.CANNOT, Optional.of(why));
                case Outcome.Waits(_, var why) -> new Result(Word.CANNOT, Optional.of(why));
                case Outcome.Open _,Outcome.TakenBack _,Outcome.Halted _ -> Result.of(Word.SETTLED);
                case Outcome.TooLate _,Outcome.Settled _,Outcome.Invalid _ -> Result.of(Word.SETTLED);
            };
            case Answer.Denied<Outcome> _ -> Result.of(Word.DENIED);
        };
    }

    /** Whether what was wanted of somebody's mails is so now. */
    static boolean isDone(Answer<Optional<RunLists.Changed>> answer) {
        return answer instanceof Answer.Allowed<Optional<RunLists.Changed>>(var changed) && changed.isPresent();
    }
}
