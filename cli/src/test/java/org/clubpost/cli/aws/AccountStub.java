package org.clubpost.cli.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The services of AWS that describe an account, on loopback, in their own protocols: CloudFormation, SNS, CloudWatch
 * and SES version 1 as queries, SES version 2 and Lambda as JSON, S3 as XML. It answers to signed calls only, each
 * operation with the document that was put in for it. Safe for use by many threads.
 *
 * <p>An operation is named as in a permission, such as {@code ses:GetAccount}.
 */
public final class AccountStub implements AutoCloseable {

    private static final Pattern SIGNED = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/eu-central-1/([a-z0-9]+)/aws4_request, ?SignedHeaders=[^ ]+, ?Signature=[0-9a-f]{64}");
    private static final Map<Pattern, String> REST = rest();

    private final HttpServer server;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final Set<String> passing = new HashSet<>();
    private final Map<String, Runnable> effects = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

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

    private static Map<Pattern, String> rest() {
        var rest = new LinkedHashMap<Pattern, String>();
        rest.put(Pattern.compile("GET /v2/email/account"), "ses:GetAccount");
        rest.put(Pattern.compile("GET /v2/email/identities/[^/]+"), "ses:GetEmailIdentity");
        rest.put(Pattern.compile("PUT /v2/email/identities/[^/]+/mail-from"), "ses:PutEmailIdentityMailFromAttributes");
        rest.put(Pattern.compile("GET /v2/email/configuration-sets/[^/]+"), "ses:GetConfigurationSet");
        rest.put(Pattern.compile("GET /v2/email/configuration-sets/[^/]+/event-destinations"),
                "ses:GetConfigurationSetEventDestinations");
        rest.put(Pattern.compile("GET /2015-03-31/functions/([^/]+)/configuration\\?Qualifier=live"),
                "lambda:GetFunctionConfiguration");
        rest.put(Pattern.compile("GET /2015-03-31/functions/[^/]+/policy\\?Qualifier=live"), "lambda:GetPolicy");
        rest.put(Pattern.compile("GET /2015-03-31/event-source-mappings/[^/]+"), "lambda:GetEventSourceMapping");
        rest.put(Pattern.compile("GET /[^/?]+\\?policy"), "s3:GetBucketPolicy");
        rest.put(Pattern.compile("GET /[^/?]+\\?notification"), "s3:GetBucketNotification");
        return rest;
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * From now on that operation is answered so.
     *
     * @param document JSON, or XML without what stands around every answer of the service
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
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            var document = answer(signed.group(1) + ":" + target.substring(target.indexOf('.') + 1), Map.of());
            send(exchange, 400, "{\"__type\":\"com.amazonaws#" + code(document) + "\",\"message\":\"so it is\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            query(exchange, signed.group(1), fields(body));
        } else {
            rest(exchange, signed.group(1), body);
        }
    }

    private void query(HttpExchange exchange, String service, Map<String, String> fields) throws IOException {
        var action = String.valueOf(fields.get("Action"));
        var document = answer((service.equals("monitoring") ? "cloudwatch" : service) + ":" + action, fields);
        if (document.startsWith("!")) {
            send(exchange, document.startsWith("!AccessDenied") ? 403 : 400, """
                    <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>\
                    <RequestId>r</RequestId></ErrorResponse>"""
                    .formatted(code(document), message(document)));
        } else {
            send(exchange, 200, "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                    .formatted(action, document));
        }
    }

    private void rest(HttpExchange exchange, String service, String body) throws IOException {
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var operation = REST.entrySet().stream().filter(known -> known.getKey().matcher(call).matches())
                .map(Map.Entry::getValue).findFirst().orElse(service + ":" + call);
        var document = answer(operation, Map.of("body", body));
        if (!document.startsWith("!")) {
            send(exchange, 200, document);
        } else if (service.equals("s3")) {
            send(exchange, code(document).startsWith("AccessDenied") ? 403 : 404,
                    "<Error><Code>%s</Code><Message>so it is</Message></Error>".formatted(code(document)));
        } else {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", code(document) + ":http://internal.amazon.com/");
            send(exchange, code(document).startsWith("AccessDenied") ? 403 : 404, "{\"message\":\"so it is\"}");
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
        var octets = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", text.startsWith("{") ? "application/json" : "text/xml");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
