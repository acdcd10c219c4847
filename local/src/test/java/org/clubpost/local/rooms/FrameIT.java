package org.clubpost.local.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clubpost.local.StartFailure;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all rooms have in common, on a whole service. */
final class FrameIT {

    @TempDir
    private Path data;
    private TestClubpost clubpost;

    @BeforeEach
    void start() throws StartFailure {
        clubpost = TestClubpost.start(data);
    }

    @AfterEach
    void stop() {
        clubpost.close();
    }

    @Test
    void whoIsNotSignedInIsSentToSignIn() {
        var answer = new RoomsVisitor(clubpost.running()).get("/rooms/news/");

        assertTrue(answer.uri().toString().endsWith("/rooms/sign-in?to=%2Frooms%2Fnews%2F"), answer.uri().toString());
    }

    @Test
    void linkOfTheStartSignsInOnce() {
        var operator = RoomsVisitor.operator(clubpost.running());

        var page = operator.get("/rooms");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("news@lists.example.org"), page.body());
        var second = RoomsVisitor.operator(clubpost.running()).get("/rooms");
        assertTrue(second.uri().getPath().endsWith("/sign-in"), second.uri().toString());
    }

    @Test
    void lookingAtTheLinkUsesNothingUp() {
        var link = clubpost.running().signIn();
        for (var i = 0; i < 3; i++) {
            new RoomsVisitor(clubpost.running()).get(link.getRawPath() + "?" + link.getRawQuery());
        }

        assertEquals(200, RoomsVisitor.operator(clubpost.running()).get("/rooms/news/").statusCode());
    }

    @Test
    void listHasItsOverview() {
        var page = RoomsVisitor.operator(clubpost.running()).get("/rooms/news");

        assertEquals("/rooms/news/", page.uri().getPath());
        assertTrue(page.body().contains("<h1>News</h1>"), page.body());
        assertTrue(page.body().length() < 50_000);
    }

    @Test
    void listThatThereIsNotLooksLikeOneOfOthers() {
        assertEquals(404, RoomsVisitor.operator(clubpost.running()).get("/rooms/nothing/").statusCode());
    }

    @Test
    void formWithoutTheMarkOfItsSessionAndPathDoesNothing() {
        var operator = RoomsVisitor.operator(clubpost.running());
        var mark = RoomsVisitor.mark(operator.get("/rooms").body(), "/rooms/sign-out");

        assertEquals(400, operator.send("/rooms/sign-out", Map.of()).statusCode());
        assertEquals(400, operator.send("/rooms/sign-out", Map.of("mark", mark + "x")).statusCode());
        assertEquals(400, operator.send("/rooms/news/undo", Map.of("mark", mark)).statusCode());

        assertEquals("/rooms", operator.get("/rooms").uri().getPath());
    }

    @Test
    void formOnAPageOfAnotherSiteDoesNothing() {
        var operator = RoomsVisitor.operator(clubpost.running());
        var mark = RoomsVisitor.mark(operator.get("/rooms").body(), "/rooms/sign-out");

        for (var site : List.of("cross-site", "same-site")) {
            assertEquals(400, operator.from(site).send("/rooms/sign-out", Map.of("mark", mark)).statusCode());
        }

        assertEquals("/rooms", operator.get("/rooms").uri().getPath());
    }

    @Test
    void signOutEndsTheSessionInThisBrowser() {
        var operator = RoomsVisitor.operator(clubpost.running());

        operator.fill("/rooms", "/rooms/sign-out", Map.of());

        assertTrue(operator.get("/rooms").uri().getPath().endsWith("/sign-in"));
    }

    @Test
    void pagesForbidScriptsFramesAndKeeping() {
        var page = RoomsVisitor.operator(clubpost.running()).get("/rooms");

        var policy = page.headers().firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("script-src"), policy);
        assertEquals("no-store", page.headers().firstValue("cache-control").orElseThrow());
    }
}
