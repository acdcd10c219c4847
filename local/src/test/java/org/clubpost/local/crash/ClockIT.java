package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.clubpost.local.SmtpDialogue;
import org.clubpost.local.TestClubpost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is a day ahead, or a day behind, in a run that is killed in the middle of a post. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClockIT {

    private Tracer tracer;
    private Prepared prepared;

    @BeforeAll
    void prepare(@TempDir Path folder) throws Exception {
        tracer = Tracer.make(folder);
        prepared = Prepared.make(folder.resolve("prepared"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void postOfAWrongDayGoesOnToday(int days, @TempDir Path folder) throws Exception {
        var data = prepared.copyTo(folder.resolve("data"));
        try (var process = Watched.start("service", data, folder.resolve("said"), tracer.at(Duration.ofDays(days)))) {
            var running = process.running().orElseThrow(() -> new AssertionError(process.said()));
            var answer = SmtpDialogue.submit(running.smtpPort(), Visitor.OWNER, "news@" + TestClubpost.DOMAIN,
                    Visitor.mail("news"));
            TestClubpost.waitUntil("the first copies", () -> Visitor.copies(running) > 0);
            assertEquals("250", answer.substring(0, 3));
        }
        assertFalse(Files.readString(data.resolve("clubpost.log")).contains("fault"));
        Aftermath.check(data, Scenario.POST, prepared, true);
    }
}
