package org.clubpost.function.setup;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The receipt rule sets of Amazon SES (API version 2010-12-01) on loopback. */
public final class ReceivingStub implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, List<String>> sets = new TreeMap<>();
    private Optional<String> active = Optional.empty();

    /** Starts it. */
    public ReceivingStub() {
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

    synchronized ReceivingStub set(String name, String... rules) {
        sets.put(name, new ArrayList<>(List.of(rules)));
        return this;
    }

    synchronized ReceivingStub active(String name) {
        active = Optional.of(name);
        return this;
    }

    /** The name of the active set. */
    public synchronized Optional<String> active() {
        return active;
    }

    synchronized Map<String, List<String>> sets() {
        return Map.copyOf(sets);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var fields = Stream.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
        var action = String.valueOf(fields.get("Action"));
        var result = answer(action, fields.getOrDefault("RuleSetName", ""));
        var isRefused = result.startsWith("!");
        var octets = (isRefused
                ? "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>so it is</Message></Error></ErrorResponse>"
                        .formatted(result.substring(1))
                : "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action, result))
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(isRefused ? 400 : 200, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private synchronized String answer(String action, String name) {
        return switch (action) {
            case "DescribeActiveReceiptRuleSet" -> active.map(this::described).orElse("");
            case "DescribeReceiptRuleSet" -> sets.containsKey(name) ? described(name) : "!RuleSetDoesNotExist";
            case "CreateReceiptRuleSet" -> sets.putIfAbsent(name, new ArrayList<>()) == null ? "" : "!AlreadyExists";
            case "SetActiveReceiptRuleSet" -> {
                if (!name.isEmpty() && !sets.containsKey(name)) {
                    yield "!RuleSetDoesNotExist";
                }
                active = Optional.of(name).filter(given -> !given.isEmpty());
                yield "";
            }
            case "DeleteReceiptRuleSet" -> {
                if (active.filter(name::equals).isPresent()) {
                    yield "!CannotDelete";
                }
                sets.remove(name);
                yield "";
            }
            default -> "!InvalidAction";
        };
    }

    private String described(String name) {
        return "<Metadata><Name>%s</Name></Metadata><Rules>%s</Rules>".formatted(name,
                sets.getOrDefault(name, List.of()).stream()
                        .map(rule -> "<member><Name>" + rule + "</Name><Enabled>true</Enabled></member>")
                        .collect(Collectors.joining()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
