package org.clubpost.core.note;

class InMemoryNoteTasksTest implements NoteTasksContract {

    private final NoteTasks tasks = new InMemoryNoteTasks();

    @Override
    public NoteTasks testee() {
        return tasks;
    }
}
