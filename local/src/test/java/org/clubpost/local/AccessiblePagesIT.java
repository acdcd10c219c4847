package org.clubpost.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.clubpost.core.text.Languages;
import org.clubpost.site.SampleBrands;
import org.clubpost.site.SamplePages;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page in every state, as Chromium shows it: axe finds nothing in light and dark, each element that the keyboard
 * reaches shows that it has the focus, nothing is wider than a phone in any language, and the button of the forms to join
 * is seen there without scrolling. With
 * {@code -Dclubpost.pictures=DIRECTORY} it leaves pictures there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessiblePagesIT {

    private static final Site SITE = Site.load();

    /** What sticks out on the right. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('body *')]
                .filter(each => each.getBoundingClientRect().right > innerWidth + 0.5
                    || each.matches('button, .button, p, li, label:not(.unseen)') && each.clientWidth > 0
                        && each.scrollWidth > each.clientWidth + 1)
                .map(each => each.outerHTML.slice(0, 200))
            """;

    private final Axe axe = Axe.load();
    private final String style = new String(StaticFiles.of(SITE).find("/site/style.css").orElseThrow().octets(), UTF_8);
    private Chromium chromium;

    @BeforeAll
    void start() {
        chromium = Chromium.open();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private void show(Page page, String html) {
        page.setContent(html.replaceFirst("<link rel=\"stylesheet\"[^>]*>",
                "<style>" + Matcher.quoteReplacement(style) + "</style>"));
    }

    private static Map<String, String> pages(Locale language) {
        var all = new TreeMap<>(SamplePages.all(SITE, language));
        all.putAll(SampleBrands.all(SITE, language));
        return all;
    }

    private static String picture(String name, Locale language, int width, ColorScheme scheme) {
        return name.replace(' ', '-') + "_" + language + "_" + width + "_" + scheme;
    }

    @Test
    void axeFindsNothing() {
        var found = new ArrayList<String>();
        for (var width : Sights.WIDTHS) {
            var page = chromium.letter(ColorScheme.LIGHT, width);
            for (var each : pages(Locale.ENGLISH).entrySet()) {
                show(page, each.getValue());
                found.addAll(new Sights(axe).faults(page, each.getKey().replace(' ', '-') + "_en"));
            }
            page.context().close();
        }

        assertEquals(List.of(), found);
    }

    @Test
    void theKeyboardShowsWhereItIs() {
        var hidden = new ArrayList<String>();
        var page = chromium.letter(ColorScheme.LIGHT, 360);
        for (var each : pages(Locale.ENGLISH).entrySet()) {
            show(page, each.getValue());
            page.evaluate("() => document.activeElement.blur()");
            var seen = 0;
            for (var presses = 0; presses < 60; presses++) {
                page.keyboard().press("Tab");
                var focus = page.evaluate(Keyboard.FOCUS).toString();
                if (focus.isEmpty()) {
                    break;
                }
                if (focus.equals("seen")) {
                    seen++;
                } else {
                    hidden.add(each.getKey() + ": " + focus);
                }
            }
            assertTrue(seen > 0 || page.locator("main a, main button").count() == 0, each.getKey());
        }

        assertEquals(List.of(), hidden);
    }

    @Test
    void everyLanguageFitsAPhone() {
        var wide = new TreeMap<String, Object>();
        var page = chromium.letter(ColorScheme.LIGHT, 360);
        for (var language : Languages.ALL) {
            for (var each : pages(language).entrySet()) {
                show(page, each.getValue());
                var found = (List<?>) page.evaluate(TOO_WIDE);
                if (!found.isEmpty()) {
                    wide.put(each.getKey() + " " + language, found);
                }
                if (!language.equals(Locale.ENGLISH)) {
                    Chromium.picture(page, picture(each.getKey(), language, 360, ColorScheme.LIGHT));
                }
            }
        }

        assertEquals(Map.of(), wide);
    }

    /** Three lists with a picture and descriptions, one list to tick, and the page of a single list. */
    @Test
    void buttonIsAboveTheFoldOfAPhone() {
        var below = new TreeMap<String, Double>();
        var page = chromium.letter(ColorScheme.LIGHT, 360);
        page.setViewportSize(360, 640);
        for (var language : Languages.ALL) {
            var pages = SampleBrands.all(SITE, language);
            for (var name : List.of("club lists", "club one list", "club sign-up")) {
                show(page, Objects.requireNonNull(pages.get(name)));
                var button = page.locator("main form button").boundingBox();
                if (button.y + button.height > 640) {
                    below.put(name + " " + language, button.y + button.height);
                }
            }
        }

        assertEquals(Map.of(), below);
    }

    @Test
    void ownersPagesAreAccessibleToo(@TempDir Path data) throws StartFailure {
        try (var clubpost = TestClubpost.start(data)) {
            clubpost.join("ann@club.example");
            clubpost.send("From the browser");
            clubpost.mailTo("ann@club.example", "From the browser");
            var found = new ArrayList<String>();
            for (var width : Sights.WIDTHS) {
                var page = chromium.letter(ColorScheme.LIGHT, width);
                page.navigate(clubpost.running().link("/mailbox").orElseThrow().toString());
                for (var path : List.of("/mailbox", "/mailbox/messages/1", "/posts", "/", "/no/such/page")) {
                    page.navigate(clubpost.running().pages().resolve(path).toString());
                    found.addAll(new Sights(axe).faults(page, "live" + path.replace('/', '-') + "_en"));
                }
                page.context().close();
            }

            assertEquals(List.of(), found);
        }
    }
}
