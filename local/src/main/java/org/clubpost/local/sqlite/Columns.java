package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values for one record of a table. Columns that get none are empty. */
final class Columns {

    private final Table table;
    private final @Nullable Object[] values;
    /** A bit for each column that has a value. */
    private long filled;

    private Columns(Table table) {
        this.table = table;
        this.values = new @Nullable Object[table.columns.size()];
    }

    /** A table, by its columns, of which it has at most 64. */
    static final class Table {

        private final String name;
        private final List<String> columns;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Long, String> insertions = new ConcurrentHashMap<>();

        Table(String name, List<String> columns) {
            this.name = name;
            this.columns = columns;
            IntStream.range(0, columns.size()).forEach(place -> places.put(columns.get(place), place));
        }

        /** A record without values. */
        Columns row() {
            return new Columns(this);
        }

        private String inserting(long filled) {
            return insertions.computeIfAbsent(filled, bits -> inserting(IntStream.range(0, columns.size())
                    .filter(place -> (bits & 1L << place) != 0).mapToObj(columns::get).toList()));
        }

        private String inserting(List<String> some) {
            return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING".formatted(name, String.join(", ", some),
                    some.stream().map(_ -> "?").collect(Collectors.joining(", ")));
        }

        /**
         * The statement that adds a record, or puts it in place of the one with the same key. Its values are all.
         *
         * @param key the columns of the primary key
         */
        String storing(List<String> key) {
            return inserting(columns).replace("DO NOTHING", "(%s) DO UPDATE SET %s".formatted(String.join(", ", key),
                    columns.stream().filter(column -> !key.contains(column))
                            .map(column -> column + " = excluded." + column).collect(Collectors.joining(", "))));
        }
    }

    /** Puts a value into a column, in place of what was there. */
    Columns put(String column, @Nullable Object value) {
        var place = table.places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no such column: " + column);
        }
        values[place] = value;
        filled |= value == null ? 0 : 1L << place;
        return this;
    }

    /** The values in the order of the columns. */
    @Nullable
    Object[] all() {
        return values.clone();
    }

    /** Adds the record, unless there is one with its key. Names only the columns that have a value, to save time. */
    boolean insert(Session session) throws SQLException {
        var given = new ArrayList<Object>();
        for (var value : values) {
            if (value != null) {
                given.add(value);
            }
        }
        return session.change(table.inserting(filled), given.toArray()) == 1;
    }
}
