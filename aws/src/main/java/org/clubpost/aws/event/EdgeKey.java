package org.clubpost.aws.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.security.MessageDigest;
import java.util.Map;
import org.clubpost.aws.config.Environment;

/**
 * What CloudFront shows of itself to the functions. {@code template.yaml} gives the same text to CloudFront, which sends
 * it with every request in the field {@value FormRequest#EDGE_FIELD} whatever the visitor sent there, and to the functions (Amazon
 * CloudFront Developer Guide, "Add custom headers to origin requests").
 */
final class EdgeKey {

    private final byte[] key;

    private EdgeKey(String key) {
        this.key = key.getBytes(UTF_8);
    }

    /** That of the environment. */
    static EdgeKey of(Environment environment) {
        return new EdgeKey(environment.edgeKey());
    }

    /** Which way that request came. */
    Arrival arrival(APIGatewayV2HTTPEvent event) {
        if (key.length == 0) {
            return Arrival.DIRECT;
        }
        var headers = event.getHeaders();
        return headers != null && headers.entrySet().stream().anyMatch(this::isShown)
                ? Arrival.THROUGH_CLOUDFRONT
                : Arrival.PAST_CLOUDFRONT;
    }

    /** Takes the same time whatever was sent, so that nobody finds the key out letter by letter. */
    private boolean isShown(Map.Entry<String, String> field) {
        return FormRequest.EDGE_FIELD.equalsIgnoreCase(field.getKey()) && field.getValue() != null
                && MessageDigest.isEqual(key, field.getValue().getBytes(UTF_8));
    }

    /** Says what this is, and not the key. */
    @Override
    public String toString() {
        return "EdgeKey[hidden]";
    }
}
