package org.clubpost.local.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.call.Calls;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.Recording;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.health.Returns;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RecentMails;
import org.clubpost.core.list.Lists;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.outbox.SharedRate;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.person.Persons;
import org.clubpost.core.person.SignIns;
import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.AddressChanges;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.SignUpRequests;
import org.clubpost.local.files.OwnerOnly;
import org.clubpost.local.webhook.Deliveries;

/**
 * The ports on one SQLite file. Several processes may have it open. What a method has written is on the disk when it
 * returns. Safe for use by many threads.
 */
public final class SqliteDatabase implements Database, AutoCloseable {

    /** The tables whose rows expire. What is known of a former member does not expire with a new request. */
    private static final List<Expiring> EXPIRING = List.of(new Expiring("rate_limit", "kind, key, length, window", ""),
            new Expiring("seen_mail", "list, fingerprint", ""), new Expiring("sent_copy", "id", ""),
            new Expiring("send_second", "second", ""), new Expiring("event", "id", ""),
            new Expiring("webhook_delivery", "url, id", ""), new Expiring("sign_up", "list, key", ""),
            new Expiring("recent_mail", "key", ""), new Expiring("funnel", "list, day", ""),
            new Expiring("bounce", "list, key", ""), new Expiring("applied_feedback", "list, key, id", ""),
            new Expiring("post_count", "list, post, counter", ""),
            new Expiring("post_mark", "post, kind, key", ""),
            new Expiring("act", "list, id", ""), new Expiring("person", "id", ""), new Expiring("sign_in", "id", ""),
            new Expiring("call", "person, name", ""),
            new Expiring("address_change", "person", ""), new Expiring("member_text", "list, key, kind", ""),
            new Expiring("subscriber", "list, key", " AND former_address IS NULL AND former_status IS NULL",
                    Subscriber.Pending.KEPT));
    private static final int SWEPT_AT_ONCE = 1000;

    private final Connections connections;
    private final InstantSource clock;
    private final Way way;

    private SqliteDatabase(Connections connections, InstantSource clock, Way way) {
        this.connections = connections;
        this.clock = clock;
        this.way = way;
    }

    /** {@inheritDoc} It is the same file: closing the one closes the other. */
    @Override
    public SqliteDatabase by(Way taken) {
        return new SqliteDatabase(connections, clock, taken);
    }

    private LogRecorder log() {
        return new LogRecorder(way, clock);
    }

    /**
     * A table whose rows expire.
     *
     * @param table its name
     * @param key the columns of its primary key
     * @param condition what else must hold of a row that may go, in SQL
     * @param kept how long a row is kept after that
     */
    private record Expiring(String table, String key, String condition, Duration kept) {

        Expiring(String table, String key, String condition) {
            this(table, key, condition, Duration.ZERO);
        }

        /** The statement that removes {@value #SWEPT_AT_ONCE} rows at most which have expired by the given time. */
        String removal() {
            return "DELETE FROM %1$s WHERE (%2$s) IN (SELECT %2$s FROM %1$s WHERE expires_at <= ?%3$s LIMIT %4$s)"
                    .formatted(table, key, condition, SWEPT_AT_ONCE);
        }
    }

    /**
     * Opens the file, makes it when it is not there, and brings its schema up to date. Only its owner can read it.
     *
     * @throws OpenFailure when it cannot be used
     */
    public static SqliteDatabase open(Path file, InstantSource clock) throws OpenFailure {
        try {
            OwnerOnly.createFile(file);
            var connections = Connections.open(file);
            try {
                upgrade(connections);
            } catch (SQLException | OpenFailure | RuntimeException e) {
                connections.close();
                throw e;
            }
            return new SqliteDatabase(connections, clock, Way.UNKNOWN);
        } catch (SQLException e) {
            throw new OpenFailure(Faults.isDamage(e) ? OpenFailure.Cause.DAMAGED : OpenFailure.Cause.UNUSABLE,
                    Faults.code(e).name(), e);
        } catch (IOException e) {
            throw new OpenFailure(OpenFailure.Cause.UNUSABLE, "it cannot be created", e);
        }
    }

    private static void upgrade(Connections connections) throws SQLException, OpenFailure {
        var found = connections.atOpening(Schema::versionOf);
        if (found < 0) {
            throw new OpenFailure(OpenFailure.Cause.DAMAGED, "its version is " + found);
        }
        if (found < Schema.VERSION) {
            connections.write(session -> {
                Schema.migrate(session, Schema.versionOf(session), Schema.VERSION);
                return true;
            });
        }
        if (found > Schema.VERSION) {
            throw new OpenFailure(OpenFailure.Cause.NEWER, "a newer version of Clubpost has written it");
        }
    }

    /** How many looks at the database there have been so far; a look is one question, of one or more statements. */
    public long looks() {
        return connections.looks();
    }

    /** What is stored about the installation as a whole under that name. */
    public Optional<String> fact(String name) {
        return connections.read(session -> session.first("SELECT value FROM installation WHERE name = ?",
                row -> row.text("value"), name));
    }

    /** Stores something about the installation as a whole, in place of what was there. */
    public void remember(String name, String value) {
        connections.write(session -> session.change("INSERT INTO installation (name, value) VALUES (?, ?)"
                + " ON CONFLICT DO UPDATE SET value = excluded.value", name, value));
    }

    /**
     * Frees the ranges that a process held when it ended. Only for the service, which alone delivers on this data: else
     * a lease of a run whose clock was ahead would be waited for until that time comes.
     */
    public void releaseRanges() {
        connections.write(session -> session.change(
                "UPDATE delivery_range SET holder = NULL, leased_until = NULL WHERE holder IS NOT NULL"));
    }

    /**
     * Lets the requests to join that a process had for itself when it ended be looked at again at once, and those that
     * wait for their time too, which are put off once more. Only for the service, which alone answers them.
     */
    public void releaseSignUps() {
        connections.write(session -> session.change("UPDATE sign_up SET due = ?1 WHERE in_line = 0 AND due > ?1",
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Removes the rows that have expired, some at a time. They have not been shown since. */
    public void sweep() {
        for (var expiring : EXPIRING) {
            int removed;
            do {
                removed = connections.write(session -> session.change(expiring.removal(),
                        clock.instant().minus(expiring.kept())));
            } while (removed == SWEPT_AT_ONCE);
        }
    }

    /**
     * Writes a copy of the whole database as of now into a file that does not exist yet. Others may write meanwhile.
     *
     * @throws SQLException when it cannot be read or the copy not be written
     */
    public void copyTo(Path file) throws SQLException {
        connections.apart(session -> session.change("VACUUM INTO ?", file.toAbsolutePath().toString()));
    }

    @Override
    public Lists lists() {
        return new SqliteLists(connections, log());
    }

    @Override
    public Subscribers subscribers() {
        return new SqliteSubscribers(connections, clock, log());
    }

    @Override
    public Directory directory() {
        return new SqliteDirectory(connections);
    }

    @Override
    public Desk desk() {
        return new SqliteDesk(connections, new SqliteSubscribers(connections, clock, log()));
    }

    @Override
    public MemberTexts memberTexts() {
        return new SqliteMemberTexts(connections);
    }

    @Override
    public Posts posts() {
        return new SqlitePosts(connections, clock, log());
    }

    @Override
    public Ranges ranges() {
        return new SqliteRanges(connections, log());
    }

    @Override
    public RateLimits rateLimits() {
        return new SqliteRateLimits(connections);
    }

    @Override
    public SharedRate sharedRate() {
        return new SqliteSharedRate(connections);
    }

    @Override
    public SentIds sentIds() {
        return new SqliteSentIds(connections, clock);
    }

    @Override
    public PostNumbers postNumbers() {
        return new SqlitePostNumbers(connections);
    }

    @Override
    public SeenMails seenMails() {
        return new SqliteSeenMails(connections);
    }

    @Override
    public Events events() {
        return new SqliteEvents(connections, clock);
    }

    @Override
    public GatheredNews gatheredNews() {
        return new SqliteGatheredNews(connections);
    }

    @Override
    public NoteTasks noteTasks() {
        return new SqliteNoteTasks(connections);
    }

    @Override
    public SignUpRequests signUpRequests() {
        return new SqliteSignUpRequests(connections);
    }

    @Override
    public Funnel funnel() {
        return new SqliteFunnel(connections);
    }

    @Override
    public AddressChanges addressChanges() {
        return new SqliteAddressChanges(connections);
    }

    @Override
    public Returns returns() {
        return new SqliteReturns(connections);
    }

    @Override
    public Persons persons() {
        return new SqlitePersons(connections);
    }

    @Override
    public DeletedLists deletedLists() {
        return new SqliteDeletedLists(connections, log());
    }

    @Override
    public ListMakers listMakers() {
        return new SqliteListMakers(connections);
    }

    @Override
    public SignIns signIns() {
        return new SqliteSignIns(connections);
    }

    @Override
    public Calls calls() {
        return new SqliteCalls(connections);
    }

    @Override
    public Bounces bounces() {
        return new SqliteBounces(connections);
    }

    @Override
    public Wordings wordings() {
        return new SqliteWordings(connections);
    }

    @Override
    public ActLog actLog() {
        return new SqliteActLog(connections, way);
    }

    @Override
    public RecentMails recentMails() {
        return new SqliteRecentMails(connections);
    }

    /** Which events are recorded from now on, by every process. Until it is called for the first time: none. */
    public void record(Recording recording) {
        if (connections.read(session -> EventRows.recorder(session, clock)).recording() != recording) {
            connections.write(session -> {
                EventRows.setRecording(session, recording);
                return true;
            });
        }
    }

    /** What the webhooks have not taken yet. */
    public Deliveries deliveries() {
        return new SqliteDeliveries(connections);
    }

    @Override
    public void close() throws SQLException {
        connections.close();
    }
}
