package org.clubpost.local.relay;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;

/**
 * Sends mails over one connection, one after the other. MAIL, RCPT and DATA go out in one write, where the server
 * allows it (RFC 2920), so that a mail takes two round trips.
 *
 * <p><b>8 bits.</b> A server that does not offer 8BITMIME gets no mail that needs it (RFC 6152 section 3). Addresses
 * are ASCII by their type, so SMTPUTF8 is never needed.
 */
final class SmtpSession {

    private final Wire wire;
    private final Extensions extensions;
    private final RelayLimits limits;
    private boolean isUsable = true;
    private boolean isResetDue;
    private boolean isHandedOver;
    private boolean isSpent;
    private int taken;
    private volatile long lastUsedNanos = System.nanoTime();

    SmtpSession(Wire wire, Extensions extensions, RelayLimits limits) {
        this.wire = wire;
        this.extensions = extensions;
        this.limits = limits;
    }

    /** What became of an attempt to send a mail. */
    sealed interface Attempt {

        /** That is it. */
        record Settled(SendOutcome outcome) implements Attempt {}

        /** The server cannot have the mail, and the connection is of no more use. The mail may go over another one. */
        record Lost(SendOutcome outcome) implements Attempt {}
    }

    /** Sends one mail. */
    Attempt send(OutgoingMail mail) {
        isUsable = false;
        isHandedOver = false;
        try {
            var attempt = isUnfit(mail.content())
                    ? settled(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_MAIL_UNFIT)))
                    : transaction(mail);
            lastUsedNanos = System.nanoTime();
            return attempt;
        } catch (IOException broken) {
            return isHandedOver
                    ? new Attempt.Settled(new SendOutcome.Unclear(
                            Reason.of(Reason.Cause.RELAY_BROKE)))
                    : new Attempt.Lost(Meaning.unreachable(Reason.of(Reason.Cause.RELAY_UNREACHABLE)));
        }
    }

    /** Whether the server wants this connection to end, and still listens. */
    boolean isSpent() {
        return isSpent;
    }

    /** Whether the connection can be used for another mail. */
    boolean isUsable() {
        return isUsable;
    }

    /** When the latest mail was sent, or the connection was made. */
    long lastUsedNanos() {
        return lastUsedNanos;
    }

    Wire wire() {
        return wire;
    }

    private boolean isUnfit(MailContent content) throws IOException {
        return extensions.isTooLarge(content.sizeBytes())
                || (!extensions.hasEightBit() && EightBitFinder.isEightBit(content));
    }

    private Attempt transaction(OutgoingMail mail) throws IOException {
        var commands = List.of(from(mail), "RCPT TO:<" + mail.recipient().ascii() + ">", "DATA");
        var answers = extensions.hasPipelining() ? together(commands) : oneByOne(commands);
        var last = answers.getLast();
        if (last.isClosing()) {
            return new Attempt.Lost(Meaning.ofClosing(Meaning.TO.get(answers.size() - 1), last));
        }
        for (var i = 0; i < answers.size(); i++) {
            if (!answers.get(i).isDone() && !answers.get(i).isWaiting()) {
                return refused(mail, i, answers.get(i), last.isWaiting());
            }
        }
        return last.isWaiting() ? content(mail) : strange();
    }

    private String from(OutgoingMail mail) {
        return "MAIL FROM:<" + mail.envelopeSender().ascii() + ">"
                + (extensions.hasSize() ? " SIZE=" + mail.content().sizeBytes() : "")
                + (extensions.hasEightBit() ? " BODY=8BITMIME" : "");
    }

    /** Sends all commands in one write. Returns as many answers, or fewer when one of them closes the connection. */
    private List<Reply> together(List<String> commands) throws IOException {
        var isReset = isResetDue;
        if (isReset) {
            wire.out().command("RSET");
        }
        for (var command : commands) {
            wire.out().command(command);
        }
        if (isReset) {
            wire.answer(limits.command());
            isResetDue = false;
        }
        var answers = new ArrayList<Reply>(commands.size());
        while (answers.size() < commands.size() && (answers.isEmpty() || !answers.getLast().isClosing())) {
            answers.add(wire.answer(limits.command()));
        }
        return answers;
    }

    /** Sends one command at a time. Returns as many answers as commands, or those up to the first refusal. */
    private List<Reply> oneByOne(List<String> commands) throws IOException {
        if (isResetDue) {
            wire.ask("RSET", limits.command());
            isResetDue = false;
        }
        var answers = new ArrayList<Reply>(commands.size());
        while (answers.size() < commands.size() && (answers.isEmpty() || answers.getLast().isDone())) {
            answers.add(wire.ask(commands.get(answers.size()), limits.command()));
        }
        return answers;
    }

    /**
     * @param isWaiting whether the server waits for a mail all the same. It then gets an empty one, which is for nobody
     *         (RFC 2920 section 3.1)
     */
    private Attempt refused(OutgoingMail mail, int command, Reply answer, boolean isWaiting) throws IOException {
        isResetDue = true;
        if (isWaiting) {
            wire.ask(".", limits.end());
        }
        return ended(answer, said(mail, Meaning.TO.get(command), answer));
    }

    /** What a refusal means, and what it says about the recipient. */
    private static SendOutcome said(OutgoingMail mail, Meaning to, Reply answer) {
        var outcome = to.of(answer);
        return outcome instanceof SendOutcome.Refused(var reason, _)
                ? new SendOutcome.Refused(reason, Optional.of(to.why(mail.recipient(), answer)))
                : outcome;
    }

    /**
     * How a mail ended that the server refused. A server that is busy with this connection, after mails that it took
     * here, may take it over the next one: many count the mails of a connection.
     */
    private Attempt ended(Reply answer, SendOutcome outcome) {
        if (taken > 0 && answer.isBusy() && Doubt.in(answer).isPresent()) {
            isSpent = true;
            return new Attempt.Lost(outcome);
        }
        return settled(outcome);
    }

    private Attempt content(OutgoingMail mail) throws IOException {
        wire.begin(limits.command());
        wire.out().beginMail();
        mail.content().writeTo(wire.out());
        wire.out().endMail();
        isHandedOver = true;
        var answer = wire.answer(limits.end());
        if (answer.isClosing()) {
            return new Attempt.Settled(Meaning.ofClosing(Meaning.MAIL, answer));
        }
        if (answer.isWaiting()) {
            return strange();
        }
        if (!answer.isDone()) {
            // The transaction is over (RFC 5321 section 4.1.1.4), but not every server knows that.
            isResetDue = true;
            return ended(answer, said(mail, Meaning.MAIL, answer));
        }
        taken++;
        return settled(new SendOutcome.Accepted(""));
    }

    /** An answer that does not fit the question: nobody knows what the server makes of all this. */
    private Attempt strange() throws IOException {
        throw new IOException("an answer that does not fit");
    }

    private Attempt settled(SendOutcome outcome) {
        isUsable = true;
        return new Attempt.Settled(outcome);
    }

    /** Finds octets beyond ASCII. */
    private static final class EightBitFinder extends OutputStream {

        private int found;

        static boolean isEightBit(MailContent content) throws IOException {
            var finder = new EightBitFinder();
            content.writeTo(finder);
            return finder.found < 0;
        }

        @Override
        public void write(int octet) {
            found |= (byte) octet;
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            for (var i = offset; i < offset + length; i++) {
                found |= octets[i];
            }
        }
    }
}
