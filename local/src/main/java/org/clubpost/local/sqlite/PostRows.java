package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;

/** Posts as rows of the table {@code post} and back. */
final class PostRows {

    private static final Columns.Table TABLE = new Columns.Table("post",
            List.of("id", "list", "mail", "author", "subject", "size_octets",
                    "authors", "addressed", "posters", "state", "settled", "reason", "reason_values", "decider",
                    "links",
                    "told", "until", "prepared", "ranges", "since", "at", "why", "sent", "failed", "reported",
                    "audience"));

    /** Puts a row in place of the one of that post. */
    static final String STORE = TABLE.storing(List.of("id"));

    private enum Kind {
        RECEIVED, HELD, REJECTED, DISCARDED, WAITING, SENDING, PAUSED, PARKED, RESUMED, CANCELLED, DONE
    }

    private PostRows() {}

    static Columns write(Post post) {
        var row = TABLE.row().put("id", post.id().value()).put("list", post.list().value())
                .put("mail", post.mail().value()).put("author", post.headline().author())
                .put("subject", post.headline().subject()).put("size_octets", post.headline().sizeBytes())
                .put("authors", Values.octets(post.parties().authors()))
                .put("addressed", Values.octets(post.parties().addressed()))
                .put("posters", Values.json(post.parties().poster().stream().map(EmailAddress::written).toList()))
                .put("audience", Values.groups(post.parties().audience().named()))
                .put("settled", post.state().isSettled());
        return switch (post.state()) {
            case PostState.Received(var failures, var begun, var told) -> {
                var received = row.put("state", Kind.RECEIVED).put("failed", failures).put("told", told);
                yield begun.isPresent() ? received.put("since", begun.get()) : received;
            }
            case PostState.Held held -> reason(held.reason(), row).put("state", Kind.HELD)
                    .put("decider", held.decider()).put("links", Values.digests(held.links()))
                    .put("told", held.told()).put("until", held.until());
            case PostState.Rejected(var reason) -> reason(reason, row).put("state", Kind.REJECTED);
            case PostState.Discarded(var reason) -> reason(reason, row).put("state", Kind.DISCARDED);
            case PostState.Waiting(var prepared, var why, var until, var cancel) -> row.put("state", Kind.WAITING)
                    .put("prepared", prepared.value()).put("why", why).put("until", until)
                    .put("links", Values.digests(cancel));
            case PostState.Sending sending -> sending(sending, row).put("state", Kind.SENDING);
            case PostState.Paused(var sending, var at) -> sending(sending, row).put("state", Kind.PAUSED).put("at", at);
            case PostState.Parked(var sending, var cause, var reason, var until, var told) ->
                sending(sending, reason(reason, row)).put("state", Kind.PARKED).put("why", cause).put("until", until)
                        .put("told", told);
            case PostState.Resumed(var sending, var until) -> sending(sending, row).put("state", Kind.RESUMED)
                    .put("until", until);
            case PostState.Cancelled(var tally, var at, var reported) -> tally(tally, row).put("state", Kind.CANCELLED)
                    .put("at", at).put("reported", reported);
            case PostState.Done(var tally, var since, var at, var reported) -> tally(tally, row)
                    .put("state", Kind.DONE).put("since", since).put("at", at).put("reported", reported);
        };
    }

    static Columns reason(Reason reason, Columns row) {
        return row.put("reason", reason.cause().code()).put("reason_values", Values.json(reason.values()));
    }

    static Reason reason(Row row) throws SQLException {
        return new Reason(Reason.Cause.of(row.text("reason")), row.texts("reason_values"));
    }

    private static Columns sending(PostState.Sending sending, Columns row) {
        var known = row.put("prepared", sending.prepared().value()).put("ranges", sending.ranges())
                .put("since", sending.since());
        var rests = sending.rests();
        return rests.number() == 0 ? known : known.put("failed", rests.number()).put("sent", rests.sent());
    }

    private static Columns tally(Tally tally, Columns row) {
        return row.put("sent", tally.sent()).put("failed", tally.failed());
    }

    static Post read(Row row) throws SQLException {
        return new Post(new PostId(row.text("id")), new ListId(row.text("list")), new MailKey(row.text("mail")),
                new Post.Headline(row.text("author"), row.text("subject"), row.number("size_octets")),
                new Post.Parties(row.keys("authors"), row.keys("addressed"),
                        row.texts("posters").stream().map(EmailAddress::of).toList(),
                        Audience.of(row.groups("audience"))),
                state(row));
    }

    private static PostState state(Row row) throws SQLException {
        return switch (row.constant("state", Kind.class)) {
            case RECEIVED -> received(row);
            case HELD -> new PostState.Held(reason(row), row.constant("decider", PostState.Held.Decider.class),
                    row.digests("links"), row.flag("told"), row.instant("until"));
            case REJECTED -> new PostState.Rejected(reason(row));
            case DISCARDED -> new PostState.Discarded(reason(row));
            case WAITING -> new PostState.Waiting(new MailKey(row.text("prepared")),
                    row.constant("why", PostState.Waiting.Why.class), row.instant("until"), row.digests("links"));
            case SENDING -> sending(row);
            case PAUSED -> new PostState.Paused(sending(row), row.instant("at"));
            case PARKED -> new PostState.Parked(sending(row), row.constant("why", PostState.Parked.Cause.class),
                    reason(row), row.instant("until"), row.flag("told"));
            case RESUMED -> new PostState.Resumed(sending(row), row.instant("until"));
            case CANCELLED -> new PostState.Cancelled(tally(row), row.instant("at"), row.flag("reported"));
            case DONE -> new PostState.Done(tally(row), row.instant("since"), row.instant("at"), row.flag("reported"));
        };
    }

    /** An earlier version wrote nothing but the state. */
    private static PostState.Received received(Row row) throws SQLException {
        return row.has("failed")
                ? new PostState.Received(Math.toIntExact(row.number("failed")),
                        row.has("since") ? Optional.of(row.instant("since")) : Optional.empty(), row.flag("told"))
                : new PostState.Received();
    }

    private static PostState.Sending sending(Row row) throws SQLException {
        return new PostState.Sending(new MailKey(row.text("prepared")), Math.toIntExact(row.number("ranges")),
                row.instant("since"), rests(row));
    }

    /** What counts the failures and the copies of other states counts the rests of this one. */
    private static PostState.Rests rests(Row row) throws SQLException {
        return row.has("failed")
                ? new PostState.Rests(Math.toIntExact(row.number("failed")), row.number("sent"))
                : PostState.Rests.NONE;
    }

    static Tally tally(Row row) throws SQLException {
        return new Tally(row.number("sent"), row.number("failed"));
    }
}
