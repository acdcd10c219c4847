package org.clubpost.local.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clubpost.core.secret.SubscriberId;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One connection, with the statements that were prepared on it. For one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, Prepared> statements = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** A statement, and at which place each column of its answer is, once there was an answer. */
    private record Prepared(PreparedStatement statement, Map<String, Integer> places) {

        Row row(ResultSet answer) throws SQLException {
            if (places.isEmpty()) {
                var columns = answer.getMetaData();
                for (var place = 1; place <= columns.getColumnCount(); place++) {
                    places.put(columns.getColumnName(place), place);
                }
            }
            return new Row(answer, places);
        }
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface RowReader<T> {

        /** Reads the row at which it stands. */
        T read(Row row) throws SQLException;
    }

    /** The first row of the answer, read. */
    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        var prepared = bound(sql, values);
        try (var answer = prepared.statement().executeQuery()) {
            return answer.next() ? Optional.of(read(reader, prepared.row(answer))) : Optional.empty();
        }
    }

    /** All rows of the answer, read. */
    <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        var read = new ArrayList<T>();
        var prepared = bound(sql, values);
        try (var answer = prepared.statement().executeQuery()) {
            var row = prepared.row(answer);
            while (answer.next()) {
                read.add(read(reader, row));
            }
        }
        return read;
    }

    /** Reads all rows of the answer, and hands them on one after the other; none is kept. */
    <T> void each(String sql, RowReader<T> reader, Consumer<T> user) throws SQLException {
        var prepared = bound(sql);
        try (var answer = prepared.statement().executeQuery()) {
            var row = prepared.row(answer);
            while (answer.next()) {
                user.accept(read(reader, row));
            }
        }
    }

    /**
     * A row that cannot be what it says is damage too: SQLite looks at the shape of its pages, not at what they hold.
     */
    private static <T> T read(RowReader<T> reader, Row row) throws SQLException {
        try {
            return reader.read(row);
        } catch (RuntimeException e) {
            var damage = new SQLiteException("a row is not understood", SQLiteErrorCode.SQLITE_CORRUPT);
            damage.initCause(e);
            throw damage;
        }
    }

    /** Changes rows, and returns how many. */
    int change(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).statement().executeUpdate();
    }

    /** Runs a statement that has neither values nor an answer, such as {@code COMMIT}. */
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Prepared bound(String sql, @Nullable Object... values) throws SQLException {
        var prepared = statements.get(sql);
        if (prepared == null) {
            prepared = new Prepared(connection.prepareStatement(sql), new HashMap<>());
            statements.put(sql, prepared);
        }
        for (var i = 0; i < values.length; i++) {
            bind(prepared.statement(), i + 1, values[i]);
        }
        return prepared;
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(place, null);
            case String text -> statement.setString(place, text);
            case Integer number -> statement.setInt(place, number);
            case Long number -> statement.setLong(place, number);
            case Boolean flag -> statement.setInt(place, flag ? 1 : 0);
            case byte[] octets -> statement.setBytes(place, octets);
            case Enum<?> constant -> statement.setString(place, constant.name());
            case Instant time -> statement.setLong(place, Values.nanos(time));
            case SubscriberId key -> statement.setBytes(place, Values.octets(key));
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
