package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data directory keeps, and that nobody else can have it or the ports meanwhile. */
final class RestartIT {

    @Test
    void membersAndMailsAreThereAfterARestart(@TempDir Path data) throws StartFailure {
        try (var first = TestClubpost.start(data)) {
            first.join("ann@club.example");
        }

        try (var second = TestClubpost.start(data)) {
            second.send("After the restart");
            second.mailTo("ann@club.example", "After the restart");

            assertEquals(3, second.mailsTo("ann@club.example").size());
        }
    }

    @Test
    void linkOfBeforeTheRestartStillWorks(@TempDir Path data) throws StartFailure {
        String leave;
        try (var first = TestClubpost.start(data)) {
            first.join("ann@club.example");
            leave = TestClubpost.link(first.mailTo("ann@club.example", "Welcome"), "/u");
        }

        try (var second = TestClubpost.start(data)) {
            assertTrue(second.get(leave).body().contains("<form"), "no button on the leave page");
        }
    }

    @Test
    void twoRunSideBySide(@TempDir Path one, @TempDir Path other) throws StartFailure {
        try (var first = TestClubpost.start(one); var second = TestClubpost.start(other)) {
            first.join("ann@club.example");

            assertEquals(0, second.mails().size());
            assertEquals(Optional.of(first.running()), RunningService.find(one));
            assertEquals(Optional.of(second.running()), RunningService.find(other));
        }
        assertEquals(Optional.empty(), RunningService.find(one));
    }

    @Test
    void secondStartOnTheSameDataIsToldSo(@TempDir Path data) throws StartFailure {
        try (var running = TestClubpost.start(data)) {
            var failure = assertThrows(StartFailure.class, () -> TestClubpost.start(data));

            assertTrue(failure.reason().startsWith("Another Clubpost is running on the data in "), failure.reason());
            assertEquals(200, running.get("/health").statusCode());
        }
    }

    @Test
    void portInUseIsNamedWithTheOptionThatHelps(@TempDir Path data) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();

            var http = assertThrows(StartFailure.class, () -> LocalService.start(settings(data, port, 0)));
            var smtp = assertThrows(StartFailure.class, () -> LocalService.start(settings(data, 0, port)));

            assertTrue(http.reason().matches("Port " + port + " .* in use .* --http-port\\."), http.reason());
            assertTrue(smtp.reason().matches("Port " + port + " .* in use .* --smtp-port\\."), smtp.reason());
        }
    }

    @Test
    void listsOfAnotherDomainAreNotLeftWithoutMail(@TempDir Path data) throws StartFailure {
        TestClubpost.start(data).close();
        var here = TestClubpost.settings(data);
        var elsewhere = new LocalSettings(data, here.doors(), "lists.other.example", here.outlet(), here.trust(),
                here.window());

        var failure = assertThrows(StartFailure.class, () -> LocalService.start(elsewhere));

        assertEquals("The lists in this data directory are of lists.example.org. Start it with --domain "
                + "lists.example.org, or give --data another directory.", failure.reason());
    }

    private static LocalSettings settings(Path data, int httpPort, int smtpPort) {
        return new LocalSettings(data,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), httpPort, smtpPort, ""), TestClubpost.DOMAIN,
                new Outlet.Mailbox(Sync.ALWAYS), Trust.LOOPBACK, LocalSettings.USUAL_WINDOW);
    }
}
