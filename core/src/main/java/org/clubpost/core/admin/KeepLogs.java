package org.clubpost.core.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.Slice;

/**
 * Keeps the log of each list for as long as the list wants ({@link org.clubpost.core.list.LogKeeping}): an entry is born
 * with the usual time, and this gives it the list's. To be called once an hour.
 *
 * <p>Each call looks at one of 64 shares of every list's entries, the one whose hour it is, so each list is gone through
 * in less than three days, which is soon enough for the shortest and for the longest time. Nothing is stored about how far
 * it has come: a call that dies, or does not happen, costs its share one round.
 */
public final class KeepLogs {

    /** How many entries one call changes, so that it ends in time; the others wait for the next round. */
    static final int MOST = 1_000;
    /** Before this nobody kept a log with this program. */
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<Slice> SLICES = Slice.cut(Slice.MAX_BITS);

    private final Lists lists;
    private final ActLog log;
    private final InstantSource clock;

    /** Keeps the logs of these lists. */
    public KeepLogs(Lists lists, ActLog log, InstantSource clock) {
        this.lists = lists;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Does what is due in the share of the hour. May be repeated.
     *
     * @return how many entries were changed
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int run() {
        var now = clock.instant();
        var share = share(now);
        var done = 0;
        for (var list : lists.all()) {
            done += log.keep(list.id(), list.people().logKept(), share, MOST - done, now);
        }
        return done;
    }

    /** The share of the hour: of the entries by time as much as of the people by key. */
    static ActLog.Share share(Instant now) {
        var hours = Duration.between(Instant.EPOCH, now).toHours();
        var index = Math.toIntExact(Math.floorMod(hours, SLICES.size()));
        var end = Instant.EPOCH.plus(Duration.ofHours(hours - index + SLICES.size()));
        var width = Duration.between(BEGINNING, end).dividedBy(SLICES.size());
        return new ActLog.Share(index == 0 ? Instant.EPOCH : BEGINNING.plus(width.multipliedBy(index)),
                index == SLICES.size() - 1 ? end : BEGINNING.plus(width.multipliedBy(index + 1L)), SLICES.get(index));
    }
}
