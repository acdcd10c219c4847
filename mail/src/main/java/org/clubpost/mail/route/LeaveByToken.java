package org.clubpost.mail.route;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail with a leave token in its subject ends that membership, whichever address of the list it was sent to (RFC 2369
 * section 3.2, the mailto form).
 */
final class LeaveByToken implements Route {

    /** A mail program may put something before the subject that the link gives it, and people add spaces. */
    private static final Pattern COMMAND = Pattern.compile("(?i)^(?:re:\\s*)?leave\\s+([A-Za-z0-9_-]{40,128})\\s*$");

    @Override
    public Optional<Handling> take(Incoming mail) {
        var command = COMMAND.matcher(mail.field("Subject"));
        return command.matches() ? Optional.of(new Handling.Leave(command.group(1))) : Optional.empty();
    }

    @Override
    public String name() {
        return "leave-by-token";
    }
}
