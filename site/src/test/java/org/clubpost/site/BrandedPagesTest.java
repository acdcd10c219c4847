package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.Colour;
import org.clubpost.core.list.Logo;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.MemberSettings;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class BrandedPagesTest {

    private static final Site SITE = Site.load();
    private static final Pattern PROPERTY = Pattern.compile("--([a-z-]+):(#[0-9a-f]{6});");
    private static final Logo LOGO = Logo.parse("data:image/png;base64,iVBORw0KGgo=").orElseThrow();
    private static final MailingList LIST = SamplePages.LIST.with(new Brand(Colour.parse("#fc0"), Optional.of(LOGO),
            "Club", "https://club.example/imprint?a=1&b=2", "https://club.example/privacy",
            "Chess <b>Club</b>\n1 King & Queen Street"));

    private static Document form(MailingList list) {
        return Parser.htmlParser().parseInput(
                new SignUpPage(SITE).form(Locale.ENGLISH, list, SignUpForm.EMPTY), "https://lists.example.org/");
    }

    @Test
    void pageShowsWhoseItIs() {
        var page = form(LIST);

        assertEquals(LOGO.dataUrl(), page.select("img.logo").attr("src"));
        assertTrue(page.select("img.logo").hasAttr("alt"), "it says nothing that the name does not");
        assertEquals(List.of("https://club.example/imprint?a=1&b=2", "https://club.example/privacy"),
                page.select("footer a[href^=https]").eachAttr("href"));
        assertEquals(List.of("Chess <b>Club</b>", "1 King & Queen Street"), page.select("address span").eachText());
        assertTrue(page.select("head > style").html().startsWith(":root{--brand:#ffcc00;"));
    }

    @Test
    void pageOfAClubThatSaysNothingHasNothing() {
        assertEquals(0, form(SamplePages.LIST).select("style, img, address, footer a[href^=http]").size());
    }

    @Test
    void pageLeadsToOurOwnWordsAboutPrivacyWhereTheClubHasNone() {
        var list = SamplePages.LIST;
        var open = "/privacy?list=" + list.id() + "&amp;lang=en";
        var confirm = new ConfirmPage(SITE);

        assertTrue(new SignUpPage(SITE).form(Locale.ENGLISH, list, SignUpForm.EMPTY).contains(open));
        assertTrue(confirm.question(Locale.ENGLISH, list, SamplePages.ADDRESS, "token").contains(open));
        assertFalse(confirm.question(Locale.ENGLISH, LIST, SamplePages.ADDRESS, "token").contains("\"/privacy"));
        var closed = list.with(list.signUp().withOpen(false));
        assertFalse(confirm.question(Locale.ENGLISH, closed, SamplePages.ADDRESS, "token").contains("/privacy"),
                "others do not get to see the page of a closed list");
        assertTrue(new ManagePage(SITE).usual(Locale.ENGLISH, closed, "mine", new ManageForm("", Locale.ENGLISH,
                MemberSettings.DEFAULT, LocalDate.of(2026, 1, 2), new ManageForm.Status.Saved()))
                .contains("/privacy?token=mine"));
    }

    @Test
    void everyPageOfAListShowsWhoseItIs() {
        for (var page : List.of(new LeavePage(SITE).left(Locale.ENGLISH, LIST, "token", "why"),
                new ConfirmPage(SITE).question(Locale.ENGLISH, LIST, SamplePages.ADDRESS, "token"),
                new DecisionPage(SITE).sent(LIST), new ManagePage(SITE).linkSent(Locale.ENGLISH, LIST))) {
            assertTrue(page.contains(LOGO.dataUrl()), page);
            assertTrue(page.contains("1 King &amp; Queen Street"), page);
        }
    }

    /** In the head, the text of a style sheet is not escaped by a browser, so nothing may have to be. */
    @Test
    void styleHasNothingToEscape() {
        assertFalse(Palette.css(new Colour(1, 2, 3)).matches(".*[<>&\"'].*"));
    }

    // Contrast

    private static Map<String, Colour> properties(String css) {
        var all = new HashMap<String, Colour>();
        PROPERTY.matcher(css).results()
                .forEach(found -> all.put(found.group(1), Colour.parse(found.group(2)).orElseThrow()));
        return all;
    }

    private static void assertContrast(Colour given, Map<String, Colour> colours, String one, Colour other) {
        var contrast = Palette.contrast(Objects.requireNonNull(colours.get(one)), other);

        assertTrue(contrast >= 4.5, given.text() + ": " + one + " on " + other.text() + " is " + contrast);
    }

    /** WCAG 2.2, 1.4.3, whatever colour the owner gives. */
    @Test
    void everyColourGivesTextThatCanBeRead() {
        var random = new Random(16);
        var sheet = Resources.text("static/style.css").split("@media \\(prefers-color-scheme: dark\\)", -1);
        for (var i = 0; i < 3000; i++) {
            var given = i < 8
                    ? new Colour((i & 1) * 255, (i >> 1 & 1) * 255, (i >> 2 & 1) * 255)
                    : new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            var schemes = Palette.css(given).split("@media", -1);
            var buttons = properties(schemes[0]);
            assertEquals(given, buttons.get("button"));
            assertContrast(given, buttons, "on-button", Objects.requireNonNull(buttons.get("button")));
            assertContrast(given, buttons, "on-button", Objects.requireNonNull(buttons.get("button-strong")));
            for (var scheme = 0; scheme < 2; scheme++) {
                var ours = properties(sheet[scheme].replace(": #", ":#"));
                for (var accent : List.of("accent", "accent-strong")) {
                    for (var ground : List.of("paper", "ground")) {
                        assertContrast(given, properties(schemes[scheme]), accent,
                                Objects.requireNonNull(ours.get(ground)));
                    }
                }
            }
        }
    }

    @Test
    void mailsSayWhoseTheyAre() {
        var letter = Letters.load().write(LetterDraft.about(LIST, "welcome", Locale.ENGLISH).to("member")
                .with("next", "Next.").withOther(URI.create("https://lists.example.org/u?x")));

        assertTrue(letter.text().endsWith("""

                Chess <b>Club</b>
                1 King & Queen Street
                Imprint: https://club.example/imprint?a=1&b=2
                Privacy: https://club.example/privacy
                """), letter.text());
        assertTrue(letter.html().contains("Chess &lt;b&gt;Club&lt;/b&gt;<br>1 King &amp; Queen Street"), letter.html());
    }
}
