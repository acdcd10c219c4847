package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.person.ApiKeys;
import org.clubpost.local.StartFailure;
import org.clubpost.local.TestClubpost;
import org.clubpost.local.rooms.RoomsVisitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The API over the wire, with keys that were made on the page. Every answer is held to what the OpenAPI file says, and the
 * last test asks whether all was seen that the file says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ApiIT implements KeysInApi, ListsInApi, PeopleInApi, MembersInApi, ImportsInApi, PostsInApi, CallsInApi {

    private static final int LAST = Integer.MAX_VALUE;

    private TestClubpost clubpost;
    private OpenApi file;
    private KeyMaker owner;
    private KeyMaker moderator;
    private Program program;
    private Program ofModerator;
    private int people;
    private final HashMap<String, KeyMaker> makers = new HashMap<>();
    private final HashMap<String, Program> programs = new HashMap<>();

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        clubpost = TestClubpost.start(data);
        var lists = clubpost.database().lists();
        var news = lists.find(NEWS).orElseThrow();
        assertTrue(lists.replace(news, news.with(news.people().withModerators(List.of(EmailAddress.of(MODERATOR))))));
        assertTrue(lists.create(MailingList.create(new ListId("other"), TestClubpost.DOMAIN, "Other",
                List.of(EmailAddress.of("else@club.example")))));
        assertTrue(lists.create(MailingList.create(new ListId("third"), TestClubpost.DOMAIN, "Third",
                List.of(EmailAddress.of("third@club.example")))));
        assertTrue(lists.create(MailingList.create(new ListId("second"), TestClubpost.DOMAIN, "Second",
                List.of(EmailAddress.of(OWNER)))));
        assertTrue(lists.create(MailingList.create(new ListId("roles"), TestClubpost.DOMAIN, "Roles",
                List.of(EmailAddress.of(BOSS)))));
        assertTrue(lists.create(MailingList.create(new ListId("bulk"), TestClubpost.DOMAIN, "Bulk",
                List.of(EmailAddress.of(CLERK)))));
        file = new OpenApi(clubpost.get("/api/v1/openapi.yaml").body());
        owner = keys(OWNER);
        moderator = keys(MODERATOR);
        program = program(owner.key(everything()));
        ofModerator = program(moderator.key(everything()));
    }

    @AfterAll
    void stop() {
        if (clubpost != null) {
            clubpost.close();
        }
    }

    @Override
    public int number() {
        return ++people;
    }

    @Override
    public OpenApi file() {
        return file;
    }

    @Override
    public TestClubpost clubpost() {
        return clubpost;
    }

    @Override
    public KeyMaker keys(String address) {
        return makers.computeIfAbsent(address, each -> KeyMaker.of(clubpost, each));
    }

    @Override
    public Program of(String address) {
        return programs.computeIfAbsent(address, each -> program(keys(each).key(everything())));
    }

    @Override
    public Program ofOperator() {
        return programs.computeIfAbsent("operator",
                _ -> program(new KeyMaker(RoomsVisitor.operator(clubpost.running())).key(everything())));
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public Program ofModerator() {
        return ofModerator;
    }

    @Override
    public Program program(String key) {
        return new Program(clubpost.running().pages(), file, key);
    }

    // ---- What a key may do ----

    @Test
    void everyOperationWantsItsScope() {
        var scopes = List.of(everything());
        for (var operation : file.operations().stream().filter(each -> !each.scope().isEmpty()).toList()) {
            var others = scopes.stream().filter(scope -> !scope.equals(operation.scope())).toArray(String[]::new);
            var refused = program(shared(operation.scope(), others)).call(operation.method(),
                    ApiWorld.somewhere(operation),
                    operation.hasBody() ? "{}" : "");

            assertEquals(404, refused.status(), operation.id());
            assertEquals("missing-scope", refused.problem(), operation.id());
            assertTrue(refused.text("/detail").contains(operation.scope()), operation.id());
        }
    }

    private final HashMap<String, String> withoutScope = new HashMap<>();

    private String shared(String without, String... scopes) {
        return withoutScope.computeIfAbsent(without, _ -> owner.key(scopes));
    }

    @Test
    void everyOperationWantsAKeyAndRefusesWhatItDoesNotKnow() {
        var mine = program(owner.key(everything()));
        for (var operation : file.operations().stream().filter(OpenApi.Operation::needsKey).toList()) {
            var path = ApiWorld.somewhere(operation);
            var body = operation.answers(422) ? "{\"shoeSize\": \"43\"}" : "";

            assertEquals(401, program("").call(operation.method(), path, body).status(), operation.id());
            var parameter = mine.call(operation.method(), path + "?shoeSize=43", "");
            assertEquals(400, parameter.status(), operation.id());
            assertEquals("shoeSize", parameter.text("/errors/0/field"), operation.id());
            if (operation.answers(422)) {
                var field = mine.call(operation.method(), path, body);
                assertEquals(422, field.status(), operation.id());
                assertEquals("shoeSize", field.text("/errors/0/field"), operation.id());
                assertEquals(415, mine.with("Content-Type", "text/plain").call(operation.method(), path, "{}")
                        .status(), operation.id());
                assertEquals(
                        413, mine
                                .call(operation.method(), path,
                                        "{\"a\":\"" + "x".repeat(operation.id().equals("writePost")
                                                ? 4_000_001
                                                : 300_000) + "\"}")
                                .status(),
                        operation.id());
                assertEquals(400, mine.call(operation.method(), path, "[1]").status(), operation.id());
            }
        }
    }

    @Test
    void keyOfOneListOpensNoOther() {
        var mine = program(owner.keyFor("news", everything()));

        assertEquals(200, mine.get("/lists/news").status());
        for (var path : List.of("/lists/second", "/lists/other", "/lists/nothing", "/lists/NEWS", "/lists/n%65ws")) {
            var refused = mine.get(path);
            assertEquals(404, refused.status());
            assertEquals("not-found", refused.problem());
        }
        assertEquals(List.of("news"), ids(mine.get("/lists")));
        assertEquals(List.of("news", "second"), ids(program.get("/lists")));
    }

    @Test
    void listOfOthersLooksLikeOneThatThereIsNot() {
        assertEquals(program.get("/lists/nothing").http().body(), program.get("/lists/other").http().body());
    }

    @Test
    void keyDoesNoMoreThanItsPersonMay() {
        for (var operation : file.operations().stream().filter(each -> each.path().contains("{member}")
                || each.path().endsWith("/members") || each.path().endsWith("/log")
                || each.path().endsWith("/settings") || each.path().endsWith("/search")).toList()) {
            var refused = ofModerator.call(operation.method(), ApiWorld.somewhere(operation), "");

            assertEquals(404, refused.status(), operation.id());
            assertEquals("not-allowed", refused.problem(), operation.id());
        }
        assertEquals(200, ofModerator.get("/lists/news/posts").status());
        assertEquals(200, ofModerator.get("/lists/news/held").status());
        assertEquals("moderator", ofModerator.get("/lists/news").text("/role"));
    }

    @Test
    void keyEndsWithTheRole() {
        var lists = clubpost.database().lists();
        var second = lists.find(new ListId("second")).orElseThrow();
        var address = EmailAddress.of("brief@club.example");
        assertTrue(lists.replace(second, second.with(second.people().withModerators(List.of(address)))));
        var theirs = program(KeyMaker.of(clubpost, address.written()).key(everything()));
        assertEquals(200, theirs.get("/lists/second/posts").status());

        var now = lists.find(second.id()).orElseThrow();
        assertTrue(lists.replace(now, now.with(now.people().withModerators(List.of()))));

        assertEquals(404, theirs.get("/lists/second/posts").status());
        assertEquals(List.of(), ids(theirs.get("/lists")));
    }

    @Test
    void operatorHasKeysToo() {
        var theirs = ofOperator();

        assertEquals("operator", theirs.get("/key").text("/person"));
        assertTrue(ids(theirs.get("/lists")).containsAll(List.of("news", "other", "second", "third")));
        assertEquals(409, theirs.post("/lists/news/posts", "{\"subject\":\"s\",\"text\":\"t\"}").status());
        assertEquals(202, theirs.post("/lists/news/members",
                "{\"email\":\"x@club.example\",\"how\":\"invite\"}").status());
    }

    // ---- What is sent ----

    @Test
    void whatIsNoJsonObjectIsRefused() {
        for (var body : List.of("x", "[]", "\"a\"", "{", "{\"email\":\"a\"", "{} {}", "{\"a\":" + "[".repeat(50_000),
                "{\"email\":\"a@b.example\",\"email\":\"c@d.example\"}", "{\"a\":" + "9".repeat(1000) + "}",
                "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{\"i\":1}}}}}}}}}}")) {
            var refused = program.post("/lists/news/members", body);
            assertEquals(400, refused.status(), body.substring(0, Math.min(80, body.length())));
            assertEquals("unreadable", refused.problem());
        }
    }

    @Test
    void fieldsOfTheWrongKindAreNamed() {
        var refused = program.post("/lists/news/members",
                "{\"email\":7,\"name\":null,\"groups\":\"board\",\"reason\":\"" + "x".repeat(1001) + "\",\"x\":1}");

        assertEquals(422, refused.status());
        assertEquals(Set.of("email", "name", "groups", "reason", "x"),
                new HashSet<>(refused.json().at("/errors").findValuesAsText("field")));
    }

    @Test
    void problemSaysNothingOfWhatWasSent() {
        var secret = "secret" + UUID.randomUUID();

        var refused = program.post("/lists/news/members",
                "{\"email\":\"" + secret + "\",\"reason\":\"" + secret + "\"}");
        var parameter = program.get("/lists?" + secret + "=1");

        assertFalse(refused.http().body().contains(secret));
        assertFalse(parameter.http().body().contains(secret), parameter.http().body());
    }

    @Test
    void wrongParametersAreNamed() {
        for (var query : List.of("limit=0", "limit=101", "limit=x", "limit=", "cursor=", "cursor=%25", "cursor=%25zz",
                "limit=1&limit=2")) {
            assertEquals(400, program.get("/lists?" + query).status(), query);
        }
        var refused = program.get("/lists/news/members?status=x&group=x&language=x&joinedSince=x&sort=x&cursor=eA");
        assertEquals(400, refused.status());
        assertEquals(6, refused.json().at("/errors").size());
        assertEquals(4, program.get("/lists/news/log?topic=x&way=x&from=x&before=x").json().at("/errors").size());
    }

    @Test
    void pathThatThereIsNotAndMethodThatThereIsNotAreSaid() {
        assertEquals(404, program.unchecked("GET", "/nothing", "").status());
        assertEquals(404, program.unchecked("GET", "/api/v1", "").status());
        assertEquals(404, program.unchecked("GET", "/api/v1/", "").status());
        assertEquals(404, program.unchecked("GET", "/lists/", "").status());
        assertEquals(404, program.unchecked("GET", "/api/v2/lists", "").status());
        var refused = program.unchecked("PUT", "/lists/news/members/" + NOBODY, "{}");
        assertEquals(405, refused.status());
        assertEquals("DELETE, GET, PATCH", refused.field("allow"));
    }

    @Test
    void headIsLikeGetWithoutTheBody() {
        var answer = program.unchecked("HEAD", "/lists", "");

        assertEquals(200, answer.status());
        assertEquals("", answer.http().body());
    }

    // ---- Lists and settings ----

    @Test
    void listSaysWhatItIs() {
        var list = program.get("/lists/news");

        assertEquals("news@" + TestClubpost.DOMAIN, list.text("/email"));
        assertEquals("owner", list.text("/role"));
        assertEquals(list.json(), program.get("/lists").json().at("/items/0"));
    }

    @Test
    void listsComeInPages() {
        var first = program.get("/lists?limit=1");
        var second = program.get(first.text("/next"));

        assertEquals("<" + first.text("/next") + ">; rel=\"next\"", first.field("link"));
        assertEquals(List.of("news", "second"), Stream.concat(ids(first).stream(), ids(second).stream()).toList());
        assertTrue(second.json().at("/next").isMissingNode());
    }

    @Test
    void settingIsChangedAndTheChangeTakenBack() {
        var before = program.get("/lists/second/settings").json();

        var changed = program.patch("/lists/second/settings", "{\"subject-tag\":\"[two]\",\"undo\":\"5m\"}");

        assertEquals(200, changed.status());
        assertEquals("[\"subject-tag\",\"undo\"]", changed.json().at("/changed").toString());
        assertEquals("[two]", program.get("/lists/second/settings").text("/subject-tag"));
        assertEquals(200, program.post("/lists/second/log/" + changed.text("/undo") + "/undo", "").status());
        assertEquals(before, program.get("/lists/second/settings").json());
        assertEquals(409, program.post("/lists/second/log/" + changed.text("/undo") + "/undo", "").status());
    }

    @Test
    void oneWrongSettingLeavesAllAsTheyAre() {
        var before = program.get("/lists/second/settings").json();

        var refused = program.patch("/lists/second/settings", "{\"subject-tag\":\"[x]\",\"posting\":\"everybody\"}");

        assertEquals(422, refused.status());
        assertEquals("posting", refused.text("/errors/0/field"));
        assertEquals(before, program.get("/lists/second/settings").json());
        assertEquals(ListSettings.all().size(), before.size());
    }

    @Test
    void lastOwnerCannotGo() {
        assertEquals(422, program.patch("/lists/second/settings", "{\"owners\":\"\"}").status());
    }

    // ---- The log ----

    @Test
    void logSaysWhoDidWhat() {
        var id = addedId();

        var newest = program.get("/lists/news/log?limit=10&topic=members");

        var entry = Stream.iterate(0, at -> at + 1).limit(10).map(at -> newest.json().at("/items/" + at))
                .filter(each -> each.at("/member").asText().equals(id)).findFirst().orElseThrow();
        assertEquals("joined", entry.at("/act").asText());
        assertEquals(OWNER, entry.at("/actor/email").asText());
        assertEquals("api", entry.at("/way").asText());
        assertEquals(0, ids(program.get("/lists/news/log?way=mail")).size());
        var first = program.get("/lists/news/log?limit=1");
        assertNotEquals(ids(first), ids(program.get(first.text("/next"))));
        assertEquals(0, ids(program.get("/lists/news/log?from=2999-01-01T00:00:00Z")).size());
    }

    @Test
    void undoingWantsTheScopeOfWhatTheActWasAbout() {
        var entry = program.delete(member(addedId())).text("/undo");
        var less = program(owner.key("log:read", "settings:write", "posts:write", "members:read"));

        var refused = less.post("/lists/news/log/" + entry + "/undo", "");

        assertEquals(404, refused.status());
        assertEquals("missing-scope", refused.problem());
        assertEquals(404, program.post("/lists/second/log/" + entry + "/undo", "").status());
        assertEquals("not-allowed", ofModerator.post("/lists/news/log/" + entry + "/undo", "").problem());
    }

    // ---- Limits, and whether all was seen ----

    @Test
    @Order(LAST - 1)
    void whoCallsAllTheTimeIsToldToWait() {
        useUp(program.get("/key").text("/id"));
        for (var operation : file.operations().stream().filter(OpenApi.Operation::needsKey).toList()) {
            var refused = program.call(operation.method(), ApiWorld.somewhere(operation), "");
            assertEquals(429, refused.status(), operation.id());
            assertEquals("60", refused.field("retry-after"));
        }
    }

    /** In this window and in the next: the machine may be slow. */
    private void useUp(String key) {
        var limit = new RateLimits.Limit(RateLimits.Kind.API_KEY, ApiKeys.MOST_USES, ApiKeys.USES_WITHIN);
        var now = Instant.now();
        for (var i = 0; i < ApiKeys.MOST_USES; i++) {
            clubpost.database().rateLimits().allow(limit, ownerId().value() + key, now);
            clubpost.database().rateLimits().allow(limit, ownerId().value() + key, now.plus(limit.window()));
        }
    }

    @Test
    @Order(LAST)
    void everythingWasSeenThatTheFileSays() {
        program("").get("/openapi.yaml");

        assertEquals(new TreeSet<>(), file.unseen());
    }
}
