package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.PageText;
import org.clubpost.mail.tnef.Tnef;
import org.junit.jupiter.api.Test;

class SameLettersTest {

    private final SameLetters letters = new SameLetters();

    private static Tnef html(String page) {
        return new Tnef(Optional.of(new Tnef.Text(Octets.latin1(page), "iso-8859-1")), Optional.of("plain"),
                Optional.empty(), List.of(), true);
    }

    private static Tnef plain(String text) {
        return new Tnef(Optional.empty(), Optional.of(text), Optional.empty(), List.of(), true);
    }

    private static Entity part(String type, String text) {
        return MimeParser.parse(Octets.latin1("Content-Type: text/" + type + "; charset=iso-8859-1\r\n\r\n" + text));
    }

    @Test
    void pageAndPlainTextThatSayTheSameHaveTheSameWords() {
        var page = "<html><head><title>No</title><style>p > a {}</style></head><!-- <p>no > </p> --><p title=\"x\">"
                + "Gr&#252;&#xDF;e,&nbsp;see <a href=\"https://a.example/\">our page</a> &#1; 1</p>";
        var text = "Gr\u00fc\u00dfe,\r\nsee our page <https://a.example/> 1";

        assertEquals("Gr\u00fc\u00dfeseeourpage1", letters.wordsOf(html(page)));
        assertEquals("Gr\u00fc\u00dfeseeourpage1", letters.wordsOf(plain(text)));
        assertTrue(letters.areSaidIn(part("plain", text), "Gr\u00fc\u00dfeseeourpage1", true));
        assertFalse(letters.areSaidIn(part("plain", "Hi. " + text + " Bye."), "Gr\u00fc\u00dfeseeourpage1", true));
        assertTrue(letters.areSaidIn(part("html", page), "Gr\u00fc\u00dfeseeourpage1", true));
        assertFalse(letters.areSaidIn(part("html", page), "Gr\u00fc\u00dfeseeourpage12", true));
        assertFalse(letters.areSaidIn(part("html", page), "", true));
        assertFalse(letters.areSaidIn(part("csv", text), "Gr", true));
    }

    @Test
    void moreMayStandAroundALongLetterWhereNoPageOfItIsLost() {
        var words = "Thehallisopenonmonday";
        for (var said : List.of("The hall is open on monday. Checked.", "Checked. The hall is open on monday.")) {
            assertTrue(letters.areSaidIn(part("plain", said), words, false), said);
            assertTrue(letters.areSaidIn(part("html", said), words, true), said);
            assertFalse(letters.areSaidIn(part("plain", said), words, true), said);
        }
        assertFalse(letters.areSaidIn(part("html", "No: The hall is open on monday, or not"), words, false));
        assertFalse(letters.areSaidIn(part("html", "ok, all of it"), "ok", false));
    }

    @Test
    void onlyWhatIsWhollyReadIsTheSame() {
        var longText = "a".repeat(PageText.MOST + 1);

        assertEquals("plain", letters.wordsOf(html(longText)));
        assertEquals("", letters.wordsOf(plain(longText)));
        assertFalse(letters.areSaidIn(part("plain", longText), "a", true));
        assertFalse(letters.areSaidIn(part("html", longText), "a", true));
    }

    @Test
    void oneMailCostsNoMoreThanItsBound() {
        var text = "a".repeat(PageText.MOST);
        for (int i = 0; i < 4; i++) {
            assertTrue(letters.areSaidIn(part("plain", text), text, true));
        }

        assertFalse(letters.areSaidIn(part("plain", "a"), "a", true));
        assertEquals("", letters.wordsOf(html("a")));
    }
}
