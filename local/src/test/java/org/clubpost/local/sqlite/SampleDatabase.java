package org.clubpost.local.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clubpost.core.FixedClock;

/** A database for the tests of one class, in a folder that goes with the JVM. */
final class SampleDatabase {

    private static final SqliteDatabase SHARED = open();

    private SampleDatabase() {}

    /** A database that all tests of this JVM share; its clock stands still. */
    static SqliteDatabase shared() {
        return SHARED;
    }

    private static SqliteDatabase open() {
        try {
            Path folder = Files.createTempDirectory("clubpost-sqlite");
            for (var name : List.of("", "clubpost.db", "clubpost.db-wal", "clubpost.db-shm")) {
                folder.resolve(name).toFile().deleteOnExit();
            }
            return SqliteDatabase.open(folder.resolve("clubpost.db"), new FixedClock());
        } catch (IOException | OpenFailure e) {
            throw new IllegalStateException(e);
        }
    }
}
