package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.EventKind;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.event.RemoveWay;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Stopped;

/**
 * Events as rows of the table {@code event} and back. Whether any are recorded stands in the database, because a
 * command that changes something in it is another process than the service.
 */
final class EventRows {

    private static final Columns.Table TABLE = new Columns.Table("event", List.of("id", "time", "kind", "list", "about",
            "address", "way", "cause", "decider", "sent", "failed", "expires_at", "before_key", "before_address"));
    private static final String RECORDING = "events";

    private EventRows() {}

    /** What is recorded, as of now. */
    static Recorder recorder(Session session, InstantSource clock) throws SQLException {
        return session.first("SELECT value FROM installation WHERE name = ?", row -> row.text("value"), RECORDING)
                .flatMap(Recording::of).map(recording -> new Recorder(recording, clock)).orElse(Recorder.OFF);
    }

    /** Has other events recorded from now on. */
    static void setRecording(Session session, Recording recording) throws SQLException {
        session.change("INSERT INTO installation (name, value) VALUES (?, ?)"
                + " ON CONFLICT DO UPDATE SET value = excluded.value", RECORDING, recording.code());
    }

    /** Records the event, if there is one. */
    static void record(Session session, Optional<Event> event) throws SQLException {
        if (event.isPresent()) {
            write(event.get()).insert(session);
        }
    }

    private static Columns write(Event event) {
        var row = TABLE.row().put("id", event.id()).put("time", event.time()).put("kind", event.kind().code())
                .put("list", event.list().value()).put("about", event.about())
                .put("expires_at", event.time().plus(Duration.ofDays(Events.DAYS)));
        if (event instanceof Event.OfMember member) {
            row.put("address", member.who().address().map(EmailAddress::written).orElse(null));
        }
        return switch (event) {
            case Event.MemberConfirmed confirmed -> row.put("way", confirmed.way());
            case Event.MemberLeft left -> row.put("way", left.way());
            case Event.MemberSuppressed stopped -> row.put("way", stopped.why().written());
            case Event.MemberRemoved removed -> row.put("way", removed.way());
            case Event.AddressChanged changed -> row.put("before_key", changed.before().key().hex()).put(
                    "before_address", changed.before().address().map(EmailAddress::written).orElse(null));
            case Event.PostSent sent ->
                row.put("sent", sent.tally().sent()).put("failed", sent.tally().failed());
            case Event.PostHeld held -> row.put("cause", held.cause().code()).put("decider", held.decider());
        };
    }

    /** The event; empty when it is of a kind that only a newer version knows. */
    static Optional<Event> read(Row row) throws SQLException {
        var kind = EventKind.of(row.text("kind"));
        return kind.isPresent() ? Optional.of(read(kind.get(), row)) : Optional.empty();
    }

    private static Event read(EventKind kind, Row row) throws SQLException {
        var list = new ListId(row.text("list"));
        var time = row.instant("time");
        return switch (kind) {
            case MEMBER_CONFIRMED ->
                new Event.MemberConfirmed(list, time, who(row), row.constant("way", JoinWay.class));
            case MEMBER_LEFT -> new Event.MemberLeft(list, time, who(row), row.constant("way", LeaveWay.class));
            case MEMBER_SUPPRESSED ->
                new Event.MemberSuppressed(list, time, who(row), Stopped.parse(row.text("way")));
            case MEMBER_REMOVED -> new Event.MemberRemoved(list, time, who(row),
                    row.findText("way").map(RemoveWay::valueOf).orElse(RemoveWay.OWNER));
            case ADDRESS_CHANGED -> new Event.AddressChanged(list, time, who(row),
                    new Event.Who(new SubscriberId(row.text("before_key")),
                            row.findText("before_address").map(EmailAddress::of)));
            case POST_SENT -> new Event.PostSent(list, time, new PostId(row.text("about")), PostRows.tally(row));
            case POST_HELD -> new Event.PostHeld(list, time, new PostId(row.text("about")),
                    Reason.Cause.of(row.text("cause")), row.constant("decider", PostState.Held.Decider.class));
        };
    }

    private static Event.Who who(Row row) throws SQLException {
        return new Event.Who(new SubscriberId(row.text("about")), row.findText("address").map(EmailAddress::of));
    }
}
