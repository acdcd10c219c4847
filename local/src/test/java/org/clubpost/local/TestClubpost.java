package org.clubpost.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.core.database.Database;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.Trust;
import org.jspecify.annotations.Nullable;

/** A whole Clubpost on free ports, and what a visitor, a mail program and a member do with it: all over the wire. */
public final class TestClubpost implements AutoCloseable {

    public static final String DOMAIN = "lists.example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalService service;
    private final LocalData data;
    private final HttpClient http = HttpClient.newHttpClient();

    static {
        ServiceLog.silence();
    }

    private TestClubpost(LocalService service, LocalData data) {
        this.service = service;
        this.data = data;
    }

    public static LocalSettings settings(Path data) {
        return new LocalSettings(data, new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), DOMAIN,
                new Outlet.Mailbox(Sync.ALWAYS), Trust.LOOPBACK, LocalSettings.USUAL_WINDOW);
    }

    public static TestClubpost start(Path data) throws StartFailure {
        return start(settings(data));
    }

    public static TestClubpost start(LocalSettings settings) throws StartFailure {
        var service = LocalService.start(settings);
        try {
            return new TestClubpost(service, LocalData.open(settings.data()));
        } catch (UnusableData e) {
            service.close();
            throw new IllegalStateException(e);
        }
    }

    public RunningService running() {
        return service.running();
    }

    /** What it stores, opened a second time as the command line does. */
    public Database database() {
        return data.database();
    }

    public HttpResponse<String> get(String path) {
        return answer(request(path).build());
    }

    /** With the cookie that the link of the start puts into a browser. */
    private HttpRequest.Builder request(String path) {
        return request(running(), path);
    }

    /** A request of the owner's browser. */
    public static HttpRequest.Builder request(RunningService running, String path) {
        return HttpRequest.newBuilder(running.pages().resolve(path)).header("Cookie", running.cookie());
    }

    /** Its data directory, opened a second time as the command line does. */
    public LocalData data() {
        return data;
    }

    HttpResponse<String> head(String path) {
        return answer(HttpRequest.newBuilder(running().pages().resolve(path)).HEAD().build());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        var body = form.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(running().pages().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> postJson(String path, String json) {
        return answer(HttpRequest.newBuilder(running().pages().resolve(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)).build());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status of the answer to a request whose target no well-behaved client sends. */
    int status(String method, String target) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), running().pages().getPort())) {
            socket.getOutputStream().write((method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Cookie: " + running().cookie() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was sent to that address, newest first. */
    public List<JsonNode> mailsTo(String address) {
        return mails("&to=" + address);
    }

    /** All that was sent, newest first. */
    public List<JsonNode> mails() {
        return mails("");
    }

    private List<JsonNode> mails(String filter) {
        var all = new ArrayList<JsonNode>();
        for (var before = ""; before != null;) {
            var page = json(get("/mailbox/api/messages?limit=1000" + filter + before).body());
            page.forEach(all::add);
            before = page.size() < 1000 ? null : "&before=" + all.getLast().get("id").asText();
        }
        return all;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest mail to that address with that subject, once it is there, as it went over the wire. */
    public String mailTo(String address, String subject) {
        waitUntil("a mail \"" + subject + "\" to " + address, () -> find(address, subject) != null);
        return get("/mailbox/api/messages/" + find(address, subject) + "/raw").body();
    }

    private @Nullable String find(String address, String subject) {
        return mailsTo(address).stream().filter(mail -> mail.get("subject").asText().contains(subject))
                .map(mail -> mail.get("id").asText()).findFirst().orElse(null);
    }

    /** The first link to that page in the mail as it went over the wire, quoted-printable or not: path and query. */
    public static String link(String mail, String page) {
        var link = Pattern
                .compile("http://localhost:\\d+(" + page + "\\?(?:token=)?[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)?)")
                .matcher(mail.replace("=\r\n", "").replace("=3D", "="));
        if (!link.find()) {
            throw new AssertionError("no link to " + page + " in:\n" + mail);
        }
        return link.group(1);
    }

    public static String token(String link) {
        return link.substring(link.indexOf('?') + 1).replace("token=", "");
    }

    /** Signs up and confirms. */
    public void join(String address) {
        post("/subscribe", Map.of("list", "news", "email", address));
        post("/confirm", Map.of("token", token(link(mailTo(address, "Please confirm"), "/confirm"))));
    }

    /** Sends a mail from an owner to the list, and says how the server answered. */
    public String send(String subject) {
        return send("owner@example.org", "news@" + DOMAIN, "From: Olga Owner <owner@example.org>\r\nTo: news@" + DOMAIN
                + "\r\nSubject: " + subject + "\r\n\r\nHello all!\r\n");
    }

    public String send(String from, String to, String mail) {
        return SmtpDialogue.submit(running().smtpPort(), from, to, mail);
    }

    public static void waitUntil(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        http.close();
        data.close();
        service.close();
    }
}
