package org.clubpost.core.note;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tasks in memory. */
public final class InMemoryNoteTasks implements NoteTasks {

    private final Set<NoteTask> tasks = new LinkedHashSet<>();

    /** Without tasks as yet. */
    public InMemoryNoteTasks() {}

    @Override
    public synchronized List<NoteTask> due(Instant now, int limit) {
        return due(now).filter(task -> !(task instanceof NoteTask.Added)).limit(limit).toList();
    }

    @Override
    public synchronized List<NoteTask.Added> dueForMany(Instant now, int limit) {
        return due(now).filter(NoteTask.Added.class::isInstance).map(NoteTask.Added.class::cast).limit(limit).toList();
    }

    private Stream<NoteTask> due(Instant now) {
        return tasks.stream().filter(task -> !task.due().isAfter(now)).sorted(Comparator.comparing(NoteTask::due));
    }

    @Override
    public synchronized void add(Collection<? extends NoteTask> more) {
        tasks.addAll(more);
    }

    @Override
    public synchronized void remove(Collection<? extends NoteTask> done) {
        tasks.removeAll(done);
    }
}
