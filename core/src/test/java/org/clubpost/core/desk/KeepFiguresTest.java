package org.clubpost.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.health.InMemoryReturns;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.person.InMemoryPersons;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Funnel;
import org.junit.jupiter.api.Test;

class KeepFiguresTest {

    private final FixedClock clock = new FixedClock();
    private final InMemoryLists lists = new InMemoryLists();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final Desk desk = new InMemoryDesk(lists, posts, new InMemoryRanges(posts), new InMemoryPersons(),
            new InMemoryDesk.People(subscribers, new InMemoryMemberTexts(), new InMemoryBounces()),
            new InMemoryReturns(), new HashMap<>());
    private final KeepFigures keep = new KeepFigures(lists, new CountFlow(subscribers), Funnel.NONE, desk, clock);

    private Optional<Figures> kept() {
        return desk.numbers(SampleLists.aList().id(), List.of()).figures();
    }

    @Test
    void listIsCountedOnceADay() {
        lists.create(SampleLists.aList());
        assertEquals(Optional.empty(), kept());

        assertEquals(1, keep.run());
        assertEquals(0, keep.run());
        var first = kept().orElseThrow();
        assertEquals(0, first.flow().weeks().getLast().members());

        subscribers.create(SampleSubscribers.aMember(SampleLists.aList().id(), "anna@club.example"));
        clock.advance(Duration.ofHours(22));
        assertEquals(0, keep.run());
        clock.advance(Duration.ofHours(2));
        assertEquals(1, keep.run());
        assertEquals(1, kept().orElseThrow().flow().weeks().getLast().members());
        assertEquals(KeepFigures.WEEKS, first.flow().weeks().size());
    }

    @Test
    void figuresAreReadAsTheyWereWritten() {
        lists.create(SampleLists.aList());
        subscribers.create(SampleSubscribers.aMember(SampleLists.aList().id(), "anna@club.example"));
        var figures = keep.count(lists.headed(SampleLists.aList().id()).orElseThrow());

        assertEquals(figures, Figures.of(figures.written()));
        assertThrows(IllegalArgumentException.class, () -> Figures.of("something else"));
        assertThrows(IllegalArgumentException.class, () -> Figures.of("day 2026-03-01 1 2 3"));
    }
}
