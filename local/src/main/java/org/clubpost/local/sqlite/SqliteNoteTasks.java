package org.clubpost.local.sqlite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;

/** What is to be done for the members' topics. */
final class SqliteNoteTasks implements NoteTasks {

    private static final String DUE = "SELECT * FROM note_task WHERE due <= ?";
    private static final String IN_ORDER = " ORDER BY due, list, kind, about LIMIT ? OFFSET ?";
    /** In the words of the two indexes of {@code schema-4.sql}, so that SQLite uses them. */
    private static final String FOR_MANY = " AND kind = '" + NoteTaskRows.ADDED + "'";
    private static final String NOT_FOR_MANY = " AND kind <> '" + NoteTaskRows.ADDED + "'";

    private final Connections connections;

    SqliteNoteTasks(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<NoteTask> due(Instant now, int limit) {
        return due(NOT_FOR_MANY, now, limit).toList();
    }

    @Override
    public List<NoteTask.Added> dueForMany(Instant now, int limit) {
        return due(FOR_MANY, now, limit).map(NoteTask.Added.class::cast).toList();
    }

    /** Reads on behind tasks that only another version understands. */
    private Stream<NoteTask> due(String which, Instant now, int limit) {
        return connections.read(session -> {
            var found = new ArrayList<NoteTask>();
            for (var offset = 0;; offset += limit) {
                var page = session.all(DUE + which + IN_ORDER, NoteTaskRows::read, now, limit, offset);
                page.forEach(task -> task.ifPresent(found::add));
                if (page.size() < limit || found.size() >= limit) {
                    return found;
                }
            }
        }).stream().limit(limit);
    }

    @Override
    public void add(Collection<? extends NoteTask> tasks) {
        connections.write(session -> {
            for (var task : tasks) {
                NoteTaskRows.add(session, task);
            }
            return true;
        });
    }

    @Override
    public void remove(Collection<? extends NoteTask> tasks) {
        connections.write(session -> {
            for (var task : tasks) {
                NoteTaskRows.remove(session, task);
            }
            return true;
        });
    }
}
