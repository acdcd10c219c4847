package org.clubpost.local.sqlite;

import static org.clubpost.core.list.SampleLists.aList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Search;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.SignUpRequests;
import org.clubpost.core.subscription.SignUpRequestsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** What the contracts of the ports do not say: the file, its schema, and rows whose time is over. */
class SqliteDatabaseTest {

    private static final ListId LIST = new ListId("news");

    @TempDir
    private Path folder = Path.of("");
    private final FixedClock clock = new FixedClock();
    private SqliteDatabase database;

    @BeforeEach
    void open() throws OpenFailure {
        database = SqliteDatabase.open(file(), clock);
        database.lists().create(aList(LIST));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private Path file() {
        return folder.resolve("clubpost.db");
    }

    private String answer(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Subscriber.Pending aRequest() {
        var request = SampleSubscribers.aPending(LIST, "anna@club.example");
        return new Subscriber.Pending(LIST, request.person(), request.links(), request.form(), request.wording(),
                request.requested(), clock.instant().plusSeconds(60));
    }

    @Test
    void fileIsDurableAndItsOwnersOnly() throws IOException {
        assertEquals("wal", answer("PRAGMA journal_mode"));
        assertEquals("8192", answer("PRAGMA page_size"));
        assertEquals(Integer.toString(Schema.VERSION), answer("PRAGMA user_version"));
        for (var name : List.of("clubpost.db", "clubpost.db-wal", "clubpost.db-shm")) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))), name);
        }
    }

    @Test
    void requestIsNotShownFromItsEndOnAndGivesWayToAnother() {
        var request = aRequest();
        assertTrue(database.subscribers().create(request));
        clock.advance(Duration.ofSeconds(59));
        assertTrue(database.subscribers().find(LIST, request.id()).isPresent());
        assertFalse(database.subscribers().create(aRequest()));

        clock.advance(Duration.ofSeconds(1).plus(Subscriber.Pending.KEPT));

        assertEquals(Optional.empty(), database.subscribers().find(LIST, request.id()));
        assertEquals(List.of(), database.subscribers().all(LIST).toList());
        var again = aRequest();
        assertTrue(database.subscribers().create(again));
        assertEquals(again, database.subscribers().find(LIST, again.id()).orElseThrow().subscriber());
    }

    @Test
    void membersTakeThePlaceOfExpiredRequestsInAnImport() {
        assertTrue(database.subscribers().create(aRequest()));
        clock.advance(Duration.ofSeconds(60));

        var known = database.subscribers().createAll(LIST,
                List.of(SampleSubscribers.aMember(LIST, "anna@club.example")));

        assertEquals(0, known.size());
        assertEquals(1, database.lists().confirmedMembers(LIST));
    }

    /** Who had a request for itself has ended; who waits in line waits on. */
    @Test
    void serviceThatStartsTakesUpTheRequestsOfTheOneBefore() {
        var requests = database.signUpRequests();
        var leased = SignUpRequestsContract.request(LIST, "anna@club.example", "", clock.instant());
        var inLine = SignUpRequestsContract.request(LIST, "berta@club.example", "", clock.instant());
        List.of(leased, inLine).forEach(requests::add);
        requests.putOff(leased, clock.instant().plusSeconds(60), false);
        requests.putOff(inLine, clock.instant().plusSeconds(3600), true);

        database.releaseSignUps();

        assertEquals(List.of(leased), requests.due(clock.instant(), 10));
        assertEquals(1, requests.inLine().size());
    }

    @Test
    void sweepRemovesWhatHasExpiredAndNothingElse() {
        var limit = new RateLimits.Limit(RateLimits.Kind.SIGN_UP_SOURCE, 5, Duration.ofMinutes(1));
        var now = clock.instant();
        var post = new PostId("0".repeat(24));
        var former = SampleSubscribers.aFormerMember(LIST, "berta@club.example");
        assertTrue(database.subscribers().create(aRequest()));
        assertTrue(database.subscribers().create(new Subscriber.Pending(LIST, former.person(), List.of(), "form",
                "0".repeat(64), SampleSubscribers.ORIGIN, now, new Subscriber.Pending.Past.FormerMember(former))));
        assertTrue(database.subscribers().create(SampleSubscribers.aMember(LIST, "carla@club.example")));
        database.rateLimits().allow(limit, "key", now);
        database.recentMails().replace("key", List.of(), List.of(), now.plusSeconds(60));
        database.signUpRequests().add(
                SignUpRequestsContract.request(LIST, "anna@club.example", "", now.minus(SignUpRequests.KEPT)));
        database.sharedRate().claim(now.getEpochSecond(), 1, 10);
        database.seenMails().first(LIST, "ab", post, now, now.plusSeconds(60));
        database.sentIds().remember(IntStream.range(0, 2500)
                .mapToObj(i -> new SentId(i + "@ses.example", "post@club.example")).toList(),
                now.minus(Duration.ofDays(179)));
        database.sweep();
        assertEquals("2500", answer("SELECT count(*) FROM sent_copy"));

        clock.advance(Duration.ofDays(1).plus(Subscriber.Pending.KEPT));
        database.sweep();

        for (var table : List.of("rate_limit", "send_second", "seen_mail", "sent_copy", "recent_mail", "sign_up")) {
            assertEquals("0", answer("SELECT count(*) FROM " + table), table);
        }
        assertEquals("2", answer("SELECT count(*) FROM subscriber"));
        assertEquals(1, database.lists().confirmedMembers(LIST));
    }

    @Test
    void whatOneWritesTheOtherSees() throws OpenFailure, SQLException {
        try (var other = SqliteDatabase.open(file(), clock)) {
            assertTrue(other.subscribers().create(SampleSubscribers.aMember(LIST, "anna@club.example")));

            assertEquals(1, database.lists().confirmedMembers(LIST));
            assertEquals(1, database.subscribers().all(LIST).count());
        }
    }

    @Test
    void transactionThatFailsChangesNothing() throws SQLException {
        change("UPDATE list SET confirmed_members = 0");
        change("CREATE TRIGGER fault BEFORE UPDATE OF confirmed_members ON list"
                + " BEGIN SELECT RAISE(ABORT, 'fault'); END");

        assertThrows(UnavailableException.class,
                () -> database.subscribers().create(SampleSubscribers.aMember(LIST, "anna@club.example")));

        change("DROP TRIGGER fault");
        assertEquals(0, database.subscribers().all(LIST).count());
        assertTrue(database.subscribers().create(SampleSubscribers.aMember(LIST, "anna@club.example")));
    }

    @Test
    void newerSchemaIsRefused() throws SQLException {
        change("PRAGMA user_version = " + (Schema.VERSION + 1));

        var failure = assertThrows(OpenFailure.class, () -> SqliteDatabase.open(file(), clock));

        assertEquals(OpenFailure.Cause.NEWER, failure.reason());
    }

    /** What the first version stored is read as it was, and can be used on. */
    @Test
    void databaseOfTheFirstVersionIsTakenAlong() throws Exception {
        var old = Files.createFile(folder.resolve("old.db"));
        try (var session = new Session(JDBC.createConnection(JDBC.PREFIX + old.toUri(), new Properties()))) {
            Schema.migrate(session, 0, 1);
            session.change("INSERT INTO list (id, domain, confirmed_members) VALUES ('news', 'lists.example.org', 1)");
            session.change(
                    "INSERT INTO subscriber (list, key, status, revision, address, name, language, since, greeted,"
                            + " own_posts, copy_when_addressed, consent_at, consent_reason) VALUES ('news',"
                            + " zeroblob(16), 'CONFIRMED', 1, 'anna@club.example', '', 'en', 0, 1, 'COPY', 1, 0, 'on paper')");
        }

        try (var taken = SqliteDatabase.open(old, clock)) {
            var member = (Subscriber.Confirmed) taken.subscribers().all(LIST).findFirst().orElseThrow();
            assertEquals(Set.of(), member.groups());
            for (var order : Order.values()) {
                assertEquals(List.of(Entry.of(member).orElseThrow()), taken.directory()
                        .page(LIST, Search.by(order, 10), LocalDate.EPOCH, clock.instant()).entries());
            }
            var seen = taken.subscribers().find(LIST, member.id()).orElseThrow();
            assertTrue(taken.subscribers().replace(seen, member.in(Set.of(new GroupName("board")))));
            assertEquals(Map.of(new GroupName("board"), 1L), taken.lists().groupMembers(LIST));
        }
        try (var inspection = Inspection.open(old)) {
            assertTrue(inspection.isAsWeMadeIt());
        }
    }

    @Test
    void emptyFileGetsItsSchemaOnce() throws OpenFailure, SQLException, IOException {
        var empty = Files.createFile(folder.resolve("empty.db"));

        SqliteDatabase.open(empty, clock).close();
        SqliteDatabase.open(empty, clock).close();

        try (var again = SqliteDatabase.open(empty, clock)) {
            assertEquals(List.of(), again.lists().all());
        }
    }

    @Test
    void signsInTheNameOfAFolderAreOnlySigns() throws Exception {
        var odd = Files.createDirectories(folder.resolve("what? 100% für #1&x=1"));

        try (var other = SqliteDatabase.open(odd.resolve("clubpost.db"), clock)) {
            assertTrue(other.lists().create(aList(LIST)));
        }

        assertTrue(Files.size(odd.resolve("clubpost.db")) > 0);
        try (var inspection = Inspection.open(odd.resolve("clubpost.db"))) {
            assertTrue(inspection.isAsWeMadeIt());
        }
    }

    @Test
    void whatSomebodyElsePutIntoTheSchemaIsSeen() throws Exception {
        try (var inspection = Inspection.open(file())) {
            assertTrue(inspection.isAsWeMadeIt());
        }
        change("CREATE TRIGGER theft AFTER UPDATE ON list BEGIN DELETE FROM subscriber; END");

        try (var inspection = Inspection.open(file())) {
            assertFalse(inspection.isAsWeMadeIt());
        }
    }

    @Test
    void versionThatCannotBeIsDamage() throws SQLException {
        change("PRAGMA user_version = -5");

        assertEquals(OpenFailure.Cause.DAMAGED,
                assertThrows(OpenFailure.class, () -> SqliteDatabase.open(file(), clock)).reason());
    }

    @Test
    void whatIsNoDatabaseIsCalledDamaged() throws IOException {
        var garbage = Files.writeString(folder.resolve("garbage.db"), "This is no database. ".repeat(500));

        var failure = assertThrows(OpenFailure.class, () -> SqliteDatabase.open(garbage, clock));

        assertEquals(OpenFailure.Cause.DAMAGED, failure.reason());
    }
}
