package org.clubpost.cli.posts;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.local.posts.PostWords;

/**
 * Looks at a post again and again until nothing happens to it any more. Each time it shows how far the post has come.
 */
final class Watch {

    /** How often a line is printed when it cannot be redrawn. */
    private static final Duration PLAIN = Duration.ofSeconds(5);
    /** To the line's beginning, and no break at the right edge. */
    private static final String BEGIN = "\r\u001b[?7l";
    /** Wipes out what is left of the line before, and breaks lines again. */
    private static final String END = "\u001b[K\u001b[?7h";

    private final Posts posts;
    private final Ranges ranges;
    private final PrintWriter out;
    private final boolean isTerminal;
    private final InstantSource clock;

    /** Waits between two looks. */
    interface Pause {

        void pass() throws InterruptedException;
    }

    /**
     * Watches these posts.
     *
     * @param isTerminal whether one line can be drawn over and over; otherwise a new line is printed every few seconds,
     *         when there is news
     */
    Watch(Posts posts, Ranges ranges, PrintWriter out, boolean isTerminal, InstantSource clock) {
        this.posts = posts;
        this.ranges = ranges;
        this.out = out;
        this.isTerminal = isTerminal;
        this.clock = clock;
    }

    /** Returns when the post is done, cancelled, rejected or discarded. */
    void follow(PostId id, Pause pause) throws InterruptedException {
        var line = new WatchLine();
        var shown = "";
        var state = "";
        var next = Instant.MIN;
        while (true) {
            var post = find(id);
            var now = clock.instant();
            var text = line.of(post.state(), progress(post), now);
            var word = PostWords.state(post.state());
            var isOver = isOver(post.state());
            if (isTerminal) {
                out.print(BEGIN + text + END);
                out.flush();
            } else if (!text.equals(shown)
                    && (isOver || !now.isBefore(next) || !word.equals(state))) {
                out.println(text);
                shown = text;
                state = word;
                next = now.plus(PLAIN);
            }
            if (isOver) {
                break;
            }
            pause.pass();
        }
        if (isTerminal) {
            out.println();
        }
    }

    private Post find(PostId id) {
        return posts.find(id).orElseThrow(() -> new CommandFailure("There is no post \"" + id.value() + "\"."));
    }

    private DeliveryProgress progress(Post post) {
        return DeliveryProgress.of(ranges.of(post.id()));
    }

    private static boolean isOver(PostState state) {
        return switch (state) {
            case PostState.Rejected _ -> true;
            case PostState.Discarded _ -> true;
            case PostState.Cancelled _ -> true;
            case PostState.Done _ -> true;
            case PostState.Received _ -> false;
            case PostState.Held _ -> false;
            case PostState.Waiting _ -> false;
            case PostState.Sending _ -> false;
            case PostState.Paused _ -> false;
            case PostState.Parked _ -> false;
            case PostState.Resumed _ -> false;
        };
    }
}
