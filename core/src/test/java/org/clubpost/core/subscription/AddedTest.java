package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Life;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.note.NoteRecorder;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Membership.Telling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an owner puts on a list hears of it, once. */
final class AddedTest {

    private static final EmailAddress BEN = EmailAddress.of("ben@example.org");

    private final SignUps service = new SignUps();

    private Membership.Tally add(Telling telling, EmailAddress... people) {
        return service.membership.telling(telling).add(service.news,
                List.of(people).stream().map(each -> new Membership.Newcomer(each, PersonName.NONE)).toList(),
                "on paper", service.clock.instant());
    }

    private NoteTask.Added task(EmailAddress address) {
        return new NoteTask.Added(service.news.id(), service.clock.instant(), SampleSubscribers.IDS.of(address));
    }

    /** What the database records together with the membership. */
    private Optional<NoteTask> recorded(EmailAddress address) {
        return new NoteRecorder(service.clock).came(service.find(address));
    }

    @Test
    void mailSaysSoAndHowToLeave() {
        add(Telling.NEWCOMERS, ANNA);
        assertEquals(Optional.of(task(ANNA)), recorded(ANNA));

        assertEquals(Optional.empty(), service.letters.write(task(ANNA)));

        var id = SampleSubscribers.IDS.of(ANNA);
        var list = service.news;
        assertEquals(List.of(new JoinNotice.Added(list, ANNA, list.profile().language(),
                new JoinNotice.WaysOut(SampleLinks.LINKS.leavePage(list.id(), id),
                        SampleLinks.LINKS.oneClick(list.id(), id), SampleLinks.LINKS.leaveMail(list, id)),
                SampleLinks.LINKS.managePage(list.id(), id))), service.notices.sent());
    }

    @Test
    void nobodyIsToldTwice() {
        add(Telling.NEWCOMERS, ANNA);
        service.letters.write(task(ANNA));
        service.letters.write(task(ANNA));

        assertEquals(1, add(Telling.NEWCOMERS, ANNA).alreadyMembers());
        assertEquals(Optional.empty(), recorded(ANNA));
        service.letters.write(task(ANNA));

        assertEquals(1, service.notices.sent().size());
    }

    @Test
    void whoWasAMemberBeforeIsNotTold() {
        add(Telling.NOBODY, ANNA);

        add(Telling.NEWCOMERS, ANNA, BEN);

        assertEquals(Optional.empty(), recorded(ANNA));
        assertEquals(Optional.of(task(BEN)), recorded(BEN));
    }

    @Test
    void whoIsNotedAsToldMeanwhileStaysSo() {
        add(Telling.NEWCOMERS, ANNA);
        service.subscribers.beforeTheNextChange(() -> {
            var stored = service.stored.find(service.news.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow();
            service.stored.replace(stored, ((Subscriber.Confirmed) stored.subscriber()).asGreeted());
        });

        assertEquals(Optional.empty(), service.letters.write(task(ANNA)));

        assertTrue(((Subscriber.Confirmed) service.find(ANNA)).greeted());
    }

    @Test
    void nobodyIsFloodedByBeingPutOnAgainAndAgain() {
        for (var i = 0; i < 9; i++) {
            add(Telling.NEWCOMERS, ANNA);
            service.letters.write(task(ANNA));
            service.membership.remove(service.news, ANNA, new Actor.Operator(), service.clock.instant());
        }
        assertEquals(3, service.notices.sent().size());

        service.clock.advance(Duration.ofDays(1));
        add(Telling.NEWCOMERS, ANNA);
        service.letters.write(task(ANNA));

        assertEquals(4, service.notices.sent().size());
        assertTrue(service.find(ANNA) instanceof Subscriber.Confirmed member && member.greeted());
    }

    @Test
    void whoeverLeftMeanwhileIsNotTold() {
        add(Telling.NEWCOMERS, ANNA, BEN);
        service.membership.remove(service.news, ANNA, new Actor.Operator(), service.clock.instant());
        service.stored.remove(service.stored.find(service.news.id(), SampleSubscribers.IDS.of(BEN)).orElseThrow());

        service.letters.write(task(ANNA));
        service.letters.write(task(BEN));

        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void strangerWhoseRequestWaitsIsToldAndNotWelcomed() {
        service.request(ANNA);
        add(Telling.NEWCOMERS, ANNA);

        service.letters.write(task(ANNA));

        assertEquals(1, service.notices.sent(JoinNotice.Added.class).size());
        assertEquals(0, service.notices.sent(JoinNotice.Welcome.class).size());
    }

    @Test
    void mailThatIsNotTakenIsSentLater() {
        add(Telling.NEWCOMERS, ANNA);
        var broken = letters(service.stored, _ -> {
            throw new UnavailableException("not now");
        });

        assertThrows(UnavailableException.class, () -> broken.write(task(ANNA)));
        service.letters.write(task(ANNA));

        assertEquals(1, service.notices.sent().size());
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false", "4,true"})
    void whoDiesHalfWayTellsEverybody(int call, boolean lastHasItsEffect) {
        add(Telling.NEWCOMERS, ANNA);
        var life = new Life(call, lastHasItsEffect);
        var mortal = letters(life.of(Subscribers.class, service.stored), life.of(Notices.class, service.notices));

        assertThrows(Life.Ended.class, () -> mortal.write(task(ANNA)));
        service.letters.write(task(ANNA));

        assertTrue(service.notices.sent().size() >= 1 && service.notices.sent().size() <= 2);
        assertTrue(service.find(ANNA) instanceof Subscriber.Confirmed member && member.greeted());
        service.letters.write(task(ANNA));
        assertTrue(service.notices.sent().size() <= 2);
    }

    private MemberLetters letters(Subscribers subscribers, Notices notices) {
        return new MemberLetters(service.lists, subscribers, service.limits, service.way(notices), service.clock);
    }
}
