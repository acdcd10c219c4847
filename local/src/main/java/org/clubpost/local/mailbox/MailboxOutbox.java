package org.clubpost.local.mailbox;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.clubpost.angus.Angus;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.mail.field.FieldText;
import org.jspecify.annotations.Nullable;

/**
 * Puts every mail into the mailbox, as it is. A mail survives a kill of the process once it is accepted, and a power cut
 * unless {@link Sync#NEVER} was chosen.
 */
public final class MailboxOutbox implements Outbox {

    private static final System.Logger LOG = System.getLogger(MailboxOutbox.class.getName());

    static {
        Angus.lenient();
    }

    /** As a mail system would say it. */
    private static final SendOutcome.Why NOBODY_THERE = new SendOutcome.Why(Lasting.PERMANENT,
            BounceReason.USER_UNKNOWN, "5.1.1");

    private final MailboxFile mailbox;
    private final Sync sync;
    private final Predicate<EmailAddress> refuses;
    private final InstantSource clock;

    /**
     * Sends into that mailbox.
     *
     * @param sync when a mail is on the disk
     * @param refuses which recipients are refused for good, so that one can see what follows
     */
    public MailboxOutbox(MailboxFile mailbox, Sync sync, Predicate<EmailAddress> refuses, InstantSource clock) {
        this.mailbox = mailbox;
        this.sync = sync;
        this.refuses = refuses;
        this.clock = clock;
    }

    @Override
    public boolean keepsMessageIds() {
        return true;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        if (refuses.test(mail.recipient())) {
            return new SendOutcome.Refused(Reason.of(Reason.Cause.MAILBOX_REFUSED), Optional.of(NOBODY_THERE));
        }
        var octets = mail.content().toByteArray();
        try {
            mailbox.append(new SentMail(0, clock.instant(), mail.envelopeSender().ascii(), mail.recipient().ascii(),
                    title(octets), octets.length), octets);
            if (sync == Sync.ALWAYS) {
                mailbox.force();
            }
            return new SendOutcome.Accepted("");
        } catch (IOException e) {
            LOG.log(ERROR, "mailbox outcome=cannot-be-written", e);
            return new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.MAILBOX_UNWRITABLE));
        }
    }

    private static SentMail.Title title(byte[] mail) {
        try {
            var header = new InternetHeaders(new ByteArrayInputStream(mail));
            return new SentMail.Title(decoded(header.getHeader("From", ", ")), decoded(header.getHeader("To", ", ")),
                    decoded(header.getHeader("Subject", " ")));
        } catch (MessagingException unreadable) {
            return new SentMail.Title("", "", "");
        }
    }

    private static String decoded(@Nullable String field) {
        return field == null ? "" : FieldText.decode(MimeUtility.unfold(field));
    }
}
