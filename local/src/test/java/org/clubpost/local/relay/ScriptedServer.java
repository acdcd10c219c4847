package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that says what a test wants it to say, on each of its connections the same way or on each another way.
 */
final class ScriptedServer implements AutoCloseable {

    /** Instead of an answer: the connection is closed. */
    static final String HANG_UP = "hang up";
    /** Instead of an answer: nothing is said or read any more. */
    static final String SILENCE = "silence";
    /** What stands for the greeting in a script. */
    static final String HELLO = "hello";

    private final ServerSocket door;
    private final Map<String, String> first;
    private final Map<String, String> later;
    private volatile int mails = Integer.MAX_VALUE;
    private volatile String fullCommand = "";
    private volatile String full = "";
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    private ScriptedServer(InetAddress address, Map<String, String> first, Map<String, String> later)
            throws IOException {
        this.door = new ServerSocket(0, 10, address);
        this.first = first;
        this.later = later;
        Thread.ofVirtual().start(this::listen);
    }

    /** Answers these commands as told, and all others kindly. */
    static ScriptedServer answering(Map<String, String> answers) throws IOException {
        return new ScriptedServer(InetAddress.getLoopbackAddress(), answers, answers);
    }

    /** Answers like that on the first connection, and kindly on all others. */
    static ScriptedServer answeringAtFirst(Map<String, String> answers) throws IOException {
        return new ScriptedServer(InetAddress.getLoopbackAddress(), answers,
                Map.of("EHLO", answers.getOrDefault("EHLO", "250 kind")));
    }

    /** Takes so many mails on each connection, and then answers that command so. */
    static ScriptedServer answeringEach(int mails, String command, String full, Map<String, String> answers)
            throws IOException {
        var server = new ScriptedServer(InetAddress.getLoopbackAddress(), answers, answers);
        server.mails = mails;
        server.fullCommand = command;
        server.full = full;
        return server;
    }

    /** Answers kindly, at another address of this machine. */
    static ScriptedServer at(InetAddress address, Map<String, String> answers) throws IOException {
        return new ScriptedServer(address, answers, answers);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The commands that came, on all connections. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    int connections() {
        return connections.get();
    }

    private void listen() {
        try {
            while (true) {
                var socket = door.accept();
                var script = connections.getAndIncrement() == 0 ? first : later;
                Thread.ofVirtual().start(() -> serve(socket, script));
            }
        } catch (IOException closed) {
            end.countDown();
        }
    }

    private void serve(Socket socket, Map<String, String> answers) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                var out = socket.getOutputStream()) {
            out.write((answers.getOrDefault(HELLO, "220 scripted") + "\r\n").getBytes(US_ASCII));
            var isInMail = false;
            var taken = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (isInMail && !line.equals(".")) {
                    continue;
                }
                heard.add(line);
                var command = line.replaceFirst(" .*", "");
                var usual = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
                var answer = taken >= mails && command.equals(fullCommand) ? full : usual;
                taken += command.equals(".") && answer.startsWith("250") ? 1 : 0;
                if (answer.equals(HANG_UP)) {
                    return;
                }
                if (answer.equals(SILENCE)) {
                    end.await();
                    return;
                }
                isInMail = answer.startsWith("354");
                out.write((answer + "\r\n").getBytes(US_ASCII));
                if (answer.startsWith("421")) {
                    return;
                }
            }
        } catch (IOException closed) {
            heard.add("(broken)");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        end.countDown();
    }
}
