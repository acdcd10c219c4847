package org.clubpost.local.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keys that are made on the page, withdrawn, and sent where they should not be. */
interface KeysInApi extends ApiWorld {

    @Test
    default void keyIsMadeOnThePageAndShownOnce() {
        var key = keys(OWNER).key("lists:read");

        var said = program(key).get("/key");

        assertEquals(200, said.status());
        assertEquals(OWNER, said.text("/person"));
        assertEquals("[\"lists:read\"]", said.json().at("/scopes").toString());
        assertFalse(keys(OWNER).page().contains(key));
        assertTrue(keys(OWNER).page().contains("lists:read · All lists that you run"), keys(OWNER).page());
    }

    @Test
    default void keyForNothingIsNotMade() {
        assertTrue(keys(OWNER).answer(Map.of(), List.of()).contains("Tick at least one thing"));
        assertTrue(keys(OWNER).answer(Map.of("key-reach", "some"), List.of("lists:read"))
                .contains("Tick at least one list"));
    }

    @Test
    default void keyIsForListsOfItsPersonOnly() {
        assertTrue(keys(OWNER).answer(Map.of("key-reach", "some", "for", "other"), List.of("lists:read"))
                .contains("Tick at least one list"));
    }

    @Test
    default void withdrawnKeyOpensNothing() {
        var mine = program(keys(OWNER).key("lists:read"));
        assertEquals(200, mine.get("/lists").status());

        keys(OWNER).withdraw(keys(OWNER).newest());

        var refused = mine.get("/lists");
        assertEquals(401, refused.status());
        assertEquals("wrong-key", refused.problem());
        assertEquals("Bearer realm=\"clubpost\", error=\"invalid_token\"", refused.field("www-authenticate"));
    }

    @Test
    default void nobodyWithdrawsTheKeyOfSomebodyElse() {
        var mine = program(keys(OWNER).key("lists:read"));

        keys(MODERATOR).withdraw(keys(OWNER).newest());

        assertEquals(200, mine.get("/lists").status());
    }

    @Test
    default void signingOutEverywhereWithdrawsKeysIfWished() {
        for (var way : List.of(Map.of("act", "end-all"), Map.of("act", "end-all", "keys-too", "yes"))) {
            var person = KeyMaker.of(clubpost(), way.size() == 1 ? "else@club.example" : "third@club.example");
            var theirs = program(person.key("lists:read"));

            person.visitor().fill("/rooms/me", "/rooms/me", way);

            assertEquals(way.size() == 1 ? 200 : 401, theirs.get("/lists").status());
        }
    }

    @Test
    default void usingAKeyIsSeenOnThePage() {
        program(keys(OWNER).key("lists:read")).get("/lists");

        assertTrue(keys(OWNER).page().contains("last used"), keys(OWNER).page());
    }

    @Test
    default void cookieOpensNothing() {
        var cookie = keys(OWNER).visitor().cookieNames().stream()
                .map(name -> name + "=" + keys(OWNER).visitor().cookie(name))
                .reduce((one, other) -> one + "; " + other);

        var answer = program("").with("Cookie", cookie.orElseThrow()).get("/lists");

        assertEquals(401, answer.status());
        assertEquals("no-key", answer.problem());
    }

    @Test
    default void noScriptOfAnotherPageTalksHere() {
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
    default void formOfAnotherPageDoesNothing() {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            assertEquals(401, program("").with("Content-Type", type).with("Sec-Fetch-Site", "cross-site")
                    .post("/lists/news/members", "{\"email\":\"eve@evil.example\",\"reason\":\"x\"}").status());
            assertEquals(415, program().with("Content-Type", type)
                    .post("/lists/news/members", "{\"email\":\"eve@evil.example\",\"reason\":\"x\"}").status());
        }
    }

    @Test
    default void keyIsTakenOnlyWhereItStaysSecret() throws IOException {
        for (var operation : List.of("/key", "/lists")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), clubpost().running().pages().getPort())) {
                socket.getOutputStream().write(("GET /api/v1" + operation + " HTTP/1.1\r\nHost: lists.club.example\r\n"
                        + "Authorization: Bearer " + keys(OWNER).key("lists:read") + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .split("\r\n\r\n", 2);

                assertTrue(answer[1].contains("problem/insecure"), answer[1]);
                file().check("GET", "/api/v1" + operation, 404, answer[1], _ -> "application/problem+json");
            }
        }
    }

    @Test
    default void keyStaysOutOfTheQuery() {
        var answer = program("").get("/lists?access_token=cpk_x");

        assertEquals(401, answer.status());
    }
}
