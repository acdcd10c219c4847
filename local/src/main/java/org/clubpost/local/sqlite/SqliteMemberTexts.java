package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** The texts about people that only owners see: a row each. The sweep removes those whose time is over. */
final class SqliteMemberTexts implements MemberTexts {

    private final Connections connections;

    SqliteMemberTexts(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<MemberText> find(ListId list, SubscriberId person, MemberText.Kind kind) {
        return connections.read(session -> found(session, list, person, kind));
    }

    static Optional<MemberText> found(Session session, ListId list, SubscriberId person, MemberText.Kind kind)
            throws SQLException {
        return session.first("SELECT * FROM member_text WHERE list = ? AND key = ? AND kind = ?",
                SqliteMemberTexts::read, list.value(), person, kind);
    }

    @Override
    public List<MemberText> of(ListId list, SubscriberId person) {
        return connections.read(session -> session.all(
                "SELECT * FROM member_text WHERE list = ? AND key = ? ORDER BY kind", SqliteMemberTexts::read,
                list.value(), person));
    }

    @Override
    public boolean replace(Optional<MemberText> seen, MemberText changed) {
        return connections.write(session -> (seen.isEmpty()
                ? session.change("INSERT INTO member_text (list, key, kind, text, replaced_by, at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", changed.list().value(),
                        changed.person(), changed.kind(), changed.text(), changed.by(), changed.at(),
                        changed.expiresAt().orElse(null))
                : session.change("UPDATE member_text SET text = ?, replaced_by = ?, at = ?, expires_at = ?"
                        + " WHERE list = ? AND key = ? AND kind = ? AND text = ? AND replaced_by = ? AND at = ?",
                        changed.text(), changed.by(), changed.at(), changed.expiresAt().orElse(null),
                        changed.list().value(), changed.person(), changed.kind(), seen.get().text(),
                        seen.get().by(), seen.get().at())) == 1);
    }

    @Override
    public void forget(ListId list, SubscriberId person) {
        connections.write(session -> session.change("DELETE FROM member_text WHERE list = ? AND key = ?",
                list.value(), person));
    }

    private static MemberText read(Row row) throws SQLException {
        return new MemberText(new ListId(row.text("list")), row.key("key"),
                row.constant("kind", MemberText.Kind.class), row.text("text"), row.text("replaced_by"),
                row.instant("at"));
    }
}
