package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.subscription.Funnel.Day;
import org.junit.jupiter.api.Test;

final class CountSignUpsTest {

    private final FixedClock clock = new FixedClock();
    private final InMemoryFunnel funnel = new InMemoryFunnel();
    private final CountSignUps testee = new CountSignUps(funnel, clock);
    private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

    private List<Day> days(ListId list) {
        return funnel.days(list, today.minusDays(2), today.plusDays(2));
    }

    @Test
    void linkThatIsLoadedAMillionTimesCountsOnce() {
        var list = SampleLists.aList();
        for (var time = 0; time < 1_000_000; time++) {
            testee.shown(list, "token");
        }
        testee.shown(list, "another");

        assertEquals(List.of(new Day(today, 0, 2, 0)), days(list.id()));
    }

    @Test
    void whatIsRememberedIsBounded() {
        var list = SampleLists.aList();
        for (var link = 0; link < 5_000; link++) {
            testee.shown(list, "token " + link);
        }
        testee.shown(list, "token 0");
        testee.shown(list, "token 4999");

        assertEquals(List.of(new Day(today, 0, 5_001, 0)), days(list.id()));
    }

    @Test
    void dayIsThatOfTheList() {
        var east = SampleLists.aList().with(SampleLists.aList().dispatch().withZone(ZoneId.of("+14:00")));
        clock.set(today.atTime(23, 0).toInstant(ZoneOffset.UTC));

        testee.confirmed(east);

        assertEquals(List.of(new Day(today.plusDays(1), 0, 0, 1)), days(east.id()));
    }

    @Test
    void whatCannotBeCountedKeepsNobodyFromJoining() {
        var broken = new CountSignUps(new Funnel() {

            @Override
            public void count(ListId list, LocalDate day, Step step) {
                throw new UnavailableException("not now");
            }

            @Override
            public List<Day> days(ListId list, LocalDate from, LocalDate to) {
                return List.of();
            }
        }, clock);

        broken.asked(SampleLists.aList());
        Funnel.NONE.count(SampleLists.aList().id(), today, Funnel.Step.ASKED);

        assertEquals(List.of(), Funnel.NONE.days(SampleLists.aList().id(), today, today));
    }

    /** Two mails for one request are one who asked; after its time is over, a new request is another one. */
    @Test
    void eachWhoAsksIsCountedOnce() {
        var service = new SignUps();
        var answers = new AnswerSignUps(
                new AnswerSignUps.Ports(service.lists, service.subscribers, service.desk.requests, service.limits,
                        service.notices, Wordings.NONE, funnel),
                service.desk.share, SampleLinks.LINKS, new Random(42), clock);
        for (var hours : List.of(0, 2, 100)) {
            clock.set(FixedClock.START.plusSeconds(hours * 3600L));
            service.clock.set(clock.instant());
            service.subscribe.request(service.signUp(ANNA));
            answers.tend();
        }

        assertEquals(3, service.notices.sent(JoinNotice.ConfirmationRequest.class).size());
        assertEquals(2, funnel.days(service.news.id(), today, today.plusDays(9)).stream().mapToLong(Day::asked).sum());
    }
}
