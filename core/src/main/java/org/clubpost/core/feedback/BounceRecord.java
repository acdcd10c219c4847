package org.clubpost.core.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.BounceReason;

/**
 * What came back from one member of a list, and what it led to. It belongs to the address: a member who changes it
 * begins anew.
 *
 * @param list the list
 * @param member the key of the address
 * @param stage how far it has come
 * @param points what counts, oldest first, at most {@value #MOST_POINTS}, one a day
 * @param history what came back lately, oldest first, at most {@value #MOST_HISTORY}
 */
public record BounceRecord(ListId list, SubscriberId member, Stage stage, List<Point> points,
        List<CameBack> history) {

    /** How many things that came back are remembered. */
    public static final int MOST_HISTORY = 20;
    /** More points than it takes. */
    static final int MOST_POINTS = 30;
    /** How long a record is kept after the last thing that came back: as long as an entry of the log. */
    public static final Duration KEPT = Duration.ofDays(2 * 365);

    private static final String POINT = "p";

    /** Puts both in order, and drops the oldest that are too many. */
    public BounceRecord {
        points = latest(points, MOST_POINTS, Comparator.comparing(Point::at));
        history = latest(history, MOST_HISTORY, Comparator.comparing(each -> each.what().at()));
    }

    private static <T> List<T> latest(List<T> all, int most, Comparator<T> byTime) {
        var sorted = all.stream().sorted(byTime).toList();
        return List.copyOf(sorted.subList(Math.max(0, sorted.size() - most), sorted.size()));
    }

    /** Of a member from whom nothing has come back yet. */
    public static BounceRecord of(ListId list, SubscriberId member) {
        return new BounceRecord(list, member, new Stage.Counting(), List.of(), List.of());
    }

    /** The same, at another stage. */
    public BounceRecord with(Stage changed) {
        return new BounceRecord(list, member, changed, points, history);
    }

    /** The same with these points. */
    public BounceRecord with(List<Point> changed) {
        return new BounceRecord(list, member, stage, changed, history);
    }

    /** The same, when that came back as well. */
    public BounceRecord with(CameBack more) {
        var all = new ArrayList<>(history);
        all.add(more);
        return new BounceRecord(list, member, stage, points, all);
    }

    /** Nothing counts any more; what came back is still remembered. */
    public BounceRecord reset() {
        return new BounceRecord(list, member, new Stage.Counting(), List.of(), history);
    }

    /** Why the latest mail came back that did for a reason that says something about the address or the mailbox. */
    public Optional<BounceReason> latestReason() {
        return history.reversed().stream().flatMap(each -> Scoring.reason(each).stream()).findFirst();
    }

    /** When it may be forgotten. */
    public Instant expiresAt() {
        var last = history.isEmpty() ? Instant.EPOCH : history.getLast().what().at();
        return (switch (stage) {
            case Stage.Counting _ -> last;
            case Stage.Doubted(_, var due) -> later(last, due);
            case Stage.Probed(var at) -> later(last, at);
            case Stage.Failed(var at, _) -> later(last, at);
            case Stage.Stopped(_, _, _, var reminded) -> later(last, reminded);
        }).plus(KEPT);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** All but whose it is, as one text; {@link #of(ListId, SubscriberId, String)} reads it. */
    public String written() {
        var lines = new StringJoiner("\n").add(stage.written());
        points.forEach(point -> lines.add(POINT + " " + point.written()));
        history.forEach(each -> lines.add(each.written()));
        return lines.toString();
    }

    /** The record of that member that was {@linkplain #written written} so. */
    public static BounceRecord of(ListId list, SubscriberId member, String written) {
        var lines = written.lines().toList();
        var points = new ArrayList<Point>();
        var history = new ArrayList<CameBack>();
        for (var line : lines.subList(1, lines.size())) {
            var parts = line.split(" ", -1);
            if (parts[0].equals(POINT)) {
                points.add(Point.of(parts));
            } else {
                history.add(CameBack.of(line));
            }
        }
        return new BounceRecord(list, member, Stage.of(lines.getFirst()), points, history);
    }
}
