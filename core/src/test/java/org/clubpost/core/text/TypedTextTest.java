package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    @Test
    void nothingIsLeftThatATerminalObeysOrThatFoolsAReader() {
        Map.of("a\u001B[31mb\u0007\u009Bc\u0000", "a [31mb  c ", "one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour",
                "pay \u202Eeve\u2066", "pay eve", "half \uD800 of one", "half  of one", "tab\tx", "tab x")
                .forEach((typed, shown) -> assertEquals(shown, TypedText.of(typed)));
    }

    @Test
    void lettersOfAllKindsStayAsTheyAre() {
        for (var text : new String[]{"", "Käthe\nfrom 4 May", "\uD83D\uDC69\u200D\uD83D\uDD2C", "\u05D0\u200F",
                "e\u0301"}) {
            assertEquals(text, TypedText.of(text));
        }
    }
}
