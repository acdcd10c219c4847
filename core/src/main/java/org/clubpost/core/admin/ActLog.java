package org.clubpost.core.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.LogKeeping;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Slice;

/**
 * The log of what was done, and the history of each member. Nearly all entries are recorded by the other ports of the
 * same database, each in the same step as the change that it tells of ({@link LogRecorder}). Every method may throw
 * {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface ActLog {

    /** How long an entry is kept, until {@link #keep} says otherwise. */
    Duration KEPT = Duration.ofDays(2 * 365);

    /** Adds an entry, in place of the one with its id. What was in the list's log before stays in it. */
    void put(LogEntry entry);

    /** The entry of the list's log with that id; empty when there is none or its time is over. */
    Optional<LogEntry> find(ListId list, EntryId id, Instant now);

    /**
     * The list's log, newest first.
     *
     * @param before the last entry of the page before this one; empty for the first page
     * @param limit the most to return, 1 to 1,000; fewer only when there are no more
     */
    List<LogEntry> of(ListId list, Optional<EntryId> before, int limit, Instant now);

    /**
     * What happened to a person on a list, newest first.
     *
     * @param before the last entry of the page before this one; empty for the first page
     * @param limit the most to return, 1 to 1,000; fewer only when there are no more
     */
    List<LogEntry> of(ListId list, SubscriberId person, Optional<EntryId> before, int limit, Instant now);

    /**
     * Some of a list's entries.
     *
     * @param from those of the log from this time on
     * @param to and before that
     * @param people and those of the histories of these people
     */
    record Share(Instant from, Instant to, Slice people) {}

    /**
     * Gives entries the time that the list wants them kept, where they have another. One whose time is over stays over,
     * and goes. May be repeated.
     *
     * @param share which of them; a store that keeps log and history in one may go by the times alone
     * @param most how many are changed at most
     * @return how many were changed
     */
    int keep(ListId list, LogKeeping keeping, Share share, int most, Instant now);
}
