package org.clubpost.local.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The row at which a result stands, by the names of its columns. A column that is read must not be null. */
final class Row {

    private final ResultSet result;
    private final Map<String, Integer> places;

    /**
     * @param result stands at the row, or will
     * @param places the place of each column
     */
    Row(ResultSet result, Map<String, Integer> places) {
        this.result = result;
        this.places = places;
    }

    private int at(String column) throws SQLException {
        var place = places.get(column);
        if (place == null) {
            throw new SQLException("there is no column " + column);
        }
        return place;
    }

    boolean has(String column) throws SQLException {
        return result.getObject(at(column)) != null;
    }

    String text(String column) throws SQLException {
        return present(column, result.getString(at(column)));
    }

    Optional<String> findText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(at(column)));
    }

    long number(String column) throws SQLException {
        return result.getLong(at(column));
    }

    boolean flag(String column) throws SQLException {
        return result.getInt(at(column)) != 0;
    }

    Instant instant(String column) throws SQLException {
        return Values.instant(result.getLong(at(column)));
    }

    SubscriberId key(String column) throws SQLException {
        return Values.key(present(column, result.getBytes(at(column))));
    }

    Set<SubscriberId> keys(String column) throws SQLException {
        return Values.keys(present(column, result.getBytes(at(column))));
    }

    List<String> texts(String column) throws SQLException {
        return Values.texts(text(column));
    }

    /** Groups; none when the column is empty. */
    Set<GroupName> groups(String column) throws SQLException {
        return findText(column).map(Values::texts).orElseGet(List::of).stream().map(GroupName::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<TokenDigest> digests(String column) throws SQLException {
        return texts(column).stream().map(TokenDigest::new).toList();
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    private static <T> T present(String column, T value) throws SQLException {
        if (value == null) {
            throw new SQLiteException("the column " + column + " is empty", SQLiteErrorCode.SQLITE_CORRUPT);
        }
        return value;
    }
}
