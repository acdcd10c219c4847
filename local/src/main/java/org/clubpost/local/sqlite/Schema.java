package org.clubpost.local.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * The versions of the schema. Each has a file of statements that make it from the one before; the first makes it from
 * an empty file. A statement ends with a semicolon at the end of a line.
 */
final class Schema {

    /** The version that this program works with. */
    static final int VERSION = 6;
    /** Marks the file as ours, for {@code file(1)}: "CPst". */
    private static final int APPLICATION = 0x43507374;

    /** Has columns that only the program can fill in rows that are there. */
    private static final int IN_ORDER = 6;

    private Schema() {}

    /** The version of a database that is open; 0 for an empty one. */
    static int versionOf(Session session) throws SQLException {
        return (int) session.first("PRAGMA user_version", row -> row.number("user_version")).orElse(0L).longValue();
    }

    /** What a database has: its tables, indexes and whatever else, each as one text, in order. */
    static List<String> shapeOf(Session session) throws SQLException {
        return session.all("SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_schema"
                + " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
                row -> row.text("type") + " " + row.text("name") + " " + row.text("sql"));
    }

    /** What a database of this version has. */
    static List<String> shape() throws SQLException {
        try (var session = new Session(JDBC.createConnection(JDBC.PREFIX + ":memory:", new Properties()))) {
            migrate(session, 0, VERSION);
            return shapeOf(session);
        }
    }

    /** Makes every version after the given one, each within the transaction under way. */
    static void migrate(Session session, int from, int to) throws SQLException {
        for (var version = from + 1; version <= to; version++) {
            for (var statement : statements(version)) {
                session.run(statement);
            }
            if (version == IN_ORDER) {
                SubscriberRows.putInOrder(session);
            }
        }
        session.run("PRAGMA application_id = " + APPLICATION);
        session.run("PRAGMA user_version = " + to);
    }

    private static List<String> statements(int version) {
        var file = "schema-" + version + ".sql";
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(file), file)) {
            var statements = new ArrayList<String>();
            for (var statement : new String(in.readAllBytes(), UTF_8).split(";\\R", -1)) {
                if (!statement.isBlank()) {
                    statements.add(statement);
                }
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
