package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What is to be done for the members' topics, all in one partition, mails to many at its end. An item is nothing but its key. */
final class DynamoNoteTasks implements NoteTasks {

    private final Table table;

    DynamoNoteTasks(Table table) {
        this.table = table;
    }

    @Override
    public List<NoteTask> due(Instant now, int limit) {
        return table.due(TableLayout.NOTES, now, limit).flatMap(key -> understood(key).stream()).limit(limit).toList();
    }

    @Override
    public List<NoteTask.Added> dueForMany(Instant now, int limit) {
        return table.due(TableLayout.NOTES, TableLayout.FOR_MANY, now, limit)
                .flatMap(key -> understood(key).stream())
                .filter(NoteTask.Added.class::isInstance).map(NoteTask.Added.class::cast).limit(limit).toList();
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

    /** Empty for a task that only another version understands. */
    private static Optional<NoteTask> understood(String key) {
        return NoteTask.understood(() -> read(key));
    }

    private static NoteTask read(String key) {
        var parts = key.split("#", 4);
        var due = Instant.ofEpochMilli(Long.parseLong(parts[0]));
        var list = new ListId(parts[1]);
        return switch (parts[2] + "#") {
            case TableLayout.FOLLOW -> new NoteTask.Follow(list, due, new SubscriberId(parts[3]));
            case TableLayout.GOODBYE -> new NoteTask.Goodbye(list, due, new SubscriberId(parts[3]));
            case TableLayout.PAUSE_BEGUN -> new NoteTask.PauseBegun(list, due, new SubscriberId(parts[3]));
            case TableLayout.REMINDER -> new NoteTask.Reminder(list, due, new SubscriberId(parts[3]));
            case TableLayout.ADDED -> new NoteTask.Added(list, due, new SubscriberId(parts[3]));
            case TableLayout.APPLICATION -> new NoteTask.Application(list, due, new SubscriberId(parts[3]));
            case TableLayout.REFUSAL -> new NoteTask.Refusal(list, due, new SubscriberId(parts[3]));
            case TableLayout.SETTINGS_LINK -> new NoteTask.SettingsLink(list, due, new SubscriberId(parts[3]));
            case TableLayout.ERASE -> NoteTask.Erase.of(list, due, parts[3]);
            case TableLayout.ASK_NEW_ADDRESS -> new NoteTask.AskNewAddress(list, due, new SubscriberId(parts[3]));
            case TableLayout.ADDRESS_MOVED -> new NoteTask.AddressMoved(list, due, new SubscriberId(parts[3]));
            case TableLayout.LINKS_WANTED -> new NoteTask.LinksWanted(list, due, new SubscriberId(parts[3]));
            case TableLayout.MAIL_FAILS -> new NoteTask.MailFails(list, due, new SubscriberId(parts[3]));
            case TableLayout.CHECK_HEALTH -> new NoteTask.CheckHealth(list, due);
            case TableLayout.DECISION -> Errand.read(list, due, parts[3], Errand.Decision::of);
            case TableLayout.ROLE_OFFER -> Errand.read(list, due, parts[3],
                    entry -> new Errand.RoleOffer(new EntryId(entry)));
            case TableLayout.TEST_COPY -> Errand.read(list, due, parts[3], Errand.TestCopy::new);
            case TableLayout.PEOPLE_NEWS -> Errand.read(list, due, parts[3],
                    entry -> new Errand.PeopleNews(new EntryId(entry)));
            case TableLayout.MAKERS_NEWS -> Errand.read(list, due, parts[3], Errand.MakersNews::of);
            case TableLayout.REPORT_RETURNS -> new NoteTask.ReportReturns(list, due, new PostId(parts[3]));
            case TableLayout.POST -> new NoteTask.NewPost(list, due, new PostId(parts[3]));
            default -> throw new IllegalArgumentException("a kind of task that this version does not know");
        };
    }
}
