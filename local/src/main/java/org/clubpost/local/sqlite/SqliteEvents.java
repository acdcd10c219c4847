package org.clubpost.local.sqlite;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.Events;

/** The events that wait. Each was recorded in the transaction of its change. */
final class SqliteEvents implements Events {

    private final Connections connections;
    private final InstantSource clock;

    SqliteEvents(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public List<Event> oldest(int limit) {
        return connections.read(session -> session.all(
                "SELECT * FROM event WHERE expires_at > ? ORDER BY time, id LIMIT ?", EventRows::read, clock.instant(),
                limit)).stream().flatMap(Optional::stream).toList();
    }

    @Override
    public void remove(Collection<Event> events) {
        connections.write(session -> {
            for (var event : events) {
                session.change("DELETE FROM event WHERE id = ?", event.id());
            }
            return true;
        });
    }
}
