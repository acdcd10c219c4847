package org.clubpost.core.list;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How a list's posts go out.
 *
 * @param undo how long a post is waiting first, while its author can take it back; zero for not at all
 * @param quiet when no post begins to go out, and in which zone the list's times are
 * @param report who is told what became of a post
 * @param resendsUnclear whether a copy is sent once more when nobody knows whether it was sent
 */
public record Dispatch(Duration undo, QuietHours quiet, Report report, boolean resendsUnclear) {

    /** The default: everything goes out at once, and nobody goes without a copy. */
    public static final Dispatch DEFAULT = new Dispatch(Duration.ZERO, QuietHours.NONE, Report.POSTER, true);

    /** Who is told what became of a post. */
    public enum Report {
        /** The author of the post, or the owners when the author is not proven. */
        POSTER,
        /** The owners. */
        OWNERS,
        /** Nobody. */
        NONE
    }

    /** The zone of the list: of its quiet hours, of its days, and of the times in its mails and pages. */
    public ZoneId zone() {
        return quiet.zone();
    }

    /** With another zone. The quiet hours are at the same times of that zone. */
    public Dispatch withZone(ZoneId changed) {
        return withQuiet(quiet.in(changed));
    }

    /** With another time within which a post can be taken back. */
    public Dispatch withUndo(Duration changed) {
        return new Dispatch(changed, quiet, report, resendsUnclear);
    }

    /** With other quiet hours. */
    public Dispatch withQuiet(QuietHours changed) {
        return new Dispatch(undo, changed, report, resendsUnclear);
    }

    /** With another choice of who is told. */
    public Dispatch withReport(Report changed) {
        return new Dispatch(undo, quiet, changed, resendsUnclear);
    }

    /** With unclear copies sent once more, or not. */
    public Dispatch withResendsUnclear(boolean changed) {
        return new Dispatch(undo, quiet, report, changed);
    }
}
