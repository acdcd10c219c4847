package org.clubpost.function.admin.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class BarChartTest {

    private static Document read(BarChart chart) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }

    @Test
    void saysWhatItShowsToThoseWhoDoNotSeeIt() throws Exception {
        var svg = read(new BarChart("a", "Members & more", "From <1> to \"2\"").with("1.1.", 1L)).getDocumentElement();

        assertEquals("img", svg.getAttribute("role"));
        assertEquals("a-t a-d", svg.getAttribute("aria-labelledby"));
        assertEquals("Members & more", svg.getElementsByTagName("title").item(0).getTextContent());
        assertEquals("From <1> to \"2\"", svg.getElementsByTagName("desc").item(0).getTextContent());
    }

    @Test
    void barsAreAsHighAsTheirValues() throws Exception {
        var bars = read(new BarChart("a", "t", "d").with("1", 100L, 50L).with("2", 0L, 25L))
                .getElementsByTagName("rect");

        assertEquals(3, bars.getLength(), "none for nothing");
        var high = height(bars.item(0));
        assertEquals(high / 2.0, height(bars.item(1)), 1);
        assertEquals(high / 4.0, height(bars.item(2)), 1);
        assertEquals("bar-2", ((Element) bars.item(1)).getAttribute("class"));
    }

    private static int height(Node bar) {
        return Integer.parseInt(((Element) bar).getAttribute("height"));
    }

    @Test
    void nothingIsDrawnOutsideWhateverTheNumbersAre() throws Exception {
        for (var highest : new long[]{0, 1, 3, 4, 5, 99, 101, 12_345, 100_000_000_000L}) {
            var chart = new BarChart("a", "t", "d");
            for (var i = 0; i < 52; i++) {
                chart.with("31.12.", highest, highest / 2);
            }
            var bars = read(chart).getElementsByTagName("rect");
            for (var i = 0; i < bars.getLength(); i++) {
                var bar = (Element) bars.item(i);
                assertTrue(Integer.parseInt(bar.getAttribute("y")) >= 0, "highest " + highest);
                assertTrue(Double.parseDouble(bar.getAttribute("x"))
                        + Double.parseDouble(bar.getAttribute("width")) <= 400, "highest " + highest);
            }
        }
    }

    @Test
    void hasNoStyleThatAStrictPolicyForbids() {
        assertFalse(new BarChart("a", "t", "d").with("1", 1L).svg().contains("style"));
    }
}
