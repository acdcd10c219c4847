package org.clubpost.core.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered of what came back: what it forgets, and that it is read as it was written. */
final class BounceRecordTest {

    private static final ListId NEWS = new ListId("news");
    private static final SubscriberId ANNA = new SubscriberId("0a".repeat(16));
    private static final Optional<PostId> POST = Optional.of(new PostId("01".repeat(12)));
    private static final Instant AT = Instant.parse("2026-03-06T08:30:00.123Z");
    private static final Instant LATER = AT.plus(Duration.ofDays(3));

    static Stream<Stage> stages() {
        return Stream.of(new Stage.Counting(), new Stage.Doubted(AT, LATER), new Stage.Probed(AT),
                new Stage.Failed(AT, BounceReason.MAILBOX_FULL),
                new Stage.Stopped(AT, BounceReason.USER_UNKNOWN, 2, LATER));
    }

    static Stream<CameBack> returned() {
        return Stream.of(
                bounce(AT),
                new CameBack(Purpose.PROBE, Optional.empty(),
                        new Returned.Bounce(Lasting.TRANSIENT, BounceReason.UNDEFINED, "", AT)),
                new CameBack(Purpose.NOTICE, Optional.empty(),
                        new Returned.Complaint(Returned.Complaint.Kind.NOT_SPAM, AT)));
    }

    private static CameBack bounce(Instant at) {
        return new CameBack(Purpose.COPY, POST,
                new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", at));
    }

    private static BounceRecord readAgain(BounceRecord record) {
        return BounceRecord.of(NEWS, ANNA, record.written());
    }

    @ParameterizedTest
    @MethodSource("stages")
    void everyStageIsReadAsItWasWritten(Stage stage) {
        var record = BounceRecord.of(NEWS, ANNA).with(stage).with(List.of(new Point(AT, Point.FULL)));

        assertEquals(record, readAgain(record));
    }

    @ParameterizedTest
    @MethodSource("returned")
    void whateverCameBackIsReadAsItWasWritten(CameBack back) {
        var record = BounceRecord.of(NEWS, ANNA).with(back);

        assertEquals(record, readAgain(record));
    }

    @Test
    void whatIsNoStatusCodeIsNotKept() {
        var back = new CameBack(Purpose.COPY, POST,
                new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1 anna@example.org", AT));

        assertEquals(new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "", AT), back.what());
    }

    @Test
    void onlyTheLatestIsRememberedInItsOrder() {
        var times = IntStream.range(0, BounceRecord.MOST_HISTORY + 5).mapToObj(day -> AT.plus(Duration.ofDays(day)))
                .toList();
        var record = BounceRecord.of(NEWS, ANNA);
        for (var time : times.reversed()) {
            record = record.with(bounce(time));
        }

        assertEquals(times.subList(times.size() - BounceRecord.MOST_HISTORY, times.size()),
                record.history().stream().map(each -> each.what().at()).toList());
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aRecordIsKeptForTwoYearsFromTheLastThatHappened(Stage stage) {
        var bounced = BounceRecord.of(NEWS, ANNA).with(stage).with(bounce(AT.plus(Duration.ofDays(1))));
        var last = stage instanceof Stage.Doubted || stage instanceof Stage.Stopped
                ? LATER
                : AT.plus(Duration.ofDays(1));

        assertEquals(last.plus(BounceRecord.KEPT), bounced.expiresAt());
    }

    @Test
    void latestReasonIsThatOfTheAddressOrTheMailbox() {
        var record = BounceRecord.of(NEWS, ANNA).with(bounce(AT)).with(new CameBack(Purpose.COPY, POST,
                new Returned.Bounce(Lasting.PERMANENT, BounceReason.SUPPRESSED, "", LATER)));

        assertEquals(Optional.of(BounceReason.USER_UNKNOWN), record.latestReason());
        assertEquals(Optional.empty(), BounceRecord.of(NEWS, ANNA).latestReason());
    }
}
