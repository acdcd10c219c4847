package org.clubpost.aws.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * AWS Systems Manager Parameter Store on loopback, in the JSON protocol (application/x-amz-json-1.1): GetParameter and
 * PutParameter. Whoever calls without a signature for Systems Manager, or asks for an encrypted text without having it
 * decrypted, does not get it. Safe for use by many threads.
 */
public final class SsmStub implements AutoCloseable {

    private static final Pattern SIGNED = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/\\d{8}/[a-z0-9-]+/ssm/aws4_request, SignedHeaders=[^ ]*x-amz-target[^ ]*, Signature=[0-9a-f]{64}");

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> parameters = new TreeMap<>();
    private final Deque<String> troubles = new ArrayDeque<>();

    /** Starts it. */
    public SsmStub() {
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

    /** What is stored under each name. */
    public synchronized Map<String, String> parameters() {
        return Map.copyOf(parameters);
    }

    /** Stores a text. */
    public synchronized void put(String name, String text) {
        parameters.put(name, text);
    }

    /** The next call is answered with that error. */
    public synchronized void refuseOnce(String error) {
        troubles.add(error);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = json.readTree(exchange.getRequestBody());
        var headers = exchange.getRequestHeaders();
        var isSigned = SIGNED.matcher(String.valueOf(headers.getFirst("Authorization"))).matches();
        var answer = isSigned
                ? answer(String.valueOf(headers.getFirst("X-Amz-Target")), body)
                : error("MissingAuthenticationTokenException");
        var octets = answer.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(answer.startsWith("{\"__type\"") ? 400 : 200, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private synchronized String answer(String target, JsonNode body) {
        if (!troubles.isEmpty()) {
            return error(troubles.remove());
        }
        var name = body.path("Name").asText();
        return switch (target) {
            case "AmazonSSM.GetParameter" -> get(name, body.path("WithDecryption").asBoolean());
            case "AmazonSSM.PutParameter" -> put(name, body);
            default -> error("UnknownOperationException");
        };
    }

    private String get(String name, boolean isDecrypted) {
        if (!parameters.containsKey(name)) {
            return error("ParameterNotFound");
        }
        var parameter = json.createObjectNode().put("Name", name).put("Type", "SecureString").put("Version", 1)
                .put("Value", isDecrypted ? parameters.get(name) : "AQICAHg=");
        return json.createObjectNode().set("Parameter", parameter).toString();
    }

    private String put(String name, JsonNode body) {
        if (!body.path("Type").asText().equals("SecureString")) {
            return error("ValidationException");
        }
        if (parameters.containsKey(name) && !body.path("Overwrite").asBoolean()) {
            return error("ParameterAlreadyExists");
        }
        parameters.put(name, body.path("Value").asText());
        return "{\"Tier\":\"Standard\",\"Version\":1}";
    }

    private static String error(String type) {
        return "{\"__type\":\"" + type + "\",\"message\":\"so it is\"}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
