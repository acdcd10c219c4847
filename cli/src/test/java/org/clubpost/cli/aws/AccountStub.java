package org.clubpost.cli.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORFactory;

/**
 * The services of AWS that describe an account, on loopback, in their own protocols: CloudFormation, SNS and SES version
 * 1 as queries, SES version 2 and Lambda as JSON, CloudWatch as CBOR, S3 as XML. It answers to signed calls only, each
 * operation with the document that was put in for it. Safe for use by many threads.
 *
 * <p>An operation is named as in a permission, such as {@code ses:GetAccount}.
 */
public final class AccountStub implements AutoCloseable {

    private static final Pattern SIGNED = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/(?:eu-central-1|us-east-1)/([a-z0-9]+)/aws4_request, ?SignedHeaders=[^ ]+, ?Signature=[0-9a-f]{64}");

    private final HttpServer server;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final Set<String> passing = new HashSet<>();
    private final Map<String, Runnable> effects = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private volatile Optional<URI> mails = Optional.empty();

    /**
     * A call that came in.
     *
     * @param operation such as {@code ses:GetAccount}
     * @param fields of a query, the body under {@code body} otherwise
     */
    public record Call(String operation, Map<String, String> fields) {

        /** Copies the map. */
        public Call {
            fields = Map.copyOf(fields);
        }
    }

    /** Starts it, without any documents. */
    public AccountStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * From now on that operation is answered so.
     *
     * @param document JSON (for CloudWatch too), or XML without what stands around every answer of the service
     */
    public synchronized AccountStub answer(String operation, String document) {
        documents.put(operation, document);
        return this;
    }

    /** Puts something else into the answer to that operation. */
    public synchronized AccountStub change(String operation, String before, String after) {
        var document = documents.getOrDefault(operation, "");
        if (!document.contains(before)) {
            throw new IllegalArgumentException("the answer to " + operation + " has no " + before);
        }
        documents.put(operation, document.replace(before, after));
        return this;
    }

    /** From now on that operation is refused for that reason. */
    public synchronized AccountStub refuse(String operation, String code) {
        refusals.put(operation, code);
        return this;
    }

    /** The next call of that operation is refused for that reason. */
    public synchronized AccountStub refuseOnce(String operation, String code) {
        refusals.put(operation, code);
        passing.add(operation);
        return this;
    }

    /** What happens when that operation is called. */
    public synchronized AccountStub when(String operation, Runnable effect) {
        effects.put(operation, effect);
        documents.putIfAbsent(operation, "");
        return this;
    }

    /** From now on mails that are to be sent are passed on to there. */
    public AccountStub passMailsTo(URI endpoint) {
        mails = Optional.of(endpoint);
        return this;
    }

    /** The calls of that operation. */
    public synchronized List<Call> calls(String operation) {
        return calls.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var signed = SIGNED.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (!signed.matches()) {
            send(exchange, 403,
                    "<ErrorResponse><Error><Code>MissingAuthenticationToken</Code></Error></ErrorResponse>");
            return;
        }
        var path = exchange.getRequestURI().getPath();
        if (mails.isPresent() && path.equals("/v2/email/outbound-emails")) {
            pass(exchange, body, mails.get().resolve(path));
            return;
        }
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            var document = answer(signed.group(1) + ":" + target.substring(target.indexOf('.') + 1), Map.of());
            send(exchange, 400, "{\"__type\":\"com.amazonaws#" + code(document) + "\",\"message\":\"so it is\"}");
        } else if (signed.group(1).equals("monitoring")) {
            cbor(exchange, answer("cloudwatch:" + path.substring(path.lastIndexOf('/') + 1), Map.of()));
        } else if (exchange.getRequestMethod().equals("POST") && !signed.group(1).equals("lambda")) {
            query(exchange, signed.group(1), fields(body));
        } else {
            rest(exchange, signed.group(1), body);
        }
    }

    private static void pass(HttpExchange exchange, String body, URI to) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(to)
                    .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().firstValue("x-amzn-ErrorType")
                    .ifPresent(code -> exchange.getResponseHeaders().set("x-amzn-ErrorType", code));
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void query(HttpExchange exchange, String service, Map<String, String> fields) throws IOException {
        var action = String.valueOf(fields.get("Action"));
        var document = answer(service + ":" + action, fields);
        if (document.startsWith("!")) {
            send(exchange, refusalStatus(document, 400), """
                    <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>\
                    <RequestId>r</RequestId></ErrorResponse>"""
                    .formatted(code(document), message(document)));
        } else {
            send(exchange, 200, "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                    .formatted(action, document));
        }
    }

    /** Smithy's RPC v2: what others say in JSON, in CBOR. */
    private static void cbor(HttpExchange exchange, String document) throws IOException {
        var isRefused = document.startsWith("!");
        exchange.getResponseHeaders().set("Smithy-Protocol", "rpc-v2-cbor");
        if (isRefused) {
            exchange.getResponseHeaders().set("x-amzn-query-error", code(document) + ";Sender");
        }
        var octets = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createParser(isRefused
                ? "{\"__type\":\"com.amazonaws.cloudwatch#" + code(document) + "\",\"message\":\"so it is\"}"
                : document); var written = new CBORFactory().createGenerator(octets)) {
            json.nextToken();
            written.copyCurrentStructure(json);
        }
        var status = isRefused ? refusalStatus(document, 400) : 200;
        send(exchange, status, "application/cbor", octets.toByteArray());
    }

    private void rest(HttpExchange exchange, String service, String body) throws IOException {
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var operation = RestOperations.of(call).orElse(service + ":" + call);
        var document = answer(operation, Map.of("body", body));
        if (!document.startsWith("!")) {
            send(exchange, 200, document);
        } else if (service.equals("s3")) {
            send(exchange, refusalStatus(document, 404),
                    "<Error><Code>%s</Code><Message>so it is</Message></Error>".formatted(code(document)));
        } else {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", code(document) + ":http://internal.amazon.com/");
            send(exchange, refusalStatus(document, 404), "{\"message\":\"so it is\"}");
        }
    }

    /** A document, or the reason of a refusal behind an exclamation mark. */
    private synchronized String answer(String operation, Map<String, String> fields) {
        calls.add(new Call(operation, fields));
        if (refusals.containsKey(operation)) {
            return "!" + (passing.remove(operation) ? refusals.remove(operation) : refusals.get(operation));
        }
        if (effects.containsKey(operation)) {
            effects.get(operation).run();
        }
        var specific = operation + " " + fields.getOrDefault("LogicalResourceId", fields.getOrDefault("TopicArn",
                fields.getOrDefault("StackName", "")));
        return documents.getOrDefault(specific,
                documents.getOrDefault(operation, operation.startsWith("cloudformation:")
                        ? "!ValidationError|Stack with id " + fields.get("StackName") + " does not exist"
                        : "!NotFoundException"));
    }

    private static int refusalStatus(String refusal, int usual) {
        return code(refusal).startsWith("AccessDenied") ? 403 : usual;
    }

    private static String code(String refusal) {
        return refusal.substring(1).split("\\|", 2)[0];
    }

    private static String message(String refusal) {
        return refusal.contains("|") ? refusal.substring(refusal.indexOf('|') + 1) : "so it is";
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&")).map(field -> field.split("=", 2)).collect(
                Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, text.startsWith("{") ? "application/json" : "text/xml", text.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] octets) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
