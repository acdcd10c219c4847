package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.clubpost.local.LocalData;
import org.clubpost.local.LocalService;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.relay.RelayServer;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.server.SMTPServer;

/** A list cannot be set to take mails that the relay does not take. */
final class LargestMailIT {

    private static String set(Path data, String size) {
        var err = new StringWriter();
        Clubpost.run(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true),
                new String[]{"list", "set", "news", "max-size=" + size, "--data", data.toString()});
        return err.toString();
    }

    private static void waitUntilTheRelayWasAsked(Path data) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (var open = LocalData.open(data)) {
                while (open.largestMail().isEmpty()) {
                    Thread.onSpinWait();
                }
            }
        });
    }

    @Test
    void sizeBeyondTheRelaysIsRefusedWithTheMostThatItTakes(@TempDir Path data) throws Exception {
        ServiceLog.silence();
        var relay = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).maxMessageSize(10_240_000).build();
        relay.start();
        var outlet = new Outlet.Relay(
                new RelayServer("127.0.0.1", relay.getPortAllocated(), false, new RelayServer.Login.Anonymous()), 1);
        try (var service = LocalService.start(new LocalSettings(data,
                new LocalSettings.Doors(InetAddress.getLoopbackAddress(), 0, 0, ""), "lists.example.org", outlet,
                Trust.LOOPBACK, LocalSettings.USUAL_WINDOW))) {
            waitUntilTheRelayWasAsked(data);

            assertEquals("clubpost: The mail server that sends takes no mail of more than 9 MB, so a larger one could "
                    + "not be sent to anybody. The most is max-size=9M.\n", set(data, "25M"));
            assertEquals("", set(data, "9M"));
            assertEquals("lists.example.org", service.running().domain());
        } finally {
            relay.stop();
        }
    }
}
