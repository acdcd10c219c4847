package org.clubpost.local.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One HTTP connection, octet for octet, from any address of this machine. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();

    /** From that address, such as 127.0.0.2. */
    public RawHttp(int port, String from) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** One request with those lines, and its whole answer; empty when the connection is closed without one. */
    public static String ask(int port, String... lines) throws IOException {
        try (var http = new RawHttp(port, "127.0.0.1")) {
            http.send(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
            return http.answer();
        }
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Everything until the connection is closed. */
    public String answer() {
        try {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether the other side has closed it. */
    boolean isClosed() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
