package org.clubpost.cli.cloud;

import java.util.Optional;
import java.util.Set;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What AWS's names of errors mean to somebody at a keyboard. */
public final class AwsErrors {

    private static final Set<String> FORBIDDEN = Set.of("AccessDenied", "AccessDeniedException", "AuthorizationError",
            "UnauthorizedOperation", "NotAuthorized");
    private static final Set<String> UNKNOWN_KEYS = Set.of("InvalidClientTokenId", "UnrecognizedClientException",
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "IncompleteSignature", "InvalidSignatureException",
            "MissingAuthenticationToken", "MissingAuthenticationTokenException");
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException");
    private static final Set<String> MISSING = Set.of("NotFoundException", "ResourceNotFoundException", "NotFound",
            "ResourceNotFound", "NoSuchBucket", "NoSuchBucketPolicy", "RuleSetDoesNotExist", "ParameterNotFound");
    private static final int FORBIDDEN_STATUS = 403;

    private AwsErrors() {}

    /** Whether the caller lacks a permission. */
    public static boolean isForbidden(AwsServiceException refused) {
        return FORBIDDEN.contains(code(refused))
                || (refused.statusCode() == FORBIDDEN_STATUS && ofCredentials(code(refused)).isEmpty());
    }

    /** Whether there is no such thing; CloudFormation has no name for that. */
    public static boolean isMissing(AwsServiceException refused) {
        return MISSING.contains(code(refused))
                || (code(refused).equals("ValidationError") && message(refused).contains("does not exist"));
    }

    /** What is wrong with the credentials or the clock, when that is the reason; then no call will succeed. */
    public static Optional<CommandFailure> ofCredentials(String code) {
        if (EXPIRED.contains(code)) {
            return Optional.of(new CommandFailure("AWS no longer takes these credentials. Sign in again."));
        }
        if (code.equals("RequestExpired") || code.equals("RequestTimeTooSkewed")) {
            return Optional.of(new CommandFailure("AWS refuses calls because this machine's clock is wrong. Set it."));
        }
        return UNKNOWN_KEYS.contains(code)
                ? Optional.of(new CommandFailure("AWS does not take these credentials (" + code
                        + "). See which ones are used with: aws sts get-caller-identity; set others with: aws configure"))
                : Optional.empty();
    }

    /**
     * AWS's name of the reason; an answer that did not come from AWS itself, but from something in between, may have
     * none.
     */
    public static String code(AwsServiceException refused) {
        return refused.awsErrorDetails() == null || refused.awsErrorDetails().errorCode() == null
                ? "HTTP " + refused.statusCode()
                : refused.awsErrorDetails().errorCode();
    }

    /** AWS's explanation after a colon; empty when there is none. */
    public static String message(AwsServiceException refused) {
        return refused.awsErrorDetails() == null || refused.awsErrorDetails().errorMessage() == null
                ? ""
                : ": " + refused.awsErrorDetails().errorMessage();
    }

    /** Why a part of AWS did not do what it was asked to, in a line. */
    public static String describe(UnavailableException unavailable) {
        return unavailable.getCause() instanceof AwsServiceException refused
                ? "AWS refuses: " + code(refused) + (refused.awsErrorDetails() == null
                        ? ""
                        : " (" + refused.awsErrorDetails().serviceName() + ")") + "."
                : "AWS could not be asked: " + unavailable.getMessage() + ".";
    }
}
