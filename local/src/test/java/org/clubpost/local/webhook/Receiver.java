package org.clubpost.local.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that is told of events: a web server on loopback that keeps what comes, and answers as it is told to. */
public final class Receiver implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final HttpServer server;
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    /**
     * What came.
     *
     * @param path of the address
     * @param id the field webhook-id
     * @param timestamp the field webhook-timestamp
     * @param signature the field webhook-signature
     * @param mediaType the field content-type
     * @param body the body
     * @param status what it was answered
     */
    public record Request(String path, String id, String timestamp, String signature, String mediaType, String body,
            int status) {}

    private Receiver(HttpServer server) {
        this.server = server;
    }

    /** Answers these statuses, and after them 204. */
    public static Receiver answering(Integer... statuses) {
        try {
            var receiver = new Receiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.answers.addAll(List.of(statuses));
            receiver.server.createContext("/", receiver::take);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var next = answers.poll();
            var status = next == null ? 204 : next;
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
            requests.add(new Request(exchange.getRequestURI().getPath(), field(exchange, "webhook-id"),
                    field(exchange, "webhook-timestamp"), field(exchange, "webhook-signature"),
                    field(exchange, "content-type"), body, status));
        }
    }

    private static String field(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks?key=s3cret");
    }

    /** The next request, in the order in which they came. Waits for it. */
    public Request next() throws InterruptedException {
        var request = requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    /** How many came that {@link #next} has not returned. */
    public int waiting() {
        return requests.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
