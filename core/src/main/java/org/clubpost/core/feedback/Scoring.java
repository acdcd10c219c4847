package org.clubpost.core.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.suppression.Blame;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;

/**
 * What something that came back counts. A member gets one point a day at most. Points go when none has been added for
 * {@link #LIVES} and {@value #POSTS} more posts have gone out; else a monthly list would never come to {@link #ENOUGH}.
 */
public final class Scoring {

    /** From so many quarters of a point on, it is time to find out whether mail arrives: five points. */
    public static final int ENOUGH = 5 * Point.FULL;
    /** For how long points count after the last one, at least. */
    public static final Duration LIVES = Duration.ofDays(7);
    /** How many more posts they outlive at least. */
    public static final int POSTS = 4;

    private static final Comparator<Point> LARGEST = Comparator.comparingInt(Point::quarters).reversed()
            .thenComparing(Point::at);

    private Scoring() {}

    /**
     * What it counts, in quarters of a point. What is the fault of whoever sent, or of the post, counts nothing; nor does
     * what nobody knows the reason of, unless it is for good. That our own provider sent nothing is no evidence by
     * itself.
     */
    static int quarters(Returned.Bounce bounce) {
        return switch (bounce.reason().blame()) {
            case ADDRESS -> switch (bounce.lasting()) {
                case PERMANENT -> Point.FULL;
                case TRANSIENT -> isWrongDomain(bounce) ? Point.FULL : Point.LITTLE;
                case UNDETERMINED -> 0;
            };
            case MAILBOX -> bounce.lasting() == Lasting.UNDETERMINED ? 0 : Point.LITTLE;
            case NOBODY -> switch (bounce.reason()) {
                case UNDEFINED -> switch (bounce.lasting()) {
                    case PERMANENT -> Point.FULL;
                    case TRANSIENT -> Point.LITTLE;
                    case UNDETERMINED -> 0;
                };
                default -> 0;
            };
            case SENDER, POST -> 0;
        };
    }

    /** SES calls it transient that a domain does not exist, with the status 5.4.4. A fault of its DNS is another thing. */
    private static boolean isWrongDomain(Returned.Bounce bounce) {
        return bounce.reason() == BounceReason.HOST_UNKNOWN && bounce.status().startsWith("5.");
    }

    /** Why it came back, where that says something about the address or the mailbox. */
    static Optional<BounceReason> reason(CameBack back) {
        return back.what() instanceof Returned.Bounce bounce && quarters(bounce) > 0
                ? Optional.of(bounce.reason())
                : Optional.empty();
    }

    /** Whether nobody can be reached there any more, so that no mail is sent to remind anybody. */
    public static boolean isNobodyThere(BounceReason reason) {
        return reason.blame() == Blame.ADDRESS && reason != BounceReason.SUSPENDED;
    }

    /** These points and one more. Of one day, the largest one counts, and of alike ones the first. */
    static List<Point> adding(List<Point> points, Point more, ZoneId zone) {
        var sameDay = points.stream().filter(each -> each.day(zone).equals(more.day(zone))).findFirst();
        if (sameDay.filter(each -> LARGEST.compare(each, more) <= 0).isPresent()) {
            return points;
        }
        return Stream.concat(points.stream().filter(each -> !sameDay.equals(Optional.of(each))), Stream.of(more))
                .sorted(Comparator.comparing(Point::at)).toList();
    }

    /**
     * The points that still count: all, as long as the last one does. So what comes back day after day adds up, however
     * little each counts.
     *
     * @param fourthLast when the last post but three went out; empty when there were not so many
     */
    static List<Point> living(List<Point> points, Optional<Instant> fourthLast, Instant now) {
        return isNew(points, now) || fourthLast.filter(post -> post.isAfter(last(points))).isEmpty()
                ? points
                : List.of();
    }

    /** Whether there was a point so short a time ago that all count, whatever has gone out since. */
    static boolean isNew(List<Point> points, Instant now) {
        return points.isEmpty() || last(points).isAfter(now.minus(LIVES));
    }

    private static Instant last(List<Point> points) {
        return points.stream().map(Point::at).max(Instant::compareTo).orElseThrow();
    }

    /**
     * Whether it is time to find out. SES sends nothing more to an address from which one mail came back for good; so
     * after that, its word that it sent nothing is all that will ever come, and it is enough.
     */
    static boolean isEnough(List<Point> living, List<CameBack> history) {
        if (living.stream().mapToInt(Point::quarters).sum() >= ENOUGH) {
            return true;
        }
        return living.stream().filter(Point::isFull).anyMatch(point -> history.stream()
                .anyMatch(back -> back.isBounce(BounceReason.SUPPRESSED) && !back.what().at().isBefore(point.at())));
    }
}
