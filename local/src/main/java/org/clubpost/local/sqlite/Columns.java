package org.clubpost.local.sqlite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a table that hold a whole record, and the values for one of them. */
final class Columns {

    private final List<String> names;
    private final @Nullable Object[] values;

    /** All empty. */
    Columns(List<String> names) {
        this.names = names;
        this.values = new @Nullable Object[names.size()];
    }

    /** Puts a value into a column, in place of what was there. */
    Columns put(String name, @Nullable Object value) {
        var place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("no such column: " + name);
        }
        values[place] = value;
        return this;
    }

    /** The values in the order of the columns. */
    @Nullable
    Object[] values() {
        return Arrays.copyOf(values, values.length);
    }

    /** The statement that adds a record to the table. */
    static String inserting(String table, List<String> names) {
        return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", names),
                names.stream().map(_ -> "?").collect(Collectors.joining(", ")));
    }

    /**
     * The statement that adds a record, or puts it in place of the one with the same key.
     *
     * @param key the columns of the primary key
     */
    static String storing(String table, List<String> names, List<String> key) {
        return inserting(table, names) + " ON CONFLICT (%s) DO UPDATE SET %s".formatted(String.join(", ", key),
                names.stream().filter(name -> !key.contains(name)).map(name -> name + " = excluded." + name)
                        .collect(Collectors.joining(", ")));
    }
}
