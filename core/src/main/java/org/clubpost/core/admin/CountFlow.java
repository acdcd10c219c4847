package org.clubpost.core.admin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Counts who came to a list and who went, week by week. It looks at all records of a small list. Of a large one it looks
 * at those in a part of the key space, which are as if drawn by lot, because keys are hashes; the numbers are then
 * estimated from them. Who was erased or forgotten, changed the address, or left and came back is not seen as having
 * left.
 *
 * @param subscribers the records
 */
public record CountFlow(Subscribers subscribers) {

    /** About so many members are looked at. */
    private static final int ENOUGH = 2_000;
    /** So many records are looked at, whatever they are. */
    private static final int MOST = 10_000;

    /** How somebody went. */
    public enum Way {
        /** Left: too many mails. */
        TOO_MANY,
        /** Left: the mails were not for them. */
        NOT_MINE,
        /** Left: moved on. */
        MOVED,
        /** Left for another reason. */
        OTHER,
        /** Left without saying why. */
        UNSAID,
        /** Taken off by an owner. */
        REMOVED,
        /** Mail came back. */
        BOUNCING,
        /** Complained of the mail. */
        COMPLAINED
    }

    /**
     * A week.
     *
     * @param monday its first day, at the list
     * @param joined how many came, by how
     * @param left how many went, by why
     * @param members how many there were at its end, or are now
     */
    public record Week(LocalDate monday, Map<JoinWay, Long> joined, Map<Way, Long> left, long members) {

        /** Copies the numbers. */
        public Week {
            joined = Map.copyOf(joined);
            left = Map.copyOf(left);
        }

        /** How many came. */
        public long allJoined() {
            return joined.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many went. */
        public long allLeft() {
            return left.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What was counted.
     *
     * @param weeks the weeks, oldest first
     * @param looked how many records were looked at
     * @param isExact whether these are all; otherwise the numbers are estimated from them
     */
    public record Flow(List<Week> weeks, long looked, boolean isExact) {

        /** Copies the weeks. */
        public Flow {
            weeks = List.copyOf(weeks);
        }
    }

    /** What is counted of a week. */
    private static final class Count {

        private final Map<JoinWay, Long> joined = new EnumMap<>(JoinWay.class);
        private final Map<Way, Long> left = new EnumMap<>(Way.class);
    }

    /**
     * Counts.
     *
     * @param members how many members the list has
     * @param zone the clock of the list
     * @param number how many weeks, up to the one that it is now
     */
    public Flow of(ListId list, long members, Instant now, ZoneId zone, int number) {
        var bits = 0;
        while (bits < Slice.MAX_BITS && members >> bits > ENOUGH) {
            bits++;
        }
        var counts = new HashMap<LocalDate, Count>();
        var looked = 0L;
        var seen = 0L;
        var isCut = false;
        try (var all = subscribers.all(list, Slice.cut(bits).getFirst())) {
            for (var each : (Iterable<Subscriber>) all::iterator) {
                if (looked >= MOST) {
                    isCut = true;
                    break;
                }
                looked++;
                seen += each instanceof Subscriber.Confirmed ? 1 : 0;
                count(counts, each, zone);
            }
        }
        var isExact = bits == 0 && !isCut;
        return new Flow(weeks(counts, members, isExact || seen == 0 ? 1 : (double) members / seen, monday(now, zone),
                number), looked, isExact);
    }

    private static void count(Map<LocalDate, Count> counts, Subscriber subscriber, ZoneId zone) {
        consent(subscriber).ifPresent(consent -> at(counts, Entry.of(subscriber).orElseThrow().joined(), zone).joined
                .merge(JoinWay.of(consent), 1L, Long::sum));
        if (subscriber instanceof Subscriber.Former former) {
            at(counts, former.at(), zone).left.merge(way(former), 1L, Long::sum);
        }
    }

    private static Count at(Map<LocalDate, Count> counts, Instant time, ZoneId zone) {
        return counts.computeIfAbsent(monday(time, zone), _ -> new Count());
    }

    private static LocalDate monday(Instant time, ZoneId zone) {
        return LocalDate.ofInstant(time, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** That of whoever is a member, or was one and is still known. */
    private static Optional<Consent> consent(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Confirmed member -> Optional.of(member.consent());
            case Subscriber.Former former -> Optional.of(former.consent());
            case Subscriber.Pending _,Subscriber.Applied _,Subscriber.Moved _,Subscriber.Forgotten _ ->
                Optional.empty();
        };
    }

    private static Way way(Subscriber.Former former) {
        return switch (former) {
            case Subscriber.Left left -> left.reason().map(reason -> switch (reason) {
                case TOO_MANY -> Way.TOO_MANY;
                case NOT_MINE -> Way.NOT_MINE;
                case MOVED -> Way.MOVED;
                case OTHER -> Way.OTHER;
            }).orElse(Way.UNSAID);
            case Subscriber.Removed _ -> Way.REMOVED;
            case Subscriber.Suppressed stopped -> stopped.why() instanceof Stopped.Complaint
                    ? Way.COMPLAINED
                    : Way.BOUNCING;
        };
    }

    /** From the members of now back: who came in a week was not there before it, and who went was. */
    private static List<Week> weeks(Map<LocalDate, Count> counts, long members, double factor, LocalDate last,
            int number) {
        var weeks = new ArrayList<Week>();
        var there = members;
        for (var back = 0; back < number; back++) {
            var monday = last.minusWeeks(back);
            var count = counts.getOrDefault(monday, new Count());
            var week = new Week(monday, scaled(count.joined, factor), scaled(count.left, factor), Math.max(0, there));
            weeks.addFirst(week);
            there += week.allLeft() - week.allJoined();
        }
        return weeks;
    }

    private static <K> Map<K, Long> scaled(Map<K, Long> counts, double factor) {
        var scaled = new HashMap<K, Long>();
        counts.forEach((key, number) -> scaled.put(key, Math.round(number * factor)));
        return scaled;
    }
}
