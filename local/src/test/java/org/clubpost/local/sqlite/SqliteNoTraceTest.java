package org.clubpost.local.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.clubpost.core.FixedClock;
import org.clubpost.core.database.Database;
import org.clubpost.core.event.Recording;
import org.clubpost.core.privacy.NoTraceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The file and its log, octet for octet, with all that SQLite did not overwrite. */
class SqliteNoTraceTest implements NoTraceContract {

    @TempDir
    private Path folder = Path.of("");
    private SqliteDatabase database;

    @BeforeEach
    void open() throws OpenFailure {
        database = SqliteDatabase.open(folder.resolve("clubpost.db"), new FixedClock());
        database.record(Recording.ADDRESSES);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public String everythingStored() throws IOException {
        try {
            close();
            var all = new StringBuilder();
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    all.append(new String(Files.readAllBytes(file), ISO_8859_1));
                }
            }
            open();
            return all.toString();
        } catch (SQLException | OpenFailure e) {
            throw new IOException(e);
        }
    }
}
