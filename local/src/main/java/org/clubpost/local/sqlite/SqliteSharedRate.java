package org.clubpost.local.sqlite;

import java.time.Duration;
import java.time.Instant;
import org.clubpost.core.outbox.SharedRate;

/** A row for each second. The sweep removes it some time after. */
final class SqliteSharedRate implements SharedRate {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Connections connections;

    SqliteSharedRate(Connections connections) {
        this.connections = connections;
    }

    @Override
    public int claim(long epochSecond, int wanted, int most) {
        return connections.write(session -> {
            var claimed = session.first("SELECT claimed FROM send_second WHERE second = ?",
                    row -> row.number("claimed"), epochSecond).orElse(0L);
            var granted = (int) Math.clamp(most - claimed, 0L, (long) wanted);
            if (granted > 0) {
                session.change("INSERT INTO send_second (second, claimed, expires_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET claimed = claimed + excluded.claimed", epochSecond, granted,
                        Instant.ofEpochSecond(epochSecond).plus(KEPT));
            }
            return granted;
        });
    }
}
