package org.clubpost.core.outbox;

import static org.clubpost.core.outbox.ArrivalContract.mailTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} must do with a provider that takes mails, refuses one, or is not there. */
public interface OutboxContract extends ArrivalContract {

    /** From now on the provider refuses this recipient, or whatever is for it, for good. */
    void refuse(EmailAddress recipient);

    /** From now on nobody listens where the provider was. */
    void disappear();

    @Test
    default void refusedRecipientIsAnOutcomeAndOthersAreNotAffected() {
        refuse(EmailAddress.of("nobody@example.org"));

        var refused = testee().send(mailTo("nobody@example.org"));
        var accepted = testee().send(mailTo("anna@example.org"));

        assertInstanceOf(SendOutcome.Refused.class, refused);
        assertInstanceOf(SendOutcome.Accepted.class, accepted);
        assertEquals(List.of(ReceivedMail.of(mailTo("anna@example.org"))), received());
    }

    @Test
    default void reasonsHoldNoAddress() {
        refuse(EmailAddress.of("nobody@example.org"));

        var refused = assertInstanceOf(SendOutcome.Refused.class, testee().send(mailTo("nobody@example.org")));

        assertFalse(String.join(" ", refused.reason().values()).contains("@"));
    }

    @Test
    default void providerThatIsNotThereIsAnOutcome() {
        disappear();

        var outcome = assertInstanceOf(SendOutcome.Deferred.class, testee().send(mailTo("anna@example.org")));

        assertEquals(DeferralCause.UNREACHABLE, outcome.cause());
        assertFalse(String.join(" ", outcome.reason().values()).contains("@"));
        assertEquals(List.of(), received());
    }
}
