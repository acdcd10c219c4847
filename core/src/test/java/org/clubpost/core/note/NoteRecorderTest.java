package org.clubpost.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
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
    void whoWantsNotesIsFollowed() {
        assertEquals(follow(), recorder.came(told));
        assertEquals(Optional.empty(), recorder.came(silent));
        assertEquals(Optional.empty(), recorder.came(SampleSubscribers.aPending(NEWS, "anna@example.org")));
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
        assertEquals(follow().stream().toList(), recorder.changed(told, new Subscriber.Suppressed(NEWS, told.person(),
                "bounces", FixedClock.START)));
        assertEquals(List.of(), recorder.changed(silent, SampleSubscribers.aFormerMember(NEWS, "anna@example.org")));
        assertEquals(Optional.empty(), recorder.gone(silent));
    }

    @ParameterizedTest
    @EnumSource
    void whoLeavesByTheirOwnActIsToldGoodbye(LeaveWay way) {
        var goodbye = new NoteTask.Goodbye(NEWS, clock.instant().truncatedTo(ChronoUnit.MILLIS), silent.id());
        var left = Subscriber.Left.of(silent, clock.instant(), way);

        assertEquals(way == LeaveWay.OWNER ? List.of() : List.of(goodbye), recorder.changed(silent, left));
        assertEquals(way == LeaveWay.OWNER ? follow().stream().toList() : List.of(follow().orElseThrow(), goodbye),
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
}
