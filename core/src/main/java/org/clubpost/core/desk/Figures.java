package org.clubpost.core.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.subscription.Funnel;

/**
 * What was counted of a list at some time: numbers, and nothing of anybody.
 *
 * @param at when it was counted, in milliseconds
 * @param flow who came and who went, week by week
 * @param days how far sign-ups got, day by day
 */
public record Figures(Instant at, CountFlow.Flow flow, List<Funnel.Day> days) {

    private static final String NONE = "-";

    /** Copies the days. */
    public Figures {
        days = List.copyOf(days);
    }

    /**
     * All of it as a text: a line {@code at MILLISECONDS LOOKED EXACT}, then {@code week MONDAY MEMBERS JOINED LEFT} with
     * {@code NAME=NUMBER,…} or {@code -}, and {@code day DAY ASKED SHOWN CONFIRMED}.
     */
    public String written() {
        var lines = new ArrayList<String>();
        lines.add("at " + at.toEpochMilli() + " " + flow.looked() + " " + flow.isExact());
        flow.weeks().forEach(week -> lines.add("week " + week.monday() + " " + week.members() + " "
                + written(week.joined()) + " " + written(week.left())));
        days.forEach(day -> lines
                .add("day " + day.day() + " " + day.asked() + " " + day.shown() + " " + day.confirmed()));
        return String.join("\n", lines);
    }

    private static String written(Map<? extends Enum<?>, Long> numbers) {
        return numbers.isEmpty()
                ? NONE
                : numbers.entrySet().stream().map(each -> each.getKey().name() + "=" + each.getValue()).sorted()
                        .collect(Collectors.joining(","));
    }

    /**
     * Reads what {@link #written} gave.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Figures of(String written) {
        var weeks = new ArrayList<CountFlow.Week>();
        var days = new ArrayList<Funnel.Day>();
        var head = new String[0];
        for (var line : written.split("\n", -1)) {
            var parts = line.split(" ", -1);
            switch (parts[0]) {
                case "at" -> head = parts;
                case "week" -> weeks.add(new CountFlow.Week(LocalDate.parse(parts[1]), numbers(parts[3],
                        JoinWay::valueOf), numbers(parts[4], CountFlow.Way::valueOf), Long.parseLong(parts[2])));
                case "day" -> days.add(new Funnel.Day(LocalDate.parse(parts[1]), Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]), Long.parseLong(parts[4])));
                default -> throw new IllegalArgumentException("no line of figures");
            }
        }
        if (head.length == 0) {
            throw new IllegalArgumentException("no figures");
        }
        return new Figures(Instant.ofEpochMilli(Long.parseLong(head[1])), new CountFlow.Flow(weeks,
                Long.parseLong(head[2]), Boolean.parseBoolean(head[3])), days);
    }

    private static <K> Map<K, Long> numbers(String written, Function<String, K> key) {
        var numbers = new HashMap<K, Long>();
        if (!written.equals(NONE)) {
            for (var each : written.split(",", -1)) {
                var parts = each.split("=", -1);
                numbers.put(key.apply(parts[0]), Long.parseLong(parts[1]));
            }
        }
        return numbers;
    }
}
