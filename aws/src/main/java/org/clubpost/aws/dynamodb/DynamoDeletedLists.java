package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The deleted lists. The item of such a list says until when it can come back, and its name stands in another place of
 * the directory, so {@link DynamoLists} does not find it. Nothing else is touched until it is erased.
 */
final class DynamoDeletedLists implements DeletedLists {

    private static final String UNCHANGED = "settings = :stored AND attribute_not_exists(deletedUntil)";

    private final Table table;
    private final LogRecorder log;

    DynamoDeletedLists(Table table, LogRecorder log) {
        this.table = table;
        this.log = log;
    }

    @Override
    public DeletedLists by(Deed deed) {
        return new DynamoDeletedLists(table, log.by(deed));
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<Deleted> find(ListId id) {
        return table.get(TableLayout.list(id)).filter(DynamoLists::isDeleted)
                .map(item -> read(id, item));
    }

    static Deleted read(ListId id, Item item) {
        return new Deleted(DynamoLists.restore(id, item), item.instant(DynamoLists.DELETED_UNTIL),
                item.numberOrZero(DynamoLists.CONFIRMED));
    }

    /** The list that an entry of the directory is about, if it is that of a deleted one. */
    static Optional<ListId> named(Item entry) {
        var key = entry.text(TableLayout.SK);
        return key.startsWith(TableLayout.DELETED)
                ? ListId.parse(key.substring(TableLayout.DELETED.length()))
                : Optional.empty();
    }

    @Override
    public List<Deleted> all() {
        return table.query(Table.beginningWith(TableLayout.LISTS, TableLayout.DELETED).build())
                .flatMap(entry -> named(entry).stream()).flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public boolean delete(MailingList seen, Instant until) {
        var item = table.get(TableLayout.list(seen.id())).filter(DynamoLists::isList);
        if (item.isEmpty() || !DynamoLists.restore(seen.id(), item.get()).equals(seen)) {
            return false;
        }
        var end = until.truncatedTo(ChronoUnit.MILLIS);
        var deletion = new Update(TableLayout.list(seen.id()), "SET deletedUntil = :until", UNCHANGED,
                Map.of(":until", Item.instant(end), ":stored", DynamoLists.stored(item.get())));
        return table.commit(DynamoActLog.recording(table, List.of(table.updating(deletion),
                table.deleting(TableLayout.directory(seen.id()), Condition.NONE),
                table.putting(Item.at(TableLayout.deleted(seen.id())), Condition.NONE)),
                List.of(log.deleted(seen, end)))).isEmpty();
    }

    @Override
    public boolean restore(ListId id, Instant now) {
        var found = find(id).filter(known -> now.isBefore(known.until()));
        if (found.isEmpty()) {
            return false;
        }
        var restoring = new Update(TableLayout.list(id), "REMOVE deletedUntil", "deletedUntil = :until",
                Map.of(":until", Item.instant(found.get().until())));
        return table.commit(DynamoActLog.recording(table, List.of(table.updating(restoring),
                table.putting(Item.at(TableLayout.directory(id)), Condition.NONE),
                table.deleting(TableLayout.deleted(id), Condition.NONE)),
                List.of(log.restored(found.get().list())))).isEmpty();
    }

    @Override
    public boolean erase(ListId list, PostId post, int most) {
        if (find(list).isEmpty() || table.get(TableLayout.postOfList(list, post)).isEmpty()) {
            return false;
        }
        var key = TableLayout.post(post);
        if (erased(Table.partition(key.pk()), sort -> !sort.equals(TableLayout.META), most)) {
            return true;
        }
        table.commit(List.of(table.deleting(key, Condition.NONE),
                table.deleting(TableLayout.openPost(list, post), Condition.NONE),
                table.deleting(TableLayout.postOfList(list, post), Condition.NONE)));
        return false;
    }

    @Override
    public boolean erase(ListId list, int most) {
        if (find(list).isEmpty()) {
            return false;
        }
        var key = TableLayout.list(list);
        if (erased(Table.partition(key.pk()), sort -> !sort.equals(TableLayout.META), most)
                || erased(Table.partition(TableLayout.seen(list, "").pk()), _ -> true, most)
                || erased(Table.beginningWith(TableLayout.SIGN_UPS, list.value() + "#"), _ -> true, most)) {
            return true;
        }
        table.commit(List.of(table.deleting(TableLayout.deleted(list), Condition.NONE),
                table.deleting(key, Condition.NONE)));
        return false;
    }

    /** Removes some of what a query finds; false when it finds nothing. */
    private boolean erased(QueryRequest.Builder query, Predicate<String> isMeant, int most) {
        var found = table.query(query.limit(most + 1).build()).map(DynamoDeletedLists::key)
                .filter(key -> isMeant.test(key.sk())).limit(most).toList();
        for (var from = 0; from < found.size(); from += Table.TRANSACTION_LIMIT) {
            table.commit(found.subList(from, Math.min(from + Table.TRANSACTION_LIMIT, found.size())).stream()
                    .map(key -> table.deleting(key, Condition.NONE)).toList());
        }
        return !found.isEmpty();
    }

    private static Key key(Item item) {
        return new Key(item.text(TableLayout.PK), item.text(TableLayout.SK));
    }
}
