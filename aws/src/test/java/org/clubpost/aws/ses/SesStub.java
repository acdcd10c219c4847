package org.clubpost.aws.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Amazon SES on loopback, as far as SendEmail with a raw mail goes (API version 2, JSON), and GetSendQuota (API version
 * 2010-12-01, query protocol), and DeleteSuppressedDestination: refuses what SES refuses, and whatever else a test asks
 * for; keeps what it accepted. Start it, point a client at {@link #endpoint()}, close it. Safe for use by many threads.
 */
public final class SesStub implements AutoCloseable {

    private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";
    private static final String SUPPRESSED = "/v2/email/suppression/addresses/";
    private static final String SEND = "/v2/email/outbound-emails";
    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder().streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(100_000_000).build()).build());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<String> verifiedDomains;
    private final List<SentMail> sent = new ArrayList<>();
    private final Queue<SesTrouble> script = new ArrayDeque<>();
    private final Map<String, SesTrouble> troubleByRecipient = new HashMap<>();
    private final Set<String> suppressed = new HashSet<>();
    private double[] quota = {10_000, -1};
    private int requests;

    /**
     * Starts it.
     *
     * @param verifiedDomains domains in lower case that one may send from
     */
    public SesStub(Set<String> verifiedDomains) {
        this.verifiedDomains = Set.copyOf(verifiedDomains);
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

    /** From now on every mail to that address meets this trouble. */
    public synchronized void trouble(String recipient, SesTrouble trouble) {
        troubleByRecipient.put(recipient, trouble);
    }

    /** The next mails, whoever they are for, meet these troubles, one each. */
    public synchronized void next(SesTrouble... troubles) {
        script.addAll(List.of(troubles));
    }

    /** From now on the account may send so many mails a second, and so many in 24 hours. */
    public synchronized void quota(double perSecond, double perDay) {
        quota = new double[]{perSecond, perDay};
    }

    /** What was accepted, in the order in which it came. */
    public synchronized List<SentMail> sent() {
        return List.copyOf(sent);
    }

    /** How many requests to send came in, whatever became of them. */
    public synchronized int requests() {
        return requests;
    }

    /** Puts an address on the account's suppression list. */
    public synchronized void suppress(String address) {
        suppressed.add(address);
    }

    /** The addresses on the account's suppression list. */
    public synchronized Set<String> suppressed() {
        return Set.copyOf(suppressed);
    }

    private synchronized boolean takenOff(String address) {
        return suppressed.remove(address);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().startsWith(SUPPRESSED)) {
            if (takenOff(exchange.getRequestURI().getPath().substring(SUPPRESSED.length()))) {
                answer(exchange, 200, "application/json", "{}");
            } else {
                answer(exchange, new SesTrouble.Refusal(404, "NotFoundException", "Not on the list."));
            }
            return;
        }
        if (!exchange.getRequestURI().getPath().equals(SEND)) {
            if ("GetSendQuota".equals(form(new String(body, UTF_8)).get("Action"))) {
                answer(exchange, 200, "text/xml", quotaAnswer());
            } else {
                answer(exchange, new SesTrouble.Refusal(404, "UnknownOperationException", ""));
            }
            return;
        }
        if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            answer(exchange, new SesTrouble.Refusal(403, "MissingAuthenticationTokenException", "Not signed."));
            return;
        }
        var mail = mail(JSON.readTree(body));
        switch (accept(mail).orElse(null)) {
            case SesTrouble.Refusal refusal -> answer(exchange, refusal);
            case SesTrouble.ResetAfterAcceptance _ -> exchange.close();
            case SesTrouble.SilenceAfterAcceptance _ -> {
                waitForTheEnd();
                exchange.close();
            }
            case null -> answer(exchange, 200, "application/json",
                    JSON.createObjectNode().put("MessageId", mail.messageId()).toString());
        }
    }

    private synchronized String quotaAnswer() {
        return """
                <GetSendQuotaResponse xmlns="%s"><GetSendQuotaResult><SentLast24Hours>%s</SentLast24Hours>\
                <Max24HourSend>%s</Max24HourSend><MaxSendRate>%s</MaxSendRate></GetSendQuotaResult>\
                <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetSendQuotaResponse>"""
                .formatted(NAMESPACE, (double) sent.size(), quota[1], quota[0]);
    }

    private SentMail mail(JsonNode request) throws IOException {
        var destinations = request.path("Destination").path("ToAddresses").valueStream().map(JsonNode::asText).toList();
        var tags = request.path("EmailTags").valueStream()
                .map(tag -> tag.path("Name").asText() + "=" + tag.path("Value").asText()).toList();
        return new SentMail(request.path("FromEmailAddress").asText(), destinations,
                request.path("ConfigurationSetName").asText(""), tags,
                new String(request.path("Content").path("Raw").path("Data").binaryValue(), ISO_8859_1), nextId());
    }

    private synchronized String nextId() {
        requests++;
        return "0100019%09d-0a1b2c3d-0000-4000-8000-%012d-000000".formatted(requests, requests);
    }

    /** What stands in the way of the mail; it is kept when nothing does, or only its answer is in trouble. */
    private synchronized Optional<SesTrouble> accept(SentMail mail) {
        var trouble = Optional.ofNullable(script.poll())
                .or(() -> mail.destinations().stream().flatMap(
                        recipient -> Optional.ofNullable(troubleByRecipient.get(recipient)).stream()).findFirst())
                .or(() -> SesRules.check(mail.source(), mail.destinations(), mail.submitted(), verifiedDomains));
        if (!(trouble.orElse(null) instanceof SesTrouble.Refusal)) {
            sent.add(mail);
        }
        return trouble;
    }

    private void waitForTheEnd() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, SesTrouble.Refusal refusal) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.code());
        answer(exchange, refusal.status(), "application/json",
                JSON.createObjectNode().put("message", refusal.message()).toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        var body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> form(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }

    /** Stops listening; whoever waits for an answer gets none. */
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
