package org.clubpost.local.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.clubpost.core.FixedClock;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.EventsContract;
import org.clubpost.core.event.Recording;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventsTest implements EventsContract {

    @TempDir
    private Path folder = Path.of("");
    private final FixedClock clock = new FixedClock();
    private SqliteDatabase database;

    @BeforeEach
    void open() throws OpenFailure {
        database = SqliteDatabase.open(folder.resolve("clubpost.db"), clock);
        database.record(Recording.ADDRESSES);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Override
    public Events testee() {
        return database.events();
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
    void otherProcessRecordsWhatTheServiceWants() throws SQLException, OpenFailure {
        var list = SampleLists.freshListId();
        try (var command = SqliteDatabase.open(folder.resolve("clubpost.db"), clock)) {
            command.subscribers().create(SampleSubscribers.aMember(list, "anna@club.example"));
            database.record(Recording.NONE);
            command.subscribers().create(SampleSubscribers.aMember(list, "ben@club.example"));
        }

        assertEquals(1, testee().oldest(10).size());
    }

    @Test
    void eventIsNotFoundWhenItsDaysAreOverAndTheSweepRemovesIt() {
        subscribers().create(SampleSubscribers.aMember(SampleLists.freshListId(), "anna@club.example"));

        clock.advance(Duration.ofDays(Events.DAYS));
        assertEquals(0, testee().oldest(10).size());
        database.sweep();
        clock.set(FixedClock.START);

        assertEquals(0, testee().oldest(10).size());
    }
}
