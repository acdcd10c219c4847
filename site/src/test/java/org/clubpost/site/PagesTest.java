package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.SignUpRules;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.text.Languages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Site SITE = Site.load();
    private static final ConsentText CONSENT = new ConsentText(SITE);
    private static final ErrorPages ERRORS = new ErrorPages(SITE);

    static Stream<Arguments> everyPage() {
        return Languages.ALL.stream().flatMap(language -> SamplePages.all(SITE, language).entrySet().stream()
                .map(page -> Arguments.of(language, page.getKey(), page.getValue())));
    }

    private static Document parse(String page) {
        return Parser.htmlParser().parseInput(page, "https://lists.example.org/");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyPage")
    void pageIsWellFormed(Locale language, String name, String page) {
        var parser = Parser.htmlParser().setTrackErrors(10);

        parser.parseInput(page, "https://lists.example.org/");

        assertEquals(List.of(), parser.getErrors().stream().map(ParseError::getErrorMessage).toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyPage")
    void pageSaysItsLanguageItsTitleAndItsHeadingOnce(Locale language, String name, String page) {
        var document = parse(page);

        assertEquals(language.toLanguageTag(), Objects.requireNonNull(document.selectFirst("html")).attr("lang"));
        assertEquals(1, document.select("h1").size());
        assertEquals(1, document.select("main").size());
        assertTrue(document.title().startsWith(Objects.requireNonNull(document.selectFirst("h1")).text()));
        assertFalse(document.text().contains("{{"), document.text());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyPage")
    void pageNeedsNoScriptAndNothingFromElsewhere(Locale language, String name, String page) {
        var document = parse(page);

        assertEquals(0, document.select("script, style, iframe, img, object, [style], [onclick], [onload]").size());
        for (var element : document.select("[href], [src], [action]")) {
            var target = element.hasAttr("href") ? element.attr("href") : element.attr("action");
            assertTrue(target.startsWith("/") && !target.startsWith("//"), target);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyPage")
    void everyFieldHasItsLabel(Locale language, String name, String page) {
        var document = parse(page);

        for (var field : document.select("input:not([type=hidden]), select")) {
            var labels = document.select("label[for=" + field.id() + "]");
            assertEquals(1, labels.size(), field.outerHtml());
            assertFalse(labels.text().isBlank());
        }
        for (var pointer : document.select("[aria-describedby]")) {
            assertEquals(1, document.select("#" + pointer.attr("aria-describedby")).size(), pointer.outerHtml());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyPage")
    void nothingThatWasPutInBecomesMarkup(Locale language, String name, String page) {
        var document = parse(page);

        assertEquals(0, document.select("i, b, script").size());
        for (var list : document.select(".list")) {
            assertEquals(SamplePages.NAME, list.text());
        }
    }

    @Test
    void formComesBackFilledInWithTheFieldThatIsWrongMarked() {
        var form = new SignUpForm("anna@x", "Anna \"Müßig\" <>", "email", "This is wrong.");

        var document = parse(new SignUpPage(SITE).form(Locale.ENGLISH, SampleLists.aList(), form));

        assertEquals("anna@x", value(document, "email"));
        assertEquals("Anna \"Müßig\" <>", value(document, "name"));
        assertEquals("true", Objects.requireNonNull(document.selectFirst("#email")).attr("aria-invalid"));
        assertFalse(Objects.requireNonNull(document.selectFirst("#name")).hasAttr("aria-invalid"));
        assertEquals("This is wrong.", Objects.requireNonNull(document.selectFirst("#problem")).text());
    }

    private static String value(Document document, String id) {
        return Objects.requireNonNull(document.getElementById(id)).attr("value");
    }

    @Test
    void settingsAreShownAsTheyAre() {
        var settings = new MemberSettings(MemberSettings.OwnPosts.RECEIPT, false);

        var document = parse(
                new ManagePage(SITE).everything(Locale.ENGLISH, SampleLists.aList(), SamplePages.ADDRESS, "abc",
                        new ManageForm("Anna \"Müßig\" <>", Locale.forLanguageTag("de-CH"), settings, SamplePages.TODAY,
                                new ManageForm.Status.Shown())));

        assertEquals("Anna \"Müßig\" <>", value(document, "name"));
        assertEquals(List.of("de"), document.select("option[selected]").eachAttr("value"));
        assertEquals(List.of("receipt"), document.select("input[type=radio][checked]").eachAttr("value"));
        assertEquals(0, document.select("#copy[checked]").size());
        assertEquals(0, document.select("[role]").size());
        assertEquals(List.of("/unsubscribe?token=abc"), document.select("main a").eachAttr("href"));
        assertFalse(document.text().contains(SamplePages.ADDRESS.written()), "the address must be masked");
    }

    @Test
    void linkThatAnyoneMayHaveFoundLeadsToAPageThatSaysNothingOfTheMember() {
        var list = SamplePages.LIST.with(new NoteRules(NoteRules.Ways.PHONE, List.of(new CountryCode("+49")), 10));
        var settings = MemberSettings.DEFAULT.with(new Notification.ByPhone(new PhoneNumber("+493012345678")))
                .pausedUntil(Optional.of(SamplePages.TODAY.plusDays(9)));

        var page = new ManagePage(SITE).usual(Locale.ENGLISH, list, "abc", new ManageForm("Anna Müßig", Locale.GERMAN,
                settings, SamplePages.TODAY, new ManageForm.Status.Shown()));

        var document = parse(page);
        for (var secret : List.of("Anna", "Müßig", SamplePages.ADDRESS.written(), SamplePages.ADDRESS.masked(), "phone",
                "+49", "12345678")) {
            assertFalse(page.contains(secret), secret);
        }
        assertEquals(List.of("token", "pause-until", "language", "own-posts", "own-posts", "own-posts", "copy", "token",
                "send-link"), document.select("main [name]").eachAttr("name"));
        assertEquals("2026-12-08", value(document, "pause-until"));
        assertEquals("2026-11-30", Objects.requireNonNull(document.getElementById("pause-until")).attr("min"));
        assertEquals("2027-11-29", Objects.requireNonNull(document.getElementById("pause-until")).attr("max"));
    }

    @Test
    void pauseThatIsOverIsNotShown() {
        var settings = MemberSettings.DEFAULT.pausedUntil(Optional.of(SamplePages.TODAY));

        var document = parse(new ManagePage(SITE).usual(Locale.ENGLISH, SampleLists.aList(), "abc",
                new ManageForm("", Locale.ENGLISH, settings, SamplePages.TODAY, new ManageForm.Status.Shown())));

        assertEquals("", value(document, "pause-until"));
    }

    @Test
    void questionPostsItsTokenAndItsLanguage() {
        var form = Objects.requireNonNull(parse(
                new ConfirmPage(SITE).question(Locale.ENGLISH, SampleLists.aList(), SamplePages.ADDRESS, "abc"))
                .selectFirst("form"));

        assertEquals("/confirm", form.attr("action"));
        assertEquals("post", form.attr("method"));
        assertEquals(List.of("token=abc", "lang=en"),
                form.select("input").stream().map(each -> each.attr("name") + "=" + each.attr("value")).toList());
        assertEquals("Yes, add me", form.select("button").text());
    }

    @Test
    void robotTrapIsOutOfPeoplesWay() {
        var form = new SignUpPage(SITE).form(Locale.ENGLISH, SampleLists.aList(), SignUpForm.EMPTY);
        var trap = Objects.requireNonNull(parse(form).selectFirst("input[name=" + SignUpPage.TRAP_FIELD + "]"));

        assertEquals("-1", trap.attr("tabindex"));
        assertEquals("off", trap.attr("autocomplete"));
        assertTrue(trap.parents().stream().anyMatch(each -> each.hasClass("trap")));
        assertTrue(Resources.text("static/style.css").contains(".trap {\n  display: none;"));
    }

    @Test
    void wayBackIsNotShownToAClosedList() {
        var closed = SampleLists.aList()
                .with(new SignUpRules(false, SampleLists.aList().signUp().confirmWithin()));

        assertEquals(List.of("/subscribe?list=news&lang=en"),
                links(new LeavePage(SITE).left(Locale.ENGLISH, SampleLists.aList(), "why", "reason")));
        assertEquals(List.of(), links(new LeavePage(SITE).left(Locale.ENGLISH, closed, "why", "reason")));
    }

    private static List<String> links(String page) {
        return parse(page).select("a.button").stream().map((Element link) -> link.attr("href")).toList();
    }

    @Test
    void digestIsThatOfTheWordsThatTheFormShows() {
        var list = SampleLists.aList();
        var form = parse(new SignUpPage(SITE).form(Locale.GERMAN, list, SignUpForm.EMPTY));
        var shown = form.select("#consent").text() + " " + form.select("details p").text();
        var confirmed = parse(new ConfirmPage(SITE).question(Locale.GERMAN, list, SamplePages.ADDRESS, "abc")).text();

        assertEquals(CONSENT.words(Locale.GERMAN, list), shown);
        assertTrue(confirmed.contains(shown), confirmed);
        assertTrue(CONSENT.digest(Locale.GERMAN, list).matches("[0-9a-f]{64}"));
        assertNotEquals(CONSENT.digest(Locale.ENGLISH, list), CONSENT.digest(Locale.GERMAN, list));
        assertNotEquals(CONSENT.digest(Locale.GERMAN, SamplePages.LIST), CONSENT.digest(Locale.GERMAN, list));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lists", "lists none"})
    void frontPageHasAWayForMembersWithoutAMailAtHand(String name) {
        assertTrue(
                String.valueOf(SamplePages.all(SITE, Locale.GERMAN).get(name)).contains("<a href=\"/leave?lang=de\">"));
    }

    @Test
    void whoWantsToLeaveIsNotToldToSignUp() {
        var english = parse(new NonMemberPage(SITE).forged(Locale.ENGLISH)).text();
        var german = parse(new NonMemberPage(SITE).forged(Locale.GERMAN)).text();

        assertTrue(english.contains("use the link at the end of another mail from the list, or the button"), english);
        assertFalse(english.contains("sign up"), english);
        assertTrue(german.contains("den Link am Ende einer anderen Mail der Liste oder den Knopf"), german);
        assertFalse(german.contains("noch einmal an"), german);
    }

    @Test
    void languageThatWeDoNotHaveIsAnsweredInEnglish() {
        assertEquals(ERRORS.forged(Locale.ENGLISH), ERRORS.forged(Locale.JAPANESE));
        assertEquals(ERRORS.forged(Locale.GERMAN), ERRORS.forged(Locale.forLanguageTag("de-CH")));
        assertEquals(Locale.GERMAN, Languages.best(LanguageRange.parse("ja, de-AT;q=0.8, en;q=0.5"), Locale.ENGLISH));
        assertEquals(Locale.GERMAN, Languages.best(LanguageRange.parse("ja"), Locale.GERMANY));
        assertEquals(Locale.ENGLISH, Languages.best(List.of(), Locale.JAPANESE));
    }
}
