package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscription.SignUp;
import org.clubpost.core.subscription.SignUpRequest;
import org.clubpost.core.subscription.SignUpRequests;

/**
 * A row for each request that is not answered yet. The sweep removes it when it never could be. The column of
 * the list has several lists as {@link SignUp#choice} writes them.
 */
final class SqliteSignUpRequests implements SignUpRequests {

    private final Connections connections;

    SqliteSignUpRequests(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void add(SignUpRequest request) {
        var signUp = request.signUp();
        var origin = signUp.origin();
        // A row is changed in any case, so that the time it takes says nothing: SQLite writes no page that stays equal.
        connections.write(session -> session.change("INSERT INTO sign_up (list, key, address, name, language, form,"
                + " wording, asked_at, source, user_agent, since, due, in_line, expires_at, times)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
                signUp.choice(),
                request.person(), signUp.address().written(), signUp.name().text(), signUp.language().toLanguageTag(),
                signUp.form(), signUp.wording(), origin.at(), origin.sourceAddress(), origin.userAgent(),
                request.since(), request.due(), request.inLine(), request.since().plus(KEPT)));
    }

    @Override
    public List<SignUpRequest> due(Instant now, int limit) {
        return connections.read(session -> session.all("SELECT * FROM sign_up WHERE due <= ? ORDER BY due LIMIT ?",
                SqliteSignUpRequests::read, now, limit));
    }

    @Override
    public Optional<SignUpRequest> find(ListId list, SubscriberId person) {
        return connections.read(session -> session.all("SELECT * FROM sign_up WHERE key = ?",
                SqliteSignUpRequests::read, person)).stream()
                .filter(request -> request.signUp().lists().contains(list)).findFirst();
    }

    @Override
    public List<SignUpRequest> inLine() {
        return connections.read(session -> session.all("SELECT * FROM sign_up WHERE in_line = 1 ORDER BY due",
                SqliteSignUpRequests::read));
    }

    @Override
    public boolean putOff(SignUpRequest seen, Instant due, boolean inLine) {
        return connections.write(session -> session.change(
                "UPDATE sign_up SET due = ?, in_line = ? WHERE list = ? AND key = ? AND due = ?", due, inLine,
                seen.signUp().choice(), seen.person(), seen.due())) == 1;
    }

    @Override
    public void remove(SignUpRequest seen) {
        connections.write(session -> session.change("DELETE FROM sign_up WHERE list = ? AND key = ? AND due = ?",
                seen.signUp().choice(), seen.person(), seen.due()));
    }

    private static SignUpRequest read(Row row) throws SQLException {
        var signUp = new SignUp(SignUp.chosen(row.text("list")), EmailAddress.of(row.text("address")),
                new PersonName(row.text("name")), Locale.forLanguageTag(row.text("language")), row.text("form"),
                row.text("wording"),
                new Origin(row.instant("asked_at"), row.text("source"), row.text("user_agent")));
        return new SignUpRequest(signUp, row.key("key"), row.instant("since"), row.instant("due"),
                row.flag("in_line"));
    }
}
