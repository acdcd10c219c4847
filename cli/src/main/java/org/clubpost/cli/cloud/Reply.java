package org.clubpost.cli.cloud;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What a service of AWS answered.
 *
 * @param <T> the answer of a service that did what it was asked to
 */
public sealed interface Reply<T extends AwsResponse> {

    /** When the service wrote it, by its own clock, to the second. */
    Optional<Instant> date();

    /**
     * It did what it was asked to.
     *
     * @param <T> the answer
     * @param answer what it says
     */
    record Done<T extends AwsResponse>(T answer) implements Reply<T> {

        @Override
        public Optional<Instant> date() {
            return Reply.date(answer.sdkHttpResponse());
        }
    }

    /**
     * It refuses.
     *
     * @param <T> the answer that it did not give
     * @param permission what the caller was allowed to do if he were, such as {@code cloudformation:DescribeStacks}
     * @param reason as the SDK puts it
     */
    record Refused<T extends AwsResponse>(String permission, AwsServiceException reason) implements Reply<T> {

        @Override
        public Optional<Instant> date() {
            return reason.awsErrorDetails() == null
                    ? Optional.empty()
                    : Reply.date(reason.awsErrorDetails().sdkHttpResponse());
        }

        /** AWS's name of the reason, such as {@code AlreadyExistsException}. */
        public String code() {
            return AwsErrors.code(reason);
        }

        /** Whether it refuses because there is no such thing. */
        public boolean isMissing() {
            return AwsErrors.isMissing(reason);
        }

        /**
         * What to say of it, in a line.
         *
         * @param service what people call the service
         */
        public CommandFailure failure(String service) {
            return AwsErrors.ofCredentials(code()).orElseGet(() -> new CommandFailure(AwsErrors.isForbidden(reason)
                    ? "These AWS credentials may not do " + permission + "."
                    : service + " refuses: " + code() + AwsErrors.message(reason)));
        }
    }

    /**
     * Asks a service.
     *
     * @param permission what the caller must be allowed to do, such as {@code cloudformation:DescribeStacks}
     * @throws UnavailableException when nothing answers
     */
    static <T extends AwsResponse> Reply<T> of(String permission, Supplier<T> call) {
        try {
            return new Done<>(call.get());
        } catch (AwsServiceException refused) {
            return new Refused<>(permission, refused);
        } catch (SdkClientException broken) {
            throw new UnavailableException(permission.substring(0, permission.indexOf(':')) + " cannot be reached",
                    broken);
        }
    }

    private static Optional<Instant> date(SdkHttpResponse response) {
        try {
            return response.firstMatchingHeader("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
