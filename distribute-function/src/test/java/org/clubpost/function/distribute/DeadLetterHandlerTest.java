package org.clubpost.function.distribute;

import static org.clubpost.core.post.SamplePosts.aPost;
import static org.clubpost.core.post.SamplePosts.aSending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which dead letters are done with, and which come again. */
final class DeadLetterHandlerTest {

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

    private static SQSEvent.SQSMessage message(Post post) {
        var message = new SQSEvent.SQSMessage();
        message.setMessageId(post.id().value());
        message.setBody(new RangeRef(NEWS, post.id(), 0).text());
        return message;
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(new UnavailableException("not now"), new IllegalStateException("a bug"),
                new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void oneThatFailsComesAgainAndTheOthersAreDoneWith(RuntimeException failure) {
        var handler = new DeadLetterHandler(new DeadLetters(failing(ill.id(), failure), clock));
        var event = new SQSEvent();
        event.setRecords(List.of(message(ill), message(well)));

        var again = handler.handleRequest(event, new FixedContext(1000)).getBatchItemFailures();

        assertEquals(List.of(ill.id().value()), again.stream().map(BatchItemFailure::getItemIdentifier).toList());
        assertInstanceOf(PostState.Sending.class, posts.find(ill.id()).orElseThrow().state());
        assertInstanceOf(PostState.Parked.class, posts.find(well.id()).orElseThrow().state());
    }
}
