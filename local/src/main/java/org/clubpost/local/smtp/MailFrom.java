package org.clubpost.local.smtp;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.command.MailCommand;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * MAIL (RFC 5321 section 4.1.1.2). The library's own cannot read a declared size beyond 31 bits, and looks at the address
 * with a slow parser; {@link MailReception} looks at it anyway.
 */
final class MailFrom extends BaseCommand {

    private static final String SIZE = "SIZE=";
    private static final int MOST_DIGITS = 9;

    private final MailCommand others = new MailCommand(_ -> true);

    MailFrom() {
        super("MAIL", "Specifies the sender.", "FROM: <sender> [ <parameters> ]");
    }

    @Override
    public void execute(String command, Session session) throws IOException, DropConnectionException {
        if (!session.isMailTransactionInProgress() && sizes(command).anyMatch(size -> isTooLarge(size, session))) {
            session.sendResponse("552 5.3.4 The mail is larger than 40 MB");
        } else {
            others.execute(withoutSize(command), session);
        }
    }

    /** RFC 1870 section 4: up to 20 digits. */
    private static Stream<String> sizes(String command) {
        return Stream.of(getArgs(command)).filter(word -> word.toUpperCase(Locale.ROOT).startsWith(SIZE))
                .map(word -> word.substring(SIZE.length()).replaceFirst("^0+", ""))
                .filter(size -> size.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    private static boolean isTooLarge(String size, Session session) {
        return size.length() > MOST_DIGITS
                || (!size.isEmpty() && Integer.parseInt(size) > session.getServer().getMaxMessageSize());
    }

    private static String withoutSize(String command) {
        return command.replaceAll("(?i)\\sSIZE=\\S*", "");
    }
}
