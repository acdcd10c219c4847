package org.clubpost.local.timing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * Somebody who fills in the form again and again and looks at the clock. Each comes from an address of their own, all of
 * them of this machine (RFC 1122 section 3.2.1.3: all of 127/8 is the loopback).
 */
final class Prober implements AutoCloseable {

    private static final int MOST = 15;

    private final int port;
    private int source;
    private int sent = MOST;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Prober(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param nanos how long it took, from the first octet sent to the last received
     * @param text status, fields without Date, and body
     */
    record Answer(long nanos, String text) {}

    /** Asks for that address to join that list: on the form, or as a program does. */
    Answer ask(String list, String address, boolean asProgram) throws IOException {
        if (sent == MOST) {
            moveOn();
        }
        sent++;
        var body = asProgram
                ? "{\"list\":\"" + list + "\",\"email\":\"" + address + "\"}"
                : "list=" + list + "&email=" + address.replace("@", "%40") + "&lang=en";
        var request = ("POST /subscribe HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                + (asProgram ? "application/json" : "application/x-www-form-urlencoded") + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body).getBytes(UTF_8);
        var began = System.nanoTime();
        socket.getOutputStream().write(request);
        var answer = read();
        var nanos = System.nanoTime() - began;
        // The page says the address that was just typed, and nothing else of it.
        return new Answer(nanos, answer.replace(address.substring(0, address.indexOf('@')), "ADDRESS"));
    }

    private void moveOn() throws IOException {
        socket.close();
        source++;
        var own = InetAddress.getByAddress(new byte[]{127, (byte) (1 + source / 250), (byte) (source % 250), 1});
        socket = new Socket(InetAddress.getLoopbackAddress(), port, own, 0);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        sent = 0;
    }

    private String read() throws IOException {
        var head = new StringBuilder();
        var length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
            if (!lower.startsWith("date:") && !lower.startsWith("content-length:")) {
                head.append(line).append('\n');
            }
        }
        return head + new String(in.readNBytes(length), UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("the server hung up");
            }
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
