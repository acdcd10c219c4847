package org.clubpost.local.sqlite;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.ForeignTasksContract;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.note.RecordedNoteTasksContract;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteNoteTasksTest implements RecordedNoteTasksContract, ForeignTasksContract {

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
    public void store(ListId list, Instant due, String kind, String about) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clubpost.db"));
                var row = connection.prepareStatement("INSERT INTO note_task VALUES (?, ?, ?, ?)")) {
            row.setLong(1, Values.nanos(due));
            row.setString(2, list.value());
            row.setString(3, kind);
            row.setString(4, about);
            row.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public long stored(ListId list, String about) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clubpost.db"));
                var query = connection
                        .prepareStatement("SELECT count(*) FROM note_task WHERE list = ? AND about = ?")) {
            query.setString(1, list.value());
            query.setString(2, about);
            try (var answer = query.executeQuery()) {
                return answer.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String decision() {
        return "DECISION";
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
