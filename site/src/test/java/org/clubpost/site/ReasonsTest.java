package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonsTest {

    private static final Locale SWISS_GERMAN = Locale.forLanguageTag("de-CH");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"QUOTED", "SES_CODE", "SES_WORDS"})
    void everyReasonHasASentenceInEveryLanguage(Reason.Cause cause) {
        var reason = Reason.of(cause, "3");
        var english = Reasons.sentence(reason, Locale.ENGLISH);

        assertFalse(english.contains("{"), english);
        assertEquals(english, Reasons.sentence(reason, Locale.JAPANESE));
        assertNotEquals(english, Reasons.sentence(reason, SWISS_GERMAN));
    }

    @Test
    void answersOfSesAreQuoted() {
        var reason = Reason.of(Reason.Cause.SES_WORDS, "MessageRejected", "It's {0} here.");

        assertEquals("SES: MessageRejected: It's {0} here.", Reasons.sentence(reason, Locale.ENGLISH));
        assertEquals("SES: MessageRejected", Reasons.sentence(Reason.of(Reason.Cause.SES_CODE, "MessageRejected"),
                SWISS_GERMAN));
    }

    @Test
    void quotedWordsStandAsTheyAreInEveryLanguage() {
        var reason = Reason.quoted("Ein Satz, wie er {0} da's'teht.");

        assertEquals("Ein Satz, wie er {0} da's'teht.", Reasons.sentence(reason, Locale.ENGLISH));
        assertEquals("Ein Satz, wie er {0} da's'teht.", Reasons.sentence(reason, SWISS_GERMAN));
    }

    @Test
    void valuesStandInTheSentence() {
        var reason = Reason.of(Reason.Cause.EXPIRED, "14");

        assertEquals("Nobody decided about it within 14 days.", Reasons.sentence(reason, Locale.ENGLISH));
        assertEquals("Innerhalb von 14 Tagen hat niemand \u00fcber sie entschieden.",
                Reasons.sentence(reason, Locale.GERMAN));
    }
}
