package org.clubpost.aws.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Lease;
import org.clubpost.core.delivery.range.LeaseOutcome;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ranges of the posts. Planning writes the post and its ranges in one transaction. */
final class DynamoRanges implements Ranges {

    private final Table table;
    private final LogRecorder log;

    DynamoRanges(Table table, LogRecorder log) {
        this.table = table;
        this.log = log;
    }

    @Override
    public Ranges by(Deed deed) {
        return new DynamoRanges(table, log.by(deed));
    }

    @Override
    public boolean plan(Post seen, Post sending, List<DeliveryRange> ranges) {
        var changes = new ArrayList<>(DynamoPosts.writing(table, Optional.of(seen), sending,
                DynamoPosts.stateAs(seen)));
        ranges.forEach(range -> changes.add(table.putting(RangeItems.write(range), Condition.NONE)));
        return table.commit(DynamoActLog.recording(table, changes, log.changed(seen, sending).stream().toList()))
                .isEmpty();
    }

    @Override
    public List<DeliveryRange> of(PostId id) {
        return table.query(Table.beginningWith(TableLayout.post(id).pk(), TableLayout.RANGE).build())
                .map(RangeItems::read).toList();
    }

    @Override
    public LeaseOutcome lease(RangeRef ref, String holder, Instant now, Duration length) {
        var until = now.plus(length);
        var taking = new Update(TableLayout.range(ref), "SET holder = :holder, leasedUntil = :until",
                "attribute_exists(cursorAt) AND (attribute_not_exists(holder) OR holder = :holder OR leasedUntil <= :now)",
                Map.of(":holder", AttributeValue.fromS(holder), ":until", Item.instant(until), ":now",
                        Item.instant(now)));
        return switch (table.update(taking)) {
            case Table.Changed.Yes(var item) ->
                new LeaseOutcome.Granted(new Lease(ref, holder, until), RangeItems.read(item));
            case Table.Changed.No(var item) when !item.has(TableLayout.PK) -> new LeaseOutcome.Unknown();
            case Table.Changed.No(var item) when !item.has(RangeItems.CURSOR) -> new LeaseOutcome.Finished();
            case Table.Changed.No(var item) -> new LeaseOutcome.Busy(item.instant("leasedUntil"));
        };
    }

    /**
     * {@inheritDoc}
     *
     * <p>One write, or one transaction with the failures. The write carries a mark. When the client repeats it after a
     * broken connection, the mark shows that it was done, and it is not counted twice.
     */
    @Override
    public boolean advance(Lease lease, Checkpoint step) {
        var mark = AttributeValue.fromS(UUID.randomUUID().toString());
        var move = move(lease, step, mark);
        if (step.failures().isEmpty() && step.cleared().isEmpty()) {
            return switch (table.update(move)) {
                case Table.Changed.Yes _ -> true;
                case Table.Changed.No(var item) -> item.findText("step").equals(Optional.of(mark.s()));
            };
        }
        var post = lease.ref().post();
        var changes = new ArrayList<>(List.of(table.updating(move)));
        step.cleared().forEach(id -> changes.add(table.deleting(TableLayout.failure(post, id), Condition.NONE)));
        step.failures().forEach(failure -> changes.add(table.putting(RangeItems.write(post, failure), Condition.NONE)));
        return table.commit(changes).isEmpty();
    }

    private static Update move(Lease lease, Checkpoint step, AttributeValue mark) {
        var values = new HashMap<>(Map.of(":holder", AttributeValue.fromS(lease.holder()), ":step", mark, ":sent",
                Item.number(step.added().sent()), ":failed", Item.number(step.added().failed())));
        var expression = switch (step.progress()) {
            case DeliveryRange.Progress.Open(var next, var ahead) -> {
                values.put(":until", Item.instant(lease.until()));
                values.put(":next", RangeItems.cursor(next));
                values.put(":ahead", RangeItems.ahead(ahead));
                yield "SET step = :step, leasedUntil = :until, cursorAt = :next, ahead = :ahead ADD sent :sent, failed :failed";
            }
            case DeliveryRange.Progress.Finished _ ->
                "SET step = :step REMOVE holder, leasedUntil, cursorAt, ahead ADD sent :sent, failed :failed";
        };
        return new Update(TableLayout.range(lease.ref()), expression,
                "holder = :holder AND (attribute_not_exists(step) OR step <> :step)", values);
    }

    @Override
    public boolean extend(Lease lease) {
        return table.update(new Update(TableLayout.range(lease.ref()), "SET leasedUntil = :until", "holder = :holder",
                Map.of(":holder", AttributeValue.fromS(lease.holder()), ":until",
                        Item.instant(lease.until())))) instanceof Table.Changed.Yes;
    }

    @Override
    public void reopen(RangeRef ref) {
        table.get(TableLayout.range(ref)).map(RangeItems::read).filter(DeliveryRange::isFinished)
                .ifPresent(range -> table
                        .update(new Update(TableLayout.range(ref), "SET cursorAt = :first, ahead = :ahead",
                                "attribute_exists(pk) AND attribute_not_exists(cursorAt)",
                                Map.of(":first", RangeItems.cursor(range.slice().first()), ":ahead",
                                        RangeItems.ahead(Set.of())))));
    }

    @Override
    public void rewrite(PostId id, Collection<Failure> failures) {
        table.putAll(failures.stream().map(failure -> RangeItems.write(id, failure)).toList());
    }

    @Override
    public void release(Lease lease) {
        table.update(new Update(TableLayout.range(lease.ref()), "REMOVE holder, leasedUntil", "holder = :holder",
                Map.of(":holder", AttributeValue.fromS(lease.holder()))));
    }

    @Override
    public Optional<Failure> failure(PostId id, SubscriberId member) {
        return table.get(TableLayout.failure(id, member)).map(RangeItems::readFailure);
    }

    @Override
    public Stream<Failure> failures(PostId id) {
        return table.query(Table.beginningWith(TableLayout.post(id).pk(), TableLayout.FAILURE).build())
                .map(RangeItems::readFailure);
    }
}
