package org.clubpost.local.sqlite;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.Events;
import org.clubpost.core.secret.SubscriberId;

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

    /** Also of those that were written for webhooks and not taken yet. */
    @Override
    public void forgetAddress(SubscriberId person) {
        connections.write(session -> session.change("UPDATE event SET address = NULL,"
                + " before_address = NULL WHERE about = ?", person.hex())
                + session.change(
                        "UPDATE webhook_delivery SET body = json_remove(body, '$.data.address', '$.data.before.address')"
                                + " WHERE json_extract(body, '$.subject') = ?"
                                + " AND json_extract(body, '$.data.address') IS NOT NULL",
                        person.hex()));
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
