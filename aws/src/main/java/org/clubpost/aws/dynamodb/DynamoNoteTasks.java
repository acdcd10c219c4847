package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What is to be done for the members' topics, all in one partition. An item is nothing but its key. */
final class DynamoNoteTasks implements NoteTasks {

    private final Table table;

    DynamoNoteTasks(Table table) {
        this.table = table;
    }

    @Override
    public List<NoteTask> due(Instant now, int limit) {
        return table.due(TableLayout.NOTES, now, limit).map(DynamoNoteTasks::read).toList();
    }

    @Override
    public void add(Collection<? extends NoteTask> tasks) {
        tasks.forEach(task -> table.put(Item.at(TableLayout.noteTask(task)), Condition.NONE));
    }

    @Override
    public void remove(Collection<? extends NoteTask> tasks) {
        tasks.forEach(task -> table.delete(TableLayout.noteTask(task), Condition.NONE));
    }

    /** The changes, and what is to be done after them, if anything. */
    static List<TransactWriteItem> recording(Table table, List<TransactWriteItem> changes, Optional<NoteTask> task) {
        return recording(table, changes, task.stream().toList());
    }

    /** The changes, and what is to be done after them. */
    static List<TransactWriteItem> recording(Table table, List<TransactWriteItem> changes, List<NoteTask> tasks) {
        return Stream.concat(changes.stream(), tasks.stream().map(each -> adding(table, each))).toList();
    }

    static TransactWriteItem adding(Table table, NoteTask task) {
        return table.putting(Item.at(TableLayout.noteTask(task)), Condition.NONE);
    }

    private static NoteTask read(String key) {
        var parts = key.split("#", 4);
        var due = Instant.ofEpochMilli(Long.parseLong(parts[0]));
        var list = new ListId(parts[1]);
        return switch (parts[2] + "#") {
            case TableLayout.FOLLOW -> new NoteTask.Follow(list, due, new SubscriberId(parts[3]));
            case TableLayout.GOODBYE -> new NoteTask.Goodbye(list, due, new SubscriberId(parts[3]));
            case TableLayout.PAUSE_BEGUN -> new NoteTask.PauseBegun(list, due, new SubscriberId(parts[3]));
            case TableLayout.SETTINGS_LINK -> new NoteTask.SettingsLink(list, due, new SubscriberId(parts[3]));
            default -> new NoteTask.NewPost(list, due, new PostId(parts[3]));
        };
    }
}
