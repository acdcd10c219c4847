package org.clubpost.function.admin.members;

import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.LogEntry;
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
        return log.of(visit.list().id(), Optional.empty(), LOOKS, visit.now()).stream()
                .filter(entry -> entry.actor().equals(visit.actor())
                        && !entry.time().isBefore(visit.now().minusSeconds(1)))
                .map(LogEntry::id).findFirst();
    }
}
