package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.clubpost.local.RunningService;
import org.clubpost.local.SmtpDialogue;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full, breaks or can no longer be written while the service runs, and is well again after a while. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadDiskIT {

    private static final Duration LASTS = Duration.ofSeconds(4);

    private Tracer tracer;
    private Prepared prepared;

    @BeforeAll
    void prepare(@TempDir Path folder) throws Exception {
        tracer = Tracer.make(folder);
        prepared = Prepared.make(folder.resolve("prepared"));
    }

    @ParameterizedTest
    @EnumSource
    void everybodyIsToldAndTheServiceGoesOn(Tracer.Fault fault, @TempDir Path folder) throws Exception {
        var data = prepared.copyTo(folder.resolve("data"));
        var bad = folder.resolve("bad");
        try (var process = Watched.start("service", data, folder.resolve("said"), tracer.failing(data, fault, bad))) {
            var running = process.running().orElseThrow(() -> new AssertionError(process.said()));
            assertEquals("250", post(running, "Before").substring(0, 3));
            Files.createFile(bad);
            var began = process.processorTime();
            var logBefore = Files.size(data.resolve("clubpost.log"));
            var signUp = submit(running, "/subscribe", "list=news&email=bea%40club.example");
            var confirmed = submit(running, "/confirm", "token=" + prepared.confirm());
            var mail = post(running, "Meanwhile");
            var page = submit(running, "/unsubscribe?" + prepared.leave().split("\\?", 2)[1],
                    "List-Unsubscribe=One-Click");
            TimeUnit.NANOSECONDS.sleep(LASTS.toNanos());
            var busy = process.processorTime().minus(began);
            var logged = Files.size(data.resolve("clubpost.log")) - logBefore;
            Files.delete(bad);

            System.out.printf("bad disk: %s, processor=%d ms in %d ms, log=%d octets, mail=%s, pages=%d %d %d%n", fault,
                    busy.toMillis(), LASTS.toMillis(), logged, mail, signUp.statusCode(), confirmed.statusCode(),
                    page.statusCode());
            assertEquals("451 4.3.0 The mail cannot be stored now, please try again", mail);
            assertEquals(503, signUp.statusCode());
            assertEquals(503, confirmed.statusCode());
            assertEquals(503, page.statusCode());
            assertTrue(signUp.body().contains("again"), signUp.body());
            // More when the post before was still under way: each of its tries leaves a trace.
            assertTrue(logged < 200_000, logged + " octets of log");
            assertTrue(busy.compareTo(LASTS.dividedBy(2).plusSeconds(2)) < 0, "busy for " + busy);
            assertEquals("250", post(running, "Afterwards").substring(0, 3));
            assertEquals(200, submit(running, "/confirm", "token=" + prepared.confirm()).statusCode());
            TestClubpost.waitUntil("both posts", () -> Prepared.MEMBERS.stream().allMatch(
                    member -> isThere(running, member, "Before") && isThere(running, member, "Afterwards")));
            assertFalse(isThere(running, Prepared.MEMBERS.getFirst(), "Meanwhile"));
            assertEquals(0, process.end(), process::said);
        }
        Aftermath.check(data, Scenario.START, prepared, true);
    }

    private static String post(RunningService running, String subject) {
        return SmtpDialogue.submit(running.smtpPort(), Visitor.OWNER, "news@" + TestClubpost.DOMAIN, "From: "
                + Visitor.OWNER + "\r\nTo: news@" + TestClubpost.DOMAIN + "\r\nSubject: " + subject
                + "\r\n\r\nHello.\r\n" + ("0123456789".repeat(7) + "\r\n").repeat(40));
    }

    private static boolean isThere(RunningService running, String member, String subject) {
        return call(TestClubpost.request(running, "/mailbox/api/messages?limit=1000&to="
                + URLEncoder.encode(member, StandardCharsets.UTF_8)).build()).body()
                .contains("\"[news] " + subject + "\"");
    }

    private static HttpResponse<String> submit(RunningService running, String path, String form) {
        return call(HttpRequest.newBuilder(running.pages().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build());
    }

    private static HttpResponse<String> call(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
