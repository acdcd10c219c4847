package org.clubpost.core.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace.Purpose;

/**
 * What a record becomes by one more thing that came back.
 *
 * @param posts what went out lately
 */
record Progress(Posts posts) {

    /**
     * How long after the first point at the earliest the mail goes out that is to find out. A mail system that says of
     * everybody for a day or two that they do not exist has been mended by then.
     */
    static final Duration PATIENCE = Duration.ofDays(3);
    /** How many posts of a list are looked at, however many were never sent. */
    private static final int LATELY = 500;

    BounceRecord after(MailingList list, BounceRecord record, CameBack back, Instant now) {
        var remembered = record.with(back);
        if (!(back.what() instanceof Returned.Bounce bounce)) {
            return remembered;
        }
        return switch (record.stage()) {
            case Stage.Counting _ -> counted(list, remembered, bounce, now);
            // The mail may have gone out just before somebody died who was to note it.
            case Stage.Doubted(var at, _) -> isFailure(record, back, bounce)
                    ? remembered.with(new Stage.Failed(now, reason(record, bounce)))
                    : doubted(remembered.with(adding(list, record.points(), bounce)), at);
            case Stage.Probed _ -> isFailure(record, back, bounce)
                    ? remembered.with(new Stage.Failed(now, reason(record, bounce)))
                    : remembered;
            case Stage.Failed _ -> remembered;
            case Stage.Stopped(var at, _, var reminded, var last) -> bounce.lasting() == Lasting.PERMANENT
                    && Scoring.isNobodyThere(bounce.reason())
                            ? remembered.with(new Stage.Stopped(at, bounce.reason(), reminded, last))
                            : remembered;
        };
    }

    private BounceRecord counted(MailingList list, BounceRecord record, Returned.Bounce bounce, Instant now) {
        var counted = record.with(adding(list, living(list, record.points(), now), bounce));
        return Scoring.isEnough(counted.points(), counted.history()) ? doubted(counted, now) : counted;
    }

    /** It is in doubt since then; and what came back earlier may be heard of later. */
    private static BounceRecord doubted(BounceRecord record, Instant at) {
        return record.with(new Stage.Doubted(at, later(at, record.points().getFirst().at().plus(PATIENCE))));
    }

    private static List<Point> adding(MailingList list, List<Point> points, Returned.Bounce bounce) {
        var quarters = Scoring.quarters(bounce);
        return quarters == 0
                ? points
                : Scoring.adding(points, new Point(bounce.at(), quarters), list.dispatch().zone());
    }

    private List<Point> living(MailingList list, List<Point> points, Instant now) {
        return Scoring.isNew(points, now) ? points : Scoring.living(points, fourthLast(list), now);
    }

    /** When the last post but three went out; empty when there were not so many. */
    private Optional<Instant> fourthLast(MailingList list) {
        try (var all = posts.of(list.id())) {
            return all.limit(LATELY).filter(Progress::wentOut).skip(Scoring.POSTS - 1L).findFirst()
                    .map(post -> post.id().storedAt());
        }
    }

    private static boolean wentOut(Post post) {
        return post.state() instanceof PostState.Done || post.state().goingOut().isPresent();
    }

    /** That our own provider sent nothing says something only where a mail had come back for good before. */
    private static boolean isFailure(BounceRecord record, CameBack back, Returned.Bounce bounce) {
        return back.purpose() == Purpose.PROBE && (Scoring.quarters(bounce) > 0
                || (bounce.reason() == BounceReason.SUPPRESSED && record.points().stream().anyMatch(Point::isFull)));
    }

    private static BounceReason reason(BounceRecord record, Returned.Bounce bounce) {
        return bounce.reason() == BounceReason.SUPPRESSED
                ? record.latestReason().orElse(bounce.reason())
                : bounce.reason();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
