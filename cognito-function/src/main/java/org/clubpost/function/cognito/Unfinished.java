package org.clubpost.function.cognito;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A user with whom something is still to be done. Names the user and nothing about them: what is done then is what
 * their account says then.
 *
 * @param user who
 * @param since when they proved their address
 */
record Unfinished(User.Id user, Instant since) {

    /** The text of its message: the pool, the time in ISO 8601, and the user name, with a space between. */
    String text() {
        return user.pool() + " " + since + " " + user.name();
    }

    /** Reads what {@link #text} gives. */
    static Optional<Unfinished> parse(String text) {
        var parts = text.split(" ", -1);
        if (parts.length != 3 || parts[0].isEmpty() || parts[2].isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Unfinished(new User.Id(parts[0], parts[2]), Instant.parse(parts[1])));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
