package org.clubpost.local.sqlite;

import java.util.Optional;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.call.Call;
import org.clubpost.core.call.Calls;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;

/** The calls of programs that may be repeated, a row each. The sweep removes one some time after it is forgotten. */
final class SqliteCalls implements Calls {

    private final Connections connections;

    SqliteCalls(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<Call> find(PersonId person, TokenDigest name) {
        return connections.read(session -> session.first("SELECT record FROM call WHERE person = ? AND name = ?",
                row -> Call.of(person, name, row.text("record")), person.value(), name.hex()));
    }

    @Override
    public boolean replace(Optional<Call> seen, Call changed) {
        return connections.write(session -> seen.isEmpty()
                ? session.change("INSERT INTO call (person, name, record, expires_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING", changed.person().value(), changed.name().hex(), changed.written(),
                        changed.keptUntil())
                : session.change("UPDATE call SET record = ?, expires_at = ? WHERE person = ? AND name = ?"
                        + " AND record = ?", changed.written(), changed.keptUntil(), changed.person().value(),
                        changed.name().hex(), seen.get().written())) == 1;
    }
}
