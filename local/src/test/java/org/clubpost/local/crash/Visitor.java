package org.clubpost.local.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.local.RunningService;
import org.clubpost.local.TestClubpost;

/** What people do to a running service, over the wire. */
final class Visitor {

    static final String OWNER = "owner@example.org";
    static final String SUBJECT = "Survivor";
    static final String LAST_LINE = "This is the last line.";

    private Visitor() {}

    static String mail(String list) {
        return "From: Olga Owner <" + OWNER + ">\r\nTo: " + list + "@" + TestClubpost.DOMAIN + "\r\nSubject: " + SUBJECT
                + "\r\n\r\nHello all!\r\n" + ("0123456789".repeat(7) + "\r\n").repeat(60) + LAST_LINE + "\r\n";
    }

    static void submit(RunningService running, String path, Map<String, String> form) {
        var body = form.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        call(HttpRequest.newBuilder(running.pages().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body))
                .build());
    }

    static String mails(RunningService running) {
        return call(TestClubpost.request(running, "/mailbox/api/messages?limit=1000").build());
    }

    /** How many mails of that subject have been sent. */
    static int copies(RunningService running) {
        return mails(running).split(SUBJECT, -1).length - 1;
    }

    private static String call(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
