package org.clubpost.local.sqlite;

import java.util.List;
import java.util.Optional;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.person.SignIn;
import org.clubpost.core.person.SignIns;

/** The wishes to be signed in, a row each. The sweep removes one some time after it has ended. */
final class SqliteSignIns implements SignIns {

    private final Connections connections;

    SqliteSignIns(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<SignIn> find(String id) {
        return connections.read(session -> session.first("SELECT id, record FROM sign_in WHERE id = ?",
                row -> SignIn.of(row.text("id"), row.text("record")), id));
    }

    @Override
    public boolean replace(Optional<SignIn> seen, SignIn changed) {
        return connections.write(session -> seen.isEmpty()
                ? session.change("INSERT INTO sign_in (id, record, told, asked, expires_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING", changed.id(), changed.written(), changed.told(), changed.asked(),
                        changed.until())
                : session.change("UPDATE sign_in SET record = ?, told = ? WHERE id = ? AND record = ?",
                        changed.written(), changed.told(), changed.id(), seen.get().written())) == 1;
    }

    @Override
    public void remove(String id) {
        connections.write(session -> session.change("DELETE FROM sign_in WHERE id = ?", id));
    }

    @Override
    public List<SignIn> untold(int limit) {
        return connections.read(session -> session.all(
                "SELECT id, record FROM sign_in WHERE told = 0 ORDER BY asked LIMIT ?",
                row -> SignIn.of(row.text("id"), row.text("record")), limit));
    }
}
