package org.clubpost.core.subscription;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.clubpost.core.list.ListId;

/** The numbers in memory. */
public final class InMemoryFunnel implements Funnel {

    private final Map<ListId, Map<LocalDate, Day>> lists = new ConcurrentHashMap<>();

    /** Nothing is counted yet. */
    public InMemoryFunnel() {}

    @Override
    public void count(ListId list, LocalDate day, Step step) {
        lists.compute(list, (_, days) -> {
            var changed = days == null ? new TreeMap<LocalDate, Day>() : new TreeMap<>(days);
            changed.merge(day, new Day(day, step == Step.ASKED ? 1 : 0, step == Step.SHOWN ? 1 : 0,
                    step == Step.CONFIRMED ? 1 : 0), InMemoryFunnel::sum);
            return changed;
        });
    }

    private static Day sum(Day one, Day other) {
        return new Day(one.day(), one.asked() + other.asked(), one.shown() + other.shown(),
                one.confirmed() + other.confirmed());
    }

    @Override
    public List<Day> days(ListId list, LocalDate from, LocalDate to) {
        return lists.getOrDefault(list, Map.of()).values().stream()
                .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(to)).toList();
    }
}
