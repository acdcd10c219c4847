package org.clubpost.function.moderate;

import static org.clubpost.core.post.SamplePosts.aPost;
import static org.clubpost.core.post.SamplePosts.aSending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.care.DeadLetters;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which dead letters are done with, and which come again. */
final class DeadLetterDeskTest {

    private static final ListId NEWS = new ListId("news");

    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final Post ill = sending();
    private final Post well = sending();

    private Post sending() {
        var post = aPost(NEWS);
        posts.create(post);
        posts.replace(post, post.with(aSending(post.id(), 1)));
        return post;
    }

    /** The posts, of which one cannot be read. */
    private Posts failing(PostId id, RuntimeException failure) {
        return (Posts) Proxy.newProxyInstance(Posts.class.getClassLoader(), new Class<?>[]{Posts.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("find") && id.equals(arguments[0])) {
                        throw failure;
                    }
                    try {
                        return method.invoke(posts, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static String letter(Post post) {
        return new RangeRef(NEWS, post.id(), 0).text();
    }

    @Test
    void postOfADeadLetterWaitsForSomebody() {
        var desk = new DeadLetterDesk(new DeadLetters(posts, clock));

        for (var delivered = 0; delivered < 2; delivered++) {
            assertTrue(desk.isDone("m-1", letter(well), "r-1"));

            var parked = assertInstanceOf(PostState.Parked.class, posts.find(well.id()).orElseThrow().state());
            assertEquals(PostState.Parked.Cause.FAULT, parked.cause());
            assertTrue(parked.isNews());
        }
        assertInstanceOf(PostState.Sending.class, posts.find(ill.id()).orElseThrow().state());
    }

    @Test
    void letterThatNamesNoRangeIsDoneWith() {
        assertTrue(new DeadLetterDesk(new DeadLetters(posts, clock)).isDone("m-1", "nonsense", "r-1"));
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(new UnavailableException("not now"), new IllegalStateException("a bug"),
                new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void oneThatFailsComesAgainAndTheOthersAreDoneWith(RuntimeException failure) {
        var desk = new DeadLetterDesk(new DeadLetters(failing(ill.id(), failure), clock));

        assertFalse(desk.isDone("m-1", letter(ill), "r-1"));
        assertTrue(desk.isDone("m-1", letter(well), "r-1"));

        assertInstanceOf(PostState.Sending.class, posts.find(ill.id()).orElseThrow().state());
        assertInstanceOf(PostState.Parked.class, posts.find(well.id()).orElseThrow().state());
    }
}
