package org.clubpost.core.privacy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.ForgetWay;

/**
 * Erases a person. First a task for each list is recorded, so that a process which dies from here on leaves nothing
 * undone. Then the person is forgotten on each list, which takes effect at once: no mail goes to them from a window of
 * members that is read afterwards. Where else they are named is a matter of the tasks ({@link EraseTraces}), which are
 * due now.
 */
public final class Erase {

    private final NoteTasks tasks;
    private final Forget forget;

    /** Erases by these tasks, and at once as that does. */
    public Erase(NoteTasks tasks, Forget forget) {
        this.tasks = tasks;
        this.forget = forget;
    }

    /**
     * Erases the person on these lists. May be repeated.
     *
     * @param lists the lists; those on which nothing is known of the person may be among them
     * @param way who wants it
     * @return the lists on which the person had a place until now
     * @throws org.clubpost.core.UnavailableException safe to repeat; what is done already stays done
     */
    public List<MailingList> erase(SubscriberId person, Collection<MailingList> lists, ForgetWay way, Instant now) {
        var asked = now.truncatedTo(ChronoUnit.MILLIS);
        tasks.add(lists.stream().map(list -> task(list.id(), person, asked, way)).toList());
        return lists.stream().filter(list -> forget.onRequest(list.id(), person, asked, way)).toList();
    }

    private static NoteTask task(ListId list, SubscriberId person, Instant asked, ForgetWay way) {
        return new NoteTask.Erase(list, asked, person, asked, way);
    }
}
