package org.clubpost.local.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * A look at a database that changes nothing in it, whatever it holds and whoever works with it meanwhile. For one thread
 * at a time.
 */
public final class Inspection implements AutoCloseable {

    private final Session session;

    private Inspection(Session session) {
        this.session = session;
    }

    /**
     * A list whose number of members is not what it should be.
     *
     * @param list the list
     * @param noted what the list says
     * @param counted how many there are
     */
    public record Miscount(ListId list, long noted, long counted) {}

    /**
     * Opens the file for reading. When nobody has it open and it has no log, SQLite is told that it stands still, so
     * that it makes no files beside it.
     */
    public static Inspection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5000);
        var name = file.toAbsolutePath().toUri() + (standsStill(file) ? "?immutable=1" : "?mode=ro");
        return new Inspection(new Session(JDBC.createConnection(JDBC.PREFIX + name, config.toProperties())));
    }

    private static boolean standsStill(Path file) {
        try {
            var log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.notExists(log) || (Files.size(log) == 0 && Files.notExists(log.resolveSibling(
                    file.getFileName() + "-shm")));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** The version of the schema. */
    public int version() throws SQLException {
        return Schema.versionOf(session);
    }

    /** Whether this program knows the tables. */
    public boolean isOfThisVersion() throws SQLException {
        return version() == Schema.VERSION;
    }

    /** Whether it has the tables and indexes that this program makes, and nothing else, such as a trigger. */
    public boolean isAsWeMadeIt() throws SQLException {
        return Schema.shapeOf(session).equals(Schema.shape());
    }

    /** What is wrong with the file, in SQLite's words; empty when it is whole. Reads all of it. */
    public List<String> faults() throws SQLException {
        var found = new ArrayList<>(session.all("PRAGMA integrity_check", row -> row.text("integrity_check")));
        found.addAll(session.all("PRAGMA foreign_key_check", row -> "a row of " + row.text("table")
                + " refers to a row of " + row.text("parent") + " that is not there"));
        found.remove("ok");
        return found;
    }

    /** The lists that do not know how many members they have. Reads all members. */
    public List<Miscount> miscounts() throws SQLException {
        return session.all("SELECT id, confirmed_members, (SELECT count(*) FROM subscriber WHERE list = id"
                + " AND status = ?) AS counted FROM list WHERE confirmed_members <> counted",
                row -> new Miscount(new ListId(row.text("id")), row.number("confirmed_members"), row.number("counted")),
                SubscriberStatus.CONFIRMED);
    }

    /** Shows every post, oldest first. */
    public void posts(Consumer<Post> reader) throws SQLException {
        session.each("SELECT * FROM post ORDER BY id", PostRows::read, reader);
    }

    /** Whether there is a post of that id. */
    public boolean hasPost(PostId id) throws SQLException {
        return session.first("SELECT 1 AS there FROM post WHERE id = ?", row -> row.number("there"), id.value())
                .isPresent();
    }

    /** A post of that mail, whatever its id says. */
    public Optional<PostId> postOf(ListId list, MailKey mail) throws SQLException {
        return session.first("SELECT id FROM post WHERE list = ? AND mail = ?", row -> new PostId(row.text("id")),
                list.value(), mail.value());
    }

    /** Until when the unfinished ranges of a post are held, by whoever holds one longest; empty when nobody does. */
    public Optional<Instant> heldUntil(PostId post) throws SQLException {
        return session.first("SELECT leased_until FROM delivery_range WHERE post = ? AND next IS NOT NULL"
                + " AND leased_until IS NOT NULL ORDER BY leased_until DESC LIMIT 1",
                row -> row.instant("leased_until"), post.value());
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
