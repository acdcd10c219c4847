package org.clubpost.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.core.Attempts;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.StoredSettings;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The lists. A list's item holds its settings as a map of texts ({@link StoredSettings}) and the number of its
 * confirmed members. It counts as a list once it has settings; a counter alone is not a list.
 */
final class DynamoLists implements Lists {

    private static final String DOMAIN = "listDomain";
    private static final String SETTINGS = "settings";
    static final String CONFIRMED = "confirmedMembers";
    /** Until when a deleted list can come back; whoever has it is no list for now. */
    static final String DELETED_UNTIL = "deletedUntil";
    /** What the counter of a group begins with. */
    private static final String IN_GROUP = "members_";

    private final Table table;
    private final LogRecorder log;

    DynamoLists(Table table, LogRecorder log) {
        this.table = table;
        this.log = log;
    }

    @Override
    public Lists by(Deed deed) {
        return new DynamoLists(table, log.by(deed));
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<MailingList> find(ListId id) {
        return item(id).map(item -> restore(id, item));
    }

    @Override
    public Optional<Headed> headed(ListId id) {
        return item(id).map(item -> headed(id, item));
    }

    /** A list's item as a list with how many are on it. */
    static Headed headed(ListId id, Item item) {
        return new Headed(restore(id, item), item.numberOrZero(CONFIRMED), groupMembers(item));
    }

    /** Whether the item is that of a list, and not of one that is gone or deleted. */
    static boolean isList(Item item) {
        return item.has(SETTINGS) && !item.has(DELETED_UNTIL);
    }

    @Override
    public List<Headed> allHeaded() {
        var ids = ids();
        var items = table.getAll(ids.stream().map(TableLayout::list).toList());
        return ids.stream().flatMap(id -> Optional.ofNullable(items.get(TableLayout.list(id)))
                .filter(DynamoLists::isList).map(item -> headed(id, item)).stream()).toList();
    }

    @Override
    public List<MailingList> all() {
        return allHeaded().stream().map(Headed::list).toList();
    }

    /** One query, while {@link #all} reads the items too. */
    @Override
    public List<ListId> ids() {
        return table.query(Table.partition(TableLayout.LISTS).build())
                .flatMap(entry -> ListId.parse(entry.text(TableLayout.SK)).stream()).toList();
    }

    @Override
    public boolean create(MailingList list) {
        var creation = new Update(TableLayout.list(list.id()), "SET listDomain = :domain, settings = :settings",
                "attribute_not_exists(settings)", Map.of(":domain", AttributeValue.fromS(list.domain()), ":settings",
                        settings(StoredSettings.of(list))));
        return table.commit(DynamoActLog.recording(table, List.of(table.updating(creation),
                table.putting(Item.at(TableLayout.directory(list.id())), Condition.NONE)), List.of(log.came(list))))
                .isEmpty();
    }

    @Override
    public boolean replace(MailingList seen, MailingList changed) {
        var item = item(seen.id());
        if (item.isEmpty() || !restore(seen.id(), item.get()).equals(seen)) {
            return false;
        }
        // Stored settings that this version does not know stay. The condition is on what is stored, not on what this
        // version makes of it.
        var stored = item.get().textMap(SETTINGS);
        var merged = new TreeMap<>(stored);
        merged.putAll(StoredSettings.of(changed));
        var change = new Update(TableLayout.list(seen.id()), "SET settings = :settings",
                "settings = :stored AND attribute_not_exists(deletedUntil)",
                Map.of(":settings", settings(merged), ":stored", settings(stored)));
        return table.commit(DynamoActLog.recording(table, List.of(table.updating(change)),
                log.changed(seen, changed).stream().toList())).isEmpty();
    }

    @Override
    public boolean remove(ListId id) {
        return Attempts.until(this, () -> {
            var item = item(id);
            return item.isEmpty() || item.get().numberOrZero(CONFIRMED) > 0
                    ? Optional.of(false)
                    : Optional.of(remove(id, item.get())).filter(Boolean::booleanValue);
        });
    }

    /** False when it has members now, or other settings than those that the log will say it had. */
    private boolean remove(ListId id, Item item) {
        var removal = new Update(TableLayout.list(id), "REMOVE settings, listDomain",
                "settings = :stored AND attribute_not_exists(deletedUntil) AND (attribute_not_exists(confirmedMembers) OR confirmedMembers = :none)",
                Map.of(":none", Item.number(0), ":stored", settings(item.textMap(SETTINGS))));
        return table.commit(DynamoActLog.recording(table, List.of(table.updating(removal),
                table.deleting(TableLayout.directory(id), Condition.NONE),
                table.deleting(TableLayout.health(id), Condition.NONE),
                table.deleting(TableLayout.desk(id), Condition.NONE),
                table.deleting(TableLayout.figures(id), Condition.NONE)), List.of(log.gone(restore(id, item)))))
                .isEmpty();
    }

    @Override
    public long confirmedMembers(ListId id) {
        return table.get(TableLayout.list(id)).map(item -> item.numberOrZero(CONFIRMED)).orElse(0L);
    }

    @Override
    public Map<GroupName, Long> groupMembers(ListId id) {
        return table.get(TableLayout.list(id)).map(DynamoLists::groupMembers).orElseGet(Map::of);
    }

    private static Map<GroupName, Long> groupMembers(Item item) {
        var members = new TreeMap<GroupName, Long>();
        for (var name : item.names()) {
            if (name.startsWith(IN_GROUP) && item.number(name) > 0) {
                members.put(new GroupName(name.substring(IN_GROUP.length()).replace('_', '-')), item.number(name));
            }
        }
        return members;
    }

    /**
     * The change of the counters, as a part of the transaction that changes subscribers. A group's counter is an
     * attribute of its own, in whose name a hyphen is an underscore, so that an expression can have it as it is.
     */
    static Update counting(ListId id, Headcount more) {
        var counters = new TreeMap<String, AttributeValue>();
        var changes = new ArrayList<String>();
        if (more.members() != 0) {
            changes.add(CONFIRMED + " :more");
            counters.put(":more", Item.number(more.members()));
        }
        more.groups().forEach((group, members) -> {
            var value = ":more" + counters.size();
            changes.add(IN_GROUP + group.value().replace('-', '_') + " " + value);
            counters.put(value, Item.number(members));
        });
        return new Update(TableLayout.list(id), "ADD " + String.join(", ", changes), null, counters);
    }

    private Optional<Item> item(ListId id) {
        return table.get(TableLayout.list(id)).filter(DynamoLists::isList);
    }

    static boolean isDeleted(Item item) {
        return item.has(SETTINGS) && item.has(DELETED_UNTIL);
    }

    /** The settings as they are stored. */
    static AttributeValue stored(Item item) {
        return settings(item.textMap(SETTINGS));
    }

    static MailingList restore(ListId id, Item item) {
        return StoredSettings.restore(id, item.text(DOMAIN), item.textMap(SETTINGS));
    }

    private static AttributeValue settings(Map<String, String> settings) {
        return Item.inner().textMap(SETTINGS, settings).map(SETTINGS).asValue();
    }
}
