package org.clubpost.cli.cloud;

import java.time.Instant;
import java.util.Optional;

/** What a service of AWS answered. */
public sealed interface Reply {

    /** When the service wrote it, by its own clock, to the second. */
    Optional<Instant> date();

    /**
     * It did what it was asked to.
     *
     * @param body what it says, XML or JSON
     * @param date when
     */
    record Done(String body, Optional<Instant> date) implements Reply {}

    /**
     * It refuses.
     *
     * @param code AWS's name of the reason, such as {@code ValidationError}
     * @param message AWS's explanation
     * @param permission what the caller was allowed to do if he were, such as {@code ses:GetAccount}
     * @param date when
     */
    record Refused(String code, String message, String permission, Optional<Instant> date) implements Reply {

        /** Whether it refuses because the caller may not do this. */
        public boolean isForbidden() {
            return AwsErrors.isForbidden(code);
        }

        /** Whether it refuses because there is no such thing. */
        public boolean isMissing() {
            return code.equals("NotFoundException") || code.equals("ResourceNotFoundException")
                    || code.equals("NotFound") || code.equals("ResourceNotFound")
                    || (code.equals("ValidationError") && message.contains("does not exist"));
        }
    }
}
