package org.clubpost.local.sqlite;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.List;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscription.Funnel;

/** A row for each list and day on which there was something to count. The sweep removes it when its time is over. */
final class SqliteFunnel implements Funnel {

    private final Connections connections;

    SqliteFunnel(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void count(ListId list, LocalDate day, Step step) {
        var end = day.atStartOfDay(UTC).toInstant().plus(KEPT);
        connections.write(session -> session.change(
                "INSERT INTO funnel (list, day, asked, shown, confirmed, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                        + " ON CONFLICT DO UPDATE SET asked = asked + ?3, shown = shown + ?4,"
                        + " confirmed = confirmed + ?5",
                list.value(), day.toString(), one(step == Step.ASKED), one(step == Step.SHOWN),
                one(step == Step.CONFIRMED), end));
    }

    private static int one(boolean isIt) {
        return isIt ? 1 : 0;
    }

    @Override
    public List<Day> days(ListId list, LocalDate from, LocalDate to) {
        return connections.read(session -> session.all(
                "SELECT * FROM funnel WHERE list = ? AND day BETWEEN ? AND ? ORDER BY day",
                row -> new Day(LocalDate.parse(row.text("day")), row.number("asked"), row.number("shown"),
                        row.number("confirmed")),
                list.value(), from.toString(), to.toString()));
    }
}
