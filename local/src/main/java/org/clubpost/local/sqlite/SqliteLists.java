package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.StoredSettings;

/** The lists. The row of a list that was removed stays, without a domain, because its subscribers refer to it. */
final class SqliteLists implements Lists {

    private final Connections connections;
    private final LogRecorder log;

    SqliteLists(Connections connections, LogRecorder log) {
        this.connections = connections;
        this.log = log;
    }

    @Override
    public Lists by(Deed deed) {
        return new SqliteLists(connections, log.by(deed));
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<MailingList> find(ListId id) {
        return connections.read(session -> found(session, id));
    }

    @Override
    public Optional<Headed> headed(ListId id) {
        return connections.read(session -> headed(session, id));
    }

    static Optional<Headed> headed(Session session, ListId id) throws SQLException {
        var list = found(session, id);
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(new Headed(list.get(), members(session, id),
                        list.get().groups().all().isEmpty() ? Map.of() : groups(session, id)));
    }

    @Override
    public List<Headed> allHeaded() {
        return connections.read(SqliteLists::allHeaded);
    }

    static List<Headed> allHeaded(Session session) throws SQLException {
        var lists = new ArrayList<Headed>();
        for (var id : known(session)) {
            headed(session, id).ifPresent(lists::add);
        }
        return lists;
    }

    private static List<ListId> known(Session session) throws SQLException {
        return session.all("SELECT id FROM list WHERE domain IS NOT NULL AND deleted_until IS NULL ORDER BY id",
                row -> new ListId(row.text("id")));
    }

    @Override
    public List<MailingList> all() {
        return connections.read(session -> {
            var lists = new ArrayList<MailingList>();
            for (var id : known(session)) {
                found(session, id).ifPresent(lists::add);
            }
            return lists;
        });
    }

    @Override
    public boolean create(MailingList list) {
        return connections.write(session -> {
            ensure(session, list.id());
            if (session.change("UPDATE list SET domain = ? WHERE id = ? AND domain IS NULL", list.domain(),
                    list.id().value()) == 0) {
                return false;
            }
            write(session, list.id(), StoredSettings.of(list));
            ActRows.put(session, List.of(log.came(list)));
            return true;
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>Stored settings that this version does not know stay.
     */
    @Override
    public boolean replace(MailingList seen, MailingList changed) {
        return connections.write(session -> {
            if (!found(session, seen.id()).equals(Optional.of(seen))) {
                return false;
            }
            write(session, seen.id(), StoredSettings.of(changed));
            ActRows.put(session, log.changed(seen, changed).stream().toList());
            return true;
        });
    }

    @Override
    public boolean remove(ListId id) {
        return connections.write(session -> {
            var list = found(session, id);
            if (list.isEmpty() || session.change(
                    "UPDATE list SET domain = NULL WHERE id = ? AND domain IS NOT NULL AND confirmed_members = 0",
                    id.value()) == 0) {
                return false;
            }
            session.change("DELETE FROM list_setting WHERE list = ?", id.value());
            session.change("DELETE FROM list_health WHERE list = ?", id.value());
            session.change("DELETE FROM list_figures WHERE list = ?", id.value());
            ActRows.put(session, List.of(log.gone(list.get())));
            return true;
        });
    }

    @Override
    public long confirmedMembers(ListId id) {
        return connections.read(session -> members(session, id));
    }

    @Override
    public Map<GroupName, Long> groupMembers(ListId id) {
        return connections.read(session -> groups(session, id));
    }

    static long members(Session session, ListId id) throws SQLException {
        return session.first("SELECT confirmed_members FROM list WHERE id = ?", row -> row.number("confirmed_members"),
                id.value()).orElse(0L);
    }

    private static Map<GroupName, Long> groups(Session session, ListId id) throws SQLException {
        return session.all("SELECT one.value AS name, count(*) AS members"
                + " FROM subscriber, json_each(member_groups) AS one"
                + " WHERE list = ? AND member_groups IS NOT NULL AND status = 'CONFIRMED' GROUP BY one.value",
                row -> Map.entry(new GroupName(row.text("name")), row.number("members")), id.value()).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Makes the row that subscribers of the list refer to. */
    static void ensure(Session session, ListId id) throws SQLException {
        session.change("INSERT INTO list (id) VALUES (?) ON CONFLICT DO NOTHING", id.value());
    }

    /** Counts confirmed members who come, or who go. */
    static void count(Session session, ListId id, int more) throws SQLException {
        if (more != 0) {
            session.change("UPDATE list SET confirmed_members = confirmed_members + ? WHERE id = ?", more, id.value());
        }
    }

    /** The list, if it is not deleted. */
    static Optional<MailingList> found(Session session, ListId id) throws SQLException {
        return restored(session, id, " AND deleted_until IS NULL");
    }

    /** The list, also one that is deleted and can come back. */
    static Optional<MailingList> stored(Session session, ListId id) throws SQLException {
        return restored(session, id, "");
    }

    private static Optional<MailingList> restored(Session session, ListId id, String condition) throws SQLException {
        var domain = session.first("SELECT domain FROM list WHERE id = ? AND domain IS NOT NULL" + condition,
                row -> row.text("domain"), id.value());
        if (domain.isEmpty()) {
            return Optional.empty();
        }
        var settings = session.all("SELECT name, value FROM list_setting WHERE list = ?",
                row -> Map.entry(row.text("name"), row.text("value")), id.value());
        return Optional.of(StoredSettings.restore(id, domain.get(), settings.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new))));
    }

    private static void write(Session session, ListId id, Map<String, String> settings) throws SQLException {
        for (var setting : settings.entrySet()) {
            session.change("INSERT INTO list_setting (list, name, value) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO UPDATE SET value = excluded.value", id.value(), setting.getKey(),
                    setting.getValue());
        }
    }
}
