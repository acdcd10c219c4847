package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clubpost.core.Life;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reminder of a request for several lists: one mail, whose link is good for all of them. */
final class JointReminderTest {

    private final SignUps service = new SignUps();
    private final MailingList news = service.news;
    private final MailingList chess = list("chess");
    private final MailingList go = list("go");

    private MailingList list(String name) {
        var list = SampleLists.aList(new ListId(name));
        service.lists.create(list);
        return list;
    }

    private void ask() {
        service.subscribe.request(new SignUp(List.of(news.id(), chess.id(), go.id()), ANNA, new PersonName("Anna"),
                news.profile().language(), "/", "cd".repeat(32), service.origin()));
        service.desk.answers.tend();
    }

    private NoteTask.Reminder task(MailingList list) {
        return new NoteTask.Reminder(list.id(), service.clock.instant(), SampleSubscribers.IDS.of(ANNA));
    }

    private void remindOfEach() {
        for (var list : List.of(news, chess, go)) {
            service.letters.write(task(list));
        }
    }

    private List<JoinNotice.JointConfirmationReminder> reminders() {
        return service.notices.sent(JoinNotice.JointConfirmationReminder.class);
    }

    private List<JoinNotice.ConfirmationReminder> single() {
        return service.notices.sent(JoinNotice.ConfirmationReminder.class);
    }

    private List<Subscriber> stored() {
        return List.of(news, chess, go).stream().map(list -> service.find(list.id(), ANNA)).toList();
    }

    @Test
    void oneMailConfirmsAll() {
        ask();
        service.dayPasses();
        remindOfEach();

        var mail = reminders().getFirst();
        assertEquals(List.of(chess, go, news), mail.lists());
        assertEquals(chess, mail.list());
        assertEquals(service.clock.instant().plus(Duration.ofDays(2)), mail.until());
        assertEquals(1, reminders().size());
        assertEquals(List.of(), single());
        var link = JointToken.parse(SampleLinks.token(mail.confirm())).orElseThrow();
        assertEquals(List.of(chess, go, news), assertInstanceOf(ConfirmJoint.Outcome.Joined.class,
                service.confirmJoint.confirm(link, service.origin())).confirmed());
        assertTrue(stored().stream().allMatch(Subscriber.Confirmed.class::isInstance));
        assertEquals(Optional.of("Still join [chess, go, news]?"), service.desk.wordings.find(
                ((Consent.DoubleOptIn) ((Subscriber.Confirmed) stored().getLast()).consent()).mail()));
        assertTrue(service.desk.unanswered.look(SampleSubscribers.IDS.mailbox(ANNA), "news/other", true,
                service.clock.instant()) instanceof org.clubpost.core.limit.Unanswered.Turn.Now,
                "either mail is answered by either link");
    }

    @Test
    void listThatIsConfirmedOrClosedOrWithdrawnIsNotAmongThem() {
        ask();
        var first = JointToken.parse(SampleLinks.token(service.notices.sent(JoinNotice.JointConfirmationRequest.class)
                .getFirst().confirm())).orElseThrow();
        service.stored.remove(service.stored.find(go.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow());
        service.lists.replace(chess, chess.with(chess.signUp().withOpen(false)));
        service.dayPasses();
        remindOfEach();

        assertEquals(List.of(), reminders());
        assertEquals(news, single().getFirst().list());
        assertEquals(1, single().size());
        assertInstanceOf(ConfirmJoint.Outcome.Open.class, service.confirmJoint.look(first, service.clock.instant()));
    }

    @Test
    void lastOfThreeMailsIsNoReminder() {
        ask();
        service.gapPasses();
        service.request(ANNA);
        service.dayPasses();
        service.letters.write(task(chess));

        assertEquals(List.of(), reminders());
        assertEquals(List.of(), single());
    }

    @Test
    void timeThatIsOverEndsTheLinkForAll() {
        ask();
        service.dayPasses();
        remindOfEach();
        var link = JointToken.parse(SampleLinks.token(reminders().getFirst().confirm())).orElseThrow();
        service.clock.advance(Duration.ofDays(3));

        assertInstanceOf(ConfirmJoint.Outcome.Expired.class,
                service.confirmJoint.look(link, service.clock.instant()));
        assertInstanceOf(ConfirmJoint.Outcome.Expired.class, service.confirmJoint.confirm(link, service.origin()));
        assertInstanceOf(ConfirmJoint.Outcome.Withdrawn.class,
                service.confirmJoint.withdraw(link, service.clock.instant()));
    }

    @Test
    void mailThatTheProviderDoesNotTakeIsTriedAgain() {
        ask();
        service.dayPasses();
        var before = stored();
        Notices broken = _ -> {
            throw new UnavailableException("not now");
        };
        var letters = new MemberLetters(service.lists, service.stored, service.limits, service.way(broken),
                service.clock);

        assertThrows(UnavailableException.class, () -> letters.write(task(go)));

        assertEquals(before, stored());
        remindOfEach();
        assertEquals(1, reminders().size());
    }

    @Test
    void whoChangesARequestMeanwhileIsLookedAtAnew() {
        ask();
        service.dayPasses();
        service.subscribers.beforeTheNextChange(() -> service.stored
                .remove(service.stored.find(chess.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow()));

        service.letters.write(task(news));

        assertEquals(List.of(go, news), reminders().getFirst().lists());
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,true", "3,true", "4,false", "4,true", "5,false", "5,true", "6,false", "6,true", "7,false",
            "7,true", "8,true"})
    void whoDiesHalfWayRemindsOnceAtMost(int call, boolean lastHasItsEffect) {
        ask();
        service.dayPasses();
        var life = new Life(call, lastHasItsEffect);
        var mortal = new MemberLetters(service.lists, life.of(Subscribers.class, service.stored), service.limits,
                service.way(life.of(Notices.class, service.notices)), service.clock);

        try {
            mortal.write(task(news));
        } catch (Life.Ended died) {
            assertEquals("killed", died.getMessage());
        }
        remindOfEach();
        remindOfEach();

        assertEquals(0, single().size());
        assertTrue(reminders().size() <= 1);
        reminders().forEach(mail -> assertEquals(List.of(chess, go, news), mail.lists()));
    }

    @Test
    void eachListOfTheRequestIsCounted() {
        var funnel = new InMemoryFunnel();
        var answers = new AnswerSignUps(new AnswerSignUps.Ports(service.lists, service.subscribers,
                service.desk.requests, service.limits, service.notices, service.desk.wordings, funnel),
                service.desk.share, SampleLinks.LINKS, new Random(1), service.clock);
        service.subscribe.request(new SignUp(List.of(news.id(), chess.id()), ANNA, new PersonName("Anna"),
                news.profile().language(), "/", "cd".repeat(32), service.origin()));
        answers.tend();
        var count = new CountSignUps(funnel, service.clock);
        for (var list : List.of(news, chess, news)) {
            count.shown(list, "token");
        }

        var today = service.clock.instant().atZone(news.dispatch().zone()).toLocalDate();
        for (var list : List.of(news, chess)) {
            assertEquals(List.of(new Funnel.Day(today, 1, 1, 0)), funnel.days(list.id(), today, today));
        }
    }
}
