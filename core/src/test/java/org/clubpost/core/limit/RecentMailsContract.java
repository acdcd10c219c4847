package org.clubpost.core.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clubpost.core.Race;
import org.clubpost.core.limit.RecentMails.Mail;
import org.junit.jupiter.api.Test;

/** What every {@link RecentMails} must do. */
public interface RecentMailsContract {

    /** When the mails are sent. */
    Instant NOW = Instant.parse("2031-03-06T08:00:00Z");
    /** Two mails. */
    List<Mail> TWO = List.of(new Mail(NOW, "news/1930464000000"), new Mail(NOW.plusMillis(1), "chess-2/17"));

    /** What is under test. May hold what other tests left there. */
    RecentMails testee();

    private static String freshKey() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private boolean replace(String key, List<Mail> seen, List<Mail> changed) {
        return testee().replace(key, seen, changed, NOW.plusSeconds(60));
    }

    @Test
    default void nobodyGotAnythingAtFirst() {
        assertEquals(List.of(), testee().of(freshKey()));
    }

    @Test
    default void whatIsRememberedIsFoundInItsOrder() {
        var key = freshKey();

        assertTrue(replace(key, List.of(), TWO));
        assertEquals(TWO, testee().of(key));
        assertTrue(replace(key, TWO, TWO.reversed()));
        assertEquals(TWO.reversed(), testee().of(key));
        assertTrue(replace(key, TWO.reversed(), List.of()));
        assertEquals(List.of(), testee().of(key));
        assertTrue(replace(key, List.of(), TWO));
    }

    @Test
    default void whoSawSomethingElseChangesNothing() {
        var key = freshKey();
        replace(key, List.of(), TWO);

        assertFalse(replace(key, List.of(), List.of()));
        assertFalse(replace(key, TWO.subList(0, 1), List.of()));
        assertEquals(TWO, testee().of(key));
    }

    @Test
    default void ofManyAtTheSameTimeOneSucceeds() throws InterruptedException {
        var testee = testee();
        var key = freshKey();

        assertEquals(1, Race.winners(8, () -> testee.replace(key, List.of(), TWO, NOW)));
        assertEquals(1, Race.winners(8, () -> testee.replace(key, TWO, TWO.subList(0, 1), NOW)));
    }
}
