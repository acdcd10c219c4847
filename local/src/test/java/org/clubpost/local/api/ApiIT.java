package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.call.Call;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.person.ApiKeys;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SampleSubscribers;
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
final class ApiIT implements ListsInApi, PeopleInApi, ImportsInApi {

    private static final ListId NEWS = new ListId("news");
    private static final String NOBODY = "f".repeat(32);
    private static final String NO_POST = "f".repeat(24);
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
        owner = KeyMaker.of(clubpost, OWNER);
        moderator = KeyMaker.of(clubpost, MODERATOR);
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

    private String fresh() {
        return "person" + ++people + "@club.example";
    }

    private Program.Answer added(String email) {
        return program.post("/lists/news/members", "{\"email\":\"" + email + "\",\"reason\":\"asked by phone\"}");
    }

    private String addedId() {
        return added(fresh()).text("/id");
    }

    private String member(String id) {
        return "/lists/news/members/" + id;
    }

    // ---- The key ----

    @Test
    void keyIsMadeOnThePageAndShownOnce() {
        var key = owner.key("lists:read");

        var said = program(key).get("/key");

        assertEquals(200, said.status());
        assertEquals(OWNER, said.text("/person"));
        assertEquals("[\"lists:read\"]", said.json().at("/scopes").toString());
        assertFalse(owner.page().contains(key));
        assertTrue(owner.page().contains("lists:read · All lists that you run"), owner.page());
    }

    @Test
    void keyForNothingIsNotMade() {
        assertTrue(owner.answer(Map.of(), List.of()).contains("Tick at least one thing"));
        assertTrue(owner.answer(Map.of("key-reach", "some"), List.of("lists:read")).contains("Tick at least one list"));
    }

    @Test
    void keyIsForListsOfItsPersonOnly() {
        assertTrue(owner.answer(Map.of("key-reach", "some", "for", "other"), List.of("lists:read"))
                .contains("Tick at least one list"));
    }

    @Test
    void withdrawnKeyOpensNothing() {
        var mine = program(owner.key("lists:read"));
        assertEquals(200, mine.get("/lists").status());

        owner.withdraw(owner.newest());

        var refused = mine.get("/lists");
        assertEquals(401, refused.status());
        assertEquals("wrong-key", refused.problem());
        assertEquals("Bearer realm=\"clubpost\", error=\"invalid_token\"", refused.field("www-authenticate"));
    }

    @Test
    void nobodyWithdrawsTheKeyOfSomebodyElse() {
        var mine = program(owner.key("lists:read"));

        moderator.withdraw(owner.newest());

        assertEquals(200, mine.get("/lists").status());
    }

    @Test
    void signingOutEverywhereWithdrawsKeysIfWished() {
        for (var way : List.of(Map.of("act", "end-all"), Map.of("act", "end-all", "keys-too", "yes"))) {
            var person = KeyMaker.of(clubpost, way.size() == 1 ? "else@club.example" : "third@club.example");
            var theirs = program(person.key("lists:read"));

            person.visitor().fill("/rooms/me", "/rooms/me", way);

            assertEquals(way.size() == 1 ? 200 : 401, theirs.get("/lists").status());
        }
    }

    @Test
    void usingAKeyIsSeenOnThePage() {
        program(owner.key("lists:read")).get("/lists");

        assertTrue(owner.page().contains("last used"), owner.page());
    }

    @Test
    void cookieOpensNothing() {
        var cookie = owner.visitor().cookieNames().stream()
                .map(name -> name + "=" + owner.visitor().cookie(name)).reduce((one, other) -> one + "; " + other);

        var answer = program("").with("Cookie", cookie.orElseThrow()).get("/lists");

        assertEquals(401, answer.status());
        assertEquals("no-key", answer.problem());
    }

    @Test
    void noScriptOfAnotherPageTalksHere() {
        var page = program("").with("Origin", "https://evil.example");

        var asked = page.unchecked("OPTIONS", "/lists", "");
        var answer = page.get("/lists");

        assertEquals(405, asked.status());
        assertEquals("GET, POST", asked.field("allow"));
        for (var each : List.of(asked, answer)) {
            assertEquals(Set.of(), each.http().headers().map().keySet().stream()
                    .filter(name -> name.startsWith("access-control")).collect(Collectors.toSet()));
        }
    }

    @Test
    void formOfAnotherPageDoesNothing() {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            assertEquals(401, program("").with("Content-Type", type).with("Sec-Fetch-Site", "cross-site")
                    .post("/lists/news/members", "{\"email\":\"eve@evil.example\",\"reason\":\"x\"}").status());
            assertEquals(415, program.with("Content-Type", type)
                    .post("/lists/news/members", "{\"email\":\"eve@evil.example\",\"reason\":\"x\"}").status());
        }
    }

    @Test
    void keyIsTakenOnlyWhereItStaysSecret() throws IOException {
        for (var operation : List.of("/key", "/lists")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), clubpost.running().pages().getPort())) {
                socket.getOutputStream().write(("GET /api/v1" + operation + " HTTP/1.1\r\nHost: lists.club.example\r\n"
                        + "Authorization: Bearer " + owner.key("lists:read") + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .split("\r\n\r\n", 2);

                assertTrue(answer[1].contains("problem/insecure"), answer[1]);
                file.check("GET", "/api/v1" + operation, 404, answer[1], _ -> "application/problem+json");
            }
        }
    }

    @Test
    void keyStaysOutOfTheQuery() {
        var answer = program("").get("/lists?access_token=cpk_x");

        assertEquals(401, answer.status());
    }

    // ---- What a key may do ----

    @Test
    void everyOperationWantsItsScope() {
        var scopes = List.of(everything());
        for (var operation : file.operations().stream().filter(each -> !each.scope().isEmpty()).toList()) {
            var others = scopes.stream().filter(scope -> !scope.equals(operation.scope())).toArray(String[]::new);
            var refused = program(shared(operation.scope(), others)).call(operation.method(), somewhere(operation),
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

    /** A path of that operation on which nothing is done. */
    private static String somewhere(OpenApi.Operation operation) {
        return operation.path().replace("{list}", "news").replace("{member}", NOBODY).replace("{post}", NO_POST)
                .replace("{entry}", "f".repeat(20)).replace("{invitation}", "f".repeat(20))
                .replace("{import}", "f".repeat(20)).replace("{deleted}", "nothing");
    }

    @Test
    void everyOperationWantsAKeyAndRefusesWhatItDoesNotKnow() {
        var mine = program(owner.key(everything()));
        for (var operation : file.operations().stream().filter(OpenApi.Operation::needsKey).toList()) {
            var path = somewhere(operation);
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
                assertEquals(413, mine.call(operation.method(), path, "{\"a\":\"" + "x".repeat(300_000) + "\"}")
                        .status(), operation.id());
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

    private static List<String> ids(Program.Answer page) {
        return page.json().at("/items").findValuesAsText("id");
    }

    @Test
    void keyDoesNoMoreThanItsPersonMay() {
        for (var operation : file.operations().stream().filter(each -> each.path().contains("{member}")
                || each.path().endsWith("/members") || each.path().endsWith("/log")
                || each.path().endsWith("/settings") || each.path().endsWith("/search")).toList()) {
            var refused = ofModerator.call(operation.method(), somewhere(operation), "");

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
        assertEquals(409, theirs.post("/lists/news/members",
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

    // ---- Members ----

    @Test
    void memberIsAddedSeenChangedAndTakenOff() {
        var email = fresh();
        var added = added(email);
        assertEquals(201, added.status());
        assertEquals(added.text("/href"), added.field("location"));
        var path = added.text("/href");
        assertEquals(email, program.get(path).text("/email"));

        assertEquals(200, added(email).status());
        assertEquals(200,
                program.patch(path, "{\"name\":\"Anna Müller\",\"language\":\"de\",\"remark\":\"plays horn\"}")
                        .status());
        var seen = program.get(path);
        assertEquals("Anna Müller", seen.text("/name"));
        assertEquals("de", seen.text("/language"));
        assertEquals("plays horn", seen.text("/remark"));

        var removed = program.delete(path);
        assertEquals(200, removed.status());
        assertEquals("removed", program.get(path).text("/status"));
        assertEquals("already", program.delete(path).text("/outcome"));
        assertEquals(409, program.patch(path, "{\"name\":\"x\"}").status());
        assertEquals(200, program.post("/lists/news/log/" + removed.text("/undo") + "/undo", "").status());
        assertEquals("member", program.get(path).text("/status"));
        assertEquals("already", program.post(path + "/restore", "").text("/outcome"));
        assertEquals(Set.of("joined", "changed", "removed", "restored"),
                new HashSet<>(program.get(path + "/history").json().at("/items").findValuesAsText("act")));
    }

    @Test
    void addressIsMendedAndTakenBack() {
        var other = addedId();
        var id = addedId();
        var taken = program.get(member(other)).text("/email");
        assertEquals(409, program.patch(member(id), "{\"email\":\"" + taken + "\",\"name\":\"Nobody\"}").status());
        assertTrue(program.get(member(id)).json().at("/name").isMissingNode());

        var right = fresh();
        var moved = program.patch(member(id), "{\"email\":\"" + right + "\"}");

        assertNotEquals(id, moved.text("/id"));
        assertEquals(right, program.get(moved.text("/href")).text("/email"));
        assertEquals(200, program.post("/lists/news/log/" + moved.text("/undo") + "/undo", "").status());
    }

    @Test
    void memberIsPausedUntilADay() {
        var id = addedId();
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();

        assertEquals(200, program.patch(member(id), "{\"pausedUntil\":\"" + day + "\"}").status());
        assertEquals("paused", program.get(member(id)).text("/status"));
        assertEquals(day, program.get(member(id)).text("/pausedUntil"));
        assertEquals(200, program.patch(member(id), "{\"pausedUntil\":null}").status());
        assertEquals("member", program.get(member(id)).text("/status"));
        for (var wrong : List.of("2001-01-01", "x", "2999-01-01")) {
            assertEquals(422, program.patch(member(id), "{\"pausedUntil\":\"" + wrong + "\"}").status());
        }
    }

    @Test
    void oneWrongFieldLeavesTheMemberAsItIs() {
        var id = addedId();
        var before = program.get(member(id)).json();

        var refused = program.patch(member(id), "{\"name\":\"Ann\",\"language\":\"tlh\",\"groups\":[\"nobody\"]}");

        assertEquals(422, refused.status());
        assertEquals(2, refused.json().at("/errors").size());
        assertEquals(before, program.get(member(id)).json());
    }

    @Test
    void whoIsAddedNeedsAReason() {
        assertEquals("reason", program.post("/lists/news/members", "{\"email\":\"" + fresh() + "\"}")
                .text("/errors/0/field"));
        assertEquals("email", program.post("/lists/news/members", "{\"email\":\"x\",\"reason\":\"y\"}")
                .text("/errors/0/field"));
        assertEquals("how", program.post("/lists/news/members",
                "{\"email\":\"" + fresh() + "\",\"reason\":\"y\",\"how\":\"z\"}").text("/errors/0/field"));
        assertEquals("groups", program.post("/lists/news/members",
                "{\"email\":\"" + fresh() + "\",\"reason\":\"y\",\"groups\":[\"z\"]}").text("/errors/0/field"));
    }

    @Test
    void whoIsInvitedIsAskedByMail() {
        var email = fresh();

        var invited = program.post("/lists/news/members", "{\"email\":\"" + email + "\",\"how\":\"invite\"}");

        assertEquals(202, invited.status());
        assertTrue(clubpost.mailTo(email, "").contains(email));
        assertEquals(422, program.post("/lists/news/members",
                "{\"email\":\"" + email + "\",\"how\":\"invite\",\"name\":\"X\"}").status());
    }

    @Test
    void whoLeftIsNotBroughtBack() {
        var email = fresh();
        clubpost.join(email);
        var mail = clubpost.mailTo(email, "");
        var leave = TestClubpost.link(mail, "/u");
        clubpost.post("/unsubscribe", Map.of("token", TestClubpost.token(leave), "button", "yes"));
        var found = program.post("/lists/news/members/search", "{\"email\":\"" + email + "\"}");
        assertEquals("left", found.text("/items/0/status"), found.http().body());

        assertEquals(409, added(email).status());
        assertEquals(409, program.post(found.text("/items/0/href") + "/restore", "").status());
    }

    @Test
    void membersComeInPagesInEveryOrder() {
        for (var i = 0; i < 5; i++) {
            addedId();
        }
        for (var sort : List.of("name", "email", "joined", "-joined")) {
            var all = ids(program.get("/lists/news/members?limit=100&sort=" + sort));
            var paged = new ArrayList<String>();
            for (var path = "/lists/news/members?limit=2&sort=" + sort; !path.isEmpty();) {
                var page = program.get(path);
                paged.addAll(ids(page));
                path = page.text("/next");
            }
            assertEquals(all, paged);
        }
        assertTrue(program.get("/lists/news/members?limit=2").text("/next").startsWith("/api/v1/lists/news/members?"));
        assertEquals(0, ids(program.get("/lists/news/members?status=bouncing")).size());
    }

    @Test
    void memberIsFoundByTheBeginning() {
        var email = fresh();
        added(email);

        var found = program.post("/lists/news/members/search?limit=1", "{\"email\":\"" + email.substring(0, 9) + "\"}");

        assertEquals(1, ids(found).size());
        assertEquals(422, program.post("/lists/news/members/search", "{}").status());
        assertEquals(422, program.post("/lists/news/members/search", "{\"email\":\"a\",\"name\":\"b\"}").status());
        assertEquals(200, program.post("/lists/news/members/search", "{\"name\":\"a\"}").status());
        assertEquals(400, program.post("/lists/news/members/search?cursor=eA", "{\"name\":\"a\"}").status());
    }

    @Test
    void memberOfAnotherListIsNotFound() {
        var ids = new SubscriberIds(clubpost.data().secrets().installation());
        var address = fresh();
        var id = ids.of(EmailAddress.of(address));
        assertTrue(clubpost.database().subscribers().create(SampleSubscribers.aMember(new ListId("other"),
                SampleSubscribers.aPerson(id, address))));

        assertEquals(404, program.get(member(id.hex())).status());
        assertEquals(404, program.get("/lists/other/members/" + id.hex()).status());
        assertEquals(404, program.delete(member(id.hex())).status());
    }

    @Test
    void whoWaitsForTheOwnersIsLetInOrNot() {
        program.patch("/lists/second/settings", "{\"sign-up\":\"approval\"}");
        for (var wish : List.of("approve", "decline")) {
            var email = fresh();
            clubpost.post("/subscribe", Map.of("list", "second", "email", email));
            clubpost.post("/confirm", Map.of("token",
                    TestClubpost.token(TestClubpost.link(clubpost.mailTo(email, ""), "/confirm"))));
            var applied = program.get("/lists/second/members?status=applied");
            assertEquals(1, ids(applied).size(), applied.http().body());
            var path = applied.text("/items/0/href");

            assertEquals(200, program.post(path + "/" + wish, "").status());
        }
        assertEquals(409, program.post(member(addedId()) + "/approve", "").status());
        assertEquals(409, program.post(member(addedId()) + "/decline", "").status());
    }

    @Test
    void mailGoesToAMemberAgain() {
        var id = addedId();

        assertEquals("released", program.post(member(id) + "/release", "").text("/outcome"));
        assertEquals("probed", program.post(member(id) + "/probe", "").text("/outcome"));
        program.delete(member(id));
        assertEquals(409, program.post(member(id) + "/release", "").status());
        assertEquals(409, program.post(member(id) + "/probe", "").status());
    }

    @Test
    void whoIsErasedIsNotKnownAnyMore() {
        var id = addedId();

        assertEquals("erased", program.post(member(id) + "/erase", "").text("/outcome"));

        assertEquals(404, program.get(member(id)).status());
        assertEquals(404, program.post(member(id) + "/erase", "").status());
    }

    // ---- Posts ----

    /** The newest post of that subject once it stands so, as the API shows it. Waiting asks nothing of the API. */
    private JsonNode post(String subject, String state) {
        TestClubpost.waitUntil(subject + " to be " + state, () -> find(subject, state).isPresent());
        return program.get("/lists/news/posts/" + find(subject, state).orElseThrow()).json();
    }

    private Optional<PostId> find(String subject, String state) {
        try (var all = clubpost.database().posts().of(NEWS)) {
            return all.filter(post -> post.headline().subject().contains(subject)
                    && post.state().getClass().getSimpleName().toLowerCase(Locale.ROOT).equals(state))
                    .map(Post::id).findFirst();
        }
    }

    @Test
    void postIsWrittenAndGoesOut() {
        var email = fresh();
        added(email);
        var subject = "Rehearsal " + UUID.randomUUID();

        var taken = program.post("/lists/news/posts",
                "{\"subject\":\"" + subject + "\",\"text\":\"**Tonight** at eight\",\"format\":\"markdown\"}");

        assertEquals(202, taken.status());
        var done = program.get(post(subject, "done").at("/href").asText());
        assertTrue(done.json().at("/sent").asInt() > 0, done.http().body());
        assertTrue(clubpost.mailTo(email, subject).contains("<strong>Tonight</strong>"));
        assertEquals(200, program.get(done.text("/href") + "/failures").status());
        for (var wish : List.of("pause", "resume", "cancel", "retry")) {
            var refused = program.post(done.text("/href") + "/" + wish, "");
            assertEquals(409, refused.status());
            assertTrue(refused.text("/detail").contains("done"));
        }
    }

    @Test
    void postWaitsAndIsCancelledOrSentNow() {
        for (var wish : List.of("cancel", "resume")) {
            var subject = wish + " " + UUID.randomUUID();
            assertEquals(202, program.post("/lists/news/posts", "{\"subject\":\"" + subject
                    + "\",\"text\":\"" + subject + "\",\"sendAt\":\"" + Instant.now().plusSeconds(86_400) + "\"}")
                    .status());
            var waiting = post(subject, "waiting");
            assertEquals("send-at", waiting.at("/waitsFor").asText());

            assertEquals(200, program.post(waiting.at("/href").asText() + "/" + wish, "").status());

            post(subject, wish.equals("cancel") ? "cancelled" : "done");
        }
    }

    @Test
    void whoDidNotGetAPostIsNamedOnlyToWhoMaySeeMembers() {
        var lost = "lost" + ++people + "@refused.invalid";
        added(lost);
        var subject = "Lost " + UUID.randomUUID();
        program.post("/lists/news/posts", "{\"subject\":\"" + subject + "\",\"text\":\"" + subject + "\"}");
        var done = post(subject, "done");
        var path = done.at("/href").asText();

        var named = program.get(path + "/failures?limit=1");
        assertEquals(lost, named.text("/items/0/email"), named.http().body());
        for (var less : List.of(ofModerator, program(owner.key("posts:read")))) {
            var unnamed = less.get(path + "/failures");
            assertEquals(200, unnamed.status());
            assertFalse(unnamed.http().body().contains("refused.invalid"), unnamed.http().body());
            assertTrue(unnamed.json().at("/items/0/member").isMissingNode());
        }
        assertEquals(200, program.post(path + "/retry", "").status());
        post(subject, "done");
    }

    @Test
    void postOnItsWayIsPaused() {
        var post = sending();

        assertEquals("paused", program.post(post + "/pause", "").text("/outcome"));
        assertEquals(0, program.get(post).json().at("/percent").asInt());
    }

    /** The path of a post that is on its way, and that no service takes up. */
    private String sending() {
        var key = MailKey.inbound(NEWS, "stuck-" + ++people);
        var id = PostId.of(Instant.now(), key);
        assertTrue(clubpost.database().posts().create(Post.unread(id, NEWS, key)
                .with(new PostState.Sending(id.preparedMail(), 1, Instant.now()))));
        return "/lists/news/posts/" + id;
    }

    @Test
    void postsComeInPages() {
        for (var i = 0; i < 3; i++) {
            sending();
        }
        var first = program.get("/lists/news/posts?limit=2");
        var second = program.get(first.text("/next"));

        assertEquals(ids(program.get("/lists/news/posts?limit=100")).subList(0, 3),
                Stream.concat(ids(first).stream(), ids(second).stream()).limit(3).toList());
    }

    @Test
    void postThatCannotBeWrittenIsRefused() {
        for (var wrong : Map.of("subject", "{\"subject\":\" \",\"text\":\"x\"}", "text",
                "{\"subject\":\"s\",\"text\":\"\"}", "format", "{\"subject\":\"s\",\"text\":\"x\",\"format\":\"html\"}",
                "group", "{\"subject\":\"s\",\"text\":\"x\",\"group\":\"nobody\"}", "sendAt",
                "{\"subject\":\"s\",\"text\":\"x\",\"sendAt\":\"2001-01-01T00:00:00Z\"}").entrySet()) {
            var refused = program.post("/lists/news/posts", wrong.getValue());
            assertEquals(422, refused.status());
            assertEquals(wrong.getKey(), refused.text("/errors/0/field"));
        }
    }

    @Test
    void timeThatNoMailCanHaveIsRefused() {
        for (var time : List.of("+10000-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z")) {
            var refused = program.post("/lists/news/posts",
                    "{\"subject\":\"s\",\"text\":\"x\",\"sendAt\":\"" + time + "\"}");
            assertEquals(422, refused.status());
            assertEquals("sendAt", refused.text("/errors/0/field"));
        }
        assertEquals(200, program.get("/lists/news/log?before=%2B999999999-12-31T23:59:59Z").status());
        assertEquals(200, program.get("/lists/news/log?before=-999999999-01-01T00:00:00Z").status());
    }

    @Test
    void keyForSettingsAppointsNobody() {
        for (var role : List.of("owners", "moderators")) {
            var refused = program.patch("/lists/second/settings", "{\"" + role + "\":\"eve@evil.example\"}");

            assertEquals(422, refused.status());
            assertEquals(role, refused.text("/errors/0/field"));
        }
        assertEquals(OWNER, program.get("/lists/second/settings").text("/owners"));
        assertEquals(200, program.patch("/lists/second/settings", "{\"owners\":\"" + OWNER + "\"}").status());
    }

    @Test
    void subjectBringsNoOtherField() {
        var subject = "Split " + UUID.randomUUID();
        var email = fresh();
        added(email);

        program.post("/lists/news/posts",
                "{\"subject\":\"" + subject + "\\r\\nX-Evil: yes\",\"authorName\":\"O\\nBcc: eve@evil.example\","
                        + "\"text\":\"" + subject + "\"}");

        var mail = clubpost.mailTo(email, subject);
        assertFalse(mail.contains("\r\nX-Evil:"), mail);
        assertFalse(mail.contains("\r\nBcc:"), mail);
    }

    @Test
    void postOfAnotherListIsNotFound() {
        var path = sending().replace("news", "second");

        assertEquals(404, program.get(path).status());
        assertEquals(404, program.post(path + "/pause", "").status());
    }

    // ---- Held posts ----

    private String held(String subject) {
        clubpost.send("sam@stranger.example", "news@" + TestClubpost.DOMAIN,
                "From: Sam <sam@stranger.example>\r\nTo: news@lists.example.org\r\nSubject: " + subject
                        + "\r\n\r\nHello from Sam, about " + subject + "\r\n");
        return "/lists/news/held/" + post(subject, "held").at("/id").asText();
    }

    @Test
    void heldPostIsReadAndSent() {
        var subject = "Please " + UUID.randomUUID();
        var path = held(subject);
        assertTrue(ids(program.get("/lists/news/held?limit=100")).contains(path.substring(path.lastIndexOf('/') + 1)));
        var seen = ofModerator.get(path);
        assertEquals("proven", seen.text("/proof"));
        assertTrue(seen.text("/text").contains("Hello from Sam"));
        assertEquals("may-not-post", seen.text("/reason/code"));

        var sent = ofModerator.post(path + "/send", "");
        assertEquals("sent", sent.text("/outcome"), sent.http().body());

        post(subject, "done");
        assertEquals(404, program.get(path).status());
        for (var wish : List.of("send", "refuse", "drop")) {
            assertEquals(409, program.post(path + "/" + wish, "").status());
        }
    }

    @Test
    void heldPostIsRefusedOrDropped() {
        var subject = "No " + UUID.randomUUID();
        assertEquals("refused", program.post(held(subject) + "/refuse", "{\"reason\":\"Try the choir.\"}")
                .text("/outcome"));
        assertTrue(clubpost.mailTo("sam@stranger.example", "").contains("Try the choir."));

        assertEquals("dropped", program.post(held("Never " + UUID.randomUUID()) + "/drop", "").text("/outcome"));
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

    // ---- Calls made again ----

    @Test
    void sameCallGetsTheSameAnswerAndDoesNothingTwice() {
        var name = UUID.randomUUID().toString();
        var email = fresh();
        var body = "{\"email\":\"" + email + "\",\"reason\":\"asked\"}";

        var first = program.named(name).post("/lists/news/members", body);
        var second = program.named(name).post("/lists/news/members", body);

        assertEquals(201, second.status());
        assertEquals(first.http().body(), second.http().body());
        assertEquals(first.field("location"), second.field("location"));
        assertEquals("reused-idempotency-key",
                program.named(name).post("/lists/news/members", body.replace("asked", "else")).problem());
        assertEquals("reused-idempotency-key", program.named(name).post("/lists/second/members", body).problem());
    }

    @Test
    void nameOfACallIsOfOneKeyOnly() {
        var name = UUID.randomUUID().toString();
        var other = program(owner.key(everything()));
        var body = "{\"email\":\"" + fresh() + "\",\"reason\":\"asked\"}";
        program.named(name).post("/lists/news/members", body);

        assertEquals(200, other.named(name).post("/lists/news/members", body).status());
    }

    @Test
    void problemIsGivenAgainToo() {
        var name = UUID.randomUUID().toString();
        var path = member(addedId()) + "/approve";

        var first = program.named(name).post(path, "");
        var second = program.named(name).post(path, "");

        assertEquals(409, second.status());
        assertEquals("application/problem+json", second.field("content-type"));
        assertEquals(first.http().body(), second.http().body());
    }

    @Test
    void wrongNameOfACallIsRefused() {
        for (var name : List.of("a b", "x".repeat(201), "a\tb")) {
            var refused = program.named(name).post("/lists/news/posts", "{\"subject\":\"s\",\"text\":\"x\"}");
            assertEquals(400, refused.status());
            assertEquals("wrong-idempotency-key", refused.problem());
        }
    }

    @Test
    void sameCallMadeManyTimesAtOnceIsOnePost() throws Exception {
        var subject = "Once " + UUID.randomUUID();
        var name = UUID.randomUUID().toString();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 8)
                            .mapToObj(_ -> (Callable<Integer>) () -> program.named(name).post("/lists/news/posts",
                                    "{\"subject\":\"" + subject + "\",\"text\":\"" + subject + "\"}").status())
                            .toList());
            for (var answer : answers) {
                assertTrue(Set.of(202, 409).contains(answer.get()));
            }
        }

        post(subject, "done");
        assertEquals(1, program.get("/lists/news/posts?limit=100").json().at("/items").findValuesAsText("subject")
                .stream().filter(each -> each.contains(subject)).count());
        assertEquals(202, program.named(name).post("/lists/news/posts",
                "{\"subject\":\"" + subject + "\",\"text\":\"" + subject + "\"}").status());
    }

    @Test
    void callThatDiedIsCarriedOutAgainWithoutHarm() {
        var subject = "Died " + UUID.randomUUID();
        var body = "{\"subject\":\"" + subject + "\",\"text\":\"" + subject + "\"}";
        var name = UUID.randomUUID().toString();
        program.named(name).post("/lists/news/posts", body);
        post(subject, "done");
        change(program, name, Instant.now());

        assertEquals(202, program.named(name).post("/lists/news/posts", body).status());

        assertEquals(1, program.get("/lists/news/posts?limit=100").json().at("/items").findValuesAsText("subject")
                .stream().filter(each -> each.contains(subject)).count());
    }

    /** As if whoever carries a call out had not said yet that it is done, and had time until then. */
    private void change(Program of, String name, Instant until) {
        var calls = clubpost.database().calls();
        var key = of.get("/key").text("/id");
        var call = calls.find(ownerId(), TokenDigest.of(key + "\n" + name)).orElseThrow();
        assertTrue(calls.replace(Optional.of(call), call.with(new Call.State.Running(until))));
    }

    @Test
    void callThatIsBeingCarriedOutIsNotBegunAgain() {
        var mine = program(owner.key(everything()));
        for (var operation : file.operations().stream().filter(each -> each.method().equals("POST")
                && each.answers(409)).toList()) {
            var name = UUID.randomUUID().toString();
            mine.named(name).call("POST", somewhere(operation), body(operation));
            change(mine, name, Instant.now().plusSeconds(20));

            var refused = mine.named(name).call("POST", somewhere(operation), body(operation));

            assertEquals(409, refused.status(), operation.id());
            assertEquals("running", refused.problem(), operation.id());
            assertEquals("5", refused.field("retry-after"));
        }
    }

    /** One that can be read and does nothing. */
    private static String body(OpenApi.Operation operation) {
        return switch (operation.id()) {
            case "addMember" -> "{\"email\":\"nobody\"}";
            case "writePost" -> "{\"subject\":\"\",\"text\":\"\"}";
            case "makeList" -> "{\"id\":\"\",\"name\":\"\"}";
            case "deleteList" -> "{\"name\":\"\"}";
            case "copySettings" -> "{\"from\":\"\"}";
            case "offerRole", "takeRole" -> "{\"email\":\"\",\"role\":\"\"}";
            case "beginImport" -> "{\"csv\":\"\",\"reason\":\"\"}";
            case "goOnImport" -> "{\"csv\":\"\"}";
            default -> "";
        };
    }

    @Test
    void searchIsALookAndHasNoName() {
        var name = UUID.randomUUID().toString();
        program.named(name).post("/lists/news/members/search", "{\"email\":\"a\"}");

        assertEquals(200, program.named(name).post("/lists/news/members/search", "{\"email\":\"b\"}").status());
    }

    // ---- Limits, and whether all was seen ----

    @Test
    @Order(LAST - 1)
    void whoCallsAllTheTimeIsToldToWait() {
        useUp(program.get("/key").text("/id"));
        for (var operation : file.operations().stream().filter(OpenApi.Operation::needsKey).toList()) {
            var refused = program.call(operation.method(), somewhere(operation), "");
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

    private PersonId ownerId() {
        return PersonId.of(new Actor.Owner(EmailAddress.of(OWNER)),
                new SubscriberIds(clubpost.data().secrets().installation()));
    }

    @Test
    @Order(LAST)
    void everythingWasSeenThatTheFileSays() {
        program("").get("/openapi.yaml");

        assertEquals(new TreeSet<>(), file.unseen());
    }
}
