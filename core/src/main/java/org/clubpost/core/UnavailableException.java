package org.clubpost.core;

/**
 * Thrown when the thing behind a port, such as a table, a bucket or a mail relay, did not answer, or answered that it
 * cannot act at the moment.
 *
 * <p>The call may or may not have had its effect. Every port method is safe to repeat after this exception unless its
 * Javadoc says otherwise. No use case catches it: the edge answers 503, or lets Lambda deliver the event again.
 */
public final class UnavailableException extends RuntimeException {

    /**
     * @param message what was tried and what failed, without any address, token or text of a mail
     * @param cause the technical cause
     */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param message what was tried and what failed, without any address, token or text of a mail
     */
    public UnavailableException(String message) {
        super(message);
    }
}
