package org.clubpost.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.desk.KeepFigures;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.health.Tick;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.person.OperatorDoor;
import org.clubpost.core.person.Sessions;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.function.admin.AdminHandler;
import org.clubpost.function.admin.Wiring;
import org.clubpost.local.files.FolderUploads;
import org.clubpost.local.sqlite.OpenFailure;
import org.clubpost.local.sqlite.SqliteDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The first page of every room of somebody who runs twenty lists is small, and made with three reads of the store at most,
 * of which the session and the role are one: for a list of a hundred thousand members as for one of ten. A read is a
 * request to DynamoDB; on one machine it is a look at the database, which may be of several statements. With {@code
 * -Dclubpost.members=100000} there really are as many (SQLite); otherwise fewer, and only their number says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirstPagesIT {

    private static final int MOST_READS = 3;
    private static final int MOST_OCTETS = 50_000;
    private static final int LISTS = 20;
    private static final int MEMBERS = Integer.getInteger("clubpost.members", 1_500);
    private static final int MEMBERS_IN_MOTO = 120;
    private static final int SAID = 100_000;
    private static final int POSTS = 40;
    private static final ListId NEWS = new ListId("news");
    private static final EmailAddress OWNER = EmailAddress.of("owner@club.example");
    /** The calls of DynamoDB that read. */
    private static final Set<String> READS = Set.of("getItem", "query", "batchGetItem", "scan", "transactGetItems");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Map<String, Scene> scenes = new TreeMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** A store with everything in it, and the rooms on it. */
    private record Scene(Database database, LongSupplier reads, AdminHandler rooms, String cookie, Post held, Post sent,
            Subscriber member) {}

    @BeforeAll
    void start(@TempDir Path folder) throws OpenFailure {
        var sqlite = SqliteDatabase.open(folder.resolve("db"), InstantSource.system());
        open.add(sqlite);
        scenes.put("sqlite", filled(sqlite, sqlite, sqlite::looks, MEMBERS));
        var table = MotoTable.create();
        open.add(table);
        var reads = new AtomicLong();
        scenes.put("dynamodb", filled(table.ports(), new DynamoTable(counting(table.client(), reads), table.name()),
                reads::get, MEMBERS_IN_MOTO));
        table.client().updateItem(request -> request.tableName(table.name())
                .key(Map.of("pk", AttributeValue.fromS("LIST#news"), "sk", AttributeValue.fromS("META")))
                .updateExpression("SET confirmedMembers = :said")
                .expressionAttributeValues(Map.of(":said", AttributeValue.fromN(Integer.toString(SAID)))));
    }

    private DynamoDbClient counting(DynamoDbClient client, AtomicLong reads) {
        return (DynamoDbClient) Proxy.newProxyInstance(DynamoDbClient.class.getClassLoader(),
                new Class<?>[]{DynamoDbClient.class}, (_, method, arguments) -> {
                    if (READS.contains(method.getName())) {
                        reads.incrementAndGet();
                    }
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @AfterAll
    void stop() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    private Scene filled(Database database, Database counted, LongSupplier reads, int members) {
        for (var number = 0; number < LISTS; number++) {
            var id = number == 0 ? NEWS : new ListId("list" + number);
            assertTrue(database.lists().create(MailingList.create(id, TestClubpost.DOMAIN, "List " + number,
                    List.of(OWNER))));
            turn(database, create(database, id, number), SamplePosts.held("waits"));
        }
        var all = IntStream.range(0, members).mapToObj(this::member).toList();
        database.subscribers().createAll(NEWS, all);
        for (var number = 0; number < members / 10; number++) {
            database.subscribers().create(SampleSubscribers.aFormerMember(NEWS, "left%06d@club.example"
                    .formatted(number)));
        }
        var mails = new InMemoryMailStore(InstantSource.system());
        var posts = IntStream.range(0, POSTS).mapToObj(number -> create(database, NEWS, 1_000 + number)).toList();
        posts.forEach(post -> mails.put(post.mail(), MailContent.of(("From: Sam <sam@club.example>\r\nTo: news@"
                + TestClubpost.DOMAIN + "\r\nSubject: A post\r\n\r\nHello!\r\n").getBytes(UTF_8))));
        posts.subList(0, 30).forEach(post -> turn(database, post, SamplePosts.held("It waits for the owners")));
        posts.subList(30, POSTS).forEach(post -> send(database, post, all));
        posts.stream().skip(POSTS - 1L).forEach(post -> turn(database, database.posts().find(post.id()).orElseThrow(),
                new PostState.Done(new Tally(members, 60), now, now, false)));
        var one = all.getFirst();
        database.memberTexts().replace(Optional.empty(), MemberText.remark(NEWS, one.id(), "Sings", now));
        database.bounces().replace(Optional.empty(), BounceRecord.of(NEWS, one.id()));
        new KeepFigures(database.lists(), new CountFlow(database.subscribers()), database.funnel(), database.desk(),
                InstantSource.system()).run();
        var parts = parts(counted, mails);
        var cookie = new Sessions(database.persons(), parts.tokens(), parts.ids())
                .open(new Actor.Owner(OWNER), "session",
                        Sessions.USUAL, "a browser", now)
                .cookie();
        return new Scene(database, reads, new AdminHandler(new Wiring(parts, OperatorDoor.CLOSED),
                InstantSource.system()), "__Host-clubpost=" + cookie, posts.getFirst(), posts.getLast(), one);
    }

    private Subscriber.Confirmed member(int number) {
        return SampleSubscribers.aMember(NEWS, "member%06d@club.example".formatted(number));
    }

    private Post create(Database database, ListId list, int minutes) {
        var mail = MailKey.inbound(list, "mail" + minutes);
        var post = Post.unread(PostId.of(now.minus(POSTS + 2_000L - minutes, ChronoUnit.MINUTES), mail), list, mail)
                .with(new Post.Headline("Sam <sam@club.example>", "A post with a subject of the usual length", 2_000));
        assertTrue(database.posts().create(post));
        return post;
    }

    private void turn(Database database, Post post, PostState state) {
        assertTrue(database.posts().replace(post, post.with(state instanceof PostState.Held held
                ? new PostState.Held(held.reason(), held.decider(), List.of(), true, now.plus(9, ChronoUnit.DAYS))
                : state)));
    }

    /** It goes out in several ranges, and sixty did not get it. */
    private void send(Database database, Post post, List<Subscriber.Confirmed> members) {
        assertTrue(database.ranges().plan(post, post.with(SamplePosts.aSending(post.id(), 4)),
                SamplePosts.freshRanges(post, 2)));
        database.ranges().rewrite(post.id(), members.stream().limit(60).map(each -> new Failure(each.id(),
                Failure.Kind.REFUSED, Reason.quoted("mailbox full"), 1, now)).toList());
        members.stream().limit(3).map(Subscriber::id)
                .forEach(id -> database.returns().count(post.list(), post.id(), id, new Tick.Refused(), now));
    }

    private LocalParts parts(Database database, InMemoryMailStore mails) {
        var secrets = InstallationSecrets.generate(new SecureRandom());
        return new LocalParts(database, mails,
                new FolderUploads(Path.of("uploads"), new MembershipTokens(secrets::signing),
                        InstantSource.system()),
                mails::put, new CollectingQueue(), nothing(Outbox.class), _ -> {
                }, nothing(SendPermits.class), secrets, secrets::signing,
                URI.create("https://join.example.org"), InstantSource.system(), new SecureRandom());
    }

    private <T> T nothing(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, _) -> {
            throw new IllegalStateException("no page needs " + method);
        }));
    }

    static Stream<Arguments> everyRoom() {
        return Stream.of("sqlite", "dynamodb").flatMap(store -> Stream.of("", "/me", "/news/", "/news/members",
                "/news/members/MEMBER", "/news/import", "/news/waiting", "/news/waiting/people", "/news/waiting/HELD",
                "/news/posts", "/news/posts/SENT", "/news/posts/HELD", "/news/posts/SENT/copy", "/news/write",
                "/news/settings", "/news/settings/layout", "/news/settings/sign-up", "/news/people", "/news/figures",
                "/news/log", "/news/log?what=members").map(room -> Arguments.of(store, room)));
    }

    @ParameterizedTest
    @MethodSource("everyRoom")
    void firstPageIsSmallAndTakesThreeReads(String store, String room) {
        var scene = requireNonNull(scenes.get(store));
        var path = "/rooms" + room.replace("MEMBER", id(scene.member())).replace("HELD", scene.held().id().value())
                .replace("SENT", scene.sent().id().value());
        var event = SampleEvents.get(path).event();
        event.setCookies(List.of(scene.cookie()));
        var before = scene.reads().getAsLong();

        var answer = scene.rooms().handleRequest(event, new SampleContext());

        var reads = scene.reads().getAsLong() - before;
        var octets = answer.getBody().getBytes(UTF_8).length;
        assertEquals(200, answer.getStatusCode(), answer.getBody());
        assertTrue(reads <= MOST_READS, room + " takes " + reads + " reads of " + store);
        assertTrue(octets < MOST_OCTETS, room + " has " + octets);
    }

    private String id(Subscriber subscriber) {
        return subscriber.id().hex();
    }
}
