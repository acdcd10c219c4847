package org.clubpost.mail.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clubpost.core.Deadline;
import org.clubpost.mail.text.PageText.Line;
import org.clubpost.mail.text.PageText.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {

    /** More time of the processor than any page takes, on a machine that is slow and has compiled nothing yet. */
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final int SAMPLE = 50;

    private static String shown(String page) {
        return PageText.lines(page).stream().map(Line::text).collect(Collectors.joining("|"));
    }

    @Test
    void pageSaysWhatAPersonSees() {
        assertEquals("Gr\u00fc\u00dfe,\u00a0see our page \u0001 1|", shown(
                "<html><head><title>No</title><style>p > a {}</style></head><!-- <p>no > </p> --><p title=\"x\">"
                        + "Gr&#252;&#xDF;e,&nbsp;see <a href=\"https://a.example/\">our page</a> &#1; 1</p>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"a<br>b<br/><br>c;a|b||c", "<p>a</p><p>b</p>;a||b|",
                    "<div>a</div><div>b<div>c</div></div>d;a|b|c|d",
                    "<div> a </div> <div>\u2003</div> b <b> c</b>;a|b c", "a<wbr>b<span>c</span>;abc",
                    "<table><tr><td>a<td>b<tr><td>c</table>;a|b|c", "<ul><li>a<li>b</ul><p>c;a|b||c|",
                    "<pre>a~~  b  c~d</pre>e~f;a||b c|d|e f", "a<textarea>b</textarea><select><option>c</select>;a",
                    "a<div hidden>b</div><p style='Display : none'>c</p><svg><text>d</text></svg>;a",
                    "a<template>b</template><noscript>c</noscript><xml>d</xml><title>e</title>;a"})
    void linesEndWhereBlocksDo(String page, String expected) {
        assertEquals(expected, shown(page.replace('~', '\n')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!--", "<style>", "<style>x", "<title>x", "<!-- x", "<p", "<p title='x"})
    void whatIsBrokenSaysNothing(String page) {
        assertEquals("", shown(page));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"< <", "& &", "&#; &#;", "&#x; &#x;", "&#99999999; \ufffd", "&amp; &", "&; &;", "&eacute; \u00e9",
                    "&zwnj; \u200c", "&unknown; &unknown;"})
    void namesOfCharactersAreReadAsBrowsersDo(String page, String expected) {
        assertEquals(expected, shown(page));
    }

    @Test
    void quotesAreMarked() {
        assertEquals(List.of(new Line(Place.OWN, "a"), new Line(Place.QUOTED, "b"), new Line(Place.QUOTED, "c"),
                new Line(Place.QUOTED, "d"), new Line(Place.OWN, "e")),
                PageText.lines("a<blockquote>b<blockquote>c</blockquote>d</blockquote>e"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div class='gmail_quote gmail_quote_container'>", "<div id=divRplyFwdMsg>",
                    "<p class=' SIGNATURE '>",
                    "<div id=appendonsend></div>", "<span class='moz-signature'>", "<hr class='x signature\ty'>"})
    void whatMailProgramsMarkIsBelow(String mark) {
        assertEquals(List.of(new Line(Place.OWN, "a"), new Line(Place.BELOW, "b"), new Line(Place.BELOW, "c")),
                PageText.lines("a" + mark + "b<br>c").stream().filter(line -> !line.text().isEmpty()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p class=signatures>", "<p title=signature>", "<p id=mysignature>", "<p class>"})
    void otherNamesMarkNothing(String mark) {
        assertTrue(PageText.lines("a" + mark + "b").stream().allMatch(line -> line.place() == Place.OWN));
    }

    @Test
    void onlyTheBeginningOfALongPageIsRead() {
        assertEquals(PageText.MOST, shown("x".repeat(PageText.MOST) + "y").length());
    }

    /**
     * Formats and end tags that a parser looks for in all that is open, thousands of elements, names and lines. Each run
     * takes some of the pairs and prints the seed that repeats it ({@code -Dclubpost.pages.seed=77}); {@code
     * -Dclubpost.pages.all=true} takes all.
     */
    @Test
    void noPageCostsMuch() {
        var pairs = new ArrayList<String>();
        for (var open : List.of("", "<div>", "<b>", "<ul>", "<table><tr><td>", "<dl><dd>", "<svg>", "<b><p>", "<pre>",
                "<blockquote>", "<template>", "\u2003", "\u00a0", "<p class=' ' style=' '>")) {
            for (var more : List.of("</h1></h2></h3>", "</p>", "<b></p>", "<p>", "<a>", "<table>", "<b><table>", "\n",
                    "<br>", "&a", "<", "<!--", "</zz>", "<div>", "<nobr>", "<rt>", "<p class='gmail_'>")) {
                pairs.add(open.repeat(1_000) + more.repeat(PageText.MOST / more.length()));
            }
        }
        var seed = Integer.getInteger("clubpost.pages.seed", new Random().nextInt(1_000_000));
        System.out.println("pages: " + SAMPLE + " of " + pairs.size() + ", -Dclubpost.pages.seed=" + seed);
        Collections.shuffle(pairs, new Random(seed));
        pairs.stream().limit(Boolean.getBoolean("clubpost.pages.all") ? pairs.size() : SAMPLE)
                .forEach(PageTextTest::withinReason);
    }

    @Test
    void noPageOfManyNamesCostsMuch() {
        var names = IntStream.range(0, 30_000).mapToObj(Integer::toString).toList();
        withinReason("<p " + String.join(" ", names) + ">");
        withinReason("<b " + String.join("><b ", names) + ">");
        withinReason("<b " + String.join("><p><b ", names) + ">");
        withinReason("<a" + String.join("><a", names) + ">");
        withinReason("<p class='" + "signature ".repeat(13_000) + "'>");
    }

    private static void withinReason(String page) {
        assertTrue(Deadline.within(LONG, () -> PageText.lines(page)).size() <= page.length() + 1);
    }
}
