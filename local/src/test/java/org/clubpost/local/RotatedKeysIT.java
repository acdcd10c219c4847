package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys are rotated while the service runs. */
final class RotatedKeysIT {

    private static final String ANNA = "anna@club.example";

    private static String leaveLink(TestClubpost clubpost, String subject) {
        clubpost.send(subject);
        return TestClubpost.link(clubpost.mailTo(ANNA, subject).replace("=\r\n", "").replace("=3D", "="),
                "/u");
    }

    @Test
    void linksOfBeforeGoOnWorkingAndNewOnesHaveTheNewKey(@TempDir Path data) throws StartFailure, IOException {
        try (var clubpost = TestClubpost.start(data)) {
            clubpost.join(ANNA);
            var before = leaveLink(clubpost, "Before");

            var rotated = LocalData.rotate(new DataLayout(data), new SecureRandom(), LocalDate.of(2026, 11, 28));
            var after = before;
            var giveUp = Instant.now().plusSeconds(20);
            for (var post = 1; after.equals(before) && Instant.now().isBefore(giveUp); post++) {
                after = leaveLink(clubpost, "After " + post);
            }

            assertEquals(2, rotated.signing().current());
            assertNotEquals(before, after);
            assertEquals(200, clubpost.get(before).statusCode());
            assertEquals(200, clubpost.get(after).statusCode());
        }
        try (var again = TestClubpost.start(data)) {
            assertEquals(2, again.data().secrets().signing().current());
        }
    }
}
