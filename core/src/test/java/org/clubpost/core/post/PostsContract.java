package org.clubpost.core.post;

import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.post.SamplePosts.aPost;
import static org.clubpost.core.post.SamplePosts.everyState;
import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Race;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Posts} must do. */
public interface PostsContract {

    /** The posts under test. May hold what other tests left there. */
    Posts testee();

    private Post created(Post post) {
        assertTrue(testee().create(post));
        return post;
    }

    @Test
    default void unknownPostIsNotFound() {
        var post = aPost(freshListId());

        assertEquals(Optional.empty(), testee().find(post.id()));
        assertEquals(List.of(), testee().of(post.list()).toList());
        assertEquals(List.of(), testee().unsettled(post.list()).toList());
    }

    @Test
    default void newPostIsFoundAsItWasMade() {
        var post = aPost(freshListId())
                .with(new Post.Headline("Anna Müßig <anna@example.org>", "Re: [news] „Größe“ 🙂", 41_943_040))
                .with(new Post.Parties(Set.of(aKey("12")), Set.of(aKey("34"), aKey("56")),
                        List.of(EmailAddress.of("Anna@example.org")),
                        Audience.of(List.of(new GroupName("two-words"), new GroupName("board")))));

        assertTrue(testee().create(post));

        assertEquals(Optional.of(post), testee().find(post.id()));
        assertEquals(List.of(post), testee().of(post.list()).toList());
    }

    @Test
    default void postsBeforeOneAreThoseThatCameInEarlierNewestFirst() {
        var list = freshListId();
        var posts = Stream.of(1, 2, 3).map(at -> created(new Post(PostId.of(Instant.ofEpochMilli(1_000L * at),
                MailKey.inbound(list, "before-" + at)), list, MailKey.inbound(list, "before-" + at), Post.UNREAD,
                Post.Parties.UNKNOWN, new PostState.Received()))).toList();

        assertEquals(List.of(posts.get(1), posts.get(0)), testee().before(list, posts.get(2).id()).toList());
        assertEquals(List.of(), testee().before(list, posts.get(0).id()).toList());
        assertEquals(posts.reversed(), testee().before(list, new PostId("f".repeat(24))).toList());
        assertEquals(List.of(), testee().before(freshListId(), posts.get(2).id()).toList());
    }

    @Test
    default void everyStateIsKept() {
        var list = freshListId();
        for (var state : everyState(aPost(list).id()).toList()) {
            var post = created(aPost(list).with(state));

            assertEquals(Optional.of(post), testee().find(post.id()));
        }
    }

    /** Each state that a post can be in. */
    static Stream<PostState> eachState() {
        return everyState(aPost(freshListId()).id());
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.core.post.PostsContract#eachState")
    default void everyStateCanBecomeEveryOther(PostState from) {
        var list = freshListId();
        for (var to : everyState(aPost(list).id()).toList()) {
            var seen = created(aPost(list).with(from));
            var changed = seen.with(to).with(new Post.Headline("", "now with a headline", 17));

            assertTrue(testee().replace(seen, changed));

            assertEquals(Optional.of(changed), testee().find(seen.id()));
        }
    }

    @Test
    default void secondPostWithTheSameIdIsRefused() {
        var post = created(aPost(freshListId()));

        assertFalse(testee().create(post.with(SamplePosts.held("later"))));

        assertEquals(Optional.of(post), testee().find(post.id()));
    }

    @Test
    default void ofManyWhoCreateTheSamePostOneSucceeds() throws InterruptedException {
        var testee = testee();
        var post = aPost(freshListId());

        assertEquals(1, Race.winners(8, () -> testee.create(post)));

        assertEquals(List.of(post), testee.of(post.list()).toList());
    }

    @Test
    default void postsOfAListComeNewestFirst() {
        var list = freshListId();
        var posts = IntStream.range(0, 30)
                .mapToObj(i -> created(aPost(list, FixedClock.START.plusSeconds(i * 7919L % 30))))
                .toList();
        created(aPost(freshListId()));
        var newestFirst = posts.stream().sorted((a, b) -> b.id().compareTo(a.id())).toList();

        assertEquals(newestFirst, testee().of(list).toList());
        assertEquals(newestFirst.subList(0, 3), testee().of(list).limit(3).toList());
    }

    @Test
    default void postsOfAListShowTheirLatestState() {
        var post = created(aPost(freshListId()));
        var held = post.with(SamplePosts.held("for the owner")).with(new Post.Headline("A", "S", 5));
        assertTrue(testee().replace(post, held));

        assertEquals(List.of(held), testee().of(post.list()).toList());
    }

    @Test
    default void postsWithWhichSomethingHasStillToHappenAreUnsettled() {
        var list = freshListId();
        var posts = new ArrayList<Post>();
        everyState(aPost(list).id()).forEach(state -> posts.add(
                created(aPost(list, FixedClock.START.plusSeconds(posts.size())).with(state))));

        var unsettled = testee().unsettled(list).toList();

        assertEquals(posts.stream().filter(post -> !post.state().isSettled()).toList(), unsettled);
    }

    @Test
    default void postThatIsSettledIsNoLongerUnsettled() {
        var post = created(aPost(freshListId()));
        assertEquals(List.of(post), testee().unsettled(post.list()).toList());

        assertTrue(testee().replace(post, post.with(new PostState.Rejected(Reason.quoted("not an owner")))));

        assertEquals(List.of(), testee().unsettled(post.list()).toList());
    }

    @Test
    default void stateThatSomebodyElseChangedIsNotOverwritten() {
        var seen = created(aPost(freshListId()));
        var held = seen.with(SamplePosts.held("for the owner"));
        assertTrue(testee().replace(seen, held));

        assertFalse(testee().replace(seen, seen.with(new PostState.Discarded(Reason.quoted("a loop")))));

        assertEquals(Optional.of(held), testee().find(seen.id()));
    }

    @Test
    default void sameKindOfStateWithOtherContentCountsAsChanged() {
        var seen = created(aPost(freshListId()).with(SamplePosts.held("for Anna")));
        var other = seen.with(SamplePosts.held("for Berta"));
        assertTrue(testee().replace(seen, other));

        assertFalse(testee().replace(seen, seen.with(new PostState.Rejected(Reason.quoted("by Anna")))));

        assertEquals(Optional.of(other), testee().find(seen.id()));
    }

    @Test
    default void unknownPostIsNotReplaced() {
        var post = aPost(freshListId());

        assertFalse(testee().replace(post, post.with(SamplePosts.held("x"))));

        assertEquals(Optional.empty(), testee().find(post.id()));
        assertEquals(List.of(), testee().of(post.list()).toList());
    }

    @Test
    default void ofManyWhoChangeTheSameStateOneSucceeds() throws InterruptedException {
        var testee = testee();
        var seen = created(aPost(freshListId()));
        var attempts = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(
                i -> () -> testee.replace(seen, seen.with(SamplePosts.held("by number " + i)))).toList();

        assertEquals(1, Race.run(attempts).stream().filter(won -> won).count());
    }
}
