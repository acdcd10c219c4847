package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

/** Entries of the log as rows of the table {@code act} and back. */
final class ActRows {

    private static final Columns.Table TABLE = new Columns.Table("act",
            List.of("list", "id", "actor", "act", "about", "listed", "changes", "undoes", "expires_at", "way"));
    private static final String STORE = TABLE.storing(List.of("list", "id"));

    private ActRows() {}

    /** Puts the entries in place of those with their ids. What was in the list's log before stays in it. */
    static void put(Session session, List<LogEntry> entries) throws SQLException {
        for (var entry : entries) {
            var wasListed = session.first("SELECT listed FROM act WHERE list = ? AND id = ? AND listed = 1",
                    row -> row.flag("listed"), entry.list().value(), entry.id().value()).isPresent();
            session.change(STORE, TABLE.row().put("list", entry.list().value()).put("id", entry.id().value())
                    .put("actor", entry.actor().written()).put("act", entry.act())
                    .put("about", entry.about().written()).put("listed", entry.isListed() || wasListed)
                    .put("changes", Values.json(entry.changes().stream()
                            .flatMap(change -> Stream.of(change.what(), change.before(), change.after())).toList()))
                    .put("undoes", entry.undoes().map(EntryId::value).orElse(null))
                    .put("expires_at", entry.time().plus(ActLog.KEPT))
                    .put("way", entry.way() == Way.UNKNOWN ? null : entry.way().word()).all());
        }
    }

    static LogEntry read(Row row) throws SQLException {
        return new LogEntry(new EntryId(row.text("id")), new ListId(row.text("list")), Actor.parse(row.text("actor")),
                row.findText("way").map(Way::parse).orElse(Way.UNKNOWN), row.constant("act", Act.class),
                About.parse(row.text("about")), row.flag("listed"),
                changes(row.texts("changes")), row.findText("undoes").map(EntryId::new));
    }

    private static List<Change> changes(List<String> texts) {
        var all = new ArrayList<Change>();
        for (var at = 0; at + 2 < texts.size(); at += 3) {
            all.add(new Change(texts.get(at), texts.get(at + 1), texts.get(at + 2)));
        }
        return all;
    }
}
