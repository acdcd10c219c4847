package org.clubpost.local.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The names in a folder as its processes see them, and as they are on the disk for certain. */
final class DiskFolder implements DiskEntry {

    private final Map<String, DiskEntry> now = new TreeMap<>();
    private Map<String, DiskEntry> forced = Map.of();
    private final List<Change> pending = new ArrayList<>();

    /** A change of names that happens as a whole. A name that leads to nothing is removed. */
    private record Change(Map<String, @Nullable DiskEntry> names) {

        void apply(Map<String, DiskEntry> to) {
            names.forEach((name, entry) -> {
                if (entry == null) {
                    to.remove(name);
                } else {
                    to.put(name, entry);
                }
            });
        }
    }

    void put(String name, DiskEntry entry) {
        change(Map.of(name, entry));
    }

    void remove(String name) {
        var change = new TreeMap<String, @Nullable DiskEntry>();
        change.put(name, null);
        change(change);
    }

    void move(String from, String to) {
        var change = new TreeMap<String, @Nullable DiskEntry>();
        change.put(to, get(from));
        change.put(from, null);
        change(change);
    }

    private void change(Map<String, @Nullable DiskEntry> names) {
        var change = new Change(names);
        change.apply(now);
        pending.add(change);
    }

    DiskEntry get(String name) {
        var entry = now.get(name);
        if (entry == null) {
            throw new IllegalStateException("nothing is called " + name);
        }
        return entry;
    }

    @Override
    public void force() {
        forced = Map.copyOf(now);
        pending.clear();
    }

    /** As the process saw them. */
    Map<String, DiskEntry> now() {
        return now;
    }

    /** As they are after a power cut that took everything not forced. */
    Map<String, DiskEntry> forced() {
        return forced;
    }

    /** As they may be after a power cut: the changes that were not forced reach the disk in their order, up to one. */
    Map<String, DiskEntry> some(RandomGenerator random) {
        var names = new TreeMap<>(forced);
        pending.subList(0, random.nextInt(pending.size() + 1)).forEach(change -> change.apply(names));
        return names;
    }
}
