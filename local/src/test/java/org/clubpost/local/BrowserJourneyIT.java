package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story as a visitor sees it, in Chromium, without scripts. Skipped, and said so, where there is no Chromium;
 * {@code -Dclubpost.chromium=PATH} names one at an unusual place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserJourneyIT {

    private Chromium chromium;
    private TestClubpost clubpost;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
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

    private Page page(int width) {
        var page = chromium.page(width, false);
        page.navigate(clubpost.running().link("/mailbox").orElseThrow().toString());
        assertThat(page).hasURL(url("/mailbox"));
        return page;
    }

    private String url(String path) {
        return clubpost.running().pages().resolve(path).toString();
    }

    @Test
    void visitorJoinsReadsAPostInTheMailboxAndLeaves() {
        var page = page(1200);

        page.navigate(url("/subscribe?list=news"));
        page.locator("input[name=email]").fill("ann@club.example");
        Chromium.send(page);
        assertThat(page.locator(".address")).hasText("ann@club.example");

        openMail(page, "ann@club.example", "Please confirm");
        var confirming = page
                .waitForPopup(() -> page.frameLocator("iframe").locator("a[href*='/confirm?']").first().click());
        confirming.getByRole(AriaRole.BUTTON).first().click();
        assertThat(confirming.locator("h1")).isVisible();

        clubpost.send("From the browser");
        clubpost.mailTo("ann@club.example", "From the browser");
        openMail(page, "ann@club.example", "From the browser");
        assertThat(page.locator("pre")).containsText("Hello all!");
        page.locator("pre a[href*='/u?']").click();
        Chromium.picture(page, "leave-1200");
        page.getByRole(AriaRole.BUTTON).first().click();
        Chromium.picture(page, "left-1200");

        assertEquals("left", status("ann@club.example"));

        openMail(page, "ann@club.example", "You have left");
        Chromium.picture(page, "goodbye-mail-1200");
        page.navigate(page.frameLocator("iframe").locator("a[href*='/unsubscribe?']").first().getAttribute("href"));
        var back = page(360);
        back.navigate(page.url());
        assertThat(back.locator("h1")).hasText("Come back to the list?");
        Chromium.picture(back, "come-back-360");
        back.getByRole(AriaRole.BUTTON).click();
        assertThat(back.locator("h1")).hasText("You are back on the list");
        Chromium.picture(back, "back-360");
        clubpost.send("After the way back");
        clubpost.mailTo("ann@club.example", "After the way back");
    }

    @Test
    void visitorJoinsThreeListsAtOnceWithTheKeyboardAlone() {
        var lists = clubpost.database().lists();
        for (var name : List.of("chess", "go", "hidden")) {
            lists.create(MailingList.create(new ListId(name), TestClubpost.DOMAIN, "The " + name + " list",
                    List.of(EmailAddress.of("owner@example.org"))));
        }
        var hidden = lists.find(new ListId("hidden")).orElseThrow();
        lists.replace(hidden, hidden.with(hidden.signUp().withListed(false)));
        var go = lists.find(new ListId("go")).orElseThrow();
        lists.replace(go, go.with(go.signUp().with(Admission.APPROVAL)));
        var page = page(360);

        page.navigate(url("/"));
        assertThat(page.getByText("The hidden list")).hasCount(0);
        Chromium.picture(page, "front-360");
        page.getByLabel("News").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("tess@club");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not look like an e-mail address");
        assertThat(page.getByLabel("The chess list")).isChecked();
        Chromium.picture(page, "front-again-360");
        page.locator("input[name=email]").fill("tess@club.example");
        for (var i = 0; i < 200 && page.locator(".address").count() == 0; i++) {
            // Who is too fast for a person is asked to press once more.
            page.locator("input[name=email]").press("Enter");
            page.waitForLoadState();
        }
        assertThat(page.locator(".address")).hasText("tess@club.example");

        var mail = clubpost.mailTo("tess@club.example", "Please confirm");
        assertEquals(1, clubpost.mailsTo("tess@club.example").size());
        page.navigate(url(TestClubpost.link(mail.replace("=\r\n", "").replace("=3D", "="), "/confirm")));
        Chromium.picture(page, "confirm-joint-360");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("h1")).hasText("Welcome!");
        assertThat(page.locator("li")).hasCount(3);
        Chromium.picture(page, "joined-joint-360");
        page.reload();
        assertThat(page.locator("h1")).hasText("Already confirmed");

        openMail(page, "owner@example.org", "wants to join The go list");
        page.navigate(page.frameLocator("iframe").locator("a[href*='/moderate?']").first().getAttribute("href"));
        Chromium.picture(page, "let-in-360");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("h1")).hasText("They are in");
        clubpost.mailTo("tess@club.example", "Welcome to The go list");
    }

    @Test
    void memberChangesSettingsAndLeavesFromThere() {
        clubpost.join("sara@club.example");
        var page = page(500);

        var settings = settingsOf("sara@club.example");
        page.navigate(url(settings));
        Chromium.picture(page, "manage-usual-500");
        assertThat(page.getByLabel("Your name")).hasCount(0);
        page.getByText("Send me a link").click();
        assertThat(page.locator("h1")).hasText("Look into your mailbox");
        var fresh = TestClubpost.link(clubpost.mailTo("sara@club.example", "Your settings for").replace("=\r\n", "")
                .replace("=3D", "="), "/manage");
        page.navigate(url(fresh));
        Chromium.picture(page, "manage-500");
        page.getByLabel("Your name").fill("Sara Müßig");
        page.locator("select[name=language]").selectOption("de");
        page.getByLabel("I get a short note").check();
        page.getByLabel("I want the copy").uncheck();
        page.locator("button:not(.second)").click();

        assertThat(page.locator("h1")).hasText("Ihre Einstellungen");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Gespeichert.");
        page.setViewportSize(1200, 900);
        Chromium.picture(page, "manage-1200");
        page.navigate(url(settings));
        Chromium.picture(page, "manage-usual-1200");
        page.navigate(url(fresh));
        assertThat(page.getByLabel("Ihr Name")).hasValue("Sara Müßig");
        assertThat(page.getByLabel("Ich bekomme eine kurze Nachricht")).isChecked();
        assertThat(page.getByLabel("Ich möchte trotzdem")).not().isChecked();

        page.locator("main .aside a").last().click();
        page.getByText("Lieber pausieren").click();
        page.locator("input[name=pause-until]").fill(LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        page.getByText("Speichern").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Gespeichert.");
        assertEquals("left", status("sara@club.example"), "who pauses gets no posts");
        page.locator("main .aside a").last().click();
        page.locator("button:not(.second)").click();

        assertThat(page.locator("h1")).hasText("Sie sind abgemeldet");
        page.navigate(url(settings));
        assertThat(page.locator("h1")).hasText("This link leads to no membership");
    }

    /** The link that a post with the placeholder brings. */
    private String settingsOf(String address) {
        clubpost.send("owner@example.org", "news@" + TestClubpost.DOMAIN, "From: Olga <owner@example.org>\r\nTo: news@"
                + TestClubpost.DOMAIN + "\r\nSubject: Settings of " + address
                + "\r\n\r\nYour settings: {{manage_url}}\r\n");
        return TestClubpost.link(
                clubpost.mailTo(address, "Settings of " + address).replace("=\r\n", "").replace("=3D", "="), "/s");
    }

    @Test
    void pagesFitAPhone() {
        clubpost.join("phone@club.example");
        var page = page(360);

        page.navigate(url("/no/such/page"));
        assertThat(page.locator("h1")).hasText(Pattern.compile("Page not found|Seite nicht gefunden"));
        Chromium.picture(page, "not-found-360");
        for (var path : List.of("/", "/no/such/page", "/subscribe?list=news", settingsOf("phone@club.example"),
                "/mailbox",
                "/mailbox/messages/1")) {
            page.navigate(url(path));

            var width = ((Number) page.locator("html").boundingBox().width).intValue();
            assertEquals(360, width, path + " is wider than the screen");
        }
    }

    /** The newest mail to that address with that subject, from the mailbox's own list. */
    private void openMail(Page page, String address, String subject) {
        clubpost.mailTo(address, subject);
        var id = clubpost.mailsTo(address).stream().filter(mail -> mail.get("subject").asText().contains(subject))
                .map(mail -> mail.get("id").asText()).findFirst().orElseThrow();
        page.navigate(url("/mailbox"));
        page.locator("a[href$='/messages/" + id + "']").first().click();
    }

    /** A post tells: who left or pauses gets none. */
    private String status(String address) {
        clubpost.join("witness@club.example");
        clubpost.send("Roll call for " + address);
        clubpost.mailTo("witness@club.example", "Roll call for " + address);
        return clubpost.mailsTo(address).stream().anyMatch(mail -> mail.get("subject").asText().contains("Roll call"))
                ? "member"
                : "left";
    }
}
