package org.clubpost.local.smtp;

import java.io.IOException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.command.DataCommand;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** DATA (RFC 5321 section 4.1.1.4). It ends the transaction also when the mail was refused, so that a next one can begin. */
final class MailData extends BaseCommand {

    private final DataCommand library = new DataCommand();

    MailData() {
        super("DATA", "Following text is collected as the message.");
    }

    @Override
    public void execute(String command, Session session) throws IOException, DropConnectionException {
        var isMail = session.isMailTransactionInProgress() && session.getRecipientCount() > 0;
        library.execute(command, session);
        if (isMail) {
            session.resetMailTransaction();
        }
    }
}
