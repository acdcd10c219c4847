package org.clubpost.local.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.secret.SubscriberId;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One connection, with the statements that were prepared on it. For one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface RowReader<T> {

        /** Reads the row at which it stands. */
        T read(Row row) throws SQLException;
    }

    /** The first row of the answer, read. */
    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        try (var answer = bound(sql, values).executeQuery()) {
            return answer.next() ? Optional.of(read(reader, new Row(answer))) : Optional.empty();
        }
    }

    /** All rows of the answer, read. */
    <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        var read = new ArrayList<T>();
        try (var answer = bound(sql, values).executeQuery()) {
            var row = new Row(answer);
            while (answer.next()) {
                read.add(read(reader, row));
            }
        }
        return read;
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface RowUser {

        /** Uses the row at which it stands. */
        void use(Row row) throws SQLException;
    }

    /** Shows all rows of the answer, one after the other; none is kept. */
    void each(String sql, RowUser user) throws SQLException {
        try (var answer = bound(sql).executeQuery()) {
            var row = new Row(answer);
            while (answer.next()) {
                user.use(row);
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
        return bound(sql, values).executeUpdate();
    }

    /** Runs a statement that has neither values nor an answer, such as {@code COMMIT}. */
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
        return statement;
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
