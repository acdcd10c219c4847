package org.clubpost.cli.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.FixedClock;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;

final class WatchTest {

    private static final Post POST = SamplePosts.aPost(new ListId("news"));
    private static final PostState SENDING = SamplePosts.aSending(POST.id(), 1);
    private static final PostState PAUSED = new PostState.Paused(SamplePosts.aSending(POST.id(), 1), FixedClock.START);
    private static final PostState DONE = new PostState.Done(new Tally(3, 0), FixedClock.START,
            FixedClock.START.plusSeconds(2), false);
    private static final String NOBODY_YET = "[--------------------]   0 %  0 sent, 0 failed, 0 left";

    private final InMemoryPosts posts = new InMemoryPosts();
    private final FixedClock clock = new FixedClock();
    private final StringWriter out = new StringWriter();

    /** Watches while the post goes through these states, one a second. */
    private String watch(boolean isTerminal, PostState first, PostState... then) throws InterruptedException {
        posts.create(POST.with(first));
        Queue<PostState> left = new ArrayDeque<>(List.of(then));
        new Watch(posts, new InMemoryRanges(posts), new PrintWriter(out), isTerminal, clock).follow(POST.id(), () -> {
            clock.advance(Duration.ofSeconds(1));
            var seen = posts.find(POST.id()).orElseThrow();
            posts.replace(seen, seen.with(left.remove()));
        });
        assertEquals(0, left.size(), "it ended too early");
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void whereNobodySitsNewsComeLineByLine() throws InterruptedException {
        assertEquals(NOBODY_YET + "\n" + NOBODY_YET + ", paused: by hand at " + FixedClock.START + "\n"
                + "done: 3 sent, 0 failed, in 2.0 s\n",
                watch(false, SENDING, SENDING, SENDING, PAUSED, PAUSED, PAUSED, PAUSED, PAUSED, PAUSED, DONE));
    }

    @Test
    void onATerminalOneLineIsDrawnAgainAndAgain() throws InterruptedException {
        var drawn = watch(true, SENDING, SENDING, DONE);

        assertEquals(1, drawn.chars().filter(each -> each == '\n').count());
        assertEquals(3, drawn.chars().filter(each -> each == '\r').count());
        assertTrue(drawn.endsWith("done: 3 sent, 0 failed, in 2.0 s\u001b[K\u001b[?7h\n"), drawn);
    }

    @Test
    void whatIsSettledAlreadyIsSaidOnce() throws InterruptedException {
        assertEquals("rejected: It does not name exactly one author.\n",
                watch(false, new PostState.Rejected(Reason.of(Reason.Cause.NO_AUTHOR))));
    }

    @Test
    void unknownPostIsAFailure() {
        var failure = assertThrows(CommandFailure.class,
                () -> new Watch(posts, new InMemoryRanges(posts), new PrintWriter(out), false, clock).follow(POST.id(),
                        () -> {
                        }));

        assertEquals("There is no post \"" + POST.id().value() + "\".", failure.reason());
    }
}
