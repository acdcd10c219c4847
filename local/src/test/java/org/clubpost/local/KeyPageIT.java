package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.local.rooms.RoomsVisitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A key for programs is made by keyboard, as Chromium shows the page, used, and withdrawn. With {@code
 * -Dclubpost.pictures=DIRECTORY} it leaves pictures there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyPageIT {

    private static final String OWNER = "owner@example.org";

    private final Axe axe = Axe.load();
    private Chromium chromium;
    private TestClubpost clubpost;
    private RoomsVisitor owner;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        owner = new RoomsVisitor(clubpost.running());
        owner.send("/rooms/sign-in", Map.of("email", OWNER, "to", "/rooms"));
        owner.send("/rooms/sign-in", Map.of("token", TestClubpost.token(TestClubpost.link(
                clubpost.mailTo(OWNER, "Sign in to run your lists"), "/rooms/sign-in"))));
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (clubpost != null) {
            clubpost.close();
        }
    }

    private Page signedIn(Page page) {
        page.context().addCookies(owner.cookieNames().stream()
                .map(name -> new Cookie(name, owner.cookie(name)).setUrl(clubpost.running().pages().toString()))
                .toList());
        return page;
    }

    private int asked(String key) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(clubpost.running().pages() + "/api/v1/lists"))
                    .header("Authorization", "Bearer " + key).build(), BodyHandlers.ofString()).statusCode();
        }
    }

    @ParameterizedTest
    @CsvSource({"360,true", "360,false", "1280,true", "1280,false"})
    void keyIsMadeUsedAndWithdrawn(int width, boolean scripts) throws IOException, InterruptedException {
        var keys = new Keyboard(signedIn(chromium.page(width, scripts)), clubpost.running().pages(),
                scripts ? "Enter" : "Space").open("/rooms/me");

        keys.type("What is it for?", "Website " + width + scripts).tick("See your lists and their settings")
                .press("Make a key").sees("It is shown only this once.");
        var key = keys.page().getByLabel("The key").inputValue();
        look(keys.page(), "key", width, scripts);

        assertEquals(200, asked(key));
        keys.open("/rooms/me").sees("Website " + width + scripts).sees("last used");
        look(keys.page(), "keys", width, scripts);
        keys.press("Withdraw Website " + width + scripts).sees("The key opens nothing any more.");
        assertEquals(401, asked(key));
    }

    private void look(Page page, String name, int width, boolean scripts) {
        if (scripts) {
            assertEquals(List.of(), axe.findings(page));
        }
        assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
        Optional.ofNullable(System.getProperty("clubpost.pictures")).ifPresent(directory -> page
                .screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(Path.of(directory, name + "-" + width + "-" + scripts + ".png"))));
    }
}
