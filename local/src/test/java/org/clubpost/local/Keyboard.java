package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A visitor who has a keyboard and nothing else: goes from one thing to the next with Tab, and everything that has the
 * focus on the way must show it.
 */
final class Keyboard {

    /** Nothing when the focus is nowhere, {@code seen} when it shows, else what has it. */
    static final String FOCUS = """
            () => {
              const each = document.activeElement;
              const look = getComputedStyle(each);
              const shows = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
              return each === document.body ? '' : shows ? 'seen' : each.outerHTML;
            }
            """;
    /** The same, with {@code here} when the thing in question has it. */
    private static final String WHERE = "wanted => { const focus = (" + FOCUS + ")();"
            + " return wanted === document.activeElement ? focus + ' here' : focus; }";
    private static final int MOST = 200;

    /** Some forms have much done. */
    private static final int PATIENCE = 25_000;

    private final Page page;
    private final URI site;
    private final String key;

    /**
     * Nothing is open yet.
     *
     * @param site where paths begin
     * @param key what presses a button: {@code Enter} or {@code Space}
     */
    Keyboard(Page page, URI site, String key) {
        page.setDefaultTimeout(10_000);
        this.page = page;
        this.site = site;
        this.key = key;
    }

    Page page() {
        return page;
    }

    /** Opens a link, as from a mail. */
    Keyboard open(String path) {
        page.navigate(site.resolve(path).toString());
        return this;
    }

    /** With and without scripts, on a phone and on a desk, with different keys: the width, and whether scripts run. */
    static Stream<Arguments> everyBrowser() {
        return Stream.of(Arguments.of(360, true), Arguments.of(360, false), Arguments.of(1280, true),
                Arguments.of(1280, false));
    }

    /** Somebody at such a browser. */
    static Keyboard at(Page page, URI site, boolean scripts) {
        return new Keyboard(page, site, scripts ? "Enter" : "Space");
    }

    /** Types into the field of that label, in place of what is there. */
    Keyboard type(String label, String text) {
        return type(page.getByLabel(label), text);
    }

    Keyboard type(Locator field, String text) {
        reach(field);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
        return this;
    }

    /** Chooses a file in the field of that label. */
    Keyboard choose(String label, Path file) {
        reach(page.getByLabel(label));
        chooser(2).setFiles(file);
        return this;
    }

    /** Headless Chromium now and then opens nothing at the first press; a person presses again. */
    private FileChooser chooser(int again) {
        try {
            return page.waitForFileChooser(new Page.WaitForFileChooserOptions().setTimeout(PATIENCE),
                    () -> page.keyboard().press("Space"));
        } catch (TimeoutError nothingOpened) {
            if (again == 0) {
                throw nothingOpened;
            }
            return chooser(again - 1);
        }
    }

    /** Presses the key of the field that has the focus, which sends its form. */
    Keyboard send() {
        go("Enter");
        return this;
    }

    /** Ticks the box of that label, or takes the tick away. */
    Keyboard tick(String label) {
        reach(page.getByLabel(label));
        page.keyboard().press("Space");
        return this;
    }

    /** Unfolds what has that heading. */
    Keyboard unfold(String heading) {
        reach(page.locator("summary").filter(new Locator.FilterOptions().setHasText(heading)).first());
        page.keyboard().press("Enter");
        return this;
    }

    /** Presses that button; once more as long as the form says that this was too fast for a person. */
    Keyboard press(String button) {
        return press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }

    Keyboard press(Locator button) {
        reach(button);
        go(key);
        for (var presses = 0; page.getByText("That was very fast").count() > 0; presses++) {
            assertTrue(presses < 200, "the form was never taken");
            reach(page.locator("main form button").first());
            go(key);
        }
        return this;
    }

    /** Presses that button as long as it is there, where no script does. */
    Keyboard pressAll(String button, boolean scripts) {
        var wanted = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button));
        while (!scripts && wanted.count() > 0) {
            press(wanted);
        }
        return this;
    }

    /** Follows that link. */
    Keyboard follow(String link) {
        return follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first());
    }

    Keyboard follow(Locator link) {
        reach(link);
        go("Enter");
        return this;
    }

    /** The name of the file that the link gives. */
    String download(String link) {
        reach(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)));
        return page.waitForDownload(() -> page.keyboard().press("Enter")).suggestedFilename();
    }

    /** What the file has that the button gives. */
    Path save(String button) {
        reach(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
        return page.waitForDownload(new Page.WaitForDownloadOptions().setTimeout(2.0 * PATIENCE),
                () -> page.keyboard().press(key)).path();
    }

    /** The page must say that. */
    Keyboard sees(String text) {
        assertThat(page.locator("main")).containsText(text,
                new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        return this;
    }

    private void go(String pressed) {
        page.evaluate("() => document.documentElement.setAttribute('data-before', '')");
        page.keyboard().press(pressed);
        assertThat(page.locator("html[data-before]")).hasCount(0,
                new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        page.waitForLoadState();
    }

    private void reach(Locator wanted) {
        if (!wanted.isVisible()) {
            throw new AssertionError("There is no " + wanted + " on: " + page.locator("main").innerText());
        }
        for (var presses = 0; presses < MOST; presses++) {
            var focus = wanted.evaluate(WHERE).toString();
            if (focus.equals("seen here")) {
                return;
            }
            if (!focus.isEmpty()) {
                assertEquals("seen", focus);
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + wanted + " on " + page.title());
    }
}
