package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts whose copies are larger than the way out takes. */
class TooLargeToSendTest {

    private static final MailKey KEY = MailKey.inbound(new ListId("news"), "8p0kbda0e13v");
    private static final SampleMail MAIL = SampleMail.from("owner@club.example");
    private static final MailingList LIST = SampleLists.aList();
    private static final Reason REASON = Reason.of(Reason.Cause.TOO_LARGE_TO_SEND, "3 KB");

    private static World world() {
        var world = new World(LIST);
        world.takesAtMost(4000);
        return world;
    }

    @Test
    void authorIsToldOnceAndNobodyGetsIt() {
        var world = world();
        world.store(KEY, MAIL);

        world.receive().receive(KEY);
        world.receive().receive(KEY);

        assertEquals(new PostState.Rejected(REASON), world.onlyPost().state());
        var told = world.notices().sent(PostNotice.PostRejected.class);
        assertEquals(List.of(REASON), told.stream().map(PostNotice.PostRejected::reason).toList());
        assertEquals("owner@club.example", told.getFirst().recipient().ascii());
        assertEquals(List.of(), world.queue().added());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runThatDiesIsMadeUpForByTheNext(boolean lastCallHasItsEffect) {
        for (var call = 1;; call++) {
            var world = world();
            world.store(KEY, MAIL);
            var isOver = true;
            try {
                (lastCallHasItsEffect ? world.dyingAfter(call) : world.dyingAt(call)).receive(KEY);
            } catch (UnavailableException died) {
                isOver = false;
            }
            world.receive().receive(KEY);

            assertEquals(new PostState.Rejected(REASON), world.onlyPost().state(), "call " + call);
            assertTrue(world.notices().sent(PostNotice.PostRejected.class).size() <= 2);
            assertEquals(List.of(), world.queue().added());
            if (isOver) {
                return;
            }
        }
    }

    @Test
    void postThatFitsGoesOut() {
        var world = world();
        world.takesAtMost(10_000);
        world.store(KEY, MAIL);

        world.receive().receive(KEY);

        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
    }

    @Test
    void ownerWhoLetsAHeldOneGoOnIsToldThatItCannotBeSent() {
        var world = world();
        world.store(KEY, SampleMail.from("stranger@elsewhere.example"));
        world.receive().receive(KEY);
        var link = world.notices().sent(OwnerNotice.PostHeld.class).getFirst().send().toString();

        var outcome = world.moderate().decide(link.substring(link.indexOf("token=") + 6), "");

        assertEquals(new Moderate.Outcome.CannotBeSent(LIST, REASON), outcome);
        assertInstanceOf(PostState.Held.class, world.onlyPost().state());
        assertEquals(List.of(), world.queue().added());
    }
}
