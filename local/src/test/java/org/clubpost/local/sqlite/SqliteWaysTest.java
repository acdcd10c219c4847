package org.clubpost.local.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.clubpost.core.FixedClock;
import org.clubpost.core.database.Database;
import org.clubpost.core.database.WaysContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteWaysTest implements WaysContract {

    @TempDir
    private Path folder = Path.of("");
    private final FixedClock clock = new FixedClock();
    private SqliteDatabase database;

    @BeforeEach
    void open() throws OpenFailure {
        database = SqliteDatabase.open(folder.resolve("clubpost.db"), clock);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Override
    public Database testee() {
        return database;
    }

    @Override
    public FixedClock clock() {
        return clock;
    }
}
