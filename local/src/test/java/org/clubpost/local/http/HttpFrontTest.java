package org.clubpost.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clubpost.local.door.Network;
import org.clubpost.local.door.Proxies;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients can do to the HTTP server that do not want a page, or not soon. */
@Timeout(60)
final class HttpFrontTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final int BODY_SPACE = 100_000;

    static {
        ServiceLog.silence();
    }

    private HttpFront front;

    @BeforeEach
    void open() throws IOException {
        open(Proxies.NONE, limits(1000, 200, LONG, LONG));
    }

    private static HttpLimits limits(int connections, int perSource, Duration header, Duration body) {
        return new HttpLimits(connections, perSource, header, body, BODY_SPACE);
    }

    private void open(Proxies proxies, HttpLimits limits) throws IOException {
        if (front != null) {
            front.close();
        }
        front = HttpFront.open(InetAddress.getLoopbackAddress(), 0, proxies, limits, InstantSource.system());
        front.function("/echo", "echo", (event, _) -> echo(event));
        front.functionUnder("/under", "echo", (event, _) -> echo(event));
        front.pages("/page", _ -> Reply.text(200, "A page.\n"));
        front.ready();
    }

    /** Says where a request came from, and how much of its body. */
    private static APIGatewayV2HTTPResponse echo(APIGatewayV2HTTPEvent event) {
        return APIGatewayV2HTTPResponse.builder().withStatusCode(200)
                .withBody(event.getRequestContext().getHttp().getSourceIp() + " "
                        + Objects.requireNonNullElse(event.getBody(), "").length())
                .build();
    }

    @AfterEach
    void close() throws IOException {
        front.close();
    }

    private String ask(String... lines) throws IOException {
        return RawHttp.ask(front.port(), lines);
    }

    private static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private List<RawHttp> dripping(int count, String from, String begin) throws IOException {
        var all = new ArrayList<RawHttp>();
        for (var each = 0; each < count; each++) {
            var http = new RawHttp(front.port(), from);
            http.send(begin);
            all.add(http);
        }
        return all;
    }

    private static void close(List<RawHttp> all) throws IOException {
        for (var each : all) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET /pa", "GET /page HTTP/1.1\r\nHost: localhost\r\nX: ",
                    "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx",
                    "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"})
    void pagesAnswerWhileManyConnectionsDrip(String begin) throws IOException {
        var all = dripping(150, "127.0.0.2", begin);
        try {
            assertEquals(200, status(ask("GET /page HTTP/1.1", "Host: localhost")));
            assertTrue(ask("POST /echo HTTP/1.1", "Host: localhost", "Content-Length: 0").endsWith("127.0.0.1 0"));
        } finally {
            close(all);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET /pa", "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx",
                    "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                    "GET /page HTTP/1.1\r\nHost: localhost\r\n\r\nGET /pa"})
    void slowConnectionsAreClosed(String begin) throws IOException {
        open(Proxies.NONE, limits(1000, 200, SHORT, SHORT));
        try (var http = new RawHttp(front.port(), "127.0.0.1")) {
            http.send(begin);

            assertEquals(begin.endsWith("\r\n\r\nGET /pa") ? 200 : 0, status(http.answer()));
        }
    }

    @Test
    void newConnectionTakesThePlaceOfOneThatWaits() throws IOException {
        open(Proxies.NONE, limits(20, 20, LONG, LONG));
        var all = dripping(60, "127.0.0.2", "");
        try {
            assertEquals(200, status(ask("GET /page HTTP/1.1", "Host: localhost")));
            assertTrue(all.getFirst().isClosed());
        } finally {
            close(all);
        }
    }

    @Test
    void bodyIsReadToItsEndAndOnlyItsBeginningIsKept() throws IOException {
        assertEquals("127.0.0.1 5", body(posted(5, "Content-Type: text/plain\r\nContent-Length: 5")));
        assertEquals("127.0.0.1 16385",
                body(posted(9_000_000, "Content-Type: text/plain\r\nContent-Length: 9000000")));
        assertEquals(413, status(posted(0, "Content-Length: 10000001")));
        assertEquals(413, status(posted(0, "Content-Length: 999999999999999999")));
    }

    @Test
    void bodiesThatAreOnTheirWayTakeNotAllTheMemory() throws IOException {
        try (var slow = new RawHttp(front.port(), "127.0.0.1")) {
            slow.send("POST /under HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: 90001\r\n\r\n" + "x".repeat(90_000));

            while (front.bodySpace() > BODY_SPACE - 70_000) {
                Thread.onSpinWait();
            }
            assertEquals(503, under(60_000), "there is no space for another long one");
            assertEquals(200, under(10_000), "a form is always read");
            slow.send("x");
            assertEquals("127.0.0.1 90001", body(slow.answer()));
        }
        while (front.bodySpace() < BODY_SPACE) {
            Thread.onSpinWait();
        }
        assertEquals(200, under(60_000), "its space is free again");
    }

    private int under(int octets) throws IOException {
        return status(posted("/under", octets, "Content-Type: text/plain\r\nContent-Length: " + octets));
    }

    private String posted(int octets, String fields) throws IOException {
        return posted("/echo", octets, fields);
    }

    private String posted(String path, int octets, String fields) throws IOException {
        try (var http = new RawHttp(front.port(), "127.0.0.1")) {
            http.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields + "\r\n\r\n"
                    + "x".repeat(octets));
            return http.answer();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: x", "Content-Length: -1", "Content-Length: 99999999999999999999",
                    "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 5",
                    "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n", "X: \u0000", "Transfer-Encoding: zip"})
    void requestThatBreaksAnythingIsItsSendersMistake(String fields) throws IOException {
        var status = status(posted(0, fields));

        assertTrue(status >= 400 && status < 500, fields + ": " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET  HTTP/1.1", "GET /%00 HTTP/1.1", "GET /%zz HTTP/1.1", "GET /..%2f..%2fetc HTTP/1.1",
                    "GET /\u00ff HTTP/1.1", "GET page HTTP/1.1", "OPTIONS * HTTP/1.1", "CONNECT localhost:80 HTTP/1.1",
                    "GET /page HTTP/9.9", "G\u0001T / HTTP/1.1", "GET http:// HTTP/1.1", "GET //x:y@/ HTTP/1.1",
                    "PRI * HTTP/2.0", "GET /page;a=%2e HTTP/1.1", "POST /page HTTP/1.1", "GET /\ud83d HTTP/1.1"})
    void requestLineThatBreaksAnythingIsItsSendersMistake(String line) throws IOException {
        var status = status(ask(line, "Host: localhost"));

        assertTrue(status < 500, line + ": " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"192.0.2.1|192.0.2.1", "6.6.6.6, 192.0.2.1|192.0.2.1", "192.0.2.1, 10.1.2.3|192.0.2.1",
                    "6.6.6.6,192.0.2.1,10.0.0.1,127.0.0.1|192.0.2.1", "10.0.0.1|10.0.0.1", "x|127.0.0.1",
                    "192.0.2.1, unknown|127.0.0.1", "192.0.2.1:4711|192.0.2.1", "[2001:db8::7]:80|2001:db8:0:0:0:0:0:7",
                    "2001:db8::7|2001:db8:0:0:0:0:0:7", "::ffff:192.0.2.1|192.0.2.1", "1.2|127.0.0.1",
                    "localhost|127.0.0.1", "fe80::1%eth0|127.0.0.1", "999.1.1.1|127.0.0.1"})
    void trustedProxySaysWhereARequestBegan(String field, String source) throws IOException {
        var trusted = List.of(Network.parse("127.0.0.1").orElseThrow(), Network.parse("10.0.0.0/8").orElseThrow());
        open(new Proxies(trusted), limits(1000, 200, LONG, LONG));

        assertEquals(source + " 0", body(ask("POST /echo HTTP/1.1", "Host: localhost", "Content-Length: 0",
                "X-Forwarded-For: " + field)));
    }

    @Test
    void anybodyElseSaysNothingAboutIt() throws IOException {
        assertEquals("127.0.0.1 0", body(ask("POST /echo HTTP/1.1", "Host: localhost", "Content-Length: 0",
                "X-Forwarded-For: 192.0.2.1")));
        open(new Proxies(List.of(Network.parse("127.0.0.2").orElseThrow())), limits(1000, 200, LONG, LONG));
        assertEquals("127.0.0.1 0", body(ask("POST /echo HTTP/1.1", "Host: localhost", "Content-Length: 0",
                "X-Forwarded-For: 192.0.2.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "proxy.example", "fd00::/129", "::1%lo", "/8"})
    void whatIsNoNetworkIsRefused(String text) {
        assertTrue(Network.parse(text).isEmpty());
    }

    @Test
    void networksHoldTheirAddresses() {
        assertTrue(holds("10.0.0.0/8", "10.255.1.2"));
        assertFalse(holds("10.0.0.0/8", "11.0.0.0"));
        assertTrue(holds("fd00::/9", "fd7f::1"));
        assertFalse(holds("fd00::/9", "fd80::1"));
        assertTrue(Network.parse("0.0.0.0/0").isEmpty());
        assertFalse(holds("192.0.2.1", "192.0.2.2"));
    }

    private static boolean holds(String network, String address) {
        return Network.parse(network).orElseThrow().contains(InetAddress.ofLiteral(address));
    }
}
