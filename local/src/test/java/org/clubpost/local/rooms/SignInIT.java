package org.clubpost.local.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.local.StartFailure;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in as a person does it, with the mail that comes, and as somebody would like to who may not. */
final class SignInIT {

    private static final String OWNER = "owner@example.org";

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

    private RoomsVisitor asked(String address) {
        var visitor = new RoomsVisitor(clubpost.running());
        var answer = visitor.send("/rooms/sign-in", Map.of("email", address, "to", "/rooms/news/"));
        assertEquals("/rooms/sign-in/code", answer.uri().getPath());
        return visitor;
    }

    private String mailed() {
        return mailed(OWNER);
    }

    private String mailed(String address) {
        return TestClubpost.token(
                TestClubpost.link(clubpost.mailTo(address, "Sign in to run your lists"), "/rooms/sign-in"));
    }

    private static String code(String page) {
        var code = Pattern.compile("<p class=\"address\">([A-Z]{4}-[A-Z]{4})</p>").matcher(page);
        assertTrue(code.find(), page);
        return code.group(1);
    }

    @Test
    void linkOfTheMailSignsInAndLeadsOn() {
        var browser = asked(OWNER);
        var token = mailed();

        var shown = browser.get("/rooms/sign-in?token=" + token);
        assertTrue(shown.body().contains("<button type=\"submit\" autofocus>Sign in</button>"), shown.body());
        var in = browser.send("/rooms/sign-in", Map.of("token", token));

        assertEquals("/rooms/news/", in.uri().getPath());
        assertTrue(in.body().contains(OWNER), in.body());
        assertEquals(404, browser.send("/rooms/sign-in", Map.of("token", token)).statusCode(), "once");
    }

    @Test
    void linkOnThePhoneShowsTheCodeForTheDesk() {
        var desk = asked(OWNER);
        var token = mailed();
        var phone = new RoomsVisitor(clubpost.running());

        var code = code(phone.get("/rooms/sign-in?token=" + token).body());
        assertEquals(404, phone.send("/rooms/sign-in", Map.of("token", token)).statusCode());
        assertEquals(404, phone.send("/rooms/sign-in/code", Map.of("code", code)).statusCode());
        assertEquals(400, desk.send("/rooms/sign-in/code", Map.of("code", "BBBB-BBBB")).statusCode());

        assertEquals("/rooms/news/", desk.send("/rooms/sign-in/code", Map.of("code", code)).uri().getPath());
        assertTrue(phone.get("/rooms").uri().getPath().endsWith("/sign-in"));
    }

    @Test
    void strangerSeesTheSameAndGetsNoMail() {
        var known = new RoomsVisitor(clubpost.running());
        var stranger = new RoomsVisitor(clubpost.running());

        var one = known.send("/rooms/sign-in", Map.of("email", OWNER));
        var other = stranger.send("/rooms/sign-in", Map.of("email", "sam@stranger.example"));
        mailed();

        assertEquals(one.body(), other.body());
        assertEquals(known.cookieNames(), stranger.cookieNames());
        assertTrue(clubpost.mailsTo("sam@stranger.example").isEmpty());
    }

    @Test
    void sessionIsNeverOneThatTheBrowserBrought() {
        var browser = asked(OWNER);
        var name = "clubpost-" + clubpost.running().pages().getPort();
        browser.keep(name, "0123456789abcdef0123456789abcdef.chosen-by-somebody.AAAAAAAAAAAAAAAA");

        browser.send("/rooms/sign-in", Map.of("token", mailed()));

        assertFalse(browser.cookie(name).contains("chosen-by-somebody"));
        assertEquals(200, browser.get("/rooms/me").statusCode());
    }

    @Test
    void oneSignsOutOfAnotherBrowserAndOfAll() {
        var desk = asked(OWNER);
        desk.send("/rooms/sign-in", Map.of("token", mailed()));
        assertEquals(200, desk.get("/rooms/news/").statusCode());

        desk.fill("/rooms/me", "/rooms/me", Map.of("act", "end-all"));

        assertTrue(desk.get("/rooms/news/").uri().getPath().endsWith("/sign-in"));
    }

    @Test
    void chosenLanguageStays() {
        var desk = asked(OWNER);
        desk.send("/rooms/sign-in", Map.of("token", mailed()));

        var page = desk.fill("/rooms/me", "/rooms/me", Map.of("act", "language", "language", "de"));

        assertTrue(page.body().contains("Diese Seiten sprechen jetzt Deutsch mit Ihnen."), page.body());
        assertTrue(desk.get("/rooms").body().contains("<html lang=\"de\">"));
    }

    @Test
    void whoRunsNothingAnyMoreSeesOnlyThat() {
        var desk = asked(OWNER);
        desk.send("/rooms/sign-in", Map.of("token", mailed()));
        var lists = clubpost.database().lists();
        var list = lists.all().getFirst();
        lists.replace(list, list.with(list.people().withOwners(
                List.of(EmailAddress.of("new@example.org")))));

        assertEquals(404, desk.get("/rooms/news/").statusCode());
        assertTrue(desk.get("/rooms").body().contains("You run no list at the moment."));
    }

    @Test
    void moderatorIsNoOwner() {
        var lists = clubpost.database().lists();
        var list = lists.all().getFirst();
        lists.replace(list, list.with(list.people().withModerators(
                List.of(EmailAddress.of("mod@example.org")))));
        var browser = new RoomsVisitor(clubpost.running());
        browser.send("/rooms/sign-in", Map.of("email", "mod@example.org"));

        browser.send("/rooms/sign-in", Map.of("token", mailed("mod@example.org")));

        assertTrue(browser.get("/rooms").body().contains("You are a moderator"));
        assertNotEquals(200, browser.get("/rooms/other/").statusCode());
    }
}
