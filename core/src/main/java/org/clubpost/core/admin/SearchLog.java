package org.clubpost.core.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.list.MailingList;

/**
 * Looks for entries in a list's log, newest first, and reads a bounded number of them.
 *
 * @param log the log
 */
public record SearchLog(ActLog log) {

    /** How many entries are read at once when not all are wanted. */
    private static final int AT_ONCE = 200;
    /** How often the log is read for a page at most. */
    private static final int MOST_READS = 3;
    /** The latest time that an id can have. */
    private static final Instant LATEST = Instant.ofEpochMilli((1L << 48) - 1);
    private static final String BEFORE_ALL_OF_THE_TIME = "00000000";

    /** What acts are about. */
    public enum Topic {
        /** The list and its settings. */
        LIST,
        /** Its members. */
        MEMBERS,
        /** Its posts. */
        POSTS;

        /** What that act is about. */
        public static Topic of(Act act) {
            return switch (act) {
                case LIST_CREATED,
                        LIST_CHANGED,
                        LIST_RELEASED,
                        KEYS_ROTATED,
                        PEOPLE_INVITED,
                        LIST_REMOVED,
                        LIST_DELETED,
                        LIST_RESTORED ->
                    LIST;
                case MEMBERS_IMPORTED,
                        MEMBERS_REGROUPED,
                        MEMBERS_CHANGED,
                        IMPORT_UNDONE,
                        MEMBERS_REMOVED,
                        ASKED,
                        WITHDRAWN,
                        APPLIED,
                        DECLINED,
                        JOINED,
                        CHANGED,
                        MOVED,
                        LEFT,
                        CAME_BACK,
                        REMOVED,
                        RESTORED,
                        SUPPRESSED,
                        RELEASED,
                        PROBED,
                        FORGOTTEN ->
                    MEMBERS;
                case POST_PAUSED,
                        POST_RESUMED,
                        POST_CANCELLED,
                        POST_RETRIED,
                        POST_RELEASED,
                        POST_REFUSED,
                        POST_DROPPED,
                        POST_CONFIRMED,
                        POST_DISOWNED ->
                    POSTS;
            };
        }
    }

    /**
     * What is looked for. What is empty does not matter.
     *
     * @param topic what the acts are about
     * @param actor who did them
     * @param way by which way
     * @param from when they were done at the earliest
     * @param before when they were done, before that time
     */
    public record Wanted(Optional<Topic> topic, Optional<Actor> actor, Optional<Way> way,
            Optional<Instant> from, Optional<Instant> before) {

        /** Everything. */
        public static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());

        private boolean takes(LogEntry entry) {
            return topic.filter(wanted -> Topic.of(entry.act()) != wanted).isEmpty()
                    && actor.filter(wanted -> !entry.actor().equals(wanted)).isEmpty()
                    && way.filter(wanted -> entry.way() != wanted).isEmpty();
        }

        private boolean takesAll() {
            return topic.isEmpty() && actor.isEmpty() && way.isEmpty();
        }
    }

    /**
     * A page.
     *
     * @param entries those that were found
     * @param next behind which entry the next page begins; empty when this is the last
     * @param behind behind which entry it begins; empty when it begins with the newest
     * @param read all entries that were read for it
     */
    public record Found(List<LogEntry> entries, Optional<EntryId> next, Optional<EntryId> behind,
            List<LogEntry> read) {

        /** Copies the entries. */
        public Found {
            entries = List.copyOf(entries);
            read = List.copyOf(read);
        }

        /** How many entries were read for it. */
        public int looked() {
            return read.size();
        }
    }

    /**
     * A page of what is wanted. It may have fewer entries than it could, or none, although there is a next one: then they
     * were not among those that were read. What is older than the list wants to keep is not shown, and goes by and by
     * ({@link KeepLogs}).
     *
     * @param after behind which entry it begins; empty for the first page
     * @param size how many entries it has at most, 1 to 999
     */
    public Found page(MailingList list, Wanted wanted, Optional<EntryId> after, int size, Instant now) {
        var found = new ArrayList<LogEntry>();
        var behind = after.or(() -> wanted.before().map(SearchLog::first));
        var at = behind;
        var seen = new ArrayList<LogEntry>();
        var most = wanted.takesAll() ? size + 1 : Math.max(AT_ONCE, size + 1);
        for (var read = 0; read < MOST_READS; read++) {
            var part = log.of(list.id(), at, most, now);
            for (var entry : part) {
                if (wanted.from().filter(entry.time()::isBefore).isPresent()
                        || list.people().logKept().isOver(entry.time(), now)) {
                    return new Found(found, Optional.empty(), behind, seen);
                }
                if (found.size() == size) {
                    return new Found(found, at, behind, seen);
                }
                seen.add(entry);
                at = Optional.of(entry.id());
                if (wanted.takes(entry)) {
                    found.add(entry);
                }
            }
            if (part.size() < most) {
                return new Found(found, Optional.empty(), behind, seen);
            }
        }
        return new Found(found, at, behind, seen);
    }

    /**
     * What of a page can be put back. For a page that does not begin with the newest entry it reads the newest
     * {@value #AT_ONCE}: what was done last may have undone what stands on it.
     */
    public Undoable undoable(Actor actor, MailingList list, Found found, Instant now) {
        var newer = found.behind().isEmpty()
                ? List.<LogEntry>of()
                : log.of(list.id(), Optional.empty(), AT_ONCE, now);
        return Undoable.of(actor, list, Stream.concat(newer.stream(), found.read().stream()).toList(), now);
    }

    /** An id that comes before every entry of that time, and behind every earlier one. */
    private static EntryId first(Instant time) {
        var kept = time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(LATEST) ? LATEST : time;
        return new EntryId("%012x".formatted(kept.toEpochMilli()) + BEFORE_ALL_OF_THE_TIME);
    }
}
