package org.clubpost.local.sqlite;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.local.webhook.Deliveries;
import org.clubpost.local.webhook.Delivery;

/** The deliveries, a row each. */
final class SqliteDeliveries implements Deliveries {

    private static final String OF_DELIVERY = " WHERE url = ? AND id = ?";

    private final Connections connections;

    SqliteDeliveries(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void serve(Set<URI> webhooks) {
        var urls = webhooks.stream().map(URI::toString).collect(Collectors.toSet());
        if (!urls.equals(active())) {
            connections.write(session -> {
                for (var url : session.all("SELECT url FROM webhook", row -> row.text("url"))) {
                    if (!urls.contains(url)) {
                        session.change("DELETE FROM webhook WHERE url = ?", url);
                    }
                }
                for (var url : urls) {
                    session.change("INSERT INTO webhook (url) VALUES (?)"
                            + " ON CONFLICT DO UPDATE SET stopped_at = NULL", url);
                }
                return true;
            });
        }
    }

    /** Those that are served, and no others that are known. */
    private Set<String> active() {
        return connections.read(session -> session.all(
                "SELECT url, stopped_at FROM webhook",
                row -> row.has("stopped_at") ? "stopped " + row.text("url") : row.text("url"))).stream()
                .collect(Collectors.toSet());
    }

    @Override
    public void add(List<Delivery.Written> events) {
        connections.write(session -> {
            for (var event : events) {
                session.change("INSERT INTO webhook_delivery"
                        + " (url, id, type, time, body, attempts, due_at, problem, expires_at)"
                        + " SELECT url, ?, ?, ?, ?, 0, ?, '', ? FROM webhook WHERE stopped_at IS NULL"
                        + " ON CONFLICT DO NOTHING", event.id(), event.type(), event.time(), event.body(),
                        event.time(), event.time().plus(Duration.ofDays(DAYS)));
            }
            return true;
        });
    }

    @Override
    public List<Delivery> due(URI webhook, Instant now, int limit) {
        return connections.read(session -> session.all(
                "SELECT * FROM webhook_delivery WHERE url = ? AND due_at <= ? ORDER BY time, id LIMIT ?",
                SqliteDeliveries::read, webhook.toString(), now, limit));
    }

    @Override
    public void taken(Delivery delivery) {
        connections.write(session -> session.change("DELETE FROM webhook_delivery" + OF_DELIVERY,
                delivery.webhook().toString(), delivery.event().id()));
    }

    @Override
    public void failed(Delivery delivery, String problem, Optional<Instant> next) {
        connections.write(session -> session.change(
                "UPDATE webhook_delivery SET attempts = ?, problem = ?, due_at = ?" + OF_DELIVERY,
                delivery.attempts() + 1, problem, next.orElse(null), delivery.webhook().toString(),
                delivery.event().id()));
    }

    @Override
    public void stop(URI webhook, Instant now) {
        connections.write(session -> {
            session.change("UPDATE webhook SET stopped_at = ? WHERE url = ?", now, webhook.toString());
            return session.change("DELETE FROM webhook_delivery WHERE url = ?", webhook.toString());
        });
    }

    @Override
    public List<Delivery> all() {
        return connections.read(session -> session.all("SELECT * FROM webhook_delivery ORDER BY url, time, id",
                SqliteDeliveries::read));
    }

    private static Delivery read(Row row) throws SQLException {
        return new Delivery(URI.create(row.text("url")),
                new Delivery.Written(row.text("id"), row.text("type"), row.instant("time"), row.text("body")),
                Math.toIntExact(row.number("attempts")),
                row.has("due_at") ? Optional.of(row.instant("due_at")) : Optional.empty(), row.text("problem"));
    }
}
