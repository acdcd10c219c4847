package org.clubpost.local.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.clubpost.core.FixedClock;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.DeletedListsContract;
import org.clubpost.core.list.Lists;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeletedListsTest implements DeletedListsContract {

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
    public DeletedLists testee() {
        return database.deletedLists();
    }

    @Override
    public Lists lists() {
        return database.lists();
    }

    @Override
    public Subscribers subscribers() {
        return database.subscribers();
    }

    @Override
    public Posts posts() {
        return database.posts();
    }

    @Override
    public ActLog log() {
        return database.actLog();
    }
}
