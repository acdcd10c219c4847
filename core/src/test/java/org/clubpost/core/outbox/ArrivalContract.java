package org.clubpost.core.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clubpost.core.Race;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.store.MailContent;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} must do with a provider that takes mails. */
public interface ArrivalContract {

    /** The outbox under test, with its provider, for this test only. */
    Outbox testee();

    /** What the provider took so far, in any order. */
    List<ReceivedMail> received();

    /** A mail whose header names others than its envelope. */
    static OutgoingMail mailTo(String recipient) {
        return mail(recipient, """
                From: "Anna via News" <news@lists.example.org>
                To: news@lists.example.org
                Cc: somebody-else@example.net
                Subject: Hello

                Hello.
                """);
    }

    /** The text with CRLF for each line end. */
    private static OutgoingMail mail(String recipient, String text) {
        return new OutgoingMail(EmailAddress.of("news-bounces@lists.example.org"), EmailAddress.of(recipient),
                MailContent.of(text.replace("\n", "\r\n").getBytes(ISO_8859_1)));
    }

    @Test
    default void mailIsAcceptedAndArrives() {
        var mail = mailTo("anna@example.org");

        var outcome = testee().send(mail);

        assertInstanceOf(SendOutcome.Accepted.class, outcome);
        assertEquals(List.of(ReceivedMail.of(mail)), received());
    }

    @Test
    default void mailGoesToTheEnvelopeRecipientOnly() {
        testee().send(mailTo("anna@example.org"));

        assertEquals(List.of("anna@example.org"), received().stream().map(ReceivedMail::recipient).toList());
    }

    @Test
    default void internationalDomainGoesOverTheWireInAscii() {
        testee().send(mailTo("Anna@bücher.example"));

        assertEquals(List.of("Anna@xn--bcher-kva.example"), received().stream().map(ReceivedMail::recipient).toList());
    }

    @Test
    default void octetsArriveAsTheyAre() {
        var text = new StringBuilder("""
                From: news@lists.example.org
                To: x@example.org
                Date: today
                Message-ID: <1@x>
                Content-Transfer-Encoding: 7bit

                .
                ..
                .dot at the start


                trailing blanks  \t
                From here on
                """);
        for (var character = ' '; character <= '~'; character++) {
            text.append(character);
        }
        text.append("\n").append("x".repeat(990)).append("\nlast line\n");
        var mail = mail("anna@example.org", text.toString());

        testee().send(mail);

        assertEquals(List.of(ReceivedMail.of(mail)), received());
    }

    @Test
    default void largeMailArrivesAsItIs() {
        var mail = mail("anna@example.org",
                "From: news@lists.example.org\nSubject: large\n\n"
                        + ("0123456789abcdef".repeat(4) + "\n").repeat(1 << 15));

        assertInstanceOf(SendOutcome.Accepted.class, testee().send(mail));

        assertTrue(List.of(ReceivedMail.of(mail)).equals(received()), "the large mail arrived changed");
    }

    @Test
    default void manyMailsAtTheSameTimeArriveOnceEach() throws InterruptedException {
        var testee = testee();
        var mails = IntStream.range(0, 24).mapToObj(i -> mailTo("member" + i + "@example.org")).toList();

        var outcomes = Race
                .run(mails.stream().<Callable<SendOutcome>>map(mail -> () -> testee.send(mail)).toList());

        assertEquals(24, outcomes.stream().filter(SendOutcome.Accepted.class::isInstance).count());
        assertEquals(24, received().size());
        assertEquals(mails.stream().map(ReceivedMail::of).collect(toSet()), Set.copyOf(received()));
    }
}
