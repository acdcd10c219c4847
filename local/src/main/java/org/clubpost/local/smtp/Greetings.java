package org.clubpost.local.smtp;

import java.io.IOException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * EHLO (RFC 5321 section 4.1.1.1) with the extensions that we stand by. The library's own would offer CHUNKING, and
 * take a chunk that breaks off for a whole mail.
 */
final class Greetings extends BaseCommand {

    Greetings() {
        super("EHLO", "Introduce yourself.", "<hostname>");
    }

    @Override
    public void execute(String command, Session session) throws IOException {
        var words = getArgs(command);
        if (words.length < 2) {
            session.sendResponse("501 Syntax: EHLO hostname");
            return;
        }
        session.resetMailTransaction();
        session.setHelo(words[1]);
        session.sendResponse(String.join("\r\n", "250-" + session.getServer().getHostName(), "250-8BITMIME",
                "250-SIZE " + session.getServer().getMaxMessageSize(), "250 SMTPUTF8"));
    }
}
