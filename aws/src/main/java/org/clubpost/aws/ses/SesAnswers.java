package org.clubpost.aws.ses;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a failed SendEmail means (SES API v2 Reference, "SendEmail", and SES Developer Guide, "Errors related to the
 * sending quotas"). The codes of the first API are known as well: some of them still come with the second one. No reason
 * holds an address: SES's own text is passed on only when it has none.
 */
final class SesAnswers {

    /** Until somebody acts, every mail would get the same answer. */
    private static final Set<String> BLOCKED = Set.of("AccountSendingPausedException", "AccountSendingPaused",
            "ConfigurationSetSendingPausedException", "ConfigurationSetSendingPaused",
            "MailFromDomainNotVerifiedException", "MailFromDomainNotVerified", "ConfigurationSetDoesNotExist",
            "ConfigurationSetDoesNotExistException", "AccountSuspendedException", "SendingPausedException");
    /** Of what a request to send names, only the configuration set can be missing. */
    private static final String NOT_FOUND = "NotFoundException";
    private static final Set<String> THROTTLED = Set.of("Throttling", "ThrottlingException", "TooManyRequestsException",
            "LimitExceededException");
    private static final String NOT_VERIFIED = "email address is not verified";
    private static final int LONGEST_TEXT = 200;

    private SesAnswers() {}

    /**
     * What became of the mail.
     *
     * @param handedOver whether the request had been handed to the HTTP client
     */
    static SendOutcome outcome(SdkException failure, boolean handedOver, EmailAddress recipient) {
        return failure instanceof AwsServiceException answer
                ? answered(answer, recipient)
                : unanswered(failure, handedOver);
    }

    private static SendOutcome answered(AwsServiceException answer, EmailAddress recipient) {
        var details = Optional.ofNullable(answer.awsErrorDetails());
        var code = details.map(AwsErrorDetails::errorCode).orElse("");
        var text = details.map(AwsErrorDetails::errorMessage).orElse("");
        var folded = text.toLowerCase(Locale.ROOT);
        if (THROTTLED.contains(code)) {
            // Two wordings are in use: "Daily message quota exceeded" and "Daily sending quota exceeded".
            return folded.contains("daily") && folded.contains("quota")
                    ? deferred(DeferralCause.DAY_SPENT, Reason.of(Reason.Cause.SES_DAY_SPENT))
                    : deferred(DeferralCause.TOO_FAST, Reason.of(Reason.Cause.SES_TOO_FAST));
        }
        if (folded.contains(NOT_VERIFIED)) {
            return namesOnly(recipient, folded)
                    ? new SendOutcome.Refused(Reason.of(Reason.Cause.SES_SANDBOX))
                    : deferred(DeferralCause.BLOCKED, Reason.of(Reason.Cause.SES_SENDER_UNVERIFIED));
        }
        var reason = reason(code.isEmpty() ? "HTTP " + answer.statusCode() : code, text);
        if (BLOCKED.contains(code) || code.equals(NOT_FOUND) || answer.statusCode() == 403) {
            return deferred(DeferralCause.BLOCKED, reason);
        }
        return switch (answer.statusCode()) {
            // Somebody on the way gave up waiting for SES.
            case 504 -> new SendOutcome.Unclear(Reason.of(Reason.Cause.SES_CODE, "HTTP 504"));
            case 408, 500, 502, 503 -> deferred(DeferralCause.UNREACHABLE, reason);
            case 429 -> deferred(DeferralCause.TOO_FAST, reason);
            default -> new SendOutcome.Refused(reason);
        };
    }

    /** In the sandbox, recipients must be verified too. The text names those who are not after its last colon. */
    private static boolean namesOnly(EmailAddress recipient, String folded) {
        var named = folded.substring(folded.lastIndexOf(':') + 1);
        return Stream.of(named.split(",")).map(String::strip).allMatch(recipient.compared()::equals);
    }

    private static SendOutcome unanswered(SdkException failure, boolean handedOver) {
        var causes = Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause);
        return !handedOver || causes.anyMatch(SesAnswers::isBeforeTheRequest)
                ? deferred(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.SES_UNREACHABLE))
                : new SendOutcome.Unclear(Reason.of(Reason.Cause.SES_BROKE));
    }

    private static boolean isBeforeTheRequest(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException || cause instanceof SSLHandshakeException
                || (cause instanceof SocketTimeoutException && "Connect timed out".equals(cause.getMessage()));
    }

    private static SendOutcome deferred(DeferralCause cause, Reason reason) {
        return new SendOutcome.Deferred(cause, reason);
    }

    private static Reason reason(String code, String text) {
        var quotable = !text.isBlank() && text.length() <= LONGEST_TEXT && text.indexOf('@') < 0;
        return quotable
                ? Reason.of(Reason.Cause.SES_WORDS, code, text)
                : Reason.of(Reason.Cause.SES_CODE, code);
    }
}
