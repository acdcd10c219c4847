package org.clubpost.local.sqlite;

import java.sql.SQLException;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.admin.Makers;

/** Who may make lists: one of the facts about the installation. */
final class SqliteListMakers implements ListMakers {

    private static final String NAME = "list-makers";

    private final Connections connections;

    SqliteListMakers(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Makers read() {
        return connections.read(SqliteListMakers::read);
    }

    static Makers read(Session session) throws SQLException {
        return session.first("SELECT value FROM installation WHERE name = ?", row -> Makers.parse(row.text("value")),
                NAME).orElse(Makers.NOBODY);
    }

    @Override
    public boolean replace(Makers seen, Makers changed) {
        return connections.write(session -> {
            if (!read(session).equals(seen)) {
                return false;
            }
            session.change("INSERT INTO installation (name, value) VALUES (?, ?)"
                    + " ON CONFLICT DO UPDATE SET value = excluded.value", NAME, changed.written());
            return true;
        });
    }
}
