package org.clubpost.aws.ses;

/** What the stub can be made to do in place of accepting a mail. */
public sealed interface SesTrouble {

    /**
     * It answers with an error.
     *
     * @param status the HTTP status
     * @param code the error's code
     * @param message the error's text
     */
    record Refusal(int status, String code, String message) implements SesTrouble {}

    /** It accepts the mail, and its answer does not come as long as the stub lives. */
    record SilenceAfterAcceptance() implements SesTrouble {}

    /** It accepts the mail and breaks the connection before a word of its answer. */
    record ResetAfterAcceptance() implements SesTrouble {}

    /** Too many mails a second. */
    static SesTrouble throttled() {
        return new Refusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
    }

    /** The quota of 24 hours is spent. */
    static SesTrouble daySpent() {
        return new Refusal(400, "LimitExceededException", "Daily message quota exceeded.");
    }

    /** Sending is switched off for the account. */
    static SesTrouble paused() {
        return new Refusal(400, "SendingPausedException", "Sending is paused for account 123456789012.");
    }

    /** The identities are not verified. */
    static SesTrouble notVerified(String identity) {
        return new Refusal(400, "MessageRejected",
                "Email address is not verified. The following identities failed the check in region US-EAST-1: "
                        + identity);
    }

    /** The mail's content is refused. */
    static SesTrouble rejected(String message) {
        return new Refusal(400, "MessageRejected", message);
    }

    /** A parameter, or the mail itself, is malformed. */
    static SesTrouble invalid(String message) {
        return new Refusal(400, "BadRequestException", message);
    }
}
