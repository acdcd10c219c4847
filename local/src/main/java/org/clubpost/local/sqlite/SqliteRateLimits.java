package org.clubpost.local.sqlite;

import java.time.Instant;
import org.clubpost.core.limit.RateLimits;

/** A row for each limit, key and window. The sweep removes it after the window. */
final class SqliteRateLimits implements RateLimits {

    private static final String OF_WINDOW = " WHERE kind = ? AND key = ? AND length = ? AND window = ?";

    private final Connections connections;

    SqliteRateLimits(Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean allow(Limit limit, String key, Instant now) {
        if (limit.most() < 1) {
            return false;
        }
        var window = window(limit, now);
        var end = Instant.ofEpochMilli((window + 1) * limit.window().toMillis());
        return connections.write(session -> session.change(
                "INSERT INTO rate_limit (kind, key, length, window, hits, expires_at) VALUES (?, ?, ?, ?, 1, ?)"
                        + " ON CONFLICT DO UPDATE SET hits = hits + 1 WHERE hits < ?",
                limit.kind(), key, limit.window().toMillis(), window, end, limit.most())) == 1;
    }

    @Override
    public boolean isReached(Limit limit, String key, Instant now) {
        return connections.read(session -> session.first("SELECT hits FROM rate_limit" + OF_WINDOW,
                row -> row.number("hits"), limit.kind(), key, limit.window().toMillis(), window(limit, now)))
                .orElse(0L) >= limit.most();
    }

    private static long window(Limit limit, Instant now) {
        return Math.floorDiv(now.toEpochMilli(), limit.window().toMillis());
    }
}
