package org.clubpost.stack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's Runtime API for one function, on loopback (AWS Lambda Developer Guide, "Using the Lambda runtime API",
 * version 2018-06-01): hands out one event at a time and takes what the function says to it. It has the restore step
 * too, between which and the first event Lambda takes its snapshot (SnapStart).
 */
final class RuntimeApi implements AutoCloseable {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:clubpost:live";

    private record Event(String request, String json, Instant deadline) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<String, BlockingQueue<Answer>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<Answer> starts = new LinkedBlockingQueue<>();

    RuntimeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(ROOT, this::handle);
        server.start();
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} wants them. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Gives the function that event. */
    BlockingQueue<Answer> send(String json, Duration timeout) {
        var event = new Event(UUID.randomUUID().toString(), json, Instant.now().plus(timeout));
        var answer = new LinkedBlockingQueue<Answer>();
        answers.put(event.request(), answer);
        events.add(event);
        return answer;
    }

    /**
     * Waits until the function asks for its first event or for its snapshot to be taken, or says that it cannot start.
     */
    Optional<Answer> awaitStart(Duration patience) throws InterruptedException {
        return Optional.ofNullable(starts.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(ROOT.length());
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        switch (path) {
            case "invocation/next" -> next(exchange);
            case "restore/next" -> {
                starts.add(new Answer.Returned("{}"));
                answer(exchange, 200, "{}");
            }
            case "init/error", "restore/error" -> {
                starts.add(new Answer.Failed(body));
                answer(exchange, 202, "{\"status\":\"OK\"}");
            }
            default -> taken(exchange, path.split("/", -1), body);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        starts.add(new Answer.Returned("{}"));
        try {
            var event = events.take();
            var fields = exchange.getResponseHeaders();
            fields.set("Lambda-Runtime-Aws-Request-Id", event.request());
            fields.set("Lambda-Runtime-Deadline-Ms", Long.toString(event.deadline().toEpochMilli()));
            fields.set("Lambda-Runtime-Invoked-Function-Arn", ARN);
            fields.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
            answer(exchange, 200, event.json());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    /** {@code invocation/REQUEST/response} or {@code invocation/REQUEST/error}. */
    private void taken(HttpExchange exchange, String[] path, String body) throws IOException {
        var waiting = path.length == 3 ? answers.remove(path[1]) : null;
        if (waiting == null) {
            answer(exchange, 404, "{\"errorType\":\"InvalidRequestID\"}");
            return;
        }
        waiting.add(path[2].equals("response") ? new Answer.Returned(body) : new Answer.Failed(body));
        answer(exchange, 202, "{\"status\":\"OK\"}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        // The client's native part ends the process when an event has no content type.
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
