package org.clubpost.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser. Tests are skipped, and say so, where there is none. */
final class Chromium implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts it; {@code -Dclubpost.chromium=PATH} names one at an unusual place.
     *
     * @param switches of the command line
     */
    static Chromium open(String... switches) {
        var chromium = find();
        assumeTrue(chromium.isPresent(), "no Chromium found; install it, or name it with -Dclubpost.chromium=PATH");
        var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium.get()).setArgs(Stream.concat(Stream.of("--no-sandbox", "--disable-gpu",
                        "--disable-background-networking", "--disable-component-update", "--no-first-run"),
                        Stream.of(switches)).toList())));
    }

    private static Optional<Path> find() {
        var named = System.getProperty("clubpost.chromium", "");
        return Stream.concat(Stream.of(named), USUAL_PLACES.stream()).filter(path -> !path.isEmpty()).map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    /** An empty page of that width, of a visitor of its own. */
    Page page(int width, boolean scripts) {
        return browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(scripts).setViewportSize(width, 800)).newPage();
    }

    /** An empty page of somebody who reads a mail: no script runs. Its pixels are small, so that colours are pure. */
    Page letter(ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(700, 800)
                .setColorScheme(scheme).setDeviceScaleFactor(3)).newPage();
    }

    /** An empty page of that width and scheme, whose scripts are nobody's but the test's. */
    Page letter(ColorScheme scheme, int width) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme))
                .newPage();
    }

    /**
     * Presses the button of a sign-up form as a person does who is too fast: once more each time that the form says so,
     * with what was entered.
     */
    static void send(Page page) {
        for (var i = 0; i < 200; i++) {
            var answer = page.waitForResponse(response -> response.request().method().equals("POST"),
                    () -> page.locator("form button").first().click());
            if (answer.status() < 400) {
                return;
            }
            page.waitForLoadState();
        }
        throw new AssertionError("the form was not taken: " + page.locator(".problem").textContent());
    }

    /** For who wants to look at it: {@code -Dclubpost.pictures=DIRECTORY}. */
    static void picture(Page page, String name) {
        var directory = System.getProperty("clubpost.pictures", "");
        if (!directory.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of(directory).resolve(name + ".png")));
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
