package org.clubpost.local.sqlite;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;

/** What is to be done for the members' topics. */
final class SqliteNoteTasks implements NoteTasks {

    private final Connections connections;

    SqliteNoteTasks(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<NoteTask> due(Instant now, int limit) {
        return connections.read(session -> session.all(
                "SELECT * FROM note_task WHERE due <= ? ORDER BY due, list, kind, about LIMIT ?", NoteTaskRows::read,
                now, limit));
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
