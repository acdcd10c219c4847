package org.clubpost.local.sqlite;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;

/** What is to be done for the members' topics. */
final class SqliteNoteTasks implements NoteTasks {

    private static final String DUE = "SELECT * FROM note_task WHERE due <= ?";
    private static final String IN_ORDER = " ORDER BY due, list, kind, about LIMIT ?";
    /** In the words of the two indexes of {@code schema-4.sql}, so that SQLite uses them. */
    private static final String FOR_MANY = " AND kind = '" + NoteTaskRows.ADDED + "'";
    private static final String NOT_FOR_MANY = " AND kind <> '" + NoteTaskRows.ADDED + "'";

    private final Connections connections;

    SqliteNoteTasks(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<NoteTask> due(Instant now, int limit) {
        return connections.read(session -> session.all(DUE + NOT_FOR_MANY + IN_ORDER, NoteTaskRows::read, now, limit));
    }

    @Override
    public List<NoteTask.Added> dueForMany(Instant now, int limit) {
        return connections.read(session -> session.all(DUE + FOR_MANY + IN_ORDER, NoteTaskRows::read, now, limit))
                .stream().map(NoteTask.Added.class::cast).toList();
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
