package org.clubpost.core.feedback;

import static org.clubpost.core.feedback.Club.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Life;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.owners.News.Kind;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscription.ComeBack;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.junit.jupiter.api.Test;

class LookAfterTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Club club = new Club();
    private final Subscriber.Confirmed anna = club.join(club.news, ANNA);

    private Stage stage() {
        return club.record(club.news.id(), ANNA).stage();
    }

    private Subscriber find() {
        return club.find(club.news.id(), ANNA);
    }

    private List<MemberNotice.MailCheck> checks() {
        return club.notices.sent(MemberNotice.MailCheck.class);
    }

    private List<MemberNotice.MailStopped> reminders() {
        return club.notices.sent(MemberNotice.MailStopped.class);
    }

    /** Mail comes back for good on five days. */
    private void doubt(BounceReason reason) {
        for (var day = 1; day <= 5; day++) {
            club.take(club.bounce(club.news, ANNA, Lasting.PERMANENT, reason));
            club.pass(DAY);
        }
    }

    private void stop(BounceReason reason) {
        doubt(reason);
        club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, reason));
        club.tend();
    }

    @Test
    void aMailFindsOut() {
        doubt(BounceReason.SUSPENDED);
        var check = checks().getFirst();
        assertEquals(new MemberNotice.MailCheck(club.news, EmailAddress.of(ANNA), anna.person().language(), anna.id(),
                check.settings()), check);
        assertEquals(Optional.of(new Trace.Marked(club.news.id(), Optional.empty(), anna.id(), Trace.Purpose.PROBE)),
                check.mark());
        assertEquals(1, checks().size());
        assertEquals(List.of(EmailAddress.of(ANNA)), club.takenOff);
        assertEquals(List.of(Kind.DOUBTED), club.told());
        assertEquals(anna, find());
    }

    @Test
    void theProviderMayBeWrongForTwoDays() {
        club.take(club.gone(club.news, ANNA));
        club.pass(DAY);
        club.take(club.bounce(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED));
        club.pass(DAY);
        assertEquals(List.of(), checks());
        club.pass(DAY);
        assertEquals(1, checks().size());
        club.pass(LookAfter.TO_COME_BACK);
        assertEquals(new Stage.Counting(), stage());
        assertEquals(0, club.quarters(club.news.id(), ANNA));
        assertEquals(List.of(Kind.DOUBTED, Kind.ARRIVES), club.told());
        assertEquals(anna, find());
    }

    @Test
    void ifThatMailComesBackNoMoreMailGoesOut() {
        stop(BounceReason.SUSPENDED);
        var stopped = assertInstanceOf(Subscriber.Suppressed.class, find());
        assertEquals(new Stopped.Bouncing(BounceReason.SUSPENDED), stopped.why());
        assertEquals(anna, stopped.asBefore());
        assertEquals(List.of(Kind.DOUBTED, Kind.STOPPED), club.told());
        assertEquals(List.of(), reminders());
    }

    @Test
    void whatIsOursProvesNothingAboutTheMember() {
        doubt(BounceReason.SUSPENDED);
        club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.POLICY));
        club.take(club.probe(club.news, ANNA, Lasting.UNDETERMINED, BounceReason.UNDEFINED));
        club.take(club.full(club.news, ANNA));
        club.pass(LookAfter.TO_COME_BACK);
        assertEquals(anna, find());
        assertEquals(new Stage.Counting(), stage());
    }

    @Test
    void thatTheProviderDoesNotSendItProvesItAfterABounceForGood() {
        doubt(BounceReason.SUSPENDED);
        club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED));
        assertEquals(new Stage.Failed(club.now(), BounceReason.SUSPENDED), stage());
        club.take(club.full(club.news, ANNA));
        assertInstanceOf(Stage.Failed.class, stage());
    }

    @Test
    void thatTheProviderDoesNotSendItProvesNothingOfAFullMailbox() {
        for (var day = 1; day <= Scoring.ENOUGH; day++) {
            club.take(club.full(club.news, ANNA));
            club.pass(DAY);
        }
        assertEquals(1, checks().size());
        club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED));
        assertInstanceOf(Stage.Probed.class, stage());
    }

    @Test
    void theMemberIsRemindedThreeTimesAndThenTakenOff() {
        stop(BounceReason.SUSPENDED);
        var at = ((Subscriber.Suppressed) find()).at();
        club.pass(Duration.ofDays(27));
        assertEquals(3, reminders().size());
        var first = reminders().getFirst();
        assertEquals(Optional.of(new Trace.Marked(club.news.id(), Optional.empty(), anna.id(), Trace.Purpose.NOTICE)),
                first.mark());
        assertEquals(BounceReason.SUSPENDED, first.reason());
        assertEquals(at.plus(Duration.ofDays(28)), first.until());
        assertEquals(at.plus(Duration.ofDays(28)), reminders().getLast().until());
        assertInstanceOf(Subscriber.Suppressed.class, find());
        club.pass(Duration.ofDays(2));
        var removed = assertInstanceOf(Subscriber.Removed.class, find());
        assertEquals(new Actor.Service(), removed.by());
        assertEquals(Optional.of(anna), removed.asBefore(club.now()));
        assertEquals(List.of(Kind.DOUBTED, Kind.STOPPED, Kind.GIVEN_UP), club.told());
        club.pass(Duration.ofDays(100));
        assertEquals(4, club.notices.sent().size());
        assertEquals(List.of(), club.tasks.due(Instant.MAX, 10));
    }

    @Test
    void nobodyIsRemindedWhoDoesNotExist() {
        stop(BounceReason.USER_UNKNOWN);
        club.pass(Duration.ofDays(27));
        assertInstanceOf(Subscriber.Suppressed.class, find());
        club.pass(Duration.ofDays(2));
        assertInstanceOf(Subscriber.Removed.class, find());
        assertEquals(List.of(), reminders());
    }

    @Test
    void whoTurnsOutNotToExistIsRemindedNoMore() {
        stop(BounceReason.SUSPENDED);
        club.pass(Duration.ofDays(8));
        assertEquals(1, reminders().size());
        club.take(club.bounce(club.news, ANNA, Trace.Purpose.NOTICE,
                new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", club.now())));
        club.take(club.bounce(club.news, ANNA, Trace.Purpose.NOTICE,
                new Returned.Bounce(Lasting.TRANSIENT, BounceReason.MAILBOX_FULL, "4.2.2", club.now())));
        club.pass(Duration.ofDays(21));
        assertEquals(1, reminders().size());
        assertInstanceOf(Subscriber.Removed.class, find());
    }

    @Test
    void theButtonInAReminderBringsEverythingBack() {
        stop(BounceReason.SUSPENDED);
        club.pass(Duration.ofDays(8));
        club.takenOff.clear();
        var token = SampleLinks.token(reminders().getFirst().back());
        var comeBack = new ComeBack(club.lists, club.subscribers, SampleLinks.TOKENS);
        assertEquals(new ComeBack.Outcome.Open(club.news, (Subscriber.Known) find()), comeBack.look(token, club.now()));
        assertEquals(new ComeBack.Outcome.Back(club.news, anna), comeBack.comeBack(token, club.now()));
        club.tend();
        assertEquals(anna, find());
        assertEquals(new Stage.Counting(), stage());
        assertEquals(List.of(EmailAddress.of(ANNA)), club.takenOff);
        club.pass(Duration.ofDays(60));
        assertEquals(anna, find());
        assertEquals(1, reminders().size());
        assertEquals(new ComeBack.Outcome.Member(club.news, anna), comeBack.comeBack(token, club.now()));
    }

    @Test
    void nobodyIsRemindedWhoSignsUpAgainMeanwhile() {
        stop(BounceReason.SUSPENDED);
        club.pass(DAY);
        var stored = club.subscribers.find(club.news.id(), anna.id()).orElseThrow();
        var asks = SampleSubscribers.aPending(club.news.id(), ANNA)
                .with(new Past.FormerMember((Subscriber.Suppressed) stored.subscriber()));
        assertTrue(club.subscribers.replace(stored, asks));
        club.pass(Duration.ofDays(10));
        assertEquals(List.of(), reminders());
        var again = club.subscribers.find(club.news.id(), anna.id()).orElseThrow();
        assertTrue(club.subscribers.replace(again, anna));
        club.pass(Duration.ofDays(30));
        assertEquals(anna, find());
        assertEquals(new Stage.Counting(), stage());
    }

    @Test
    void whoeverProvedTheAddressJustNowIsNotStopped() {
        doubt(BounceReason.SUSPENDED);
        club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED));
        club.clock.advance(DAY);
        var origin = new Origin(club.now(), "192.0.2.1", "");
        var anew = new Subscriber.Confirmed(club.news.id(), anna.person(), new Consent.DoubleOptIn("/", "ab", origin,
                origin, SampleSubscribers.aDigest('1')), club.now(), true);
        club.subscribers.replace(club.subscribers.find(club.news.id(), anna.id()).orElseThrow(), anew);
        club.tend();
        assertEquals(anew, find());
        assertEquals(new Stage.Counting(), stage());
    }

    @Test
    void nobodyIsLookedAfterWhoIsGone() {
        for (var gone : List.of(Subscriber.Left.of(anna, club.now(), LeaveWay.PAGE),
                new Subscriber.Moved(club.news.id(), anna.id(), Club.key("new@mail.example"), club.now()),
                new Subscriber.Forgotten(club.news.id(), anna.id(), club.now(), ForgetWay.PERSON))) {
            var other = new Club();
            other.join(other.news, ANNA);
            for (var day = 1; day <= 5; day++) {
                other.take(other.gone(other.news, ANNA));
                other.clock.advance(DAY);
            }
            other.subscribers.replace(other.subscribers.find(other.news.id(), anna.id()).orElseThrow(), gone);
            other.pass(DAY);
            assertEquals(List.of(), other.notices.sent());
            assertEquals(Optional.empty(), other.bounces.find(other.news.id(), anna.id()));
            assertEquals(List.of(), other.tasks.due(Instant.MAX, 10).stream()
                    .filter(NoteTask.MailFails.class::isInstance).toList());
        }
    }

    @Test
    void whoeverWasTakenOffByAnOwnerKeepsTheRecord() {
        doubt(BounceReason.SUSPENDED);
        club.subscribers.replace(club.subscribers.find(club.news.id(), anna.id()).orElseThrow(),
                Subscriber.Removed.of(anna, club.now(), new Actor.Operator()));
        club.pass(LookAfter.TO_COME_BACK.plus(DAY));
        assertInstanceOf(Subscriber.Removed.class, find());
        assertEquals(5, club.record(club.news.id(), ANNA).history().size());
    }

    @Test
    void whoeverComplainsIsRemindedNoMore() {
        stop(BounceReason.SUSPENDED);
        club.take(club.complaint(club.news, ANNA, Returned.Complaint.Kind.ABUSE));
        club.pass(Duration.ofDays(60));
        assertEquals(List.of(), reminders());
        assertEquals(new Stopped.Complaint(), ((Subscriber.Suppressed) find()).why());
        assertEquals(new Stage.Counting(), stage());
    }

    @Test
    void goodbyeForgetsWhatCameBack() {
        club.take(club.gone(club.news, ANNA));
        var goodbye = new NoteTask.Goodbye(club.news.id(), club.now(), anna.id());
        assertEquals(Optional.empty(), club.caring(Life.eternal()).write(goodbye));
        assertEquals(List.of(goodbye), club.otherLetters);
        assertEquals(Optional.empty(), club.bounces.find(club.news.id(), anna.id()));
    }

    @Test
    void aRecordThatWasLostIsMadeAgain() {
        stop(BounceReason.SUSPENDED);
        club.bounces.forget(club.news.id(), anna.id());
        club.pass(Duration.ofDays(8));
        assertInstanceOf(Stage.Stopped.class, stage());
        club.pass(Duration.ofDays(28));
        assertInstanceOf(Subscriber.Removed.class, find());
    }

    /** Mail comes back for good on five days, and nobody looks after it yet. */
    private void bounceForFiveDays() {
        for (var day = 1; day <= 5; day++) {
            club.take(club.bounce(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED));
            club.clock.advance(DAY);
        }
    }

    @Test
    void oneMailFindsOutHoweverMuchComesBackMeanwhile() {
        bounceForFiveDays();

        club.tendWhile(() -> club.take(club.full(club.news, ANNA)));

        assertEquals(1, checks().size());
        assertEquals(List.of(Kind.DOUBTED), club.told());
        assertEquals(new Stage.Probed(club.now()), stage());
        assertEquals(6, club.record(club.news.id(), ANNA).history().size(), "it is remembered");
    }

    @Test
    void oneMailFindsOutThoughAnEarlierBounceIsHeardOfMeanwhile() {
        club.take(club.gone(club.news, ANNA));
        club.clock.advance(DAY);
        club.take(club.bounce(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED));
        club.clock.advance(Duration.ofDays(3));

        club.tendWhile(() -> club.take(club.bounce(club.news, ANNA, Trace.Purpose.COPY, new Returned.Bounce(
                Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", club.now().minus(Duration.ofDays(6))))));
        club.tend();

        assertEquals(1, checks().size());
        assertEquals(new Stage.Probed(club.now()), stage());
    }

    @Test
    void probeThatComesBackBeforeItIsNotedCounts() {
        bounceForFiveDays();

        club.tendWhile(() -> club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED)));
        assertInstanceOf(Stage.Failed.class, stage());
        club.tend();

        assertEquals(1, checks().size());
        assertInstanceOf(Subscriber.Suppressed.class, find());
    }

    @Test
    void ownersHearOfTheStopOnceHoweverMuchComesBackMeanwhile() {
        doubt(BounceReason.SUSPENDED);
        club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED));

        club.tendWhile(() -> {
            club.clock.advance(Duration.ofSeconds(1));
            club.take(club.full(club.news, ANNA));
        });

        assertInstanceOf(Stage.Stopped.class, stage());
        assertEquals(7, club.record(club.news.id(), ANNA).history().size());
        assertEquals(List.of(Kind.DOUBTED, Kind.STOPPED), club.told());
    }

    @Test
    void reminderThatComesBackBeforeItIsNotedIsTheOnlyOne() {
        stop(BounceReason.SUSPENDED);
        club.clock.advance(LookAfter.BETWEEN);

        club.tendWhile(() -> club.take(club.bounce(club.news, ANNA, Trace.Purpose.NOTICE,
                new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", club.now()))));
        club.pass(Duration.ofDays(25));

        assertEquals(1, reminders().size());
        assertInstanceOf(Subscriber.Removed.class, find());
    }

    @Test
    void endIsToldOnceHoweverMuchComesBackMeanwhile() {
        stop(BounceReason.USER_UNKNOWN);
        club.clock.advance(LookAfter.WITHOUT_REMINDERS);

        club.tendWhile(() -> {
            club.clock.advance(Duration.ofSeconds(1));
            club.take(club.full(club.news, ANNA));
        });

        assertInstanceOf(Subscriber.Removed.class, find());
        assertEquals(new Stage.Counting(), stage());
        assertEquals(List.of(Kind.DOUBTED, Kind.STOPPED, Kind.GIVEN_UP), club.told());
    }

    @Test
    void arrivalIsToldOnceThoughTheProbeComesBackAtTheLastMoment() {
        doubt(BounceReason.SUSPENDED);
        club.clock.advance(LookAfter.TO_COME_BACK);

        club.tendWhile(() -> club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED)));
        club.tend();

        assertEquals(List.of(Kind.DOUBTED, Kind.ARRIVES, Kind.STOPPED), club.told());
        assertInstanceOf(Subscriber.Suppressed.class, find());
    }

    @Test
    void whoeverDiesBeforeTheOwnersAreToldTellsThemOnceOfTheTimeOfTheStop() {
        doubt(BounceReason.SUSPENDED);
        club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED));
        var at = club.now();
        // The record, the subscriber, the change of the subscriber.
        assertThrows(Life.Ended.class, () -> club.tend(new Life(3, true)));
        assertInstanceOf(Subscriber.Suppressed.class, find());
        assertEquals(List.of(Kind.DOUBTED), club.told());
        club.clock.advance(DAY);

        club.tend();
        club.tend();

        assertEquals(List.of(Kind.DOUBTED, Kind.STOPPED), club.told());
        assertFalse(club.gathered.all().getLast().due().isAfter(at.plus(DAY)), "in the letter of the next morning");
        assertEquals(new Stage.Stopped(at, BounceReason.SUSPENDED, 0, at), stage());
    }

    @Test
    void whoLeavesAtTheLastMomentIsNotStopped() {
        doubt(BounceReason.SUSPENDED);
        club.take(club.probe(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED));
        var left = Subscriber.Left.of(anna, club.now(), LeaveWay.PAGE);

        club.tendWhileChanging(() -> club.change(left));

        assertEquals(left, find());
        assertEquals(List.of(Kind.DOUBTED), club.told());
    }

    @Test
    void whoComesBackAtTheLastMomentIsNotTakenOff() {
        stop(BounceReason.USER_UNKNOWN);
        club.clock.advance(LookAfter.WITHOUT_REMINDERS);

        club.tendWhileChanging(() -> club.change(anna));

        assertEquals(anna, find());
        assertEquals(new Stage.Counting(), stage());
        assertEquals(List.of(Kind.DOUBTED, Kind.STOPPED), club.told());
    }

    @Test
    void lookBeforeItIsTimeChangesNothing() {
        club.take(club.gone(club.news, ANNA));
        club.clock.advance(DAY);
        club.take(club.bounce(club.news, ANNA, Lasting.PERMANENT, BounceReason.SUPPRESSED));
        var doubted = assertInstanceOf(Stage.Doubted.class, stage());

        var next = club.caring(Life.eternal()).write(new NoteTask.MailFails(club.news.id(), club.now(), anna.id()));

        assertEquals(Optional.of(doubted.due()), next);
        assertEquals(List.of(), checks());
        assertEquals(doubted, stage());
    }

    @Test
    void whoeverProvedTheAddressBeforeIsStopped() {
        var origin = new Origin(club.now(), "192.0.2.1", "");
        club.change(new Subscriber.Confirmed(club.news.id(), anna.person(), new Consent.DoubleOptIn("/", "ab", origin,
                origin, SampleSubscribers.aDigest('1')), club.now(), true));

        stop(BounceReason.SUSPENDED);

        assertInstanceOf(Subscriber.Suppressed.class, find());
    }

    @Test
    void nobodyIsRemindedWhoWaitsToBeLetInAgain() {
        stop(BounceReason.SUSPENDED);
        var origin = new Origin(club.now(), "192.0.2.1", "");
        club.change(new Subscriber.Applied(club.news.id(), anna.person(), new Consent.DoubleOptIn("/", "ab", origin,
                origin, SampleSubscribers.aDigest('1')), new Past.FormerMember((Subscriber.Suppressed) find())));

        club.pass(Duration.ofDays(10));

        assertEquals(List.of(), reminders());
        assertTrue(club.tasks.due(Instant.MAX, 10).stream().anyMatch(NoteTask.MailFails.class::isInstance),
                "it is looked at again once they are let in");
    }

    @Test
    void whoAsksAnewWithoutHavingBeenStoppedIsLeftAlone() {
        club.take(club.gone(club.news, ANNA));
        club.change(SampleSubscribers.aPending(club.news.id(), ANNA));

        assertEquals(Optional.empty(), club.caring(Life.eternal())
                .write(new NoteTask.MailFails(club.news.id(), club.now(), anna.id())));
    }

    @Test
    void otherLettersForgetNothing() {
        club.take(club.gone(club.news, ANNA));
        var pause = new NoteTask.PauseBegun(club.news.id(), club.now(), anna.id());

        assertEquals(Optional.empty(), club.caring(Life.eternal()).write(pause));

        assertEquals(List.of(pause), club.otherLetters);
        assertEquals(1, club.record(club.news.id(), ANNA).history().size());
    }

    @Test
    void anOldListIsForgotten() {
        doubt(BounceReason.SUSPENDED);
        var task = new NoteTask.MailFails(new ListId("gone"), club.now(), anna.id());
        assertEquals(Optional.empty(), club.caring(Life.eternal()).write(task));
    }

    @Test
    void whereverItDiesItGoesOnTheNextTime() {
        for (var last = 1; last <= 40; last++) {
            for (var effect : List.of(true, false)) {
                var dying = new Club();
                dying.join(dying.news, ANNA);
                for (var day = 1; day <= 5; day++) {
                    dying.take(dying.bounce(dying.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED));
                    dying.clock.advance(DAY);
                }
                var life = new Life(last, effect);
                for (var day = 1; day <= 60; day++) {
                    try {
                        dying.tend(life.isOver() ? Life.eternal() : life);
                    } catch (Life.Ended _) {
                        // The next minute is another process.
                    }
                    if (dying.notices.sent(MemberNotice.MailCheck.class).size() > 0 && day == 2) {
                        dying.take(dying.probe(dying.news, ANNA, Lasting.PERMANENT, BounceReason.SUSPENDED));
                    }
                    dying.clock.advance(DAY);
                }
                assertInstanceOf(Subscriber.Removed.class, dying.find(dying.news.id(), ANNA));
                var mails = dying.notices.sent().size();
                assertTrue(mails >= 4 && mails <= 5, "mails: " + mails);
                assertEquals(List.of(Kind.DOUBTED, Kind.STOPPED, Kind.GIVEN_UP), dying.told(), "each of them once");
                assertEquals(List.of(), dying.tasks.due(Instant.MAX, 10));
            }
        }
    }
}
