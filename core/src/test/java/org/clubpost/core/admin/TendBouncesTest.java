package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.TendBounces.Outcome;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.feedback.Point;
import org.clubpost.core.feedback.Stage;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;

class TendBouncesTest {

    private static final EmailAddress ANNA = EmailAddress.of("anna@mail.example");
    private static final Actor OPERATOR = new Actor.Operator();

    private final FixedClock clock = new FixedClock();
    private final MailingList news = SampleLists.aList();
    private final InMemoryActLog log = new InMemoryActLog();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(new InMemoryLists(news), log, clock);
    private final InMemoryBounces bounces = new InMemoryBounces();
    private final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    private final TendBounces tend = new TendBounces(subscribers, bounces, tasks, SampleSubscribers.IDS, log, clock);
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(news.id(), ANNA.written());
    private final BounceRecord record = BounceRecord.of(news.id(), anna.id())
            .with(List.of(new Point(clock.instant(), Point.FULL)));

    private void suppress(Stopped why) {
        subscribers.create(Subscriber.Suppressed.of(anna, clock.instant(), why));
    }

    private Subscriber find() {
        return subscribers.find(news.id(), anna.id()).orElseThrow().subscriber();
    }

    private List<Act> acts() {
        return log.of(news.id(), Optional.empty(), 10, clock.instant()).stream().map(LogEntry::act).toList();
    }

    private static Outcome done(Answer<Outcome> answer) {
        return answer.orElseThrow(missing -> new IllegalStateException(missing.toString()));
    }

    @Test
    void releaseHasNothingCount() {
        subscribers.create(anna);
        bounces.replace(Optional.empty(), record.with(new Stage.Probed(clock.instant())));
        assertEquals(Outcome.DONE, done(tend.release(OPERATOR, news, ANNA)));
        assertEquals(Optional.of(record.reset()), bounces.find(news.id(), anna.id()));
        assertEquals(List.of(new NoteTask.MailFails(news.id(), clock.instant(), anna.id())),
                tasks.due(clock.instant(), 10));
        assertEquals(List.of(Act.RELEASED), acts());
        assertEquals(Outcome.DONE, done(tend.release(OPERATOR, news, ANNA)));
    }

    @Test
    void releaseGivesTheMembershipBack() {
        suppress(new Stopped.Bouncing(BounceReason.MAILBOX_FULL));
        clock.advance(Duration.ofDays(20));
        assertEquals(Outcome.BACK, done(tend.release(OPERATOR, news, ANNA)));
        assertEquals(anna, find());
        assertEquals(List.of(Act.RELEASED), acts());
    }

    @Test
    void whoeverAskedAgainMeanwhileIsReleasedToo() {
        var stopped = Subscriber.Suppressed.of(anna, clock.instant(), new Stopped.Bouncing(BounceReason.EXPIRED));
        subscribers.create(SampleSubscribers.aPending(news.id(), ANNA.written()).with(new Past.FormerMember(stopped)));
        assertEquals(Outcome.BACK, done(tend.release(OPERATOR, news, ANNA)));
        assertEquals(anna, find());
    }

    @Test
    void nobodyReleasesWhoComplained() {
        suppress(new Stopped.Complaint());
        assertEquals(Outcome.COMPLAINED, done(tend.release(OPERATOR, news, ANNA)));
        assertEquals(Outcome.COMPLAINED, done(tend.probe(OPERATOR, news, ANNA)));
        assertInstanceOf(Subscriber.Suppressed.class, find());
    }

    private TendBounces tendWhile(Runnable meanwhile) {
        return new TendBounces(new Rival("replace", meanwhile).of(Subscribers.class, subscribers), bounces, tasks,
                SampleSubscribers.IDS, log, clock);
    }

    private void change(Subscriber changed) {
        subscribers.replace(subscribers.find(news.id(), anna.id()).orElseThrow(), changed);
    }

    @Test
    void whoComplainsAtTheLastMomentIsNotReleased() {
        suppress(new Stopped.Bouncing(BounceReason.MAILBOX_FULL));
        var complained = Subscriber.Suppressed.of(anna, clock.instant(), new Stopped.Complaint());

        assertEquals(Outcome.COMPLAINED, done(tendWhile(() -> change(complained)).release(OPERATOR, news, ANNA)));

        assertEquals(complained, find());
        assertEquals(List.of(), acts());
    }

    @Test
    void whoComesBackAtTheLastMomentIsReleasedAsAMember() {
        suppress(new Stopped.Bouncing(BounceReason.MAILBOX_FULL));

        assertEquals(Outcome.DONE, done(tendWhile(() -> change(anna)).release(OPERATOR, news, ANNA)));

        assertEquals(anna, find());
    }

    @Test
    void probeHasItFoundOutNow() {
        subscribers.create(anna);
        assertEquals(Outcome.DONE, done(tend.probe(OPERATOR, news, ANNA)));
        assertEquals(new Stage.Doubted(clock.instant(), clock.instant()),
                bounces.find(news.id(), anna.id()).orElseThrow().stage());
        assertEquals(1, tasks.due(clock.instant(), 10).size());
        assertEquals(List.of(Act.PROBED), acts());
    }

    @Test
    void probeLetsMailGoOnMeanwhile() {
        suppress(new Stopped.Bouncing(BounceReason.USER_UNKNOWN));
        bounces.replace(Optional.empty(),
                record.with(new Stage.Stopped(clock.instant(), BounceReason.USER_UNKNOWN, 0, clock.instant())));
        assertEquals(Outcome.BACK, done(tend.probe(OPERATOR, news, ANNA)));
        assertEquals(anna, find());
        assertInstanceOf(Stage.Doubted.class, bounces.find(news.id(), anna.id()).orElseThrow().stage());
    }

    @Test
    void thereMustBeAMember() {
        assertEquals(Outcome.NO_MEMBER, done(tend.release(OPERATOR, news, ANNA)));
        subscribers.create(SampleSubscribers.aPending(news.id(), ANNA.written()));
        assertEquals(Outcome.NO_MEMBER, done(tend.probe(OPERATOR, news, ANNA)));
        assertEquals(List.of(), tasks.due(clock.instant(), 10));
    }

    @Test
    void strangersMayNot() {
        suppress(new Stopped.Bouncing(BounceReason.USER_UNKNOWN));
        assertEquals(new Answer.Denied<>(Permission.CHANGE_MEMBERS), tend.release(new Actor.Unknown(), news, ANNA));
        assertEquals(new Answer.Denied<>(Permission.CHANGE_MEMBERS), tend.probe(new Actor.Unknown(), news, ANNA));
        assertInstanceOf(Subscriber.Suppressed.class, find());
    }
}
