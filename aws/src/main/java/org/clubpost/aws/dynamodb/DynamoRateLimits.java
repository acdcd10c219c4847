package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.Map;

import org.clubpost.core.limit.RateLimits;

/** Counts in one item for each limit, key and window; DynamoDB deletes it some time after the window. */
final class DynamoRateLimits implements RateLimits {

    private final Table table;

    DynamoRateLimits(Table table) {
        this.table = table;
    }

    @Override
    public boolean allow(Limit limit, String key, Instant now) {
        if (limit.most() < 1) {
            return false;
        }
        var end = Instant.ofEpochMilli((window(limit, now) + 1) * limit.window().toMillis());
        var count = new Update(counter(limit, key, now),
                "ADD hits :one SET " + TableLayout.EXPIRES_AT + " = :end",
                "attribute_not_exists(hits) OR hits < :most", Map.of(":one", Item.number(1), ":end",
                        Item.number(end.getEpochSecond()), ":most", Item.number(limit.most())));
        return table.update(count) instanceof Table.Changed.Yes;
    }

    @Override
    public boolean isReached(Limit limit, String key, Instant now) {
        return table.get(counter(limit, key, now)).map(item -> item.number("hits")).orElse(0L) >= limit.most();
    }

    private static Key counter(Limit limit, String key, Instant now) {
        return new Key("LIMIT#" + limit.kind() + "#" + key, limit.window() + "#" + window(limit, now));
    }

    private static long window(Limit limit, Instant now) {
        return Math.floorDiv(now.toEpochMilli(), limit.window().toMillis());
    }
}
