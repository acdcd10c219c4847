package org.clubpost.aws.ses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stub would be no help if it took what SES does not take. */
class SesRulesTest {

    private static final String SOURCE = "news-bounces@lists.example.org";
    private static final List<String> ANNA = List.of("anna@example.org");

    private static Optional<SesTrouble> check(String header) {
        return SesRules.check(SOURCE, ANNA, header.replace("\n", "\r\n") + "\r\nHello.\r\n",
                Set.of("lists.example.org"));
    }

    @Test
    void ordinaryMailIsTaken() {
        assertEquals(Optional.empty(), check("""
                Received: one
                Received: two
                From: "Anna via News"
                 <news@Lists.Example.org>
                Subject: Hello
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DKIM-Signature", "Subject", "List-Unsubscribe", "Content-Type", "references",
                    "Disposition-Notification-To"})
    void fieldThatMayStandOnceIsRefusedTwice(String name) {
        assertEquals(Optional.of(SesTrouble.invalid("Duplicate header '" + name + "'.")),
                check("From: news@lists.example.org\n" + name + ": a\n" + name + ": b\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"From: \"news@lists.example.org\" <mallory@elsewhere.example>\n",
                    "From: news@lists.example.org\nSender: mallory@elsewhere.example\n",
                    "From: news@lists.example.org\nReturn-Path: <mallory@elsewhere.example>\n"})
    void everySenderMustBeVerified(String header) {
        assertEquals(Optional.of(SesTrouble.notVerified("mallory@elsewhere.example")), check(header));
    }

    @Test
    void mailWithoutAnAuthorIsRefused() {
        assertEquals(Optional.of(SesTrouble.invalid("Missing required header 'From'.")), check("Subject: x\n"));
    }

    @Test
    void lineMayHave998CharactersAndNoMore() {
        var field = "From: news@lists.example.org\nX-Long: ";

        assertEquals(Optional.empty(), check(field + "x".repeat(998 - "X-Long: ".length()) + "\n"));
        assertTrue(check(field + "x".repeat(999 - "X-Long: ".length()) + "\n").isPresent());
    }

    @Test
    void sizeAndRecipientsHaveTheirLimits() {
        var mail = "From: news@lists.example.org\r\n\r\n" + "x\r\n".repeat(14_000_000);
        assertTrue(SesRules.check(SOURCE, ANNA, mail, Set.of("lists.example.org")).isPresent());

        var crowd = Collections.nCopies(51, "anna@example.org");
        assertEquals(Optional.of(SesTrouble.invalid("Recipient count exceeds 50.")),
                SesRules.check(SOURCE, crowd, "From: news@lists.example.org\r\n\r\n", Set.of("lists.example.org")));
    }

    @Test
    void addressesAreAscii() {
        assertTrue(SesRules.check(SOURCE, List.of("jürgen@example.org"), "From: news@lists.example.org\r\n\r\n",
                Set.of("lists.example.org")).isPresent());
    }

    @Test
    void messageIdAndDateAreReplacedInWhatIsDelivered() {
        var mail = new SentMail(SOURCE, ANNA, "", List.of(), """
                Message-ID: <ours@lists.example.org>\r
                Date: Thu,\r
                 5 Mar 2026 08:30:00 +0000\r
                From: news@lists.example.org\r
                \r
                Date: this is the body\r
                """, "0100");

        assertEquals("""
                From: news@lists.example.org\r
                Message-ID: <0100@email.amazonses.com>\r
                Date: Fri, 06 Mar 2026 08:30:00 +0000\r
                \r
                Date: this is the body\r
                """, mail.delivered());
        assertFalse(mail.delivered().contains("ours"));
    }
}
