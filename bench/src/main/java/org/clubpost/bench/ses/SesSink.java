package org.clubpost.bench.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;

/**
 * Answers SendEmail (API version 2) and GetSendQuota (version 2010-12-01) as SES does, over HTTP/1.1 without TLS, and
 * forgets the mail, as fast as it can: one thread a connection, kept alive. It checks nothing. {@code GET /expect/N} starts the
 * stopwatch anew for N mails, {@code GET /count} answers how many came since and the seconds from the first to the last
 * of those expected, and {@code GET /last} answers the request that sent the last one.
 */
public final class SesSink {

    /** So much that it slows nobody. */
    private static final byte[] QUOTA = answer("<GetSendQuotaResponse"
            + " xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><GetSendQuotaResult><Max24HourSend>-1</Max24HourSend>"
            + "<SentLast24Hours>0</SentLast24Hours><MaxSendRate>1000000</MaxSendRate>"
            + "</GetSendQuotaResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetSendQuotaResponse>");
    private static final String SEND = "POST /v2/email/outbound-emails ";
    private static final String EXPECT = "GET /expect/";

    private int all;
    private int expected;
    private int count;
    private long firstNanos;
    private long lastNanos;
    private byte[] last = {};

    private SesSink() {}

    /** Listens on a free port of loopback, which it prints, until it is killed. */
    public static void main(String... arguments) throws IOException {
        var sink = new SesSink();
        try (var server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                var connection = server.accept();
                Thread.ofPlatform().daemon().start(() -> sink.serve(connection));
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
            var out = connection.getOutputStream();
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                out.write(answerTo(line, body(in)));
            }
        } catch (IOException _) {
            // The other side has gone.
        }
    }

    private byte[] answerTo(String request, byte[] body) {
        if (request.startsWith(EXPECT)) {
            expect(Integer.parseInt(request.substring(EXPECT.length(), request.lastIndexOf(' '))));
            return answer("");
        } else if (request.startsWith("GET /count ")) {
            return answer(counted());
        } else if (request.startsWith("GET /last ")) {
            return answer(new String(last, ISO_8859_1));
        } else if (request.startsWith(SEND)) {
            return answer("{\"MessageId\":\"0107%012x-1d2f3a4b-5c6d-7e8f-9a0b-1c2d%08x-000000\"}".formatted(
                    System.currentTimeMillis(), note(body)));
        }
        return QUOTA;
    }

    private synchronized void expect(int mails) {
        expected = mails;
        count = 0;
        firstNanos = lastNanos = 0;
    }

    /** A number that no other mail has, for its id. */
    private synchronized int note(byte[] body) {
        var now = System.nanoTime();
        if (count == 0) {
            firstNanos = now;
        }
        if (count < expected) {
            lastNanos = now;
            last = body;
        }
        count++;
        return ++all;
    }

    private synchronized String counted() {
        return count + " " + (lastNanos - firstNanos) / 1e9;
    }

    /** Reads the rest of the header section, and the body. */
    private static byte[] body(InputStream in) throws IOException {
        var length = 0;
        for (var field = line(in); !field.isEmpty(); field = line(in)) {
            if (field.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(field.substring("content-length:".length()).strip());
            }
        }
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("in the middle of a request");
        }
        return body;
    }

    /** One line without its end; empty as well when there is none. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(100);
        for (var octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    private static byte[] answer(String body) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(ISO_8859_1);
    }
}
