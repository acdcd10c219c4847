package org.clubpost.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * One standard queue of Amazon SQS on loopback, in the JSON protocol (application/x-amz-json-1.0): sending singly and
 * in batches, receiving, deleting and changing the visibility. Any queue URL means this queue. Safe for use by many
 * threads.
 */
public final class SqsStub implements AutoCloseable {

    private static final int BATCH = 10;
    private static final int LONGEST_DELAY = 900;
    private static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectMapper json = new ObjectMapper();
    private final InstantSource clock;
    private final List<QueuedMessage> queue = new ArrayList<>();
    private final List<QueuedMessage> everything = new ArrayList<>();
    private final List<Predicate<String>> refusals = new ArrayList<>();
    private int requests;
    private int faults;

    /** A request that makes no sense to SQS. */
    private static final class RefusedException extends RuntimeException {

        private final String type;

        RefusedException(String type) {
            super(type);
            this.type = type;
        }
    }

    /**
     * Starts it.
     *
     * @param clock by which messages become visible
     */
    public SqsStub(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The queue's URL. */
    public String queueUrl() {
        return endpoint() + "/123456789012/deliveries";
    }

    /**
     * The next batch in which there is such a message is taken without such messages; the one after that is taken
     * whole.
     */
    public synchronized void refuseOnce(Predicate<String> body) {
        refusals.add(body);
    }

    /** The next so many requests are answered with a fault of the service. */
    public synchronized void fail(int times) {
        faults = times;
    }

    /** Every message that was ever taken into the queue. */
    public synchronized List<QueuedMessage> everything() {
        return List.copyOf(everything);
    }

    /** The messages that have not been deleted. */
    public synchronized List<QueuedMessage> waiting() {
        return List.copyOf(queue);
    }

    /** How many requests came in. */
    public synchronized int requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
        var request = json.readTree(exchange.getRequestBody());
        try {
            answer(exchange, 200, act(target.substring(target.indexOf('.') + 1), request));
        } catch (RefusedException refused) {
            answer(exchange, 400, fault(refused.type));
        } catch (UncheckedIOException fault) {
            answer(exchange, 500, fault("InternalError"));
        }
    }

    private synchronized ObjectNode act(String action, JsonNode request) {
        requests++;
        if (faults > 0) {
            faults--;
            throw new UncheckedIOException(new IOException("asked for by the test"));
        }
        return switch (action) {
            case "SendMessage" -> sent(request);
            case "SendMessageBatch" -> sendBatch(request.withArray("Entries"));
            case "ReceiveMessage" -> receive(request);
            case "DeleteMessage" -> delete(request);
            case "ChangeMessageVisibility" -> changeVisibility(request);
            default -> throw new RefusedException("InvalidAction");
        };
    }

    private ObjectNode sendBatch(ArrayNode entries) {
        if (entries.isEmpty()) {
            throw new RefusedException("EmptyBatchRequest");
        }
        if (entries.size() > BATCH) {
            throw new RefusedException("TooManyEntriesInBatchRequest");
        }
        var answer = json.createObjectNode();
        var successful = answer.putArray("Successful");
        var failed = answer.putArray("Failed");
        var refusal = refusals.stream().filter(
                each -> entries.valueStream().anyMatch(entry -> each.test(entry.path("MessageBody").asText())))
                .findFirst();
        refusal.ifPresent(refusals::remove);
        for (var entry : entries) {
            var id = entry.path("Id").asText();
            if (refusal.filter(each -> each.test(entry.path("MessageBody").asText())).isPresent()) {
                failed.addObject().put("Id", id).put("Code", "InternalError").put("SenderFault", false);
            } else {
                successful.add(sent(entry).put("Id", id));
            }
        }
        return answer;
    }

    private ObjectNode sent(JsonNode entry) {
        var delay = entry.path("DelaySeconds").asInt(0);
        if (delay < 0 || delay > LONGEST_DELAY) {
            throw new RefusedException("InvalidParameterValue");
        }
        var message = new QueuedMessage("m-" + (everything.size() + 1), entry.path("MessageBody").asText(), delay,
                clock.instant().plusSeconds(delay), 0);
        everything.add(message);
        queue.add(message);
        return json.createObjectNode().put("MessageId", message.messageId()).put("MD5OfMessageBody",
                md5(message.body()));
    }

    private ObjectNode receive(JsonNode request) {
        var now = clock.instant();
        var hidden = Duration.ofSeconds(
                request.path("VisibilityTimeout").asInt(Math.toIntExact(DEFAULT_VISIBILITY.toSeconds())));
        var answer = json.createObjectNode();
        var messages = answer.putArray("Messages");
        var most = request.path("MaxNumberOfMessages").asInt(1);
        for (var place = 0; place < queue.size() && messages.size() < most; place++) {
            if (!queue.get(place).visibleAt().isAfter(now)) {
                var taken = queue.get(place).takenUntil(now.plus(hidden));
                queue.set(place, taken);
                messages.addObject().put("MessageId", taken.messageId()).put("ReceiptHandle", taken.receiptHandle())
                        .put("Body", taken.body()).put("MD5OfBody", md5(taken.body()));
            }
        }
        return answer;
    }

    private ObjectNode delete(JsonNode request) {
        queue.removeIf(message -> message.receiptHandle().equals(request.path("ReceiptHandle").asText()));
        return json.createObjectNode();
    }

    private ObjectNode changeVisibility(JsonNode request) {
        var until = clock.instant().plusSeconds(request.path("VisibilityTimeout").asInt());
        queue.replaceAll(message -> message.receiptHandle().equals(request.path("ReceiptHandle").asText())
                ? message.hiddenUntil(until)
                : message);
        return json.createObjectNode();
    }

    private ObjectNode fault(String type) {
        return json.createObjectNode().put("__type", "com.amazonaws.sqs#" + type).put("message", type);
    }

    private void answer(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        var body = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
