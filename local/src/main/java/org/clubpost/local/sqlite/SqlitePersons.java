package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.person.Person;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.person.Persons;

/** Those who have signed in, a row each. The sweep removes it when everything in it has ended. */
final class SqlitePersons implements Persons {

    private final Connections connections;

    SqlitePersons(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return connections.read(session -> found(session, id));
    }

    static Optional<Person> found(Session session, PersonId id) throws SQLException {
        return session.first("SELECT record FROM person WHERE id = ?", row -> Person.of(id, row.text("record")),
                id.value());
    }

    @Override
    public boolean replace(Optional<Person> seen, Person changed) {
        var id = changed.id().value();
        return connections.write(session -> {
            var written = seen.isEmpty()
                    ? session.change("INSERT INTO person (id, record) VALUES (?, ?) ON CONFLICT DO NOTHING", id,
                            changed.written())
                    : session.change("UPDATE person SET record = ?, expires_at = NULL WHERE id = ? AND record = ?",
                            changed.written(), id, seen.get().written());
            if (written == 1 && changed.expiresAt().isPresent()) {
                session.change("UPDATE person SET expires_at = ? WHERE id = ?", changed.expiresAt().get(), id);
            }
            return written == 1;
        });
    }

    @Override
    public void forget(PersonId id) {
        connections.write(session -> session.change("DELETE FROM person WHERE id = ?", id.value()));
    }
}
