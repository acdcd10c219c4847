package org.clubpost.mail.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail that is addressed to very many people at once waits for the owners. It is a chain letter, or it shows
 * everybody a whole address book.
 */
final class TooManyRecipients implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        var most = mail.list().posting().screening().maxRecipients();
        return Stream.of("To", "Cc").anyMatch(name -> Addresses.areTooLong(mail.own(), name))
                || Stream.of("To", "Cc").mapToLong(name -> Addresses.count(mail.own(), name)).sum() > most
                        ? Optional.of(
                                new Verdict.Hold(Reason.of(Reason.Cause.TOO_MANY_RECIPIENTS, Integer.toString(most))))
                        : Optional.empty();
    }

    @Override
    public String name() {
        return "too-many-recipients";
    }
}
