package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** What is to be done for members' topics as rows of the table {@code note_task} and back. */
final class NoteTaskRows {

    private static final String FOLLOW = "FOLLOW";
    private static final String NEW_POST = "NEW_POST";
    private static final String GOODBYE = "GOODBYE";
    private static final String PAUSE_BEGUN = "PAUSE_BEGUN";
    private static final String SETTINGS_LINK = "SETTINGS_LINK";

    private NoteTaskRows() {}

    /** Adds the task, if there is one. */
    static void add(Session session, Optional<? extends NoteTask> task) throws SQLException {
        if (task.isPresent()) {
            add(session, task.get());
        }
    }

    /** Adds all of them. */
    static void add(Session session, List<? extends NoteTask> tasks) throws SQLException {
        for (var task : tasks) {
            add(session, task);
        }
    }

    static void add(Session session, NoteTask task) throws SQLException {
        session.change("INSERT INTO note_task (due, list, kind, about) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                task.due(), task.list().value(), kind(task), task.about());
    }

    static void remove(Session session, NoteTask task) throws SQLException {
        session.change("DELETE FROM note_task WHERE due = ? AND list = ? AND kind = ? AND about = ?", task.due(),
                task.list().value(), kind(task), task.about());
    }

    private static String kind(NoteTask task) {
        return switch (task) {
            case NoteTask.Follow _ -> FOLLOW;
            case NoteTask.NewPost _ -> NEW_POST;
            case NoteTask.Goodbye _ -> GOODBYE;
            case NoteTask.PauseBegun _ -> PAUSE_BEGUN;
            case NoteTask.SettingsLink _ -> SETTINGS_LINK;
        };
    }

    static NoteTask read(Row row) throws SQLException {
        var list = new ListId(row.text("list"));
        var due = row.instant("due");
        var about = row.text("about");
        return switch (row.text("kind")) {
            case FOLLOW -> new NoteTask.Follow(list, due, new SubscriberId(about));
            case GOODBYE -> new NoteTask.Goodbye(list, due, new SubscriberId(about));
            case PAUSE_BEGUN -> new NoteTask.PauseBegun(list, due, new SubscriberId(about));
            case SETTINGS_LINK -> new NoteTask.SettingsLink(list, due, new SubscriberId(about));
            default -> new NoteTask.NewPost(list, due, new PostId(about));
        };
    }
}
