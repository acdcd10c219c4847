package org.clubpost.core.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clubpost.core.Race;
import org.clubpost.core.feedback.Bounces.Applied;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace.Purpose;
import org.junit.jupiter.api.Test;

/** What every {@link Bounces} must do. */
public interface BouncesContract {

    /** When things come back. In the future, so that no table deletes them meanwhile. */
    Instant NOW = Instant.parse("2041-03-06T08:00:00.123Z");
    /** A list. */
    ListId NEWS = new ListId("news");

    /** What is under test. May hold what other tests left there. */
    Bounces testee();

    /** The record of somebody else each time. */
    static BounceRecord fresh(ListId list) {
        return BounceRecord.of(list, new SubscriberId(UUID.randomUUID().toString().replace("-", "")));
    }

    private static BounceRecord fresh() {
        return fresh(NEWS);
    }

    private static BounceRecord full(BounceRecord record) {
        var post = Optional.of(PostId.of(NOW, new MailKey("inbound/news/one")));
        return record.with(List.of(new Point(NOW.minusSeconds(90_000), Point.FULL), new Point(NOW, Point.LITTLE)))
                .with(new CameBack(Purpose.COPY, post,
                        new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", NOW)))
                .with(new CameBack(Purpose.PROBE, Optional.empty(),
                        new Returned.Bounce(Lasting.UNDETERMINED, BounceReason.UNDEFINED, "", NOW)))
                .with(new CameBack(Purpose.NOTICE, Optional.empty(),
                        new Returned.Complaint(Returned.Complaint.Kind.NOT_SPAM, NOW)));
    }

    @Test
    default void nothingCameBackAtFirst() {
        var record = fresh();
        assertEquals(Optional.empty(), testee().find(NEWS, record.member()));
        assertFalse(testee().isApplied(NEWS, record.member(), "one"));
    }

    @Test
    default void aRecordIsFoundAsItWasMadeAtEachStage() {
        for (var stage : List.of(new Stage.Counting(), new Stage.Doubted(NOW, NOW.plusSeconds(1)),
                new Stage.Probed(NOW), new Stage.Failed(NOW, BounceReason.MAILBOX_FULL),
                new Stage.Stopped(NOW, BounceReason.HOST_UNKNOWN, 2, NOW.plusSeconds(5)))) {
            var record = full(fresh()).with(stage);
            assertTrue(testee().replace(Optional.empty(), record));
            assertEquals(Optional.of(record), testee().find(NEWS, record.member()));
        }
    }

    @Test
    default void aRecordTakesThePlaceOfTheOneThatWasRead() {
        var first = fresh();
        assertTrue(testee().replace(Optional.empty(), first));
        var more = full(first);
        assertFalse(testee().replace(Optional.empty(), more));
        assertFalse(testee().replace(Optional.of(more), more));
        assertTrue(testee().replace(Optional.of(first), more));
        assertFalse(testee().replace(Optional.of(first), more));
        assertEquals(Optional.of(more), testee().find(NEWS, first.member()));
    }

    @Test
    default void theSameIsAppliedOnceToAMember() {
        var record = fresh();
        var id = UUID.randomUUID().toString();
        assertEquals(Applied.DONE, testee().apply(Optional.empty(), record, id, NOW));
        assertEquals(Applied.BEFORE, testee().apply(Optional.of(record), full(record), id, NOW));
        assertEquals(Optional.of(record), testee().find(NEWS, record.member()));
        assertTrue(testee().isApplied(NEWS, record.member(), id));
        assertEquals(Applied.DONE, testee().apply(Optional.of(record), full(record), id + "2", NOW));
        assertEquals(Optional.of(full(record)), testee().find(NEWS, record.member()));
    }

    @Test
    default void theSameIsAppliedToAnotherMemberAndOnAnotherList() {
        var id = UUID.randomUUID().toString();
        var one = fresh();
        var elsewhere = BounceRecord.of(new ListId("chess"), one.member());
        assertEquals(Applied.DONE, testee().apply(Optional.empty(), one, id, NOW));
        assertEquals(Applied.DONE, testee().apply(Optional.empty(), fresh(), id, NOW));
        assertEquals(Applied.DONE, testee().apply(Optional.empty(), elsewhere, id, NOW));
    }

    @Test
    default void whatLostIsNotMarked() {
        var record = fresh();
        var id = UUID.randomUUID().toString();
        assertEquals(Applied.CONTESTED, testee().apply(Optional.of(record), full(record), id, NOW));
        assertFalse(testee().isApplied(NEWS, record.member(), id));
        assertEquals(Optional.empty(), testee().find(NEWS, record.member()));
    }

    @Test
    default void aRecordIsForgottenOnceAndForAll() {
        var record = full(fresh());
        testee().replace(Optional.empty(), record);
        testee().forget(NEWS, record.member());
        testee().forget(NEWS, record.member());
        assertEquals(Optional.empty(), testee().find(NEWS, record.member()));
        assertTrue(testee().replace(Optional.empty(), record));
    }

    @Test
    default void theRecordsOfAListAreInTheOrderOfKeys() {
        var list = new ListId("l" + UUID.randomUUID().toString().substring(0, 8));
        var records = new ArrayList<BounceRecord>();
        IntStream.range(0, 30).mapToObj(_ -> full(fresh(list))).forEach(records::add);
        records.forEach(record -> assertTrue(testee().replace(Optional.empty(), record)));
        testee().replace(Optional.empty(), fresh());
        records.sort((one, other) -> one.member().compareTo(other.member()));
        try (var all = testee().all(list)) {
            assertEquals(records, all.toList());
        }
    }

    @Test
    default void onlyOneOfManyAtTheSameTimeSucceeds() throws InterruptedException {
        var record = fresh();
        var testee = testee();
        testee.replace(Optional.empty(), record);
        var id = UUID.randomUUID().toString();
        assertEquals(1, Race.winners(8,
                () -> testee.apply(Optional.of(record), full(record), id, NOW) == Applied.DONE));
    }
}
