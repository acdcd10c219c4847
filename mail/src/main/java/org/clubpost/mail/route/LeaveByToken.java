package org.clubpost.mail.route;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail with a leave token in its subject ends that membership, whichever address of the list it was sent to (RFC 2369
 * section 3.2, the mailto form).
 */
final class LeaveByToken implements Route {

    /**
     * Mail programs and gateways put something before the subject that the link gives it, or behind it, such as {@code
     * Re:}, {@code [EXTERNAL]} or {@code ***SPAM***}, encode it, fold it, and break the token in two.
     */
    private static final Pattern COMMAND = Pattern.compile(
            "(?i)^(?:.{0,80}[\\s:\\])*>|}-])?leave[\\s:]+([A-Za-z0-9_-][A-Za-z0-9_ -]{39,140}?)\\s*(?:[\\[(*{].{0,60})?$");
    /** Without the spaces in it. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{40,128}");
    private static final int LONGEST = 400;
    private static final int MOST_PIECES = 4;

    @Override
    public Optional<Handling> take(Incoming mail) {
        var command = COMMAND.matcher(HeaderText.decoded(mail.field("Subject"), LONGEST));
        return command.matches() ? token(command.group(1)).map(Handling.Leave::new) : Optional.empty();
    }

    /** A token falls into few pieces, a sentence into many. */
    private static Optional<String> token(String written) {
        var token = written.replace(" ", "");
        var words = written.split(" ", -1);
        return TOKEN.matcher(token).matches() && words.length <= MOST_PIECES ? Optional.of(token) : Optional.empty();
    }

    @Override
    public String name() {
        return "leave-by-token";
    }
}
