package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;

/** The deleted lists. Their rows say until when they can come back, and so {@link SqliteLists} does not find them. */
final class SqliteDeletedLists implements DeletedLists {

    private static final String DELETED = " AND deleted_until IS NOT NULL";
    /** What is kept of a post besides its row, by the columns of each primary key; with the row go its ranges. */
    private static final List<Kept> OF_A_POST = List.of(new Kept("failure", "post, key", "post"),
            new Kept("post_mark", "post, kind, key", "post"), new Kept("post_number", "list, number", "post"),
            new Kept("post_count", "list, post, counter", "post"));
    /** What is kept of a list besides its row and its posts; with the row go its settings. */
    private static final List<Kept> OF_A_LIST = List.of(new Kept("subscriber", "list, key", "list"),
            new Kept("member_text", "list, key, kind", "list"), new Kept("act", "list, id", "list"),
            new Kept("bounce", "list, key", "list"), new Kept("applied_feedback", "list, key, id", "list"),
            new Kept("sign_up", "list, key", "list"), new Kept("seen_mail", "list, fingerprint", "list"),
            new Kept("funnel", "list, day", "list"), new Kept("post_count", "list, post, counter", "list"),
            new Kept("post_number", "list, number", "list"), new Kept("note_task", "due, list, kind, about", "list"),
            new Kept("owner_news", "due, list, kind, about", "list"), new Kept("event", "id", "list"),
            new Kept("list_health", "list", "list"), new Kept("list_figures", "list", "list"));

    private final Connections connections;
    private final LogRecorder log;

    SqliteDeletedLists(Connections connections, LogRecorder log) {
        this.connections = connections;
        this.log = log;
    }

    /**
     * A table with rows of a list or a post.
     *
     * @param table its name
     * @param key the columns of its primary key
     * @param owner the column with the list or the post
     */
    private record Kept(String table, String key, String owner) {

        /** Removes some rows; gives how many. */
        int erase(Session session, String of, int most) throws SQLException {
            return session.change("DELETE FROM %1$s WHERE (%2$s) IN (SELECT %2$s FROM %1$s WHERE %3$s = ? LIMIT ?)"
                    .formatted(table, key, owner), of, most);
        }
    }

    @Override
    public DeletedLists by(Deed deed) {
        return new SqliteDeletedLists(connections, log.by(deed));
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<Deleted> find(ListId id) {
        return connections.read(session -> find(session, id));
    }

    private static Optional<Deleted> find(Session session, ListId id) throws SQLException {
        var until = session.first("SELECT deleted_until FROM list WHERE id = ?" + DELETED,
                row -> row.instant("deleted_until"), id.value());
        var list = until.isEmpty() ? Optional.<MailingList>empty() : SqliteLists.stored(session, id);
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deleted(list.get(), until.orElseThrow(), SqliteLists.members(session, id)));
    }

    @Override
    public List<Deleted> all() {
        return connections.read(SqliteDeletedLists::all);
    }

    static List<Deleted> all(Session session) throws SQLException {
        var all = new ArrayList<Deleted>();
        for (var id : session.all("SELECT id FROM list WHERE deleted_until IS NOT NULL ORDER BY id",
                row -> new ListId(row.text("id")))) {
            find(session, id).ifPresent(all::add);
        }
        return all;
    }

    @Override
    public boolean delete(MailingList seen, Instant until) {
        var end = until.truncatedTo(ChronoUnit.MILLIS);
        return connections.write(session -> {
            if (!SqliteLists.found(session, seen.id()).equals(Optional.of(seen))) {
                return false;
            }
            session.change("UPDATE list SET deleted_until = ? WHERE id = ?", end, seen.id().value());
            ActRows.put(session, List.of(log.deleted(seen, end)));
            return true;
        });
    }

    @Override
    public boolean restore(ListId id, Instant now) {
        return connections.write(session -> {
            var found = find(session, id).filter(known -> now.isBefore(known.until()));
            if (found.isEmpty()) {
                return false;
            }
            session.change("UPDATE list SET deleted_until = NULL WHERE id = ?", id.value());
            ActRows.put(session, List.of(log.restored(found.get().list())));
            return true;
        });
    }

    @Override
    public boolean erase(ListId list, PostId post, int most) {
        return connections.write(session -> {
            if (find(session, list).isEmpty() || session.first("SELECT id FROM post WHERE id = ? AND list = ?",
                    row -> row.text("id"), post.value(), list.value()).isEmpty()) {
                return false;
            }
            if (erased(session, OF_A_POST, post.value(), most) > 0) {
                return true;
            }
            session.change("DELETE FROM post WHERE id = ?", post.value());
            return false;
        });
    }

    @Override
    public boolean erase(ListId list, int most) {
        return connections.write(session -> {
            if (find(session, list).isEmpty()) {
                return false;
            }
            if (erased(session, OF_A_LIST, list.value(), most) > 0) {
                return true;
            }
            session.change("DELETE FROM list WHERE id = ?", list.value());
            return false;
        });
    }

    private static int erased(Session session, List<Kept> all, String of, int most) throws SQLException {
        var removed = 0;
        for (var kept : all) {
            if (removed < most) {
                removed += kept.erase(session, of, most - removed);
            }
        }
        return removed;
    }
}
