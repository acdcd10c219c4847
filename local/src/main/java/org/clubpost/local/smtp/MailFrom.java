package org.clubpost.local.smtp;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * MAIL (RFC 5321 section 4.1.1.2). The library's own cannot read a declared size beyond 31 bits, looks at the address
 * with a slow parser, and ends a quoted local part too soon. {@link MailReception} says which addresses are taken.
 */
final class MailFrom extends BaseCommand {

    private static final int MOST_DIGITS = 9;
    /** The path, in brackets as it should be or without, and the parameters behind it. */
    private static final Pattern ARGUMENTS = Pattern
            .compile("(?i)MAIL\\s+FROM:\\s*(?:<\\s*((?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\">]++)*+)>|([^\\s<>]++))(|\\s.*)");
    /** RFC 1870 section 4: up to 20 digits. */
    private static final Pattern SIZE = Pattern.compile("(?i)(?<!\\S)SIZE=0*([0-9]*)(?!\\S)");

    MailFrom() {
        super("MAIL", "Specifies the sender.", "FROM: <sender> [ <parameters> ]");
    }

    @Override
    public void execute(String command, Session session) throws IOException, DropConnectionException {
        var arguments = ARGUMENTS.matcher(command.strip());
        if (session.isMailTransactionInProgress()) {
            session.sendResponse("503 5.5.1 Sender already specified.");
        } else if (!arguments.matches()) {
            session.sendResponse("501 5.5.4 Syntax: MAIL FROM:<address>");
        } else if (sizes(arguments.group(3)).anyMatch(size -> isTooLarge(size, session))) {
            session.sendResponse("552 5.3.4 The mail is larger than 40 MB");
        } else {
            begin(Optional.ofNullable(arguments.group(1)).orElseGet(() -> arguments.group(2)).strip(), session);
        }
    }

    private static void begin(String sender, Session session) throws IOException, DropConnectionException {
        session.startMailTransaction();
        try {
            session.getMessageHandler().from(sender);
        } catch (DropConnectionException e) {
            session.resetMailTransaction();
            throw e;
        } catch (RejectException e) {
            session.resetMailTransaction();
            session.sendResponse(e.getErrorResponse());
            return;
        }
        session.sendResponse("250 Ok");
    }

    private static Stream<String> sizes(String parameters) {
        return SIZE.matcher(parameters).results().map(size -> size.group(1));
    }

    private static boolean isTooLarge(String size, Session session) {
        return size.length() > MOST_DIGITS
                || (!size.isEmpty() && Integer.parseInt(size) > session.getServer().getMaxMessageSize());
    }
}
