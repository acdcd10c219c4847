package org.clubpost.core.note;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What is still to be done for the members' topics. Most of it is added as part of the change that it follows from, as a
 * {@link NoteRecorder} says. Every method may throw {@link org.clubpost.core.UnavailableException} and is safe to
 * repeat.
 *
 * <p>A task that only another version understands stays, and none waits behind it.
 */
public interface NoteTasks {

    /**
     * The tasks that are due, in the order of their times, without those of {@link #dueForMany}.
     *
     * @param limit the most to return, 1 to 1,000
     */
    List<NoteTask> due(Instant now, int limit);

    /**
     * The mails that are due and that nobody waits for, in the order of their times. An import leaves a hundred thousand
     * of them, and nothing else may stand in line behind those.
     *
     * @param limit the most to return, 1 to 1,000
     */
    List<NoteTask.Added> dueForMany(Instant now, int limit);

    /** Adds tasks. One that is there already stays. */
    void add(Collection<? extends NoteTask> tasks);

    /** Removes these tasks. One that is not there any more is no error. */
    void remove(Collection<? extends NoteTask> tasks);
}
