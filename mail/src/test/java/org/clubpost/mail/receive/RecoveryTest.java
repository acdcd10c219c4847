package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails whose every try died, and what brings them in later: each once, and nobody hears that it was sent twice. */
class RecoveryTest {

    private static final ListId NEWS = new ListId("news");
    private static final MailKey KEY = MailKey.inbound(NEWS, "8p0kbda0e13v");
    private static final MailKey OTHER_KEY = MailKey.inbound(NEWS, "9q1lceb1f24w");
    private static final SampleMail MAIL = SampleMail.from("owner@club.example");
    /** Lambda tries an event so often. */
    private static final int TRIES = 3;
    /** More calls than any of the mails needs. */
    private static final int CALLS = 24;

    /** What kind of mail it is, and what becomes of it. */
    private enum Kind {
        PLAIN, HELD, REJECTED, TO_OWNERS, LEAVE;

        World world() {
            var world = new World(SampleLists.aList());
            world.join("member@example.net");
            if (this == REJECTED) {
                world.change(SampleLists.aList().with(new Posting(PostingPolicy.POSTERS, 10)));
            }
            world.store(KEY, switch (this) {
                case PLAIN, REJECTED -> MAIL;
                case HELD -> SampleMail.from("stranger@example.net").unproven();
                case TO_OWNERS -> SampleMail.from("member@example.net").to("news-owner@lists.example.org");
                case LEAVE -> SampleMail.from("member@example.net").to("news-leave@lists.example.org");
            });
            return world;
        }

        void check(World world, String when) {
            var post = onlyTakenIn(world, when);
            assertEquals(0, repeated(world), when);
            switch (this) {
                case PLAIN -> checkSending(world, post, when);
                case HELD -> assertTrue(post.state() instanceof PostState.Held held && held.told(), when);
                case REJECTED -> {
                    assertInstanceOf(PostState.Rejected.class, post.state(), when);
                    assertEquals(1, world.notices().sent(PostNotice.PostRejected.class).stream().distinct().count(),
                            when);
                }
                case TO_OWNERS -> {
                    assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.FOR_OWNERS)), post.state(), when);
                    assertTrue(!world.notices().sent(OwnerNotice.MailForOwners.class).isEmpty(), when);
                }
                case LEAVE -> {
                    assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.LEAVE)), post.state(), when);
                    assertEquals(SubscriberStatus.LEFT, world.status("member@example.net"), when);
                }
            }
        }
    }

    private static void checkSending(World world, Post post, String when) {
        assertInstanceOf(PostState.Sending.class, post.state(), when);
        assertEquals("prepared for news:" + MAIL.text(), world.stored(post.id().preparedMail()), when);
        assertEquals(2, world.ranges().of(post.id()).size(), when);
        assertEquals(List.of(post.id()), world.queue().added().stream().map(CollectingQueue.Message::range)
                .map(range -> range.post()).distinct().toList(), when);
    }

    private static Post onlyTakenIn(World world, String when) {
        var posts = world.posts().of(NEWS).filter(post -> !isPutAway(post)).toList();
        assertEquals(1, posts.size(), when);
        return posts.getFirst();
    }

    private static boolean isPutAway(Post post) {
        return post.state().equals(new PostState.Discarded(Reason.of(Reason.Cause.STORED_AGAIN)));
    }

    /** How many people were told that they sent a mail twice. */
    private static long repeated(World world) {
        return world.notices().sent(PostNotice.PostRejected.class).stream()
                .filter(notice -> notice.reason().cause() == Reason.Cause.REPEATED).count();
    }

    /** A mail, and a call at which each try dies, before or after it had its effect. */
    record Death(Kind kind, int call, boolean before) {

        void tryIt(World world, MailKey key) {
            for (var attempt = 0; attempt < TRIES; attempt++) {
                try {
                    (before ? world.dyingAt(call) : world.dyingAfter(call)).receive(key);
                } catch (UnavailableException died) {
                    assertTrue(List.of("died", "the same mail is being taken in").contains(died.getMessage()));
                }
            }
        }
    }

    static Stream<Death> deaths() {
        return Stream.of(Kind.values()).flatMap(kind -> IntStream.rangeClosed(1, CALLS).boxed()
                .flatMap(call -> Stream.of(new Death(kind, call, true), new Death(kind, call, false))));
    }

    private static boolean isInTheTable(World world) {
        return world.posts().of(NEWS).findAny().isPresent();
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void theScheduleBringsIn(Death death) {
        var world = death.kind().world();
        death.tryIt(world, KEY);

        world.clock().advance(Duration.ofMinutes(15));
        world.recover();
        world.sweep();
        if (!isInTheTable(world) || world.onlyPost().state() instanceof PostState.Sending) {
            world.receive().receive(KEY); // As the queue of the events that were given up has it.
        }
        world.recover();

        death.kind().check(world, death.toString());
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void aHandBringsIn(Death death) {
        var world = death.kind().world();
        death.tryIt(world, KEY);

        world.clock().advance(Duration.ofHours(3));
        world.receive().receive(KEY);
        world.receive().receive(KEY);
        world.recover();

        death.kind().check(world, death.toString());
    }

    /** As the manual told people to do until now. */
    @ParameterizedTest
    @MethodSource("deaths")
    void aMailThatIsCopiedOntoItselfGoesOutOnce(Death death) {
        var world = death.kind().world();
        death.tryIt(world, KEY);
        var wasTakenIn = isInTheTable(world) && !(world.onlyPost().state() instanceof PostState.Received);
        world.clock().advance(Duration.ofHours(3));

        world.mails().put(KEY, world.mails().find(KEY).orElseThrow().content());
        death.tryIt(world, KEY);
        world.clock().advance(Duration.ofHours(1));
        world.recover();
        world.receive().receive(KEY);
        world.recover();
        world.sweep();

        assertEquals(0, repeated(world), death.toString());
        assertEquals(0, world.posts().of(NEWS).filter(post -> post.state() instanceof PostState.Received).count(),
                death.toString());
        if (death.kind() == Kind.PLAIN) {
            var post = onlyTakenIn(world, death.toString());
            if (!wasTakenIn) {
                checkSending(world, post, death.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void aMailThatIsSentTwiceWaitsForTheFirstAndGoesOutOnce(Death death) {
        var world = Kind.PLAIN.world();
        death.tryIt(world, KEY);
        world.clock().advance(Duration.ofMinutes(1));
        world.store(OTHER_KEY, MAIL);
        death.tryIt(world, OTHER_KEY);

        world.clock().advance(Duration.ofMinutes(15));
        world.recover();
        for (var key : List.of(KEY, OTHER_KEY)) {
            world.receive().receive(key);
        }

        var states = world.posts().of(NEWS).<Class<?>>map(post -> post.state().getClass()).toList();
        assertEquals(2, states.size(), death.toString());
        assertEquals(List.of(PostState.Rejected.class, PostState.Sending.class),
                states.stream().sorted(Comparator.comparing(Class::getSimpleName)).toList(),
                death.toString());
        assertEquals(1, world.notices().sent(PostNotice.PostRejected.class).stream().distinct().count());
    }

    /** A world in which each try got as far as it can get without being taken in. */
    private static World stuck() {
        return IntStream.iterate(CALLS, call -> call - 1).mapToObj(call -> {
            var world = Kind.PLAIN.world();
            new Death(Kind.PLAIN, call, true).tryIt(world, KEY);
            return world;
        }).filter(world -> world.onlyPost().state() instanceof PostState.Received).findFirst().orElseThrow();
    }

    @Test
    void aMailThatComesAgainWhileTheFirstIsTakenInHasToWait() {
        var world = stuck();
        world.store(OTHER_KEY, MAIL);

        var failed = assertThrows(UnavailableException.class, () -> world.receive().receive(OTHER_KEY));

        assertEquals("the same mail is being taken in", failed.getMessage());
        assertEquals(List.of(), world.notices().sent());
    }

    @Test
    void aPostWhoseMailIsGoneSaysSo() {
        var world = stuck();
        world.clock().advance(Duration.ofMinutes(15));
        world.mails().remove(KEY);

        assertEquals(1, world.recover());

        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.MAIL_GONE)), world.onlyPost().state());
    }

    /** A mail of which the table knows nothing but a post that was never taken in is new. */
    @Test
    void aMailAfterOneThatIsGoneIsNew() {
        var world = stuck();
        world.clock().advance(Duration.ofMinutes(15));
        world.mails().remove(KEY);
        world.recover();
        world.store(OTHER_KEY, MAIL);

        assertEquals(new Fate.Relayed(), ((Receive.Outcome.Taken) world.receive().receive(OTHER_KEY)).fate());
    }
}
