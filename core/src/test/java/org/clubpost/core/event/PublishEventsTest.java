package org.clubpost.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishEventsTest {

    private final InMemoryEvents events = new InMemoryEvents(Recorder.OFF).with(some(25));
    private final List<Event> received = new ArrayList<>();

    private static List<Event> some(int number) {
        var post = SamplePosts.aPost(new ListId("news")).id();
        return IntStream.range(0, number).<Event>mapToObj(i -> new Event.PostSent(new ListId("news"),
                FixedClock.START.plusMillis(i), post, new Tally(i, 0))).toList();
    }

    private List<Event> receive(List<Event> batch) {
        received.addAll(batch);
        return batch;
    }

    @Test
    void everyEventIsPublishedOnceInOrder() {
        var all = events.oldest(100);
        var publish = new PublishEvents(events, this::receive);

        assertEquals(25, publish.publish());
        assertEquals(0, publish.publish());

        assertEquals(all, received);
    }

    @Test
    void whatIsRefusedStaysAndHoldsUpNothing() {
        var all = events.oldest(100);
        var bad = all.get(3);

        new PublishEvents(events, batch -> receive(batch.stream().filter(each -> !each.equals(bad)).toList()))
                .publish();

        assertEquals(List.of(bad), events.oldest(100));
        assertEquals(24, received.size());
        new PublishEvents(events, this::receive).publish();
        assertEquals(new HashSet<>(all), new HashSet<>(received));
    }

    @Test
    void channelThatIsAwayLosesNothing() {
        EventChannel away = _ -> {
            throw new UnavailableException("away");
        };

        assertThrows(UnavailableException.class, () -> new PublishEvents(events, away).publish());

        assertEquals(25, events.oldest(100).size());
    }

    /** Calls: oldest, and for each of three batches publish and remove. */
    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false", "4,true", "5,false", "5,true",
            "6,false", "6,true", "7,false", "7,true"})
    void whoDiesHalfWayPublishesAgainWithTheSameIds(int call, boolean lastHasItsEffect) {
        var all = events.oldest(100);
        var life = new Life(call, lastHasItsEffect);
        EventChannel channel = this::receive;

        assertThrows(Life.Ended.class, () -> new PublishEvents(life.of(Events.class, events),
                life.of(EventChannel.class, channel)).publish());
        new PublishEvents(events, channel).publish();

        assertEquals(new HashSet<>(all), new HashSet<>(received));
        assertTrue(received.size() <= all.size() + PublishEvents.TOGETHER, "one batch comes twice at most");
        assertEquals(all.size(), received.stream().map(Event::id).distinct().count());
        assertEquals(List.of(), events.oldest(100));
    }

    @Test
    void oneCallDoesNoMoreThanItHasTimeFor() {
        var many = new InMemoryEvents(Recorder.OFF).with(some(PublishEvents.MOST + 5));

        assertEquals(PublishEvents.MOST, new PublishEvents(many, this::receive).publish());
        assertEquals(5, new PublishEvents(many, this::receive).publish());
    }
}
