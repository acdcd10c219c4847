package org.clubpost.function.cognito;

import java.io.Serial;

/**
 * Tells Cognito that this person gets no account. Cognito shows the message to the person, behind words of its own
 * (Amazon Cognito Developer Guide, "Pre sign-up Lambda trigger"). It has no stack trace, because Lambda would write it
 * into the log each time.
 */
final class SignUpRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param message what the person reads; the log has it too
     */
    SignUpRefused(String message) {
        super(message, null, false, false);
    }
}
