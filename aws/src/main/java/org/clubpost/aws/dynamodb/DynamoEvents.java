package org.clubpost.aws.dynamodb;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The events that wait, all in one partition, so that one query finds the oldest. An event is written in the
 * transaction of its change.
 */
final class DynamoEvents implements Events {

    private final Table table;
    private final Recorder recorder;

    DynamoEvents(Table table, Recorder recorder) {
        this.table = table;
        this.recorder = recorder;
    }

    @Override
    public List<Event> oldest(int limit) {
        var waiting = Table.partition(TableLayout.EVENTS).limit(limit).build();
        var begin = recorder.clock().instant().minus(Duration.ofDays(DAYS));
        return table.query(waiting).flatMap(item -> EventItems.read(item).stream())
                .filter(event -> event.time().isAfter(begin)).limit(limit).toList();
    }

    /** Few wait at any time. One that is published in the meantime is not brought back. */
    @Override
    public void forgetAddress(SubscriberId person) {
        var query = Table.partition(TableLayout.EVENTS).filterExpression("about = :person").expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(TableLayout.EVENTS), ":person", AttributeValue.fromS(person.hex())))
                .build();
        table.query(query).flatMap(item -> EventItems.read(item).stream()).toList().forEach(event -> {
            if (event instanceof Event.OfMember member && member.who().address().isPresent()) {
                table.put(EventItems.write(member.unaddressed()),
                        Condition.equal("about", AttributeValue.fromS(person.hex())));
            }
        });
    }

    @Override
    public void remove(Collection<Event> events) {
        var all = List.copyOf(events);
        for (var from = 0; from < all.size(); from += Table.TRANSACTION_LIMIT) {
            table.commit(all.subList(from, Math.min(from + Table.TRANSACTION_LIMIT, all.size())).stream()
                    .map(event -> table.deleting(TableLayout.event(event), Condition.NONE)).toList());
        }
    }

    /** The changes, and the record of the event that they are, if they are one. */
    static List<TransactWriteItem> recording(Table table, List<TransactWriteItem> changes, Optional<Event> event) {
        return Stream.concat(changes.stream(),
                event.stream().map(each -> table.putting(EventItems.write(each), Condition.NONE))).toList();
    }
}
