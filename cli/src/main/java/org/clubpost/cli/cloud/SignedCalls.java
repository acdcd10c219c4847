package org.clubpost.cli.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;

/**
 * Calls of AWS's services by the SDK's own signer and HTTP client, for the few operations of services whose SDK modules
 * would be the largest part of the command line (or cannot be had in our version). Safe for use by many threads.
 */
public final class SignedCalls implements AutoCloseable {

    /**
     * What cannot be reached is tried so often; what answers that it has too much to do, as often as the pause allows.
     */
    private static final int CONNECTIONS = 3;

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Region region;
    private final Pause pause;

    SignedCalls(SdkHttpClient http, AwsCredentialsProvider credentials, Region region, Pause pause) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.pause = pause;
    }

    /**
     * A call in the query protocol: a form goes there, XML comes back.
     *
     * @throws UnavailableException when nothing answers
     */
    public Reply query(Service service, String action, Map<String, String> parameters) {
        var form = new TreeMap<>(parameters);
        form.put("Action", action);
        form.put("Version", service.version());
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return repeated(service, action, SdkHttpRequest.builder().method(SdkHttpMethod.POST)
                .uri(service.endpoint(region)).encodedPath("/")
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8").build(), body);
    }

    /**
     * Reads something in the REST protocol.
     *
     * @param action what the operation is called in permissions, such as {@code GetAccount}
     * @param path such as {@code /v2/email/account}, of characters that need no encoding
     * @param parameters what stands behind the path
     * @throws UnavailableException when nothing answers
     */
    public Reply get(Service service, String action, String path, Map<String, String> parameters) {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(service.endpoint(region))
                .encodedPath(path);
        parameters.forEach(request::putRawQueryParameter);
        return repeated(service, action, request.build(), "");
    }

    /**
     * Writes something in the REST protocol.
     *
     * @param json what is sent
     * @throws UnavailableException when nothing answers
     */
    public Reply put(Service service, String action, String path, String json) {
        return repeated(service, action, SdkHttpRequest.builder().method(SdkHttpMethod.PUT)
                .uri(service.endpoint(region)).encodedPath(path).putHeader("Content-Type", "application/json").build(),
                json);
    }

    private Reply repeated(Service service, String action, SdkHttpRequest request, String body) {
        for (var attempt = 1;; attempt++) {
            try {
                var reply = once(service, action, request, body);
                if (!(reply instanceof Reply.Refused refused) || !AwsErrors.isPassing(refused.code())
                        || !pause.before(attempt + 1)) {
                    return reply;
                }
            } catch (IOException | SdkException broken) {
                if (attempt == CONNECTIONS || !pause.before(attempt + 1)) {
                    throw new UnavailableException(service.signingName() + " cannot be reached", broken);
                }
            }
        }
    }

    private Reply once(Service service, String action, SdkHttpRequest request, String body) throws IOException {
        var payload = ContentStreamProvider.fromUtf8String(body);
        var signed = AwsV4HttpSigner.create().sign(signing -> {
            signing.identity(credentials.resolveCredentials()).request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.signingName())
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region.id());
            if (!body.isEmpty()) {
                signing.payload(payload);
            }
        });
        var execution = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(execution::contentStreamProvider);
        var answer = http.prepareRequest(execution.build()).call();
        var text = text(answer);
        return answer.httpResponse().isSuccessful()
                ? new Reply.Done(text, date(answer))
                : refused(answer, text, service.permissions() + ":" + action);
    }

    private static String text(HttpExecuteResponse answer) throws IOException {
        try (InputStream content = answer.responseBody().map(InputStream.class::cast)
                .orElseGet(InputStream::nullInputStream)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    /** Queries name the reason in the XML, REST services in a header, perhaps with more behind a colon. */
    private static Reply refused(HttpExecuteResponse answer, String text, String permission) {
        var status = answer.httpResponse().statusCode();
        var code = answer.httpResponse().firstMatchingHeader("x-amzn-ErrorType").map(type -> type.split(":", 2)[0])
                .orElseGet(() -> text.startsWith("<")
                        ? XmlElement.parse(text).first("Code").text()
                        : "HTTP " + status);
        var message = text.startsWith("<")
                ? XmlElement.parse(text).first("Message").text()
                : text;
        return new Reply.Refused(status >= 500 ? "InternalFailure" : code, message, permission, date(answer));
    }

    private static Optional<Instant> date(HttpExecuteResponse answer) {
        try {
            return answer.httpResponse().firstMatchingHeader("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** Closes the connections. */
    @Override
    public void close() {
        http.close();
    }
}
