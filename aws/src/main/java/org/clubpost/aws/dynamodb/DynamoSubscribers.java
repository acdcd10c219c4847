package org.clubpost.aws.dynamodb;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteRecorder;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.subscriber.Subscribers;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The subscribers. A change that makes or ends a membership is one transaction with the list's counter; any other is a
 * single write. Each write gives the item a random revision. By it, a write that the client repeats after a broken
 * connection recognises its own effect.
 */
final class DynamoSubscribers implements Subscribers {

    /** One place in the transaction belongs to the counter. Events, where they are recorded, need as many again. */
    private static final int PUTS_PER_TRANSACTION = Table.TRANSACTION_LIMIT - 1;
    /**
     * The filter removes unconfirmed subscribers after DynamoDB has counted them. So never ask for pages so small that
     * many come back empty.
     */
    private static final int SMALLEST_PAGE = 25;
    /**
     * Few of a list may be in a group, so a page is larger; not much, because each window of members reads one anew.
     */
    private static final int PAGE_OF_GROUP = 500;

    private final Table table;
    private final Recorder recorder;
    private final NoteRecorder notes;
    private final LogRecorder log;
    private final SecureRandom random = new SecureRandom();

    DynamoSubscribers(Table table, Recorder recorder, LogRecorder log) {
        this.table = table;
        this.recorder = recorder;
        this.notes = new NoteRecorder(recorder.clock());
        this.log = log;
    }

    @Override
    public Subscribers by(Deed deed) {
        return new DynamoSubscribers(table, recorder, log.by(deed));
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<Stored> find(ListId list, SubscriberId id) {
        return table.get(TableLayout.subscriber(list, id)).map(item -> SubscriberItems.read(list, item));
    }

    @Override
    public boolean create(Subscriber subscriber) {
        return write(revised(subscriber), Condition.ABSENT, Headcount.of(subscriber),
                new Consequences(recorder.came(subscriber), notes.came(subscriber).stream().toList(),
                        log.came(subscriber)));
    }

    @Override
    public boolean replace(Stored seen, Subscriber changed) {
        if (!seen.subscriber().list().equals(changed.list()) || !seen.subscriber().id().equals(changed.id())) {
            throw new IllegalArgumentException("the changed subscriber is another one");
        }
        return write(revised(changed), unchanged(seen), Headcount.between(seen.subscriber(), changed),
                new Consequences(recorder.changed(seen.subscriber(), changed),
                        notes.changed(seen.subscriber(), changed), log.changed(seen.subscriber(), changed)));
    }

    @Override
    public boolean remove(Stored seen) {
        var list = seen.subscriber().list();
        var key = TableLayout.subscriber(list, seen.subscriber().id());
        var fewer = Headcount.without(seen.subscriber());
        var entries = log.gone(seen.subscriber());
        if (fewer.isNothing() && entries.isEmpty()) {
            return table.delete(key, unchanged(seen));
        }
        var changes = new ArrayList<>(List.of(table.deleting(key, unchanged(seen))));
        if (!fewer.isNothing()) {
            changes.add(table.updating(DynamoLists.counting(list, fewer)));
        }
        return table.commit(new Consequences(recorder.gone(seen.subscriber()),
                notes.gone(seen.subscriber()).stream().toList(), entries).after(table, changes)).isEmpty();
    }

    @Override
    public Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> subscribers) {
        var byId = new LinkedHashMap<SubscriberId, Subscriber>();
        for (var subscriber : subscribers) {
            if (!subscriber.list().equals(list)) {
                throw new IllegalArgumentException("a subscriber of another list");
            }
            byId.putIfAbsent(subscriber.id(), subscriber);
        }
        var there = new TreeSet<SubscriberId>();
        var all = List.copyOf(byId.values());
        var notesMore = all.stream().anyMatch(each -> notes.came(each).isPresent());
        var together = PUTS_PER_TRANSACTION / (1 + (recorder.isOn() ? 1 : 0) + (notesMore ? 1 : 0));
        for (var from = 0; from < all.size(); from += together) {
            there.addAll(createTogether(list, all.subList(from, Math.min(from + together, all.size()))));
        }
        return there;
    }

    /** Adds them in one transaction. When some turn out to exist, tries again without those, until it succeeds. */
    private Set<SubscriberId> createTogether(ListId list, List<Subscriber> subscribers) {
        var there = new TreeSet<SubscriberId>();
        var left = new ArrayList<>(subscribers);
        while (!left.isEmpty()) {
            var changes = new ArrayList<TransactWriteItem>();
            left.forEach(each -> changes
                    .add(table.putting(SubscriberItems.write(revised(each)), Condition.ABSENT)));
            left.forEach(each -> recorder.came(each)
                    .ifPresent(event -> changes.add(table.putting(EventItems.write(event), Condition.NONE))));
            left.forEach(each -> notes.came(each).ifPresent(task -> changes.add(DynamoNoteTasks.adding(table, task))));
            var more = Headcount.of(left);
            if (!more.isNothing()) {
                changes.add(table.updating(DynamoLists.counting(list, more)));
            }
            var refused = table.commit(changes);
            if (refused.isEmpty()) {
                break;
            }
            var existing = refused.stream().map(left::get).toList();
            existing.forEach(each -> there.add(each.id()));
            left.removeAll(existing);
        }
        return there;
    }

    @Override
    public boolean move(Stored seen, Optional<Stored> there, Subscriber.Confirmed moved) {
        var before = (Subscriber.Confirmed) seen.subscriber();
        var changes = new ArrayList<>(List.of(
                table.putting(SubscriberItems.write(revised(moved.forwarding())), unchanged(seen)),
                table.putting(SubscriberItems.write(revised(moved)),
                        there.map(DynamoSubscribers::unchanged).orElse(Condition.ABSENT))));
        var more = Headcount.between(before, moved);
        if (!more.isNothing()) {
            changes.add(table.updating(DynamoLists.counting(moved.list(), more)));
        }
        return table.commit(new Consequences(recorder.moved(before, moved), notes.moved(before, moved),
                log.moved(before, moved)).after(table, changes)).isEmpty();
    }

    @Override
    public List<Subscriber> places(ListId list, Audience audience, Slice slice, int limit) {
        var names = new HashMap<>(Map.of("#state", SubscriberItems.STATE, "#to", SubscriberItems.TO, "#former",
                SubscriberItems.FORMER));
        var values = new HashMap<>(Map.of(":pk", AttributeValue.fromS(TableLayout.list(list).pk()), ":first",
                AttributeValue.fromS(TableLayout.subscriber(list, slice.first()).sk()), ":last",
                AttributeValue.fromS(TableLayout.subscriber(list, slice.last()).sk()), ":confirmed",
                SubscriberItems.state(SubscriberStatus.CONFIRMED)));
        var filter = new StringBuilder("attribute_exists(#to) OR attribute_exists(#former.#to) OR #state = :confirmed");
        var page = SMALLEST_PAGE;
        if (audience instanceof Audience.InGroups(var groups)) {
            names.put("#groups", SubscriberItems.GROUPS);
            var inOne = new StringJoiner(" OR ", " AND (", ")");
            for (var group : groups) {
                var value = ":group" + values.size();
                inOne.add("contains(#groups, " + value + ")");
                values.put(value, AttributeValue.fromS(group.value()));
            }
            filter.append(inOne);
            page = PAGE_OF_GROUP;
        }
        var query = QueryRequest.builder().keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .filterExpression(filter.toString()).expressionAttributeNames(names).expressionAttributeValues(values)
                .limit(Math.max(limit, page)).build();
        return table.query(query).limit(limit).map(item -> SubscriberItems.subscriber(list, item)).toList();
    }

    @Override
    public Stream<Subscriber> all(ListId list) {
        return table.query(Table.beginningWith(TableLayout.list(list).pk(), TableLayout.SUBSCRIBER).build())
                .map(item -> SubscriberItems.subscriber(list, item));
    }

    @Override
    public Stream<Subscriber> all(ListId list, Slice slice) {
        var query = QueryRequest.builder().keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.list(list).pk()), ":first",
                        AttributeValue.fromS(TableLayout.subscriber(list, slice.first()).sk()), ":last",
                        AttributeValue.fromS(TableLayout.subscriber(list, slice.last()).sk())))
                .build();
        return table.query(query).map(item -> SubscriberItems.subscriber(list, item));
    }

    /** Also when the changes were made already, and only the answer was lost. */
    private boolean isCommitted(Stored revised, List<TransactWriteItem> changes) {
        return table.commit(changes).isEmpty()
                || find(revised.subscriber().list(), revised.subscriber().id())
                        .filter(there -> there.revision() == revised.revision()).isPresent();
    }

    /** What is an event makes or ends a membership, so there is something to count. */
    private boolean write(Stored revised, Condition condition, Headcount more, Consequences consequences) {
        var item = SubscriberItems.write(revised);
        if (!more.isNothing()) {
            return isCommitted(revised, consequences.after(table, List.of(table.putting(item, condition),
                    table.updating(DynamoLists.counting(revised.subscriber().list(), more)))));
        }
        if (!consequences.notes().isEmpty() || !consequences.entries().isEmpty()) {
            return isCommitted(revised, consequences.after(table, List.of(table.putting(item, condition))));
        }
        return switch (table.put(item, condition)) {
            case Table.Changed.Yes _ -> true;
            case Table.Changed.No(var there) ->
                there.numberOrZero(SubscriberItems.REVISION) == revised.revision();
        };
    }

    /**
     * What is recorded together with a change.
     *
     * @param event the event that it is, if it is one
     * @param notes what is to be done after it for the members' topic and by mail
     * @param entries what it is for the log
     */
    private record Consequences(Optional<Event> event, List<NoteTask> notes, List<LogEntry> entries) {

        /** These changes, and the records of what they lead to. */
        List<TransactWriteItem> after(Table table, List<TransactWriteItem> changes) {
            return DynamoActLog.recording(table,
                    DynamoNoteTasks.recording(table, DynamoEvents.recording(table, changes, event), notes), entries);
        }
    }

    private Stored revised(Subscriber subscriber) {
        return new Stored(subscriber, random.nextLong(1, Long.MAX_VALUE));
    }

    private static Condition unchanged(Stored seen) {
        return Condition.equal(SubscriberItems.REVISION, Item.number(seen.revision()));
    }
}
