package org.clubpost.local.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** One SMTP connection, word for word, from any address of this machine. */
final class Talk implements AutoCloseable {

    static final String HUNG_UP = "hung up";
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;

    Talk(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** From that address, such as 127.0.0.2, which is another source. */
    Talk(int port, String from) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    /** Says that line and gives the last line of the answer. */
    String ask(String line) throws IOException {
        send(line + "\r\n");
        return answer();
    }

    void send(String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        } catch (SocketException e) {
            // The answer tells.
        }
    }

    /** The last line of the next answer. */
    String answer() throws IOException {
        try {
            var line = in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = in.readLine();
            }
            return line == null ? HUNG_UP : line;
        } catch (SocketException e) {
            return HUNG_UP;
        }
    }

    /** All lines of the next answer. */
    String wholeAnswer() throws IOException {
        var all = new StringBuilder();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            all.append(line).append('\n');
            if (line.length() < 4 || line.charAt(3) != '-') {
                break;
            }
        }
        return all.toString();
    }

    /** No octet more comes from this side. */
    void breakOff() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
