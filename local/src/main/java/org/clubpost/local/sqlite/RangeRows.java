package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.util.List;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.subscriber.Slice;

/** Ranges and failures of posts as rows of {@code delivery_range} and {@code failure}, and back. */
final class RangeRows {

    private static final Columns.Table RANGE = new Columns.Table("delivery_range",
            List.of("post", "number", "list", "first", "last", "next", "ahead",
                    "sent", "failed"));
    private static final Columns.Table FAILURE = new Columns.Table("failure",
            List.of("post", "key", "kind", "reason", "reason_values", "attempts",
                    "at"));

    /** Adds a range, or puts it in place of the one that is there; nobody holds it. */
    static final String STORE_RANGE = RANGE.storing(List.of("post", "number"))
            + ", holder = NULL, leased_until = NULL";
    /** Adds a failure, or puts it in place of the one about the same member. */
    static final String STORE_FAILURE = FAILURE.storing(List.of("post", "key"));

    private RangeRows() {}

    static Columns write(DeliveryRange range) {
        var row = RANGE.row().put("post", range.ref().post().value()).put("number", range.ref().index())
                .put("list", range.ref().list().value()).put("first", range.slice().first())
                .put("last", range.slice().last()).put("sent", range.tally().sent())
                .put("failed", range.tally().failed());
        return switch (range.progress()) {
            case DeliveryRange.Progress.Open(var next, var ahead) -> row.put("next", next)
                    .put("ahead", Values.octets(ahead));
            case DeliveryRange.Progress.Finished _ -> row;
        };
    }

    static DeliveryRange read(Row row) throws SQLException {
        var ref = new RangeRef(new ListId(row.text("list")), new PostId(row.text("post")),
                Math.toIntExact(row.number("number")));
        return new DeliveryRange(ref, new Slice(row.key("first"), row.key("last")), row.has("next")
                ? new DeliveryRange.Progress.Open(row.key("next"), row.keys("ahead"))
                : new DeliveryRange.Progress.Finished(), PostRows.tally(row));
    }

    static Columns write(PostId post, Failure failure) {
        return PostRows.reason(failure.reason(), FAILURE.row()).put("post", post.value())
                .put("key", failure.subscriber()).put("kind", failure.kind()).put("attempts", failure.attempts())
                .put("at", failure.at());
    }

    static Failure readFailure(Row row) throws SQLException {
        return new Failure(row.key("key"), row.constant("kind", Failure.Kind.class), PostRows.reason(row),
                Math.toIntExact(row.number("attempts")), row.instant("at"));
    }
}
