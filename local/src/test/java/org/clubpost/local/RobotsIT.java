package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The form of a list that asks for work, in Chromium with and without scripts, and a robot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RobotsIT {

    private Chromium chromium;
    private TestClubpost clubpost;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        var lists = clubpost.database().lists();
        var news = lists.find(new ListId("news")).orElseThrow();
        assertTrue(lists.replace(news, news.with(news.signUp().withWork(true))));
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

    private Page form(boolean scripts) {
        var page = chromium.page(360, scripts);
        page.navigate(clubpost.running().pages().resolve("/subscribe?list=news").toString());
        return page;
    }

    @Test
    void browserWorksWhileThePersonTypesAndAsksNobodyElse() {
        var page = chromium.page(360, true);
        var asked = new ArrayList<String>();
        var said = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> said.add(message.text()));
        page.navigate(clubpost.running().pages().resolve("/subscribe?list=news").toString());
        page.locator("input[name=email]").fill("ann@club.example");
        assertThat(page.locator("[name=altcha]")).hasValue(Pattern.compile(".{100,}"),
                new LocatorAssertions.HasValueOptions().setTimeout(30_000));
        assertThat(page.locator(".working")).isHidden();
        Chromium.picture(page, "form-with-work-360");

        Chromium.send(page);

        assertThat(page.locator("h1")).hasText("Check your inbox");
        clubpost.mailTo("ann@club.example", "Please confirm");
        assertTrue(asked.stream().allMatch(url -> url.startsWith(clubpost.running().pages().toString())),
                asked.toString());
        assertTrue(asked.stream().anyMatch(url -> url.endsWith("/site/proof-worker.js")), asked.toString());
        assertFalse(said.toString().contains("Content Security Policy"), said.toString());
    }

    @Test
    void whoIsFasterThanTheBrowserWaitsAndIsTold() {
        var page = form(true);
        page.locator("input[name=email]").fill("fast@club.example");

        Chromium.send(page);

        assertThat(page.locator("h1")).hasText("Check your inbox");
        clubpost.mailTo("fast@club.example", "Please confirm");
    }

    @Test
    void withoutScriptsTheFormWorks() {
        var page = form(false);
        page.locator("input[name=email]").fill("bea@club.example");

        Chromium.send(page);

        assertThat(page.locator("h1")).hasText("Check your inbox");
        clubpost.mailTo("bea@club.example", "Please confirm");
    }

    @Test
    void robotThatFillsEverythingInGetsNoMail() {
        var answer = clubpost.post("/subscribe", Map.of("list", "news", "email", "robot@club.example", "homepage",
                "https://spam.example"));
        assertEquals(200, answer.statusCode());

        clubpost.post("/subscribe", Map.of("list", "news", "email", "cleo@club.example"));
        clubpost.mailTo("cleo@club.example", "Please confirm");
        assertTrue(clubpost.mailsTo("robot@club.example").isEmpty());
    }
}
