package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostState;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails on which taking in fails: those that are to blame are set aside, and the others are not. */
class SetAsideTest {

    private static final ListId NEWS = new ListId("news");
    private static final MailKey KEY = MailKey.inbound(NEWS, "8p0kbda0e13v");
    private static final MailKey OTHER_KEY = MailKey.inbound(NEWS, "9q1lceb1f24w");
    private static final SampleMail MAIL = SampleMail.from("owner@club.example");

    private final World world = new World(SampleLists.aList());

    SetAsideTest() {
        world.join("member@example.net");
        world.store(KEY, MAIL);
    }

    private void fail(int times) {
        for (var time = 0; time < times; time++) {
            assertThrows(Throwable.class, () -> world.receive().receive(KEY));
        }
    }

    private PostState.Received received() {
        return assertInstanceOf(PostState.Received.class, world.onlyPost().state());
    }

    private static Fate fate(Receive.Outcome outcome) {
        return assertInstanceOf(Receive.Outcome.Taken.class, outcome).fate();
    }

    @Test
    void mailThatFailsThreeTimesIsNotTriedAgain() {
        world.whenPreparing(() -> {
            throw new IllegalStateException("a fault of ours");
        });
        fail(3);
        world.whenPreparing(() -> {
        });

        assertEquals(new Fate.SetAside(), fate(world.receive().receive(KEY)));
        world.clock().advance(Duration.ofHours(1));
        assertEquals(0, world.recover());
        assertEquals(new PostState.Received(3, Optional.empty(), false), received());
    }

    @Test
    void errorsCount() {
        world.whenPreparing(() -> {
            throw new StackOverflowError();
        });
        fail(3);

        assertEquals(true, received().isSetAside());
    }

    @Test
    void whatWasReadOfItIsKept() {
        world.whenPreparing(() -> {
            throw new IllegalStateException("a fault of ours");
        });
        fail(3);

        assertEquals("owner@club.example", world.onlyPost().headline().author());
    }

    @Test
    void failuresOfTheWorldDoNotCount() {
        world.whenPreparing(() -> {
            throw new UnavailableException("the disk is full");
        });
        fail(20);
        world.whenPreparing(() -> {
        });

        assertEquals(0, received().failures());
        assertEquals(new Fate.Relayed(), fate(world.receive().receive(KEY)));
    }

    /** The process ended during the attempt, so that nothing more was noted. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void deathsCountOnceTheAttemptIsOver(int calls) {
        for (var death = 1; death <= 3; death++) {
            assertThrows(UnavailableException.class, () -> world.dyingAfter(calls).receive(KEY));
            world.clock().advance(Duration.ofMinutes(3));
        }

        assertEquals(new Fate.SetAside(), fate(world.receive().receive(KEY)));
        assertEquals(true, received().isSetAside());
    }

    @Test
    void twoDeathsDoNoHarm() {
        for (var death = 1; death <= 2; death++) {
            assertThrows(UnavailableException.class, () -> world.dyingAfter(4).receive(KEY));
            world.clock().advance(Duration.ofMinutes(3));
        }

        assertEquals(new Fate.Relayed(), fate(world.receive().receive(KEY)));
    }

    @Test
    void personBringsItInAndItGoesOutOnce() {
        world.whenPreparing(() -> {
            throw new IllegalStateException("a fault of ours");
        });
        fail(3);
        world.whenPreparing(() -> {
        });
        var post = world.onlyPost();
        world.posts().replace(post, post.with(new PostState.Received()));

        assertEquals(new Fate.Relayed(), fate(world.receive().receive(KEY)));
        assertEquals(new Fate.Resumed(), fate(world.receive().receive(KEY)));
        assertEquals(2, world.ranges().of(post.id()).size());
    }

    @Test
    void sameMailSentAgainIsNotKeptWaiting() {
        world.whenPreparing(() -> {
            throw new IllegalStateException("a fault of ours");
        });
        fail(3);
        world.whenPreparing(() -> {
        });
        world.store(OTHER_KEY, MAIL);

        assertEquals(new Fate.Relayed(), fate(world.receive().receive(OTHER_KEY)));
    }
}
