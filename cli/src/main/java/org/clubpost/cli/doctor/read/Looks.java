package org.clubpost.cli.doctor.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clubpost.cli.cloud.AwsErrors;
import org.clubpost.cli.cloud.Reply;
import org.clubpost.cli.cloud.XmlElement;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what AWS answers, and how it refuses, into looks. */
final class Looks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORBIDDEN = 403;
    private static final Set<String> MISSING = Set.of("ResourceNotFoundException", "NoSuchBucket", "NoSuchBucketPolicy",
            "RuleSetDoesNotExist", "NotFound");

    private Looks() {}

    /** Looks with one of our own calls, at XML. */
    static <T> Look<T> xml(Supplier<Reply> call, Function<XmlElement, T> fact) {
        return answered(call, body -> fact.apply(XmlElement.parse(body)));
    }

    /** Looks with one of our own calls, at JSON. */
    static <T> Look<T> json(Supplier<Reply> call, Function<JsonNode, T> fact) {
        return answered(call, body -> fact.apply(parse(body)));
    }

    private static <T> Look<T> answered(Supplier<Reply> call, Function<String, T> fact) {
        try {
            return switch (call.get()) {
                case Reply.Done done -> new Look.Seen<>(fact.apply(done.body()));
                case Reply.Refused refused when refused.isMissing() -> new Look.Missing<>();
                case Reply.Refused refused when refused.isForbidden() -> new Look.Forbidden<>(refused.permission());
                case Reply.Refused refused -> new Look.Failed<>("AWS says " + refused.code());
            };
        } catch (UnavailableException unreachable) {
            return new Look.Failed<>(String.valueOf(unreachable.getMessage()));
        }
    }

    /** Looks with a client of the SDK. */
    static <T> Look<T> sdk(String permission, Supplier<Look<T>> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            return refused(refused, permission);
        } catch (SdkException unreachable) {
            return new Look.Failed<>("it cannot be reached");
        } catch (UnavailableException unreachable) {
            if (unreachable.getCause() instanceof AwsServiceException refused) {
                return refused(refused, permission);
            }
            var why = String.valueOf(unreachable.getMessage());
            return why.endsWith("AccessDeniedException") ? new Look.Forbidden<>(permission) : new Look.Failed<>(why);
        }
    }

    private static <T> Look<T> refused(AwsServiceException refused, String permission) {
        var code = AwsErrors.code(refused);
        if (MISSING.contains(code)) {
            return new Look.Missing<>();
        }
        return AwsErrors.isForbidden(code) || refused.statusCode() == FORBIDDEN
                ? new Look.Forbidden<>(permission)
                : new Look.Failed<>("AWS says " + code);
    }

    /**
     * Reads JSON.
     *
     * @throws UnavailableException when it is not JSON
     */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnavailableException("an answer of AWS is not understood", e);
        }
    }
}
