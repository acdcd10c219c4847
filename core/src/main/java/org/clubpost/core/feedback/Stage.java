package org.clubpost.core.feedback;

import java.time.Instant;
import org.clubpost.core.suppression.BounceReason;

/** How far it has come with a member whose mail comes back. */
public sealed interface Stage {

    /** Points are counted, if there are any. */
    record Counting() implements Stage {}

    /**
     * Enough came back. A mail will find out whether mail arrives.
     *
     * @param at since when
     * @param due when that mail goes out
     */
    record Doubted(Instant at, Instant due) implements Stage {

        /** Cuts the times. */
        public Doubted {
            at = Times.cut(at);
            due = Times.cut(due);
        }
    }

    /**
     * That mail went out.
     *
     * @param at when
     */
    record Probed(Instant at) implements Stage {

        /** Cuts the time. */
        public Probed {
            at = Times.cut(at);
        }
    }

    /**
     * That mail came back, too. The list's mail has still to be stopped.
     *
     * @param at when
     * @param reason why
     */
    record Failed(Instant at, BounceReason reason) implements Stage {

        /** Cuts the time. */
        public Failed {
            at = Times.cut(at);
        }
    }

    /**
     * The list's mail is stopped.
     *
     * @param at since when
     * @param reason why the latest mail came back
     * @param reminded how many reminders went out
     * @param last when the last one did, or the mail was stopped
     */
    record Stopped(Instant at, BounceReason reason, int reminded, Instant last) implements Stage {

        /** Cuts the times. */
        public Stopped {
            at = Times.cut(at);
            last = Times.cut(last);
        }
    }

    /** In one line; {@link #of} reads it. */
    default String written() {
        return switch (this) {
            case Counting _ -> "counting";
            case Doubted(var at, var due) -> String.join(" ", "doubted", Times.written(at), Times.written(due));
            case Probed(var at) -> String.join(" ", "probed", Times.written(at));
            case Failed(var at, var reason) -> String.join(" ", "failed", Times.written(at), reason.name());
            case Stopped(var at, var reason, var reminded, var last) -> String.join(" ", "stopped", Times.written(at),
                    reason.name(), Integer.toString(reminded), Times.written(last));
        };
    }

    /** Reads what {@link #written} gives. */
    static Stage of(String line) {
        var parts = line.split(" ", -1);
        return switch (parts[0]) {
            case "doubted" -> new Doubted(Times.of(parts[1]), Times.of(parts[2]));
            case "probed" -> new Probed(Times.of(parts[1]));
            case "failed" -> new Failed(Times.of(parts[1]), BounceReason.valueOf(parts[2]));
            case "stopped" ->
                new Stopped(Times.of(parts[1]), BounceReason.valueOf(parts[2]), Integer.parseInt(parts[3]),
                        Times.of(parts[4]));
            default -> new Counting();
        };
    }
}
