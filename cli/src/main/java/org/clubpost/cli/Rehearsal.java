package org.clubpost.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clubpost.local.LocalService;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.RunningService;
import org.clubpost.local.StartFailure;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.Trust;

/**
 * Does once what a service and its commands do every day: a sign-up, a post, some listings. The launcher has the JVM
 * watch it and keep what it learns about our classes, so that a start takes less than half the time (JEP 483, JEP 514).
 * Everything happens in a temporary directory, which is gone afterwards.
 */
public final class Rehearsal {

    private static final String DOMAIN = "rehearsal.example";
    private static final int LOOKS = 100;

    private final Path data;
    private final RunningService running;

    private Rehearsal(Path data, RunningService running) {
        this.data = data;
        this.running = running;
    }

    /** Rehearses, and ends with an exception when something goes wrong. */
    public static void main(String... arguments) throws IOException, StartFailure, InterruptedException {
        ServiceLog.silence();
        var data = Files.createTempDirectory("clubpost-rehearsal");
        try (var service = LocalService.start(new LocalSettings(data,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), DOMAIN,
                new Outlet.Mailbox(Sync.NEVER), Trust.LOOPBACK, LocalSettings.USUAL_WINDOW))) {
            new Rehearsal(data, service.running()).run();
        } finally {
            delete(data);
        }
    }

    private void run() throws IOException, InterruptedException {
        visit("/subscribe?list=news", "");
        visit("/subscribe", "list=news&email=anna%40club.example&name=Anna");
        command("members", "add", "news", "berta@club.example", "--name", "Berta");
        var file = data.resolve("members.csv");
        Files.writeString(file, "email,name\ncarla@club.example,Carla\ndora@club.example,\n");
        command("members", "import", "news", file.toString(), "--reason", "rehearsal");
        post();
        for (var look = 0; look < LOOKS && !command("posts", "ls", "news").contains("done"); look++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        command("members", "ls", "news");
        command("members", "export", "news");
        command("list", "ls");
        command("list", "show", "news");
        visit("/mailbox", "");
        visit("/posts", "");
    }

    private void visit(String path, String form) throws IOException {
        var connection = (HttpURLConnection) URI.create(running.pages() + path).toURL().openConnection();
        connection.setRequestProperty("Cookie", running.cookie());
        if (!form.isEmpty()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(form.getBytes(UTF_8));
        }
        connection.getInputStream().readAllBytes();
        connection.disconnect();
    }

    private void post() throws IOException {
        var address = "news@" + DOMAIN;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), running.smtpPort());
                var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            for (var line : List.of("EHLO localhost", "MAIL FROM:<owner@example.org>", "RCPT TO:<" + address + ">",
                    "DATA", "From: owner@example.org\r\nTo: " + address + "\r\nSubject: Rehearsal\r\n\r\nHello.\r\n.",
                    "QUIT")) {
                waitForAnswer(answers);
                socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
            }
        }
    }

    /** An answer ends with the first line that has no hyphen after its code (RFC 5321 section 4.2.1). */
    private static void waitForAnswer(BufferedReader answers) throws IOException {
        for (var line = answers.readLine(); line != null && line.startsWith("-", 3);) {
            line = answers.readLine();
        }
    }

    private String command(String... words) {
        var out = new StringWriter();
        var all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--data";
        all[words.length + 1] = data.toString();
        Clubpost.run(new PrintWriter(out, true), new PrintWriter(out, true), all);
        return out.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
