package org.clubpost.cli.doctor.read;

import java.util.function.Supplier;
import org.clubpost.cli.cloud.AwsErrors;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what AWS answers, and how it refuses, into looks. */
final class Looks {

    private Looks() {}

    /**
     * Looks at something that is there whenever AWS answers.
     *
     * @param permission what one must be allowed to do, such as {@code ses:GetAccount}
     */
    static <T> Look<T> at(String permission, Supplier<T> fact) {
        return perhaps(permission, () -> new Look.Seen<>(fact.get()));
    }

    /** Looks at something of which an answer may say that it is not there. */
    static <T> Look<T> perhaps(String permission, Supplier<Look<T>> look) {
        try {
            return look.get();
        } catch (AwsServiceException refused) {
            return refused(permission, refused);
        } catch (SdkException unreachable) {
            return new Look.Failed<>("it cannot be reached");
        } catch (UnavailableException unavailable) {
            return unavailable.getCause() instanceof AwsServiceException refused
                    ? refused(permission, refused)
                    : new Look.Failed<>(String.valueOf(unavailable.getMessage()));
        }
    }

    private static <T> Look<T> refused(String permission, AwsServiceException refused) {
        if (AwsErrors.isMissing(refused)) {
            return new Look.Missing<>();
        }
        return AwsErrors.isForbidden(refused)
                ? new Look.Forbidden<>(permission)
                : new Look.Failed<>("AWS says " + AwsErrors.code(refused));
    }
}
