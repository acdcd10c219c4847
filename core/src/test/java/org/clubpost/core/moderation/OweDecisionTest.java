package org.clubpost.core.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OweDecisionTest {

    private static final Actor.Operator OPERATOR = new Actor.Operator();
    private static final MailingList OTHER = MailingList.create(new ListId("other"), Desk.LIST.domain(), "Other",
            List.of(EmailAddress.of("owner@club.example")));

    private final Desk desk = new Desk();
    private final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    private final OweDecision owe = new OweDecision(desk.posts, tasks, SampleSubscribers.IDS, desk.clock);
    private final CarryDecisions carry = new CarryDecisions(desk.lists, desk.posts, desk::moderate,
            SampleSubscribers.IDS, desk.clock);
    private final Post post = desk.received();

    @BeforeEach
    void hold() {
        desk.hold(post);
        desk.mails.put(post, Desk.SAM);
    }

    private List<Errand> owed() {
        return tasks.due(Instant.MAX, 10).stream().map(Errand.class::cast).toList();
    }

    private boolean carryOut() {
        return carryOut(owed().getFirst());
    }

    private boolean carryOut(Errand errand) {
        return carry.isDone(errand, (Errand.Decision) errand.what());
    }

    private List<PostNotice.PostRejected> told() {
        return desk.notices.sent(PostNotice.PostRejected.class);
    }

    private List<LogEntry> log() {
        return desk.log.of(Desk.LIST.id(), Optional.empty(), 9, desk.clock.instant());
    }

    @Test
    void postIsSentOnceHoweverOftenThatIsSaidAndDone() {
        var sent = new int[1];
        desk.mails.answer(() -> {
            sent[0]++;
            desk.in(desk.now(post), new PostState.Discarded(Desk.REASON)); // Stands for what sending makes of it.
            return new Release.Sent();
        });

        assertTrue(owe.send(OPERATOR, Desk.LIST, post.id()));
        assertTrue(owe.send(OPERATOR, Desk.LIST, post.id()));
        assertInstanceOf(PostState.Held.class, desk.state(post), "only the service sends it");
        assertEquals(1, owed().size());
        assertTrue(carryOut());
        assertTrue(carryOut());

        assertEquals(1, sent[0]);
        assertFalse(owe.send(OPERATOR, Desk.LIST, post.id()), "it waits no more");
    }

    @Test
    void refusalTellsTheAuthorWhyAndIsTheOperators() {
        assertTrue(owe.refuse(OPERATOR, Desk.LIST, post.id(), "Not on topic."));
        carryOut();
        carryOut();

        var why = Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, "Not on topic.");
        assertEquals(new PostState.Rejected(why), desk.state(post));
        assertEquals(List.of(why), told().stream().map(PostNotice.PostRejected::reason).toList());
        assertEquals(List.of(Act.POST_REFUSED), log().stream().map(LogEntry::act).toList());
        assertEquals(OPERATOR, log().getFirst().actor());
    }

    @Test
    void refusalWithoutAReasonHasNone() {
        owe.refuse(OPERATOR, Desk.LIST, post.id(), "");
        carryOut();

        assertEquals(new PostState.Rejected(Reason.of(Reason.Cause.REFUSED_BY_OWNERS)), desk.state(post));
    }

    /** The command claimed the post, and died before it owed anything. */
    @Test
    void refusalThatDiedHalfWayIsSaidAgain() {
        owe.refuse(OPERATOR, Desk.LIST, post.id(), "First.");
        tasks.remove(owed());

        assertFalse(owe.send(OPERATOR, Desk.LIST, post.id()), "it is being refused");
        assertTrue(owe.refuse(OPERATOR, Desk.LIST, post.id(), "Second."));
        carryOut();

        assertEquals(new PostState.Rejected(Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, "Second.")),
                desk.state(post));
    }

    /** The service told the author, and died before the post's state said so. */
    @Test
    void serviceThatDiedHalfWayDoesTheRest() {
        owe.refuse(OPERATOR, Desk.LIST, post.id(), "Why.");
        var held = desk.state(post);
        carryOut();
        desk.in(desk.now(post), held);

        carryOut();

        assertInstanceOf(PostState.Rejected.class, desk.state(post));
        assertEquals(2, told().size(), "somebody may hear it twice");
    }

    @Test
    void firstDecisionCounts() {
        owe.send(OPERATOR, Desk.LIST, post.id());
        var links = new DecisionLinks(SampleSubscribers.IDS, SampleLinks.LINKS);
        desk.moderate().decide(new Actor.Owner(EmailAddress.of("owner@club.example")), Desk.LIST,
                links.refuse(post.id()), "");

        assertTrue(carryOut());

        assertInstanceOf(PostState.Rejected.class, desk.state(post));
        assertFalse(owe.refuse(OPERATOR, Desk.LIST, post.id(), ""));
    }

    @Test
    void whatSomebodyElseChangedAtTheSameTimeIsTriedAgain() {
        desk.mails.answer(Release.Settled::new);
        owe.send(OPERATOR, Desk.LIST, post.id());

        assertFalse(carryOut());
        var tried = owed().getFirst();
        for (var i = 0; i < 6; i++) {
            tried = tried.triedAt(desk.clock.instant());
        }
        assertTrue(carryOut(tried), "nobody changes it so often");
    }

    @Test
    void postWhoseMailIsGoneIsEndedAtOnceAndSaysWhy() {
        owe.send(OPERATOR, Desk.LIST, post.id());
        desk.mails.remove(post);

        assertTrue(carryOut());
        assertTrue(carryOut());

        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.HELD_MAIL_GONE)), desk.state(post));
        assertEquals(List.of(Act.POST_REFUSED), log().stream().map(LogEntry::act).toList());
    }

    @Test
    void refusalOfAPostWhoseMailIsGoneEndsIt() {
        owe.refuse(OPERATOR, Desk.LIST, post.id(), "Why.");
        desk.mails.remove(post);

        assertTrue(carryOut());

        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.HELD_MAIL_GONE)), desk.state(post));
    }

    @Test
    void whatCannotBeSentWaitsOnAndSaysWhy() {
        var why = Reason.of(Reason.Cause.TOO_LARGE, "10");
        desk.mails.answer(() -> new Release.Impossible(why));
        owe.send(OPERATOR, Desk.LIST, post.id());

        assertTrue(carryOut());

        assertEquals(why, ((PostState.Held) desk.state(post)).reason());
        assertTrue(owe.refuse(OPERATOR, Desk.LIST, post.id(), ""), "it can still be refused");
    }

    @Test
    void postThatWaitsForItsAuthorIsOverOrIsAnotherListsIsNotDecided() {
        assertFalse(owe.send(OPERATOR, OTHER, post.id()));
        assertFalse(owe.refuse(OPERATOR, OTHER, post.id(), ""));
        var until = desk.clock.instant().plusSeconds(60);
        desk.in(desk.now(post), new PostState.Held(Desk.REASON, PostState.Held.Decider.AUTHOR, List.of(), true, until));
        assertFalse(owe.send(OPERATOR, Desk.LIST, post.id()));
        assertFalse(owe.refuse(OPERATOR, Desk.LIST, post.id(), ""));
        desk.in(desk.now(post), new PostState.Held(Desk.REASON, PostState.Held.Decider.OWNERS, List.of(), true, until));
        desk.clock.set(until);
        assertFalse(owe.refuse(OPERATOR, Desk.LIST, post.id(), ""));

        assertEquals(List.of(), owed());
    }

    @Test
    void whatIsOwedAboutAPostThatIsGoneIsOver() {
        assertTrue(carryOut(Errand.of(new ListId("gone"), desk.clock.instant(), new Errand.Decision(post.id(),
                Errand.Decision.Wish.SEND))));
    }
}
