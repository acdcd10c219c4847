package org.clubpost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole mails beside what Anna gets of them: {@code NAME.eml} and {@code NAME.copy.eml}. */
class RewrittenMailsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"alternative-from-outlook", "attachment-only-from-a-scanner", "calendar-invitation",
                    "everything-broken", "flowed-text-with-lf-and-no-mime-version", "newsletter-in-base64"})
    void theCopyIsThis(String name) {
        var mail = new String(Mails.resource("rewritten/" + name + ".eml"), StandardCharsets.ISO_8859_1);

        String copy = Mails.copy(mail);

        assertEquals(new String(Mails.resource("rewritten/" + name + ".copy.eml"), StandardCharsets.ISO_8859_1), copy);
    }
}
