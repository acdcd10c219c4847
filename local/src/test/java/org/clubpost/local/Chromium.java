package org.clubpost.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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

    /** Starts it; {@code -Dclubpost.chromium=PATH} names one at an unusual place. */
    static Chromium open() {
        var chromium = find();
        assumeTrue(chromium.isPresent(), "no Chromium found; install it, or name it with -Dclubpost.chromium=PATH");
        var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium.get()).setArgs(List.of("--no-sandbox", "--disable-gpu",
                        "--disable-background-networking", "--disable-component-update", "--no-first-run"))));
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
