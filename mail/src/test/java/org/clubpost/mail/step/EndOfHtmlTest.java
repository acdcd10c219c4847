package org.clubpost.mail.step;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The place is checked with jsoup, which builds the tree of a page as WHATWG's standard says. */
class EndOfHtmlTest {

    private static final String MARK = "<div id=mark>MARK</div>";

    private static final List<String> PIECES = List.of("<html>", "<head>", "</head>", "<body>", "</body>", "</html>",
            "<div style='display:none'>", "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<span>",
            "</span>", "<font color=white>", "</font>", "<a href=x>", "</a>", "<table>", "</table>", "<tr>", "</tr>",
            "<td>", "</td>", "<th>", "<tbody>", "</tbody>", "<caption>", "</caption>", "<ul>", "</ul>", "<li>",
            "</li>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<br>", "<img src=x>", "<hr/>", "text", " ",
            "\r\n", "&nbsp;", "<!-- c -->", "<!-->", "<!--[if mso]><td></body><![endif]-->", "<![if !mso]>",
            "<![endif]>", "<?xml ?>", "<!doctype html>", "<style>p{}</style>", "<script>'</body>'</script>",
            "<title>a</title>", "<o:p></o:p>", "</br>", "<a title='</body>'>", "<a title=\">\">", "<a =\"x>",
            "<div/>", "<center>", "</center>", "<h1>", "</h1>", "<meta x>", "<link x>", "</", "< ", "<3", "<ul><li>",
            "<section>", "<button>", "</button>", "<textarea>a</textarea>", "<object>", "</object>");

    private static final List<String> ENDS = List.of("", "", "", "</body></html>", "</body>", "<!-- open", "<style>p",
            "<script>x", "<a href=\"x", "<div x", "</div", "<textarea>x</body>");

    private static String marked(String page) {
        List<Piece> pieces = List.of(new Piece.Fixed(Octets.latin1(page)));
        var end = EndOfHtml.of(pieces).orElseThrow();
        var at = end.piece() == 1 ? page.length() : end.at();
        return page.substring(0, at) + end.endTags() + MARK + page.substring(at);
    }

    private static void check(String page) {
        var marked = marked(page);
        var document = Jsoup.parse(marked);
        var mark = document.getElementById("mark");
        assertNotNull(mark, marked);
        for (Element around = mark.parent(); around != null; around = around.parent()) {
            assertTrue(List.of("body", "html", "#root", "b", "i", "font", "a", "p").contains(around.normalName()),
                    () -> "inside of another element: " + marked + "\n" + document.body());
        }
        var texts = document.nodeStream(TextNode.class)
                .filter(text -> !requireNonNull(text.parent()).normalName().equals("title")).map(TextNode::text)
                .map(text -> text.replace('\u00a0', 'n'))
                .filter(text -> !text.isBlank()).toList();
        assertEquals("MARK", texts.getLast(), () -> "text behind it: " + marked + "\n" + document);
    }

    @Test
    void itIsBehindAllAndInsideOfNothingWhateverThePage() {
        var random = new Random(15);
        for (int i = 0; i < 5_000; i++) {
            var page = random.ints(random.nextInt(1, 30), 0, PIECES.size()).mapToObj(PIECES::get)
                    .collect(Collectors.joining()) + ENDS.get(random.nextInt(ENDS.size())) + "\r\n";
            check(page);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"<p>a</p></body></html>,<p>a</p>MARK</body></html>",
                    "<p>a</body>b</html>,<p>a</body>bMARK</html>", "a<!--b--!><!-- c,a<!--b--!>MARK<!-- c",
                    "a<!--!>b-->,a<!--!>b-->MARK", "<xmp></body>,<xmp></body></xmp>MARK",
                    "<script></scripts></script>a</body>,<script></scripts></script>aMARK</body>",
                    "<table><tr><td><table><tr><td>a</td></tr></table></body>"
                            + ",<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>MARK</body>",
                    "<td><div></tr>a,<td><div></tr>a</div>MARK", "<template><tr></table>,<template><tr></table></tr>"
                            + "</template>MARK"})
    void itIsThere(String page, String expected) {
        assertEquals(expected, marked(page).replace(MARK, "MARK"));
    }

    @Test
    void aPlaceholderInATagIsPartOfIt() {
        List<Piece> pieces = List.of(new Piece.Fixed(Octets.latin1("<a href=\"")),
                new Piece.Slot(MemberValue.MANAGE_URL, Piece.Form.HTML), new Piece.Fixed(Octets.latin1("\">x</body>")));

        var end = EndOfHtml.of(pieces).orElseThrow();

        assertEquals(new EndOfHtml(2, 3, "</a>"), end);
    }

    @Test
    void workGrowsWithTheLengthOnly() {
        for (var unit : List.of("<table>", "<td>", "</tr>", "<template>", "<div></b>", "<!-- --!>", "<!-- -->", "<a '",
                "<b></i>", "<tr><table>", "<object></td>", "<li>", "<script></script>", "<textarea></textarea>")) {
            var text = new Piece.Fixed(Octets.latin1("<tr><b>" + unit.repeat(2_000_000 / unit.length())));

            assertNotNull(EndOfHtml.of(List.of(text)), unit);
        }
    }
}
