package org.clubpost.local.sqlite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Page;
import org.clubpost.core.directory.PageReading;
import org.clubpost.core.directory.Search;
import org.clubpost.core.directory.Span;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** The directory, by an index for each order. */
final class SqliteDirectory implements Directory {

    /** How many rows are read at once when some of them may not be meant, the first time and then. */
    private static final int AT_FIRST = 120;
    private static final int THEN = 4_000;

    private final Connections connections;

    SqliteDirectory(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Page page(ListId list, Search search, LocalDate today, Instant now) {
        return new PageReading(search, today, now, span -> read(list, span)).page(id -> entry(list, id));
    }

    private Optional<Entry> entry(ListId list, SubscriberId id) {
        return connections.read(session -> session.first("SELECT * FROM subscriber WHERE list = ? AND key = ?",
                SubscriberRows::read, list.value(), id)).flatMap(Entry::of);
    }

    private Span.Part read(ListId list, Span span) {
        var rows = span.filter().isOpen() ? span.wanted() : span.read() == 0 ? AT_FIRST : THEN;
        var column = column(span.order());
        var entries = connections.read(session -> session.all("SELECT " + SubscriberRows.LINE
                + " FROM subscriber WHERE list = ? AND " + column + " BETWEEN ? AND ? ORDER BY " + column
                + (span.isDescending() ? " DESC" : "") + " LIMIT ?",
                SubscriberRows::entry, list.value(), span.first(), span.last(), rows));
        return new Span.Part(entries, entries.size() < rows
                ? Optional.empty()
                : Optional.of(new Span.Reached(entries.getLast().key(span.order()), entries.getLast().id())),
                entries.size());
    }

    /** Whose values {@link SubscriberRows} writes. */
    static String column(Order order) {
        return switch (order) {
            case ADDRESS -> "by_address";
            case NAME -> "by_name";
            case JOINED -> "by_joined";
        };
    }

    /** The schema's version that has the columns has filled them. */
    @Override
    public int complete(ListId list, int most) {
        return 0;
    }
}
