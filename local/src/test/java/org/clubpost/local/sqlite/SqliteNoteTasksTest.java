package org.clubpost.local.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.clubpost.core.FixedClock;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.note.RecordedNoteTasksContract;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteNoteTasksTest implements RecordedNoteTasksContract {

    @TempDir
    private Path folder = Path.of("");
    private SqliteDatabase database;

    @BeforeEach
    void open() throws OpenFailure {
        database = SqliteDatabase.open(folder.resolve("clubpost.db"), new FixedClock());
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Override
    public NoteTasks testee() {
        return database.noteTasks();
    }

    @Override
    public Subscribers subscribers() {
        return database.subscribers();
    }

    @Override
    public Posts posts() {
        return database.posts();
    }
}
