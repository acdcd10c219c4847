package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.clubpost.core.call.Call;
import org.clubpost.core.secret.TokenDigest;
import org.junit.jupiter.api.Test;

/** Calls that are made again. */
interface CallsInApi extends ApiWorld {

    @Test
    default void sameCallGetsTheSameAnswerAndDoesNothingTwice() {
        var name = UUID.randomUUID().toString();
        var email = fresh();
        var body = "{\"email\":\"" + email + "\",\"reason\":\"asked\"}";

        var first = program().named(name).post("/lists/news/members", body);
        var second = program().named(name).post("/lists/news/members", body);

        assertEquals(201, second.status());
        assertEquals(first.http().body(), second.http().body());
        assertEquals(first.field("location"), second.field("location"));
        assertEquals("reused-idempotency-key",
                program().named(name).post("/lists/news/members", body.replace("asked", "else")).problem());
        assertEquals("reused-idempotency-key", program().named(name).post("/lists/second/members", body).problem());
    }

    @Test
    default void nameOfACallIsOfOneKeyOnly() {
        var name = UUID.randomUUID().toString();
        var other = program(keys(OWNER).key(everything()));
        var body = "{\"email\":\"" + fresh() + "\",\"reason\":\"asked\"}";
        program().named(name).post("/lists/news/members", body);

        assertEquals(200, other.named(name).post("/lists/news/members", body).status());
    }

    @Test
    default void problemIsGivenAgainToo() {
        var name = UUID.randomUUID().toString();
        var path = member(addedId()) + "/approve";

        var first = program().named(name).post(path, "");
        var second = program().named(name).post(path, "");

        assertEquals(409, second.status());
        assertEquals("application/problem+json", second.field("content-type"));
        assertEquals(first.http().body(), second.http().body());
    }

    @Test
    default void wrongNameOfACallIsRefused() {
        for (var name : List.of("a b", "x".repeat(201), "a\tb")) {
            var refused = program().named(name).post("/lists/news/posts", "{\"subject\":\"s\",\"text\":\"x\"}");
            assertEquals(400, refused.status());
            assertEquals("wrong-idempotency-key", refused.problem());
        }
    }

    @Test
    default void sameCallMadeManyTimesAtOnceIsOnePost() throws Exception {
        var subject = "Once " + UUID.randomUUID();
        var name = UUID.randomUUID().toString();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 8)
                            .mapToObj(_ -> (Callable<Integer>) () -> program().named(name).post("/lists/news/posts",
                                    "{\"subject\":\"" + subject + "\",\"text\":\"" + subject + "\"}").status())
                            .toList());
            for (var answer : answers) {
                assertTrue(Set.of(202, 409).contains(answer.get()));
            }
        }

        post(subject, "done");
        assertEquals(1, program().get("/lists/news/posts?limit=100").json().at("/items").findValuesAsText("subject")
                .stream().filter(each -> each.contains(subject)).count());
        assertEquals(202, program().named(name).post("/lists/news/posts",
                "{\"subject\":\"" + subject + "\",\"text\":\"" + subject + "\"}").status());
    }

    @Test
    default void callThatDiedIsCarriedOutAgainWithoutHarm() {
        var subject = "Died " + UUID.randomUUID();
        var body = "{\"subject\":\"" + subject + "\",\"text\":\"" + subject + "\"}";
        var name = UUID.randomUUID().toString();
        program().named(name).post("/lists/news/posts", body);
        post(subject, "done");
        change(program(), name, Instant.now());

        assertEquals(202, program().named(name).post("/lists/news/posts", body).status());

        assertEquals(1, program().get("/lists/news/posts?limit=100").json().at("/items").findValuesAsText("subject")
                .stream().filter(each -> each.contains(subject)).count());
    }

    /** As if whoever carries a call out had not said yet that it is done, and had time until then. */
    private void change(Program of, String name, Instant until) {
        var calls = clubpost().database().calls();
        var key = of.get("/key").text("/id");
        var call = calls.find(ownerId(), TokenDigest.of(key + "\n" + name)).orElseThrow();
        assertTrue(calls.replace(Optional.of(call), call.with(new Call.State.Running(until))));
    }

    @Test
    default void callThatIsBeingCarriedOutIsNotBegunAgain() {
        var mine = program(keys(OWNER).key(everything()));
        for (var operation : file().operations().stream().filter(each -> each.method().equals("POST")
                && each.answers(409)).toList()) {
            var name = UUID.randomUUID().toString();
            mine.named(name).call("POST", ApiWorld.somewhere(operation), body(operation));
            change(mine, name, Instant.now().plusSeconds(20));

            var refused = mine.named(name).call("POST", ApiWorld.somewhere(operation), body(operation));

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
    default void searchIsALookAndHasNoName() {
        var name = UUID.randomUUID().toString();
        program().named(name).post("/lists/news/members/search", "{\"email\":\"a\"}");

        assertEquals(200, program().named(name).post("/lists/news/members/search", "{\"email\":\"b\"}").status());
    }
}
