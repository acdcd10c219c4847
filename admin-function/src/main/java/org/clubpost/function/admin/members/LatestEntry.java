package org.clubpost.function.admin.members;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.ListId;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * Finds the entry of what a visitor just did, for the button that takes it back.
 *
 * @param log the log
 */
public record LatestEntry(ActLog log) {

    private static final int LOOKS = 5;

    /** The newest entry of the list's log, if it is of this visitor and of this visit. */
    Optional<EntryId> of(RoomVisit visit) {
        return of(visit, entry -> entry.act() != Act.MOVED);
    }

    /** The same of a change of an address. It counts from a while later, and so stands before what was done since. */
    Optional<EntryId> ofMove(RoomVisit visit) {
        return of(visit, entry -> entry.act() == Act.MOVED);
    }

    /** The newest entry of the list's log that is such an act, if it is of this visitor and of this visit. */
    public Optional<EntryId> of(RoomVisit visit, Act act) {
        return of(visit, entry -> entry.act() == act);
    }

    private Optional<EntryId> of(RoomVisit visit, Predicate<LogEntry> wanted) {
        return of(visit.list().id(), visit.actor(), visit.now(), wanted);
    }

    /**
     * The newest entry of that kind in a list's log that somebody caused.
     *
     * @param since since when
     */
    public Optional<EntryId> of(ListId list, Actor actor, Instant since, Predicate<LogEntry> wanted) {
        return log.of(list, Optional.empty(), LOOKS, since).stream().filter(wanted)
                .filter(entry -> entry.actor().equals(actor)
                        && !entry.time().isBefore(since.truncatedTo(ChronoUnit.MILLIS)))
                .map(LogEntry::id).findFirst();
    }
}
