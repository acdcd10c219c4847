package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.text.Languages;
import org.jsoup.Jsoup;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {

    private static final Letters LETTERS = Letters.load();
    private static final URI BUTTON = URI.create("https://lists.example.org/confirm?token=abc");
    private static final URI OTHER = URI.create("https://lists.example.org/withdraw?token=abc");

    private static Letter confirmation(Locale language) {
        return LETTERS.write(LetterDraft.about(SampleLists.aList(), "confirmation", language).with("within", "24 hours")
                .withButton(BUTTON).withOther(OTHER));
    }

    static Stream<Arguments> everyLetter() {
        return Languages.ALL.stream().flatMap(language -> Stream.of(confirmation(language),
                LETTERS.write(LetterDraft.about(SamplePages.LIST, "already-member", language).to("member")
                        .withOther(OTHER)),
                LETTERS.write(
                        LetterDraft.about(SamplePages.LIST, "welcome", language).to("member").with("next", "Next.")
                                .withOther(OTHER)),
                LETTERS.write(LetterDraft.about(SamplePages.LIST, "member-joined", language).to("owner").with("member",
                        "<b>Anna</b>")),
                LETTERS.write(LetterDraft.about(SamplePages.LIST, "post-rejected", language).to("author")
                        .with("subject", "a < b").with("reason", "Because & therefore.")),
                LETTERS.write(LetterDraft.about(SamplePages.LIST, "gathered", language).to("owner")
                        .with("summary", "2 < 3").with(new LetterDraft.Entry("<b>", List.of("a & b"),
                                List.of(new LetterDraft.Link("Send", BUTTON))))
                        .withNote("More <b>")))
                .map(letter -> Arguments.of(language, letter)));
    }

    @Test
    void plainTextIsWhatOneWouldWriteByHand() {
        assertEquals("""
                One more step to join Chess Club News

                Press “Confirm”, and you are on the list. Somebody, probably you, asked
                for this address to get the mails of Chess Club News.

                Confirm:
                https://lists.example.org/confirm?token=abc

                A page opens with one button: press it, and you are done. The link works
                for 24 hours.

                This was not you? You need not do anything; without your confirmation
                this address is not put on the list. You can also remove the request.
                Remove the request:
                https://lists.example.org/withdraw?token=abc

                --
                You get this mail because somebody asked for this address to get the
                mails of Chess Club News.
                """, confirmation(Locale.ENGLISH).text());
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void htmlIsWellFormedAndNeedsNothingFromElsewhere(Locale language, Letter letter) {
        var parser = Parser.htmlParser().setTrackErrors(10);
        var document = parser.parseInput(letter.html(), "https://lists.example.org/");

        assertEquals(List.of(), parser.getErrors().stream().map(ParseError::getErrorMessage).toList());
        assertEquals(0, document.select("script, link, img, b").size());
        assertEquals(1, document.select("h1").size());
        assertEquals(List.of(language.toLanguageTag()), document.select("html").eachAttr("lang"));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void textSaysTheSameAsHtml(Locale language, Letter letter) {
        var html = Jsoup.parse(letter.html());
        var text = letter.text().replaceAll("[\\s\u00a0]+", " ");

        for (var paragraph : html.select("h1, p")) {
            if (paragraph.select("a").isEmpty()) {
                assertTrue(text.contains(paragraph.text()), paragraph.text() + " is not in " + text);
            }
        }
        for (var link : html.select("a")) {
            assertTrue(text.contains(link.attr("href")), link.attr("href"));
            if (!link.text().equals(link.attr("href"))) {
                assertTrue(text.contains(link.text() + ": " + link.attr("href")), text);
            }
        }
        assertTrue(letter.text().lines().allMatch(line -> line.length() <= 72 || !line.contains(" ")), letter.text());
    }

    @Test
    void inboxShowsWhatTheMailIsAboutAndNothingTwice() {
        var preview = Jsoup.parse(confirmation(Locale.ENGLISH).html()).body().child(0);

        assertTrue(preview.attr("style").startsWith("display:none;"), preview.attr("style"));
        assertEquals("true", preview.attr("aria-hidden"));
        assertTrue(preview.text().startsWith("Press “Confirm”, and you are on the list. Somebody, probably you, "
                + "asked for this address to get the mails of Chess Club News."), preview.text());
        assertTrue(preview.text().length() > 400, "what follows would be shown as well");
    }

    @Test
    void longPreviewEndsAfterAWord() {
        var letter = LETTERS.write(LetterDraft.about(SampleLists.aList(), "post-rejected", Locale.ENGLISH).to("author")
                .with("subject", "word ".repeat(40)).with("reason", "None."));
        var unbroken = LETTERS.write(LetterDraft.about(SampleLists.aList(), "member-joined", Locale.ENGLISH)
                .to("owner").with("member", "x".repeat(300)));

        assertTrue(Jsoup.parse(letter.html()).body().child(0).text().contains("word word …"));
        assertTrue(Jsoup.parse(unbroken.html()).body().child(0).text().startsWith("x".repeat(65) + " …"));
    }

    @Test
    void darkModeIsAnswered() {
        var html = confirmation(Locale.ENGLISH).html();
        var document = Jsoup.parse(html);

        assertEquals(List.of("light dark"), document.select("meta[name=color-scheme]").eachAttr("content"));
        assertEquals(1, document.select("style").size());
        assertTrue(html.length() < 102_000, "Gmail cuts what is longer");
        for (var coloured : document.select("[bgcolor]")) {
            assertTrue(coloured.attr("style").contains("background-color:" + coloured.attr("bgcolor")), html);
            assertTrue(document.select("style").html().contains("." + coloured.className()), coloured.className());
        }
        for (var coloured : document.body().select("[style*='color:#']:not([aria-hidden])")) {
            assertTrue(!coloured.className().isEmpty(), coloured.outerHtml());
        }
    }

    @Test
    void thereIsOneButton() {
        assertEquals(3, Jsoup.parse(confirmation(Locale.GERMAN).html()).select("a").size());
        assertEquals(List.of("Bestätigen"),
                Jsoup.parse(confirmation(Locale.GERMAN).html()).select("td[bgcolor] > a").eachText());
    }

    @Test
    void letterThatLacksAValueIsNotWritten() {
        assertThrows(IllegalArgumentException.class,
                () -> LETTERS.write(LetterDraft.about(SampleLists.aList(), "confirmation", Locale.ENGLISH)));
        assertThrows(IllegalArgumentException.class,
                () -> LETTERS.write(LetterDraft.about(SampleLists.aList(), "no-such-letter", Locale.ENGLISH)));
    }
}
