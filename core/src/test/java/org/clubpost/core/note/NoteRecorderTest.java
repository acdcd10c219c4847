package org.clubpost.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which changes of members and posts leave something to be done for notes. */
final class NoteRecorderTest {

    private static final ListId NEWS = new ListId("news");

    private final FixedClock clock = new FixedClock();
    private final NoteRecorder recorder = new NoteRecorder(clock);
    private final Subscriber.Confirmed silent = SampleSubscribers.aMember(NEWS, "anna@example.org");
    private final Subscriber.Confirmed told = silent.with(MemberSettings.DEFAULT.with(Notification.parse("mail")
            .orElseThrow()));

    private Optional<NoteTask> follow() {
        return Optional.of(new NoteTask.Follow(NEWS, clock.instant().truncatedTo(ChronoUnit.MILLIS), told.id()));
    }

    @Test
    void whoeverHasTheMailAgainIsLookedAfter() {
        var again = List.of(new NoteTask.MailFails(NEWS, clock.instant().truncatedTo(ChronoUnit.MILLIS), silent.id()));
        var stopped = Subscriber.Suppressed.of(silent, FixedClock.START, new Stopped.Complaint());
        var past = new Subscriber.Pending.Past.FormerMember(stopped);
        assertEquals(again, recorder.changed(stopped, silent));
        assertEquals(again, recorder.changed(asked(Duration.ofDays(3)).with(past), silent));
        assertEquals(again, recorder.changed(
                Subscriber.Removed.of(silent, FixedClock.START, new Actor.Service()), silent));
        assertEquals(List.of(), recorder.changed(
                Subscriber.Removed.of(silent, FixedClock.START, new Actor.Operator()), silent));
        assertEquals(List.of(), recorder.changed(asked(Duration.ofDays(3)), silent));
        assertEquals(List.of(), recorder.changed(silent, stopped));
    }

    @Test
    void whoseMailWasNeverStoppedIsNotLookedAfter() {
        var left = Subscriber.Left.of(silent, FixedClock.START, LeaveWay.PAGE);
        var origin = SampleSubscribers.ORIGIN;
        for (var before : List.of(left,
                new Subscriber.Moved(NEWS, silent.id(), SampleSubscribers.aKey("0b"), FixedClock.START),
                new Subscriber.Forgotten(NEWS, silent.id(), FixedClock.START, ForgetWay.PERSON))) {
            var past = new Subscriber.Pending.Past.FormerMember(before);
            var given = new Consent.DoubleOptIn("/", "", origin, origin, SampleSubscribers.aDigest('a'));
            assertEquals(List.of(), recorder.changed(before, silent));
            assertEquals(List.of(), recorder.changed(asked(Duration.ofDays(3)).with(past), silent));
            assertEquals(List.of(), recorder.changed(new Subscriber.Applied(NEWS, silent.person(), given, past),
                    silent));
        }
    }

    @Test
    void whoWantsNotesIsFollowed() {
        assertEquals(follow(), recorder.came(told));
        assertEquals(Optional.empty(), recorder.came(silent));
    }

    private static Subscriber.Pending asked(Duration within) {
        var asked = SampleSubscribers.aPending(NEWS, "anna@example.org");
        return new Subscriber.Pending(NEWS, asked.person(), asked.links(), asked.form(), asked.wording(),
                asked.requested(), FixedClock.START.plus(within));
    }

    private Optional<NoteTask> reminderAfter(Duration wait) {
        return Optional.of(new NoteTask.Reminder(NEWS, clock.instant().plus(wait), asked(wait).id()));
    }

    @Test
    void whoAsksToJoinIsRemindedAfterADayOrHalfOfTheTimeAndNotSoonAfterTheFirstMail() {
        assertEquals(reminderAfter(Duration.ofDays(1)), recorder.came(asked(Duration.ofDays(3))));
        assertEquals(reminderAfter(Duration.ofHours(12)), recorder.came(asked(Duration.ofDays(1))));
        assertEquals(reminderAfter(Duration.ofHours(6)), recorder.came(asked(Duration.ofHours(12))));
        assertEquals(Optional.empty(), recorder.came(asked(Duration.ofHours(11))));
    }

    @Test
    void furtherLinkForTheSameRequestIsNoRequest() {
        var asked = asked(Duration.ofDays(3));

        assertEquals(List.of(), recorder.changed(asked, asked.with(asked.links().getFirst())));
        assertEquals(reminderAfter(Duration.ofDays(1)).stream().toList(),
                recorder.changed(SampleSubscribers.aFormerMember(NEWS, "anna@example.org"), asked));
        assertEquals(Optional.empty(), recorder.gone(asked));
    }

    @Test
    void whomAnOwnerAddsIsToldOnce() {
        var word = new Consent.OwnersWord(FixedClock.START, "on paper");
        var added = new Subscriber.Confirmed(NEWS, silent.person(), word, FixedClock.START, false);
        var task = new NoteTask.Added(NEWS, clock.instant().truncatedTo(ChronoUnit.MILLIS), added.id());
        var pending = SampleSubscribers.aPending(NEWS, "anna@example.org");

        assertEquals(Optional.of(task), recorder.came(added));
        assertEquals(List.of(task), recorder.changed(pending, added));
        assertEquals(List.of(), recorder.changed(added, added.asGreeted()));
        assertEquals(Optional.empty(), recorder.came(added.asGreeted()));
        assertEquals(Optional.empty(), recorder.gone(added));
        assertEquals(Optional.empty(), recorder.came(new Subscriber.Confirmed(NEWS, silent.person(),
                new Consent.AccountSignUp("pool", "yes", FixedClock.START), FixedClock.START, false)),
                "who signed up is welcomed");
    }

    @Test
    void changeOfTheWishIsFollowed() {
        assertEquals(follow().stream().toList(), recorder.changed(silent, told));
        assertEquals(follow().stream().toList(), recorder.changed(told, silent));
        assertEquals(List.of(), recorder.changed(told, told));
        assertEquals(List.of(), recorder.changed(silent, silent));
    }

    @Test
    void whoeverGoesIsFollowedNoMore() {
        assertEquals(follow(), recorder.gone(told));
        assertEquals(follow().stream().toList(),
                recorder.changed(told, SampleSubscribers.aFormerMember(NEWS, "anna@example.org")));
        assertEquals(follow().stream().toList(), recorder.changed(told, Subscriber.Suppressed.of(told, FixedClock.START,
                new Stopped.Complaint())));
        assertEquals(List.of(), recorder.changed(silent, SampleSubscribers.aFormerMember(NEWS, "anna@example.org")));
        assertEquals(Optional.empty(), recorder.gone(silent));
    }

    @ParameterizedTest
    @EnumSource
    void whoLeavesByTheirOwnActIsToldGoodbye(LeaveWay way) {
        var goodbye = new NoteTask.Goodbye(NEWS, clock.instant().truncatedTo(ChronoUnit.MILLIS), silent.id());
        var left = Subscriber.Left.of(silent, clock.instant(), way);

        assertEquals(List.of(goodbye), recorder.changed(silent, left));
        assertEquals(List.of(follow().orElseThrow(), goodbye),
                recorder.changed(told, Subscriber.Left.of(told, clock.instant(), way)));
        assertEquals(List.of(), recorder.changed(left, left));
        assertEquals(List.of(), recorder.changed(left, silent));
    }

    @Test
    void whoPausesIsToldOfEachNewDayAndNotOfTheEnd() {
        var paused = silent.with(silent.settings().pausedUntil(Optional.of(LocalDate.of(2027, 1, 1))));
        var longer = silent.with(silent.settings().pausedUntil(Optional.of(LocalDate.of(2027, 2, 1))));
        var task = List.of(new NoteTask.PauseBegun(NEWS, clock.instant().truncatedTo(ChronoUnit.MILLIS), silent.id()));

        assertEquals(task, recorder.changed(silent, paused));
        assertEquals(task, recorder.changed(paused, longer));
        assertEquals(List.of(), recorder.changed(paused, paused));
        assertEquals(List.of(), recorder.changed(paused, silent));
    }

    @Test
    void onlyAPostToEverybodyThatHasGoneOutIsTold() {
        var sending = SamplePosts.aPost(NEWS)
                .with(new PostState.Sending(SamplePosts.aPost(NEWS).id().preparedMail(), 1, FixedClock.START));
        var done = sending.with(new PostState.Done(new Tally(1, 0), FixedClock.START, FixedClock.START, false));
        var reported = sending.with(new PostState.Done(new Tally(1, 0), FixedClock.START, FixedClock.START, true));
        var board = new Post.Parties(done.parties().authors(), done.parties().addressed(), done.parties().poster(),
                Audience.of(List.of(new GroupName("board"))));

        assertEquals(Optional.of(new NoteTask.NewPost(NEWS, clock.instant().truncatedTo(ChronoUnit.MILLIS), done.id())),
                recorder.changed(sending, done));
        assertEquals(Optional.empty(), recorder.changed(done, reported));
        assertEquals(Optional.empty(), recorder.changed(sending, sending));
        assertEquals(Optional.empty(), recorder.changed(sending.with(board), done.with(board)));
    }

    @Test
    void whoAppliesIsTendedAndWelcomedOnceLetIn() {
        var asked = asked(Duration.ofDays(3));
        var applied = new Subscriber.Applied(NEWS, asked.person(), new Consent.DoubleOptIn("/", "", asked.requested(),
                asked.requested(), asked.links().getFirst()), asked.past());
        var letIn = new Subscriber.Confirmed(NEWS, asked.person(), applied.consent(), clock.instant(), false);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);

        assertEquals(List.of(new NoteTask.Application(NEWS, now, asked.id())), recorder.changed(asked, applied));
        assertEquals(List.of(), recorder.changed(applied, applied.with(new Subscriber.Pending.Past.FormerMember(
                SampleSubscribers.aFormerMember(NEWS, "anna@example.org")))), "the same request");
        assertEquals(List.of(new NoteTask.Application(NEWS, now.plusSeconds(60), asked.id())),
                recorder.changed(applied, letIn), "when whoever lets them in dies before the welcome");
        assertEquals(List.of(), recorder.changed(applied, letIn.asGreeted()));
        assertEquals(List.of(new NoteTask.Application(NEWS, now.plusSeconds(60), asked.id())),
                recorder.changed(asked, letIn), "nobody decides where the list is open, and the welcome is owed");
        assertEquals(List.of(), recorder.changed(asked, letIn.asGreeted()));
        assertEquals(List.of(), recorder.changed(applied,
                SampleSubscribers.aFormerMember(NEWS, "anna@example.org")), "a request that was dropped");
    }

    @Test
    void whoAsksAnewIsRemindedAnew() {
        var asked = asked(Duration.ofDays(3));
        var anew = new Subscriber.Pending(NEWS, asked.person(), asked.links(), asked.form(), asked.wording(),
                new Origin(clock.instant().plusSeconds(1), "", ""), asked.expiresAt());

        assertEquals(reminderAfter(Duration.ofDays(1)).stream().toList(), recorder.changed(asked, anew));
    }

    @Test
    void whoHasAnotherAddressIsFollowedThereAndNoMoreHere() {
        var there = SampleSubscribers.aMember(NEWS, "anna@new.example");

        assertEquals(List.of(), recorder.moved(silent, there));
        assertEquals(List.of(follow().orElseThrow(), new NoteTask.Follow(NEWS,
                clock.instant().truncatedTo(ChronoUnit.MILLIS), there.id())),
                recorder.moved(told, there.with(told.settings())));
    }
}
