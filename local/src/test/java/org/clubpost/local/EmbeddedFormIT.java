package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.PageOrigin;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.site.ConsentText;
import org.clubpost.site.PlainForm;
import org.clubpost.site.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippet of docs/embedding.md, pasted into the page of another website, in Chromium. */
final class EmbeddedFormIT {

    private static final Path DOCS = Path.of("..", "docs", "embedding.md");
    private static final Pattern SNIPPET = Pattern.compile("```html\\n(.*?)```", Pattern.DOTALL);
    private static final ListId NEWS = new ListId("news");

    private Chromium chromium;
    private TestClubpost clubpost;
    private HttpServer website;
    private volatile byte[] shown = {};

    @BeforeEach
    void start(@TempDir Path data) throws StartFailure, IOException {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        shown = page();
        website = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        website.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            var bytes = shown;
            exchange.sendResponseHeaders(200, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
        website.start();
    }

    @AfterEach
    void stop() {
        if (website != null) {
            website.stop(0);
        }
        if (clubpost != null) {
            clubpost.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private byte[] page() throws IOException {
        var snippet = SNIPPET.matcher(Files.readString(DOCS));
        assertTrue(snippet.find());
        return ("<!DOCTYPE html><html lang=\"en\"><title>The club</title><h1>The club</h1>" + snippet.group(1).replace(
                "https://join.lists.club.example", "http://localhost:" + clubpost.running().pages().getPort()))
                .getBytes(UTF_8);
    }

    private String origin() {
        return "http://localhost:" + website.getAddress().getPort();
    }

    private void name(String origin) {
        var lists = clubpost.database().lists();
        var list = lists.find(NEWS).orElseThrow();
        assertTrue(lists.replace(list, list.with(list.signUp().withOrigins(List.of(new PageOrigin(origin))))));
    }

    private Page open(String path) {
        var page = chromium.page(800, true);
        page.navigate(origin() + path);
        return page;
    }

    @Test
    void visitorOfAnotherWebsiteSignsUpThere() {
        name(origin());
        var page = open("/join?x=1");

        page.getByLabel("Your e-mail address").fill("ann@club.example");
        page.getByLabel("Your name").fill("Ann");
        assertThat(page.locator("form")).containsText("By signing up you ask to get the mails of “News”");
        Chromium.picture(page, "embedded-form");
        page.getByRole(AriaRole.BUTTON).click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("A mail is on its way.*"));
        assertThat(page).hasURL(origin() + "/join?x=1");
        clubpost.mailTo("ann@club.example", "Please confirm");
        var pending = assertInstanceOf(Subscriber.Pending.class,
                clubpost.database().subscribers().all(NEWS).findFirst().orElseThrow());
        assertEquals(origin() + "/join", pending.form());
    }

    /** Scripts are off, and the list names no website. */
    @Test
    void plainFormWorksWithoutAScriptAndKeepsTheWordsThatItShowed() {
        var list = clubpost.database().lists().find(NEWS).orElseThrow();
        shown = new PlainForm(Site.load()).html(Locale.GERMAN, list,
                URI.create("http://localhost:" + clubpost.running().pages().getPort())).getBytes(UTF_8);
        var page = chromium.page(360, false);
        page.navigate(origin() + "/plain");
        page.locator("input[name=email]").fill("ann@club.example");
        page.getByRole(AriaRole.BUTTON).click();

        assertThat(page.locator(".address")).hasText("ann@club.example");
        clubpost.mailTo("ann@club.example", "Bitte");
        var pending = assertInstanceOf(Subscriber.Pending.class,
                clubpost.database().subscribers().all(NEWS).findFirst().orElseThrow());
        assertEquals(origin(), pending.form());
        assertEquals(new ConsentText(Site.load()).digest(Locale.GERMAN, list), pending.wording());
    }

    @Test
    void whatIsWrongIsShownThere() {
        name(origin());
        var page = open("/");

        page.getByLabel("Your e-mail address").fill("ann@club");
        page.getByRole(AriaRole.BUTTON).click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("This does not look like an e-mail.*"));
        assertThat(page.getByLabel("Your e-mail address")).hasAttribute("aria-invalid", "true");
        page.getByLabel("Your e-mail address").fill("ann@club.example");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("A mail is on its way.*"));
    }

    @Test
    void websiteThatIsNotNamedLearnsNothingAndItsLinkStays() {
        name("https://other.example");
        var page = chromium.page(800, true);

        page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions().setPredicate(line -> line.text().contains("CORS")),
                () -> page.navigate(origin()));

        assertThat(page.locator("#clubpost a")).isVisible();
        assertEquals(0, page.locator("form").count());
        page.locator("#clubpost a").click();
        assertThat(page.locator("h1")).hasText("Join the list");
    }
}
