package org.clubpost.core.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.clubpost.core.list.Lists;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;

/**
 * Takes up the mails that stayed received: their events came as often as events come, and each time a process died or
 * met a fault. It may be called any number of times, also concurrently. To be called once in every {@link #PERIOD}.
 *
 * <p>A mail that fails three times for no reason but itself is set aside ({@link
 * org.clubpost.core.post.PostState.Received}), and is not taken up any more. Nor does one that fails for another reason
 * hold up the others. Each round takes the mails in another order, and ends after
 * some time, so one whose failure takes long, or ends the process, costs the others a round now and then. After a day a
 * mail is tried less often.
 */
public final class Recovery {

    /** From one round to the next. */
    public static final Duration PERIOD = Duration.ofMinutes(15);

    /**
     * How old a mail is that no event brings back by itself. Lambda tries an event three times, with pauses of one and
     * two minutes, for two minutes each (AWS Lambda Developer Guide, "How Lambda handles errors and retries with
     * asynchronous invocation").
     */
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration OFTEN = Duration.ofDays(1);
    /** Later it is tried in one of so many rounds, which is once an hour. */
    private static final int SELDOM = 4;

    private final Lists lists;
    private final Posts posts;
    private final Limits limits;
    private final InstantSource clock;

    /** Takes mails in. */
    public interface TakeUp {

        /**
         * Goes on with a post that stayed received, and sees to it that a failure is known.
         *
         * @return false when it failed
         */
        boolean takeUp(Post post);
    }

    /**
     * How much one round does.
     *
     * @param mails so many mails at most
     * @param time after that time no further mail is begun
     */
    public record Limits(int mails, Duration time) {}

    /** Takes up the posts of these lists. */
    public Recovery(Lists lists, Posts posts, Limits limits, InstantSource clock) {
        this.lists = lists;
        this.posts = posts;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether a mail that was stored at that time is old enough, so that no event is under way any more. */
    public static boolean isOverdue(Instant storedAt, Instant now) {
        return !storedAt.plus(PATIENCE).isAfter(now);
    }

    /** The number of the round to which that time belongs; it goes up by one in each {@link #PERIOD}. */
    public static long round(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), PERIOD.toSeconds());
    }

    /**
     * Does a round.
     *
     * @param mails takes mails in
     * @return the number of mails that were taken in
     * @throws org.clubpost.core.UnavailableException when the table cannot be read; safe to repeat
     */
    public int recover(TakeUp mails) {
        var began = clock.instant();
        var done = 0;
        for (var post : due(began)) {
            if (Duration.between(began, clock.instant()).compareTo(limits.time()) >= 0) {
                return done;
            }
            done += mails.takeUp(post) ? 1 : 0;
        }
        return done;
    }

    private List<Post> due(Instant now) {
        var due = new ArrayList<Post>();
        for (var list : lists.all()) {
            try (var unsettled = posts.unsettled(list.id())) {
                unsettled.filter(post -> isDue(post, now)).forEach(due::add);
            }
        }
        // By the time and not by the round, because a round whose process died is done again. A turn by a fixed step
        // would not do: mails that are due in every fourth round only might meet the same turn each time.
        Collections.shuffle(due, new SplittableRandom(now.getEpochSecond()));
        return due.subList(0, Math.min(due.size(), limits.mails()));
    }

    private static boolean isDue(Post post, Instant now) {
        var storedAt = post.id().storedAt();
        return post.state() instanceof PostState.Received received && !received.isSetAside()
                && isOverdue(storedAt, now)
                && (now.isBefore(storedAt.plus(OFTEN)) || round(now) % SELDOM == round(storedAt) % SELDOM);
    }
}
