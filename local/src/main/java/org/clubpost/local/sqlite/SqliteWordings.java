package org.clubpost.local.sqlite;

import java.util.Optional;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.consent.Wordings;

/** The words that people agreed to. */
final class SqliteWordings implements Wordings {

    private final Connections connections;

    SqliteWordings(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void keep(Wording wording) {
        connections.write(session -> session.change("INSERT INTO wording (digest, words) VALUES (?, ?)"
                + " ON CONFLICT DO NOTHING", wording.digest(), wording.words()));
    }

    @Override
    public Optional<String> find(String digest) {
        return connections.read(session -> session.first("SELECT words FROM wording WHERE digest = ?",
                row -> row.text("words"), digest));
    }
}
