package org.clubpost.local.relay;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Hands mail to an SMTP server. As many mails go out at the same time as there are connections; who comes when all are in use waits.
 *
 * <p><b>What a failure means.</b> A recipient or a mail that the server refuses for good (5yz, RFC 5321 section 4.2.1) is {@link SendOutcome.Refused}. What it
 * refuses for now (4yz), a sender that it does not take, and a connection that breaks before the end of the mail was sent, are {@link SendOutcome.Deferred}:
 * the server cannot have taken the mail (RFC 5321 section 4.1.1.4). A connection that breaks after that is {@link SendOutcome.Unclear}.
 */
public final class SmtpOutbox implements Outbox, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SmtpOutbox.class.getName());

    private final Connections connections;

    /**
     * @param host the server
     * @param port its port
     * @param ownName the name by which we greet it (EHLO)
     * @param most how many connections at the same time
     */
    public SmtpOutbox(String host, int port, String ownName, int most) {
        this.connections = new Connections(host, port, ownName, most);
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        var outcome = connections.with(connection -> attempt(connection, mail));
        if (outcome instanceof SendOutcome.Deferred(var cause, var reason)) {
            LOG.log(WARNING, "relay outcome=deferred cause={0} reason=\"{1}\"", cause, reason);
        }
        return outcome;
    }

    /** One attempt. The connection is good for more only when the server answered to the end. */
    private static SendOutcome attempt(Connections.Connection connection, OutgoingMail mail) {
        var message = new RawMessage(mail);
        try {
            connection.open();
            connection.transport().sendMessage(message,
                    new Address[]{new InternetAddress(mail.recipient().ascii())});
            return new SendOutcome.Accepted("");
        } catch (AddressException unfit) {
            return new SendOutcome.Refused("the address cannot be written to by SMTP");
        } catch (MessagingException e) {
            var answer = answer(e);
            if (!isRefusedRecipient(e)) {
                connection.discard();
            }
            return answer.map(code -> refused(e, code)).orElseGet(() -> broken(e, message));
        }
    }

    private static boolean isRefusedRecipient(MessagingException e) {
        return e instanceof SendFailedException && e.getNextException() instanceof SMTPAddressFailedException;
    }

    /** The code with which the server answered; empty when it did not. */
    private static Optional<Integer> answer(MessagingException e) {
        for (var each = (Exception) e; each != null; each = each instanceof MessagingException next
                ? next.getNextException()
                : null) {
            var code = switch (each) {
                case SMTPAddressFailedException recipient -> recipient.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException failed -> failed.getReturnCode();
                default -> 0;
            };
            if (code >= 400) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static SendOutcome refused(MessagingException e, int code) {
        var isForGood = code >= 500;
        if (isForGood && !(e.getNextException() instanceof SMTPSenderFailedException)
                && !(e instanceof SMTPSenderFailedException)) {
            return new SendOutcome.Refused("the mail server refused it for good with " + code);
        }
        return isForGood
                ? new SendOutcome.Deferred(DeferralCause.BLOCKED,
                        "the mail server does not take mail from our sender, with " + code)
                : new SendOutcome.Deferred(DeferralCause.UNREACHABLE,
                        "the mail server refused it for now with " + code);
    }

    private static SendOutcome broken(MessagingException e, RawMessage message) {
        if (e instanceof AuthenticationFailedException) {
            return new SendOutcome.Deferred(DeferralCause.BLOCKED, "the mail server does not let us in");
        }
        return message.isWritten()
                ? new SendOutcome.Unclear("the connection to the mail server broke while its answer was awaited")
                : new SendOutcome.Deferred(DeferralCause.UNREACHABLE, "no connection to the mail server");
    }

    /** Takes leave of the server on every connection that is idle. */
    @Override
    public void close() {
        connections.close();
    }
}
