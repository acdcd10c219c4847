package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.clubpost.local.door.Proxies;
import org.clubpost.local.http.RawHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees the mailbox and the posts: a browser on this machine that was opened with the link of the start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnersPagesIT {

    private static final Pattern COOKIE = Pattern.compile("\r\nSet-Cookie: ([^;]+);([^\r]*)\r\n");

    private Path data = Path.of("");
    private TestClubpost clubpost;

    @BeforeAll
    void start(@TempDir Path directory) throws StartFailure {
        data = directory;
        clubpost = TestClubpost.start(data);
    }

    @AfterAll
    void stop() {
        clubpost.close();
    }

    private String ask(String target, String... fields) throws IOException {
        return ask(clubpost.running(), target, fields);
    }

    private static String ask(RunningService running, String target, String... fields) throws IOException {
        var lines = new String[fields.length + 1];
        lines[0] = "GET " + target + " HTTP/1.1";
        System.arraycopy(fields, 0, lines, 1, fields.length);
        return RawHttp.ask(running.pages().getPort(), lines);
    }

    private String cookie() {
        return "Cookie: " + clubpost.running().cookie();
    }

    private String link(String path) {
        return clubpost.running().link(path).orElseThrow().toString().replaceFirst("http://localhost:\\d+", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts", "/mailbox"})
    void linkPutsTheKeyIntoACookieAndLeadsOn(String path) throws IOException {
        var answer = ask(link(path), "Host: localhost");
        var cookie = COOKIE.matcher(answer);

        assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
        assertTrue(answer.contains("\r\nLocation: " + path + "\r\n"), answer);
        assertTrue(cookie.find(), answer);
        assertTrue(cookie.group(2).contains("HttpOnly") && cookie.group(2).contains("SameSite=Strict"), answer);
        assertTrue(ask(path, "Host: localhost", "Cookie: a=b; " + cookie.group(1)).startsWith("HTTP/1.1 200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts", "/mailbox", "/mailbox/api/messages", "/mailbox/messages/1", "/mailbox?key=x"})
    void withoutTheKeyThePageSaysWhereTheLinkIs(String path) throws IOException {
        for (var cookie : new String[]{"X: y", "Cookie: ", "Cookie: " + cookie().split("[ =]", -1)[1] + "=wrong"}) {
            var answer = ask(path, "Host: localhost", cookie);

            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
            assertTrue(answer.contains("./clubpost links"), answer);
            assertFalse(answer.contains(cookie().split("=", -1)[1]), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Host: lists.example.org", "Host: localhost.evil.example",
                    "Host: localhost\r\nX-Forwarded-For: 192.0.2.7", "Host: localhost\r\nX-Forwarded-Host: a.example",
                    "Host: localhost\r\nX-Forwarded-Proto: https", "Host: localhost\r\nCF-Connecting-IP: 192.0.2.7",
                    "Host: localhost\r\nForwarded: for=192.0.2.7", "Host: localhost\r\nVia: 1.1 proxy",
                    "Host: localhost\r\nX-Real-IP: 192.0.2.7", "Host: localhost\r\nTrue-Client-IP: 192.0.2.7"})
    void keyIsOfNoUseForProxiesAndForeignNames(String fields) throws IOException {
        assertTrue(ask("/mailbox", fields, cookie()).startsWith("HTTP/1.1 404"));
        assertTrue(ask(link("/mailbox"), fields).startsWith("HTTP/1.1 404"));
    }

    @Test
    void requestWithoutAHostIsOfAProxy() throws IOException {
        var answer = RawHttp.ask(clubpost.running().pages().getPort(), "GET /mailbox HTTP/1.0", cookie());

        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
    }

    @Test
    void keyIsTheOwnersAloneAndOutlivesAStart(@TempDir Path other) throws Exception {
        String before;
        try (var first = TestClubpost.start(other)) {
            before = first.running().link("/mailbox").orElseThrow().getQuery();
        }
        try (var second = TestClubpost.start(other)) {
            assertEquals(before, second.running().link("/mailbox").orElseThrow().getQuery());
            assertEquals(second.running(), RunningService.find(other).orElseThrow());
        }
        var key = new DataLayout(other).pageKey();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertFalse(clubpost.running().toString().contains(cookie().split("=", -1)[1]));
    }

    @Test
    void serviceThatIsSeenFromOutsideShowsThemOnlyWhenTold(@TempDir Path seen, @TempDir Path told) throws Exception {
        var loopback = InetAddress.getLoopbackAddress();
        var doors = new LocalSettings.Doors(loopback, 0, 0, "https://lists.example.org");
        var settings = TestClubpost.settings(seen);
        try (var service = LocalService.start(with(settings, seen, doors))) {
            assertTrue(ask(service.running(), "/mailbox", "Host: localhost").startsWith("HTTP/1.1 404"));
            assertTrue(ask(service.running(), "/posts", "Host: localhost").startsWith("HTTP/1.1 404"));
            assertTrue(service.running().link("/mailbox").isEmpty());
        }
        var on = new LocalSettings.Doors(loopback, 0, 0, "https://lists.example.org", true, Proxies.NONE);
        try (var service = LocalService.start(with(settings, told, on))) {
            assertTrue(ask(service.running(), "/mailbox", "Host: localhost").startsWith("HTTP/1.1 403"));
            assertTrue(ask(service.running(), "/mailbox", "Host: localhost", "Cookie: " + service.running().cookie())
                    .startsWith("HTTP/1.1 200"));
        }
    }

    private static LocalSettings with(LocalSettings settings, Path data, LocalSettings.Doors doors) {
        return new LocalSettings(data, doors, settings.domain(), settings.outlet(), settings.trust(),
                settings.window());
    }
}
