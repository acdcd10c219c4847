package org.clubpost.core.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clubpost.core.Race;
import org.clubpost.core.health.ListHealth.Level;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;

/** What every {@link Returns} must do. */
public interface ReturnsContract {

    /** When things come back. In the future, so that no table deletes them meanwhile. */
    Instant NOW = Instant.parse("2041-03-06T08:00:00.123Z");

    /** What is under test. May hold what other tests left there. */
    Returns testee();

    private static ListId aList() {
        return new ListId("l" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static PostId aPost(Instant at) {
        return PostId.of(at, new MailKey("inbound/news/" + UUID.randomUUID()));
    }

    private static SubscriberId somebody() {
        return new SubscriberId(UUID.randomUUID().toString().replace("-", ""));
    }

    private static Tick full() {
        return new Tick.Bounced(BounceReason.MAILBOX_FULL);
    }

    private static Tick gone() {
        return new Tick.Bounced(BounceReason.USER_UNKNOWN);
    }

    @Test
    default void nothingCameBackAtFirst() {
        var post = aPost(NOW);
        var list = aList();
        assertTrue(testee().of(list, post).isNothing());
        assertEquals(List.of(), testee().since(list, post));
        assertEquals(Set.of(), testee().members(post, Tick.Kind.BOUNCED, 10));
        assertEquals(Optional.empty(), testee().health(list));
        assertFalse(testee().isHalted(list));
    }

    @Test
    default void aMemberCountsOnceInEachWay() {
        var post = aPost(NOW);
        var list = aList();
        var anna = somebody();
        var bert = somebody();
        assertTrue(testee().count(list, post, anna, full(), NOW));
        assertFalse(testee().count(list, post, anna, full(), NOW.plusSeconds(1)));
        assertFalse(testee().count(list, post, anna, gone(), NOW));
        assertTrue(testee().count(list, post, anna, new Tick.Refused(), NOW));
        assertFalse(testee().count(list, post, anna, new Tick.Refused(), NOW));
        assertTrue(testee().count(list, post, bert, full(), NOW));
        assertTrue(testee().count(list, post, bert, new Tick.Complained(), NOW));
        assertEquals(new PostCounts(post, Map.of(BounceReason.MAILBOX_FULL, 2L), 1, 1), testee().of(list, post));
        assertEquals(Set.of(anna, bert), testee().members(post, Tick.Kind.BOUNCED, 10));
        assertEquals(Set.of(anna), testee().members(post, Tick.Kind.REFUSED, 10));
        assertEquals(Set.of(bert), testee().members(post, Tick.Kind.COMPLAINED, 10));
        assertEquals(1, testee().members(post, Tick.Kind.BOUNCED, 1).size());
    }

    @Test
    default void everyReasonIsCounted() {
        var post = aPost(NOW);
        var list = aList();
        for (var reason : BounceReason.values()) {
            assertTrue(testee().count(list, post, somebody(), new Tick.Bounced(reason), NOW));
        }
        assertEquals(Set.of(BounceReason.values()), testee().of(list, post).bounces().keySet());
    }

    @Test
    default void thePostsOfAListAreFoundFromOneOn() {
        var list = aList();
        var old = aPost(NOW.minusSeconds(100));
        var later = aPost(NOW.minusSeconds(50));
        var last = aPost(NOW);
        testee().count(list, last, somebody(), full(), NOW);
        testee().count(list, old, somebody(), full(), NOW);
        testee().count(list, later, somebody(), gone(), NOW);
        testee().count(aList(), aPost(NOW), somebody(), gone(), NOW);
        assertEquals(List.of(new PostCounts(later, Map.of(BounceReason.USER_UNKNOWN, 1L), 0, 0),
                new PostCounts(last, Map.of(BounceReason.MAILBOX_FULL, 1L), 0, 0)), testee().since(list, later));
        assertEquals(3, testee().since(list, old).size());
    }

    @Test
    default void aListIsAsItWasWritten() {
        var good = ListHealth.good(aList());
        assertTrue(testee().replace(Optional.empty(), good));
        assertFalse(testee().replace(Optional.empty(), good));
        assertEquals(Optional.of(good), testee().health(good.list()));
        assertFalse(testee().isHalted(good.list()));
        var stopped = good.with(Level.STOPPED, NOW);
        assertTrue(testee().replace(Optional.of(good), stopped));
        assertFalse(testee().replace(Optional.of(good), stopped.asTold()));
        assertEquals(Optional.of(stopped), testee().health(good.list()));
        assertTrue(testee().isHalted(good.list()));
        var released = stopped.released(new Toll(7, 5, 3), NOW.plusSeconds(9));
        assertTrue(testee().replace(Optional.of(stopped), released));
        assertEquals(Optional.of(released), testee().health(good.list()));
    }

    @Test
    default void whoeverCountsAtTheSameTimeCountsOnce() throws InterruptedException {
        var post = aPost(NOW);
        var list = aList();
        var anna = somebody();
        var testee = testee();
        assertEquals(1, Race.winners(8, () -> testee.count(list, post, anna, gone(), NOW)));
        assertEquals(1, testee.of(list, post).bounced());
    }
}
