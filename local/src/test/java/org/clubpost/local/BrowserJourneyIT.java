package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story as a visitor sees it, in Chromium, without scripts. Skipped, and said so, where there is no Chromium; {@code -Dclubpost.chromium=PATH} names one at
 * an unusual place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserJourneyIT {

    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Playwright playwright;
    private Browser browser;
    private TestClubpost clubpost;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        var chromium = chromium();
        assumeTrue(chromium.isPresent(), "no Chromium found; install it, or name it with -Dclubpost.chromium=PATH");
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        "--disable-component-update", "--no-first-run")));
        clubpost = TestClubpost.start(data);
    }

    private static Optional<Path> chromium() {
        var named = System.getProperty("clubpost.chromium", "");
        return Stream.concat(Stream.of(named), USUAL_PLACES.stream()).filter(path -> !path.isEmpty()).map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (clubpost != null) {
            clubpost.close();
        }
    }

    private Page page(int width) {
        return browser
                .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(width, 800))
                .newPage();
    }

    private String url(String path) {
        return clubpost.running().pages().resolve(path).toString();
    }

    @Test
    void visitorJoinsReadsAPostInTheMailboxAndLeaves() {
        var page = page(1200);

        page.navigate(url("/subscribe?list=news"));
        page.locator("input[name=email]").fill("ann@club.example");
        page.locator("main button, form button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/check-your-inbox.*"));

        openMail(page, "Please confirm");
        var confirming = page
                .waitForPopup(() -> page.frameLocator("iframe").locator("a[href*='/confirm?']").first().click());
        confirming.getByRole(AriaRole.BUTTON).first().click();
        assertThat(confirming.locator("h1")).isVisible();

        clubpost.send("From the browser");
        clubpost.mailTo("ann@club.example", "From the browser");
        openMail(page, "From the browser");
        assertThat(page.locator("pre")).containsText("Hello all!");
        page.locator("pre a[href*='/unsubscribe?']").click();
        page.getByRole(AriaRole.BUTTON).first().click();

        assertEquals("left", status("ann@club.example"));
    }

    @Test
    void pagesFitAPhone() {
        clubpost.join("phone@club.example");
        var page = page(360);

        for (var path : List.of("/", "/subscribe?list=news", "/mailbox", "/mailbox/messages/1")) {
            page.navigate(url(path));

            var width = ((Number) page.locator("html").boundingBox().width).intValue();
            assertEquals(360, width, path + " is wider than the screen");
        }
    }

    private void openMail(Page page, String subject) {
        page.navigate(url("/mailbox"));
        page.getByText(subject).first().click();
    }

    /** A post tells: who left gets none. */
    private String status(String address) {
        clubpost.join("witness@club.example");
        clubpost.send("Roll call");
        clubpost.mailTo("witness@club.example", "Roll call");
        return clubpost.mailsTo(address).stream().anyMatch(mail -> mail.get("subject").asText().contains("Roll call"))
                ? "member"
                : "left";
    }
}
