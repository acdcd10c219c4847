package org.clubpost.cli.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;

final class WatchLineTest {

    private static final Instant NOW = Instant.parse("2026-03-06T09:00:00Z");
    private static final PostState.Sending SENDING = new PostState.Sending(new MailKey("prepared/x"), 2, NOW);

    private final WatchLine line = new WatchLine();

    private String sending(double share, long sent, long failed, int second) {
        return line.of(SENDING, new DeliveryProgress(share, new Tally(sent, failed)), NOW.plusSeconds(second));
    }

    @Test
    void firstLookShowsABarAndNoRate() {
        assertEquals("[----------]   0 %  0 sent, 0 failed, 0 left".replace("----------", "-".repeat(20)),
                sending(0, 0, 0, 0));
    }

    @Test
    void laterLooksShowRateAndEnd() {
        sending(0, 0, 0, 0);

        assertEquals("[##########----------]  50 %  1,990 sent, 10 failed, 2,000 left, 1,000/s, 2 s to go",
                sending(0.5, 1990, 10, 2));
    }

    @Test
    void rateIsThatOfTheLastSeconds() {
        sending(0, 0, 0, 0);
        sending(0.1, 10_000, 0, 10);
        sending(0.2, 20_000, 0, 100);

        assertEquals("[####----------------]  21 %  21,000 sent, 0 failed, 79,000 left, 100/s, 13 min to go",
                sending(0.21, 21_000, 0, 110));
    }

    @Test
    void longWaysAreInHours() {
        sending(0, 0, 0, 0);

        assertEquals("[--------------------]   1 %  14 sent, 0 failed, 1,386 left, 0/s, 27 h to go",
                sending(0.01, 14, 0, 1000));
    }

    @Test
    void whenEverybodyHadTheirTurnTheLastTriesAreLeft() {
        assertEquals("[####################] 100 %  9 sent, 1 failed, 0 left, last tries", sending(1, 9, 1, 0));
    }

    @Test
    void whatDoesNotGoOutIsSaidInWordsAndForgetsTheRate() {
        sending(0, 0, 0, 0);
        var paused = line.of(new PostState.Paused(SENDING, NOW), new DeliveryProgress(0.5, new Tally(5, 0)),
                NOW.plusSeconds(1));
        var goesOn = sending(0.5, 5, 0, 60);
        var done = line.of(new PostState.Done(new Tally(9, 1), NOW, NOW.plusMillis(1500), false),
                new DeliveryProgress(1, new Tally(9, 1)), NOW.plusSeconds(61));
        var waiting = line.of(
                new PostState.Waiting(SENDING.prepared(), PostState.Waiting.Why.SEND_AT, NOW, List.of()),
                new DeliveryProgress(0, Tally.NONE), NOW);

        assertEquals("[##########----------]  50 %  5 sent, 0 failed, 5 left, paused: by hand at 2026-03-06T09:00:00Z",
                paused);
        assertEquals("[##########----------]  50 %  5 sent, 0 failed, 5 left", goesOn);
        assertEquals("done: 9 sent, 1 failed, in 1.5 s", done);
        assertEquals("waiting: its author wants it sent at 2026-03-06T09:00:00Z", waiting);
    }
}
