package org.clubpost.local.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.clubpost.core.FixedClock;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.admin.ListMakersContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteListMakersTest implements ListMakersContract {

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
    public ListMakers testee() {
        return database.listMakers();
    }
}
