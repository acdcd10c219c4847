package org.clubpost.local.sqlite;

import java.util.Optional;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscription.AddressChange;
import org.clubpost.core.subscription.AddressChanges;

/** The wishes for another address, a row each. The sweep removes one some time after it has expired. */
final class SqliteAddressChanges implements AddressChanges {

    private final Connections connections;

    SqliteAddressChanges(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<AddressChange> find(SubscriberId person) {
        return connections.read(session -> session.first("SELECT wish FROM address_change WHERE person = ?",
                row -> AddressChange.of(person, row.text("wish")), person));
    }

    @Override
    public void forget(SubscriberId person) {
        connections.write(session -> session.change("DELETE FROM address_change WHERE person = ?", person));
    }

    @Override
    public boolean replace(Optional<AddressChange> seen, AddressChange changed) {
        return connections.write(session -> seen.isEmpty()
                ? session.change("INSERT INTO address_change (person, wish, expires_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING", changed.person(), changed.written(), changed.expiresAt())
                : session.change("UPDATE address_change SET wish = ?, expires_at = ? WHERE person = ? AND wish = ?",
                        changed.written(), changed.expiresAt(), changed.person(),
                        seen.get().written())) == 1;
    }
}
