package org.clubpost.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.InMemoryDeletedLists;
import org.clubpost.core.admin.InMemoryListMakers;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.health.InMemoryReturns;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.person.InMemoryPersons;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.InMemoryFunnel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepFiguresTest {

    private static final ListId NEWS = new ListId("news");
    private static final ListId CHESS = new ListId("chess");

    private final FixedClock clock = new FixedClock();
    private final InMemoryLists lists = new InMemoryLists(SampleLists.aList(NEWS), SampleLists.aList(CHESS));
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final InMemoryFunnel funnel = new InMemoryFunnel();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final Desk desk = new InMemoryDesk(lists, posts, new InMemoryRanges(posts), new InMemoryPersons(),
            new InMemoryDesk.People(subscribers, new InMemoryMemberTexts(), new InMemoryBounces()),
            new InMemoryReturns(), new HashMap<>(), new InMemoryListMakers(),
            new InMemoryDeletedLists(new InMemoryDeletedLists.Beside(lists, subscribers, posts, new InMemoryActLog()),
                    clock));

    @BeforeEach
    void oneIsAMember() {
        subscribers.create(SampleSubscribers.aMember(NEWS, "anna@club.example"));
    }

    private KeepFigures of(Lists known) {
        return new KeepFigures(known, new CountFlow(subscribers), funnel, desk, clock);
    }

    private Optional<Figures> kept(ListId list) {
        return desk.numbers(list, List.of()).figures();
    }

    @Test
    void everyListIsCountedOnceADay() {
        assertEquals(2, of(lists).run());
        assertEquals(0, of(lists).run());
        clock.advance(Duration.ofHours(23).minusMillis(1));
        assertEquals(0, of(lists).run());
        clock.advance(Duration.ofMillis(1));
        assertEquals(2, of(lists).run());

        assertEquals(clock.instant(), kept(CHESS).orElseThrow().at());
        assertEquals(1, kept(NEWS).orElseThrow().flow().looked());
        assertEquals(KeepFigures.WEEKS, kept(NEWS).orElseThrow().flow().weeks().size());
    }

    @Test
    void listThatIsNewerIsCountedAndTheOthersAreNot() {
        of(lists).count(lists.headed(NEWS).orElseThrow());

        assertEquals(1, of(lists).run());
        assertEquals(Optional.of(clock.instant()), kept(CHESS).map(Figures::at));
    }

    @Test
    void listThatIsRemovedMeanwhileIsNotCounted() {
        var rival = new Rival("headed", () -> lists.remove(CHESS));

        assertEquals(1, of(rival.of(Lists.class, lists)).run());

        assertEquals(Optional.empty(), kept(CHESS));
    }

    @Test
    void signUpsAreThoseOfTwelveWeeksWithToday() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var day : List.of(today, today.minusDays(83), today.minusDays(84), today.plusDays(1))) {
            funnel.count(NEWS, day, Funnel.Step.ASKED);
        }

        assertEquals(List.of(new Funnel.Day(today.minusDays(83), 1, 0, 0), new Funnel.Day(today, 1, 0, 0)),
                of(lists).count(lists.headed(NEWS).orElseThrow()).days());
    }
}
