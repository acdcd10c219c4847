package org.clubpost.local.door;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places for connections on one port. When all are taken, or all of one source, the guest that has made us wait the
 * longest goes and the newcomer comes in; so whoever says nothing shuts nobody out. Only when every guest is being served
 * does the newcomer have to go. Safe for use by many threads.
 */
public final class Places {

    private final int all;
    private final int perSource;
    private final Map<Source, Set<Guest>> guests = new HashMap<>();
    private int taken;

    /**
     * Makes them.
     *
     * @param all how many there are
     * @param perSource how many of them one source may have
     */
    public Places(int all, int perSource) {
        this.all = all;
        this.perSource = Math.min(all, perSource);
    }

    /**
     * Gives the guest a place.
     *
     * @return false when there is none
     */
    public boolean enter(Guest guest) {
        return enter(guest, perSource);
    }

    /** The same for a guest that may stand for many, such as a proxy: only the number of all places counts. */
    public boolean enterForMany(Guest guest) {
        return enter(guest, all);
    }

    private boolean enter(Guest guest, int most) {
        Optional<Guest> loser = Optional.empty();
        synchronized (this) {
            var same = guests.getOrDefault(guest.source(), Set.of());
            if (same.size() >= most) {
                loser = longestWaiting(same);
            } else if (taken >= all) {
                loser = guests.values().stream().sorted(Comparator.comparingInt((Set<Guest> each) -> -each.size()))
                        .flatMap(each -> longestWaiting(each).stream()).findFirst();
            }
            if (loser.isEmpty() && (same.size() >= most || taken >= all)) {
                return false;
            }
            loser.ifPresent(this::leave);
            guests.computeIfAbsent(guest.source(), _ -> new LinkedHashSet<>()).add(guest);
            taken++;
        }
        loser.ifPresent(Guest::dismiss);
        return true;
    }

    private static Optional<Guest> longestWaiting(Set<Guest> same) {
        var now = System.nanoTime();
        return same.stream().filter(each -> each.waitingSince().isPresent())
                .max(Comparator.comparingLong(each -> now - each.waitingSince().orElse(now)));
    }

    /** Takes the guest's place back; does nothing when it has none. */
    public synchronized void leave(Guest guest) {
        var same = guests.get(guest.source());
        if (same != null && same.remove(guest)) {
            taken--;
            if (same.isEmpty()) {
                guests.remove(guest.source());
            }
        }
    }

    /** How many are taken. */
    public synchronized int taken() {
        return taken;
    }
}
