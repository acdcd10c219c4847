package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** What is to be done for members' topics as rows of the table {@code note_task} and back. */
final class NoteTaskRows {

    private static final String FOLLOW = "FOLLOW";
    private static final String NEW_POST = "NEW_POST";
    private static final String GOODBYE = "GOODBYE";
    private static final String PAUSE_BEGUN = "PAUSE_BEGUN";
    static final String ADDED = "ADDED";
    private static final String APPLICATION = "APPLICATION";
    private static final String REFUSAL = "REFUSAL";
    private static final String SETTINGS_LINK = "SETTINGS_LINK";
    private static final String REMINDER = "REMINDER";
    private static final String ERASE = "ERASE";
    private static final String ASK_NEW_ADDRESS = "ASK_NEW_ADDRESS";
    private static final String ADDRESS_MOVED = "ADDRESS_MOVED";
    private static final String LINKS_WANTED = "LINKS_WANTED";
    private static final String MAIL_FAILS = "MAIL_FAILS";
    private static final String CHECK_HEALTH = "CHECK_HEALTH";
    private static final String REPORT_RETURNS = "REPORT_RETURNS";
    private static final String DECISION = "DECISION";
    private static final String ROLE_OFFER = "ROLE_OFFER";
    private static final String TEST_COPY = "TEST_COPY";
    private static final String PEOPLE_NEWS = "PEOPLE_NEWS";
    private static final String MAKERS_NEWS = "MAKERS_NEWS";

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
            case NoteTask.Added _ -> ADDED;
            case NoteTask.Application _ -> APPLICATION;
            case NoteTask.Refusal _ -> REFUSAL;
            case NoteTask.SettingsLink _ -> SETTINGS_LINK;
            case NoteTask.Reminder _ -> REMINDER;
            case NoteTask.Erase _ -> ERASE;
            case NoteTask.AskNewAddress _ -> ASK_NEW_ADDRESS;
            case NoteTask.AddressMoved _ -> ADDRESS_MOVED;
            case NoteTask.LinksWanted _ -> LINKS_WANTED;
            case NoteTask.MailFails _ -> MAIL_FAILS;
            case NoteTask.CheckHealth _ -> CHECK_HEALTH;
            case NoteTask.ReportReturns _ -> REPORT_RETURNS;
            case Errand errand -> kind(errand.what());
        };
    }

    private static String kind(Errand.What what) {
        return switch (what) {
            case Errand.Decision _ -> DECISION;
            case Errand.RoleOffer _ -> ROLE_OFFER;
            case Errand.TestCopy _ -> TEST_COPY;
            case Errand.PeopleNews _ -> PEOPLE_NEWS;
            case Errand.MakersNews _ -> MAKERS_NEWS;
        };
    }

    /** Empty for a task that only another version understands. */
    static Optional<NoteTask> read(Row row) throws SQLException {
        var list = row.text("list");
        var due = row.instant("due");
        var kind = row.text("kind");
        var about = row.text("about");
        return NoteTask.understood(() -> read(new ListId(list), due, kind, about));
    }

    private static NoteTask read(ListId list, Instant due, String kind, String about) {
        return switch (kind) {
            case FOLLOW -> new NoteTask.Follow(list, due, new SubscriberId(about));
            case GOODBYE -> new NoteTask.Goodbye(list, due, new SubscriberId(about));
            case PAUSE_BEGUN -> new NoteTask.PauseBegun(list, due, new SubscriberId(about));
            case REMINDER -> new NoteTask.Reminder(list, due, new SubscriberId(about));
            case ADDED -> new NoteTask.Added(list, due, new SubscriberId(about));
            case APPLICATION -> new NoteTask.Application(list, due, new SubscriberId(about));
            case REFUSAL -> new NoteTask.Refusal(list, due, new SubscriberId(about));
            case SETTINGS_LINK -> new NoteTask.SettingsLink(list, due, new SubscriberId(about));
            case ERASE -> NoteTask.Erase.of(list, due, about);
            case ASK_NEW_ADDRESS -> new NoteTask.AskNewAddress(list, due, new SubscriberId(about));
            case ADDRESS_MOVED -> new NoteTask.AddressMoved(list, due, new SubscriberId(about));
            case LINKS_WANTED -> new NoteTask.LinksWanted(list, due, new SubscriberId(about));
            case MAIL_FAILS -> new NoteTask.MailFails(list, due, new SubscriberId(about));
            case CHECK_HEALTH -> new NoteTask.CheckHealth(list, due);
            case REPORT_RETURNS -> new NoteTask.ReportReturns(list, due, new PostId(about));
            case DECISION -> Errand.read(list, due, about, Errand.Decision::of);
            case ROLE_OFFER -> Errand.read(list, due, about, entry -> new Errand.RoleOffer(new EntryId(entry)));
            case TEST_COPY -> Errand.read(list, due, about, Errand.TestCopy::new);
            case PEOPLE_NEWS -> Errand.read(list, due, about, entry -> new Errand.PeopleNews(new EntryId(entry)));
            case MAKERS_NEWS -> Errand.read(list, due, about, Errand.MakersNews::of);
            case NEW_POST -> new NoteTask.NewPost(list, due, new PostId(about));
            default -> throw new IllegalArgumentException("a kind of task that this version does not know");
        };
    }
}
