package org.clubpost.local.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutboxContract;
import org.clubpost.core.outbox.ReceivedMail;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailboxOutboxTest implements OutboxContract {

    static {
        ServiceLog.silence();
    }

    @TempDir
    private Path directory;
    private final Set<EmailAddress> refused = new HashSet<>();
    private MailboxFile mailbox;
    private MailboxFile kept;

    @BeforeEach
    void open() throws IOException {
        mailbox = MailboxFile.open(directory.resolve("mails"));
        kept = mailbox;
    }

    @AfterEach
    void close() throws IOException {
        kept.close();
    }

    @Override
    public Outbox testee() {
        return new MailboxOutbox(mailbox, Sync.ALWAYS, refused::contains, new FixedClock());
    }

    @Test
    void aMailKeepsItsMessageId() {
        assertTrue(testee().keepsMessageIds());
    }

    @Override
    public List<ReceivedMail> received() {
        return kept.newest("", Long.MAX_VALUE, 1000).stream()
                .map(mail -> new ReceivedMail(mail.sender(), mail.recipient(), text(mail.id()))).toList().reversed();
    }

    private String text(long id) {
        try {
            return new String(kept.read(id).orElseThrow(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void refuse(EmailAddress recipient) {
        refused.add(recipient);
    }

    /** A file that cannot be written any more. */
    @Override
    public void disappear() {
        try {
            mailbox = MailboxFile.open(directory.resolve("gone"));
            mailbox.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
