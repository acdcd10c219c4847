package org.clubpost.local.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.ActLogContract;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteActLogTest implements ActLogContract {

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
    public ActLog testee() {
        return database.actLog();
    }

    @Override
    public FixedClock clock() {
        return clock;
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

    @Test
    void sweepRemovesWhatIsKeptNoLonger() {
        var list = SampleLists.freshListId();
        testee().put(LogEntry.of(list, OLGA, Act.MEMBERS_IMPORTED, List.of(), clock.instant()));
        clock.advance(ActLog.KEPT);

        database.sweep();

        clock.set(FixedClock.START);
        assertEquals(List.of(), testee().of(list, Optional.empty(), 10, clock.instant()));
    }
}
