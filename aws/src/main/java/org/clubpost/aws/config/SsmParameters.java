package org.clubpost.aws.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Encrypted texts in AWS Systems Manager Parameter Store.
 *
 * <p>This makes two calls of its API (version 2014-11-06, JSON 1.1) with the SDK's own signer and HTTP client. A
 * function needs them once in its life, and the SDK's module for Systems Manager would be the largest part of its
 * artifact. Safe for use by many threads.
 */
public final class SsmParameters implements AutoCloseable {

    private static final String SERVICE = "ssm";
    private static final JsonFactory JSON = new JsonFactory();

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Region region;
    private final URI endpoint;
    private final Pause pause;

    SsmParameters(SdkHttpClient http, AwsCredentialsProvider credentials, Region region, URI endpoint, Pause pause) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.endpoint = endpoint;
        this.pause = pause;
    }

    /**
     * With credentials, region and endpoint of the SDK's usual chain: {@code AWS_ENDPOINT_URL_SSM} or {@code
     * AWS_ENDPOINT_URL}, and the system properties of that meaning, stand before the region's own.
     */
    public static SsmParameters open() {
        var region = DefaultAwsRegionProviderChain.builder().build().getRegion();
        return new SsmParameters(AwsClients.http().build(), DefaultCredentialsProvider.builder().build(), region,
                endpoint(region), JitteredPause.SYSTEM);
    }

    static URI endpoint(Region region) {
        return AwsClientEndpointProvider.builder().serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_SSM")
                .serviceEndpointOverrideSystemProperty("aws.endpointUrlSsm").serviceProfileProperty(SERVICE)
                .resolveFromOverrides().orElseGet(() -> URI.create("https://" + SERVICE + "." + region.id() + "."
                        + Optional.ofNullable(region.metadata()).map(known -> known.partition().dnsSuffix())
                                .orElse("amazonaws.com")));
    }

    /**
     * The text under that name; empty when there is no such text.
     *
     * @throws UnavailableException when Parameter Store does not answer or forbids it; safe to repeat
     */
    public Optional<String> find(String name) {
        return switch (call("GetParameter", body(Map.of("Name", name), "WithDecryption"))) {
            case Answer.Done(var json) -> Optional.of(value(json));
            case Answer.Refused(var error) when error.equals("ParameterNotFound") -> Optional.empty();
            case Answer.Refused(var error) -> throw refused(error);
        };
    }

    /**
     * Stores the text, encrypted under the account's own key for Systems Manager, unless that name has a text already.
     *
     * @param text of at most 4,096 characters (Systems Manager quotas, "Parameter Store", standard parameters)
     * @return false when there was a text, which stays as it is
     * @throws UnavailableException when Parameter Store does not answer or forbids it; safe to repeat
     */
    public boolean create(String name, String text) {
        var fields = Map.of("Name", name, "Value", text, "Type", "SecureString", "Description",
                "The keys of this Clubpost. Without them no link in an old mail works and no member is found.");
        return switch (call("PutParameter", body(fields, ""))) {
            case Answer.Done _ -> true;
            case Answer.Refused(var error) when error.equals("ParameterAlreadyExists") -> false;
            case Answer.Refused(var error) -> throw refused(error);
        };
    }

    private static UnavailableException refused(String error) {
        return new UnavailableException("Parameter Store refuses: " + error);
    }

    private sealed interface Answer {

        record Done(String json) implements Answer {}

        record Refused(String error) implements Answer {}
    }

    private Answer call(String operation, String body) {
        for (var attempt = 1;; attempt++) {
            try {
                var answer = callOnce(operation, body);
                if (!(answer instanceof Answer.Refused(var error)) || !isPassing(error) || !pause.before(attempt + 1)) {
                    return answer;
                }
            } catch (IOException | SdkException broken) {
                if (!pause.before(attempt + 1)) {
                    throw new UnavailableException("Parameter Store cannot be reached", broken);
                }
            }
        }
    }

    private static boolean isPassing(String error) {
        return error.contains("Throttling") || error.equals("TooManyUpdates") || error.equals("InternalServerError");
    }

    private Answer callOnce(String operation, String body) throws IOException {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(endpoint).encodedPath("/")
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AmazonSSM." + operation).build();
        var signed = AwsV4HttpSigner.create().sign(signing -> signing.identity(credentials.resolveCredentials())
                .request(request).payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        var answer = http.prepareRequest(HttpExecuteRequest.builder().request(signed.request())
                .contentStreamProvider(signed.payload().orElseThrow()).build()).call();
        try (InputStream content = answer.responseBody().map(InputStream.class::cast)
                .orElseGet(InputStream::nullInputStream)) {
            var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return answer.httpResponse().isSuccessful()
                    ? new Answer.Done(text)
                    : new Answer.Refused(answer.httpResponse().statusCode() >= 500
                            ? "InternalServerError"
                            : error(text));
        }
    }

    private static String body(Map<String, String> texts, String flag) {
        var body = new StringWriter();
        try (var json = JSON.createGenerator(body)) {
            json.writeStartObject();
            for (var field : texts.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            if (!flag.isEmpty()) {
                json.writeBooleanField(flag, true);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toString();
    }

    private static String value(String json) {
        return text(json, "Value")
                .orElseThrow(() -> new UnavailableException("Parameter Store answers without a value"));
    }

    /** The type may follow a namespace: {@code com.amazonaws.ssm#ParameterNotFound}. */
    private static String error(String json) {
        var type = text(json, "__type").orElse("an unknown error");
        return type.substring(type.indexOf('#') + 1);
    }

    private static Optional<String> text(String json, String field) {
        try (var parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals(field)) {
                    return Optional.ofNullable(parser.nextTextValue());
                }
            }
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** Closes the connections. */
    @Override
    public void close() {
        http.close();
    }
}
