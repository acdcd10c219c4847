package org.clubpost.core.care;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Deed;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;

/**
 * What a person does to a post on its way: pause it, let it go on, stop it for good, or have it tried again for those
 * who did not get it. This class only writes down what is wanted. The workers see it at their next look, about a second
 * afterwards, and {@link Supervise} takes up what is to go on.
 */
public final class Control {

    /** How many failures one call rewrites. */
    private static final int CHUNK = 100;

    private final Posts posts;
    private final Ranges ranges;
    private final InstantSource clock;

    /** Controls the posts there. */
    public Control(Posts posts, Ranges ranges, InstantSource clock) {
        this.posts = posts;
        this.ranges = ranges;
        this.clock = clock;
    }

    /** The same, where each change is that deed, and is logged with it. */
    public Control by(Deed deed) {
        return new Control(posts.by(deed), ranges, clock);
    }

    /** What became of it. */
    public sealed interface Outcome {

        /**
         * It is done.
         *
         * @param post the post as it is now
         */
        record Changed(Post post) implements Outcome {}

        /**
         * Nothing was done, because this makes no sense for a post in its state.
         *
         * @param post the post as it is
         */
        record Senseless(Post post) implements Outcome {}

        /** There is no such post. */
        record Unknown() implements Outcome {}
    }

    /** The state that the post is to be put in; its own state when the wish makes no sense for it. */
    private interface Wish extends Function<Post, PostState> {}

    /** Pauses the post until somebody lets it go on. */
    public Outcome pause(PostId id) {
        return change(id, post -> switch (post.state()) {
            case PostState.Sending sending -> new PostState.Paused(sending, clock.instant());
            case PostState.Parked parked -> new PostState.Paused(parked.sending(), clock.instant());
            case PostState.Resumed going -> new PostState.Paused(going.sending(), clock.instant());
            case PostState other -> other;
        });
    }

    /** Lets a paused, parked or waiting post go on now. */
    public Outcome resume(PostId id) {
        return change(id, post -> switch (post.state()) {
            case PostState.Paused paused -> resumed(paused.sending());
            // It would be parked again: its whole list waits.
            case PostState.Parked parked when parked.isWithList() -> parked;
            case PostState.Parked parked -> resumed(parked.sending().with(PostState.Rests.NONE));
            case PostState.Resumed going -> resumed(going.sending());
            case PostState.Waiting waiting ->
                new PostState.Waiting(waiting.prepared(), waiting.why(), clock.instant(), waiting.cancel());
            case PostState other -> other;
        });
    }

    /**
     * Stops the post for good. Copies that are on their way at this moment still arrive, and the report counts them.
     */
    public Outcome cancel(PostId id) {
        return change(id, post -> switch (post.state()) {
            case PostState.Waiting _ -> cancelled(id);
            case PostState.Sending _ -> cancelled(id);
            case PostState.Paused _ -> cancelled(id);
            case PostState.Parked _ -> cancelled(id);
            case PostState.Resumed _ -> cancelled(id);
            case PostState other -> other;
        });
    }

    private PostState cancelled(PostId id) {
        return new PostState.Cancelled(DeliveryRange.tally(ranges.of(id)), clock.instant(), false);
    }

    /**
     * Has a finished post tried again for exactly those who did not get it.
     *
     * @return {@link Outcome.Senseless} also when everybody got it
     */
    public Outcome retry(PostId id) {
        return change(id, post -> post.state() instanceof PostState.Done && want(id)
                ? resumed(new PostState.Sending(id.preparedMail(), ranges.of(id).size() - 1, clock.instant()))
                : post.state());
    }

    /** Has every failure of the post tried again; false when there is none. */
    private boolean want(PostId id) {
        var wanted = new ArrayList<Failure>();
        var any = false;
        try (var failures = ranges.failures(id)) {
            for (var failure : (Iterable<Failure>) failures::iterator) {
                any = true;
                wanted.add(failure.wanted());
                if (wanted.size() == CHUNK) {
                    ranges.rewrite(id, wanted);
                    wanted.clear();
                }
            }
        }
        ranges.rewrite(id, List.copyOf(wanted));
        return any;
    }

    private PostState resumed(PostState.Sending sending) {
        return new PostState.Resumed(sending, clock.instant());
    }

    private Outcome change(PostId id, Wish wish) {
        return Attempts.until(posts, () -> posts.find(id).map(post -> change(post, wish.apply(post)))
                .orElseGet(() -> Optional.of(new Outcome.Unknown())));
    }

    /** Empty when somebody else changed the post in the meantime. */
    private Optional<Outcome> change(Post post, PostState state) {
        if (state.equals(post.state())) {
            return Optional.of(new Outcome.Senseless(post));
        }
        var changed = post.with(state);
        return posts.replace(post, changed) ? Optional.of(new Outcome.Changed(changed)) : Optional.empty();
    }
}
