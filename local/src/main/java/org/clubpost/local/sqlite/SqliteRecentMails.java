package org.clubpost.local.sqlite;

import java.time.Instant;
import java.util.List;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.limit.RecentMails;

/** A row for each mailbox that got a mail lately. The sweep removes it when all of them may be forgotten. */
final class SqliteRecentMails implements RecentMails {

    private final Connections connections;

    SqliteRecentMails(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public List<Mail> of(String key) {
        return connections.read(session -> session.first("SELECT mails FROM recent_mail WHERE key = ?",
                row -> row.texts("mails").stream().map(Mail::of).toList(), key)).orElseGet(List::of);
    }

    @Override
    public boolean replace(String key, List<Mail> seen, List<Mail> changed, Instant until) {
        return connections.write(session -> seen.isEmpty()
                ? session.change("INSERT INTO recent_mail (key, mails, expires_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET mails = excluded.mails, expires_at = excluded.expires_at"
                        + " WHERE mails = '[]'", key, written(changed), until)
                : session.change("UPDATE recent_mail SET mails = ?, expires_at = ? WHERE key = ? AND mails = ?",
                        written(changed), until, key, written(seen))) == 1;
    }

    private static String written(List<Mail> mails) {
        return Values.json(mails.stream().map(Mail::written).toList());
    }
}
