package org.clubpost.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.store.MailContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    private static Shown text(String text) {
        return new Shown(Optional.empty(), true, "<1@x.example>", text, false);
    }

    @ParameterizedTest
    @CsvSource({"one two three, 9, 100, one two three, false", "one two three, 9, 9, one two, true",
            "one two three, 9, 7, one two, true", "oneTwoThree, 9, 6, oneTwo, true",
            "a bcdefghijk, 9, 8, a bcdefg, true",
            "one/two/three, 2, 100, one/two, true", "one/two/three, 3, 100, one/two/three, false",
            "one/two/three, 3, 8, one/two, true", "one/two/three, 1, 2, on, true", "'', 1, 1, '', false",
            "one, 0, 5, '', true"})
    void isCutAtALineOrAWord(String text, int lines, int characters, String expected, boolean isCut) {
        var shown = text(text.replace('/', '\n')).beginning(lines, characters);

        assertEquals(expected.replace('/', '\n'), shown.text());
        assertEquals(isCut, shown.isCut());
    }

    @Test
    void characterIsNotSplit() {
        assertEquals("\uD83D\uDE00", text("\uD83D\uDE00\uD83D\uDE00").beginning(1, 3).text());
        assertEquals("", text("\uD83D\uDE00\uD83D\uDE00").beginning(1, 1).text());
    }

    @Test
    void whatIsShortStaysAsItIs() {
        var shown = text("one\n\ntwo");

        assertSame(shown, shown.beginning(5, 50));
        assertEquals(List.of("one", "", "two"), shown.lines());
        assertEquals(List.of(), Shown.NOTHING.lines());
    }

    @Test
    void nothingOfItGoesToALog() {
        var writer = new Shown.Writer("Sam", EmailAddress.of("sam@stranger.example"));
        var mail = new ForwardedMail("Sam", "Sets", MailContent.of(new byte[]{1}),
                new Shown(Optional.of(writer), true, "", "secret", false));

        assertEquals("Writer[hidden] Shown[6 characters]", writer + " " + mail.shown());
        assertFalse(mail.toString().contains("Sam") || mail.toString().contains("secret"));
        assertEquals("secret", mail.unseen().shown().text());
    }
}
