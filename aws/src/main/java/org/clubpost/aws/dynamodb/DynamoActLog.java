package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.Change;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.LogKeeping;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The log. An entry that belongs into a list's log and a person's history is an item in each, because one query shall
 * find either. Nearly every entry was recorded in the transaction of its change.
 */
final class DynamoActLog implements ActLog {

    private static final String ACTOR = "actor";
    private static final String WAY = "way";
    private static final String ACT = "act";
    private static final String ABOUT = "about";
    private static final String LISTED = "listed";
    /** Three texts for each change: what, before, after. */
    private static final String CHANGES = "changes";
    private static final String UNDOES = "undoes";
    private static final int MILLIS_OF_A_SECOND = 1_000;
    /** Above every id: ids are hexadecimal digits. */
    private static final String LAST = "g";

    private final Table table;
    private final Way way;

    DynamoActLog(Table table, Way way) {
        this.table = table;
        this.way = way;
    }

    @Override
    public void put(LogEntry entry) {
        table.commit(recording(table, List.of(), List.of(entry.cameBy(way))));
    }

    @Override
    public Optional<LogEntry> find(ListId list, EntryId id, Instant now) {
        return table.get(TableLayout.logEntry(list, id)).filter(item -> isKept(item, now))
                .map(item -> read(list, item));
    }

    @Override
    public List<LogEntry> of(ListId list, Optional<EntryId> before, int limit, Instant now) {
        return page(list, TableLayout.LOG, before, limit, now);
    }

    @Override
    public List<LogEntry> of(ListId list, SubscriberId person, Optional<EntryId> before, int limit, Instant now) {
        return page(list, TableLayout.PAST + person.hex() + "#", before, limit, now);
    }

    private List<LogEntry> page(ListId list, String prefix, Optional<EntryId> before, int limit, Instant now) {
        // The ends of BETWEEN are included, and no sort key ends with the prefix or with what is above every id. The one
        // before which the page begins is there, so one more is asked for.
        var query = QueryRequest.builder().keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.list(list).pk()), ":first",
                        AttributeValue.fromS(prefix), ":last",
                        AttributeValue.fromS(prefix + before.map(EntryId::value).orElse(LAST))))
                .scanIndexForward(false).limit(limit + 1).build();
        return table.query(query).takeWhile(item -> isKept(item, now)).map(item -> read(list, item))
                .filter(entry -> !before.equals(Optional.of(entry.id()))).limit(limit).toList();
    }

    /** One without an end is kept for ever. The second after the end is for DynamoDB, which would be early without. */
    private static boolean isKept(Item item, Instant now) {
        var end = item.findNumber(TableLayout.EXPIRES_AT);
        return end.isEmpty() || now.isBefore(exact(item, end.getAsLong()));
    }

    /** The end to the millisecond, which is that of the entry's time, as every time to keep is whole seconds. */
    private static Instant exact(Item item, long end) {
        return Instant.ofEpochSecond(end - 1)
                .plusMillis(Math.floorMod(id(item).time().toEpochMilli(), MILLIS_OF_A_SECOND));
    }

    private static EntryId id(Item item) {
        var key = item.text(TableLayout.SK);
        return new EntryId(key.substring(key.lastIndexOf('#') + 1));
    }

    @Override
    public int keep(ListId list, LogKeeping keeping, Share share, int most, Instant now) {
        var log = between(list, TableLayout.LOG + first(share.from()), TableLayout.LOG + first(share.to()));
        var past = between(list, TableLayout.PAST + share.people().first().hex(),
                TableLayout.PAST + share.people().last().hex() + "$");
        return Math.toIntExact(Stream.of(log, past).flatMap(table::query)
                .flatMap(item -> due(item, keeping, now).stream()).limit(most)
                .filter(update -> table.update(update) instanceof Table.Changed.Yes).count());
    }

    private static QueryRequest between(ListId list, String first, String last) {
        return QueryRequest.builder().keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.list(list).pk()), ":first",
                        AttributeValue.fromS(first), ":last", AttributeValue.fromS(last)))
                .projectionExpression("pk, sk, " + TableLayout.EXPIRES_AT).build();
    }

    /** Below every id of that time. */
    private static String first(Instant time) {
        return "%012x".formatted(time.toEpochMilli());
    }

    /**
     * How an item gets the list's time; empty when it has it, or is over. DynamoDB leaves what has been over for five
     * years (Amazon DynamoDB, "Computing Time to Live"), so that none gets such an end. An item that was erased meanwhile
     * stays erased.
     */
    private static Optional<Update> due(Item item, LogKeeping keeping, Instant now) {
        if (!isKept(item, now)) {
            return Optional.empty();
        }
        var has = item.findNumber(TableLayout.EXPIRES_AT);
        var wanted = keeping.end(id(item).time());
        if (wanted.equals(Instant.MAX)) {
            return has.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Update(Key.of(item), "REMOVE " + TableLayout.EXPIRES_AT,
                            TableLayout.EXPIRES_AT + " = :end", Map.of(":end", Item.number(has.getAsLong()))));
        }
        var end = wanted.isBefore(now) ? now.getEpochSecond() : wanted.getEpochSecond() + 1;
        return has.equals(OptionalLong.of(end))
                ? Optional.empty()
                : Optional.of(new Update(Key.of(item), "SET " + TableLayout.EXPIRES_AT + " = :end",
                        "attribute_exists(pk)", Map.of(":end", Item.number(end))));
    }

    /** The changes, and the entries that they are for the log. */
    static List<TransactWriteItem> recording(Table table, List<TransactWriteItem> changes, List<LogEntry> entries) {
        return Stream.concat(changes.stream(), entries.stream().flatMap(DynamoActLog::keys)
                .map(item -> table.putting(item, Condition.NONE))).toList();
    }

    private static Stream<Item> keys(LogEntry entry) {
        var keys = new ArrayList<Key>();
        if (entry.isListed()) {
            keys.add(TableLayout.logEntry(entry.list(), entry.id()));
        }
        if (entry.about() instanceof About.OnePerson(var id)) {
            keys.add(TableLayout.past(entry.list(), id, entry.id()));
        }
        return keys.stream().map(key -> write(key, entry));
    }

    private static Item write(Key key, LogEntry entry) {
        var item = Item.at(key).text(ACTOR, entry.actor().written()).text(ACT, entry.act().name())
                .text(ABOUT, entry.about().written()).flag(LISTED, entry.isListed())
                .texts(CHANGES, entry.changes().stream()
                        .flatMap(change -> Stream.of(change.what(), change.before(), change.after())).toList())
                .number(TableLayout.EXPIRES_AT, entry.time().plus(KEPT).getEpochSecond() + 1);
        entry.undoes().ifPresent(id -> item.text(UNDOES, id.value()));
        if (entry.way() != Way.UNKNOWN) {
            item.text(WAY, entry.way().word());
        }
        return item;
    }

    private static LogEntry read(ListId list, Item item) {
        var key = item.text(TableLayout.SK);
        return new LogEntry(new EntryId(key.substring(key.lastIndexOf('#') + 1)), list, Actor.parse(item.text(ACTOR)),
                item.findText(WAY).map(Way::parse).orElse(Way.UNKNOWN), Act.valueOf(item.text(ACT)),
                About.parse(item.text(ABOUT)), item.flag(LISTED),
                changes(item.texts(CHANGES)), item.findText(UNDOES).map(EntryId::new));
    }

    private static List<Change> changes(List<String> texts) {
        var all = new ArrayList<Change>();
        for (var at = 0; at + 2 < texts.size(); at += 3) {
            all.add(new Change(texts.get(at), texts.get(at + 1), texts.get(at + 2)));
        }
        return all;
    }
}
