package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.clubpost.core.Life;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.People;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Applicants.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who wait for the owners. */
final class ApplicantsTest {

    private static final SubscriberId ID = SampleSubscribers.IDS.of(ANNA);

    private final SignUps service = new SignUps();

    @BeforeEach
    void ownersDecide() {
        service.lists.replace(service.news, service.news.with(service.news.signUp().with(Admission.APPROVAL)));
    }

    private Instant now() {
        return service.clock.instant();
    }

    private Subscriber.Applied applied() {
        var token = service.request(ANNA);
        return assertInstanceOf(Confirm.Outcome.Applied.class, service.confirm.confirm(token, service.origin()))
                .applicant();
    }

    private NoteTask.Application task() {
        return new NoteTask.Application(service.news.id(), now().truncatedTo(ChronoUnit.MILLIS), ID);
    }

    /** The owners' mail; gives the tokens to let in and to refuse. */
    private List<String> asked() {
        service.letters.write(task());
        var mail = service.notices.sent(OwnerNotice.ApplicantWaits.class).getLast();
        return List.of(SampleLinks.token(mail.letIn()), SampleLinks.token(mail.refuse()));
    }

    @Test
    void whoConfirmsWaitsAndIsNoMember() {
        var token = service.request(ANNA);

        service.confirm.confirm(token, service.origin());

        assertInstanceOf(Subscriber.Applied.class, service.find(ANNA));
        assertEquals(0, service.members());
        assertEquals(0, service.notices.sent(JoinNotice.Welcome.class).size());
        assertInstanceOf(Confirm.Outcome.AlreadyApplied.class, service.confirm.confirm(token, service.origin()));
        assertInstanceOf(Confirm.Outcome.AlreadyApplied.class, service.confirm.look(token, now()));
        assertInstanceOf(Confirm.Outcome.AlreadyApplied.class, service.confirm.withdraw(token, now()));
    }

    @Test
    void whoAsksAgainIsToldThatTheyWait() {
        applied();
        service.gapPasses();
        service.subscribe.request(service.signUp(ANNA));
        service.desk.answers.tend();

        assertEquals(1, service.notices.sent(JoinNotice.AlreadyApplied.class).size());
    }

    @Test
    void everyOwnerGetsOneMailWithTwoLinks() {
        applied();
        var again = service.letters.write(task());

        assertEquals(2, service.notices.sent(OwnerNotice.ApplicantWaits.class).size());
        assertFalse(service.notices.sent(OwnerNotice.ApplicantWaits.class).getFirst().isReminder());
        assertEquals(Optional.of(now().plus(Applicants.REMINDED_AFTER)), again);
    }

    @Test
    void pressLetsInOnceAndTellsThePerson() {
        applied();
        var letIn = asked().getFirst();
        assertTrue(service.applicants.isMine(letIn));
        assertTrue(assertInstanceOf(Outcome.Open.class, service.applicants.look(letIn, now())).letsIn());

        assertInstanceOf(Outcome.LetIn.class, service.applicants.decide(letIn, now()));
        assertInstanceOf(Outcome.LetIn.class, service.applicants.decide(letIn, now()));
        assertInstanceOf(Outcome.LetIn.class, service.applicants.look(letIn, now()));

        assertEquals(1, service.members());
        assertEquals(1, service.notices.sent(JoinNotice.Welcome.class).size());
    }

    /** Somebody who has another address now, and joins with the old one again. */
    @Test
    void linksOfTheFormerAddressStillLeadOn() {
        var to = SampleSubscribers.aMember(service.news.id(), "new@example.org");
        service.stored.create(to);
        service.stored.create(new Subscriber.Moved(service.news.id(), ID, to.id(), now()));
        applied();

        service.applicants.decide(asked().getFirst(), now());

        var member = assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA));
        assertEquals(to.id(), member.before().orElseThrow().to());
    }

    @Test
    void otherOwnerWhoRefusesAfterThatChangesNothing() {
        applied();
        var links = asked();
        service.applicants.decide(links.getFirst(), now());

        service.applicants.decide(links.getLast(), now());

        assertEquals(1, service.members());
        assertEquals(0, service.notices.sent(JoinNotice.NotLetIn.class).size());
    }

    @Test
    void pressRefusesOnceAndTellsThePerson() {
        applied();
        var refuse = asked().getLast();
        assertFalse(assertInstanceOf(Outcome.Open.class, service.applicants.look(refuse, now())).letsIn());

        assertInstanceOf(Outcome.Refused.class, service.applicants.decide(refuse, now()));
        assertInstanceOf(Outcome.Settled.class, service.applicants.decide(refuse, now()));

        assertFalse(service.isKnown(ANNA));
        assertTrue(service.notices.sent(JoinNotice.NotLetIn.class).getFirst().isDecision());
        assertEquals(1, service.notices.sent(JoinNotice.NotLetIn.class).size());
    }

    @Test
    void refusedFormerMemberIsAFormerMemberAgain() {
        service.stored.create(SampleSubscribers.aFormerMember(service.news.id(), ANNA.written()));
        var before = service.find(ANNA);
        applied();

        service.applicants.decide(asked().getLast(), now());
        assertEquals(before, service.find(ANNA));
    }

    @Test
    void linkDecidesAboutNoLaterRequestAndIsNoOther() {
        applied();
        var letIn = asked().getFirst();
        service.applicants.decide(
                SampleLinks.token(service.notices.sent(OwnerNotice.ApplicantWaits.class).getLast().refuse()),
                now());
        service.gapPasses();
        applied();

        assertInstanceOf(Outcome.Settled.class, service.applicants.decide(letIn, now()));
        assertInstanceOf(Outcome.Invalid.class, service.applicants.decide("x", now()));
        var other = SampleLinks.TOKENS.sign(new MembershipLink(LinkPurpose.COME_BACK, service.news.id(), ID, now()));
        assertInstanceOf(Outcome.Invalid.class, service.applicants.look(other, now()));
        assertFalse(service.applicants.isMine(other));
        service.lists.remove(service.news.id());
        assertInstanceOf(Outcome.Invalid.class, service.applicants.decide(letIn, now()));
    }

    @Test
    void silentOwnersAreRemindedAndThenThePersonIsTold() {
        applied();
        var first = task();
        var again = service.letters.write(first).orElseThrow();
        service.clock.advance(Applicants.REMINDED_AFTER);
        var end = service.letters.write(first.at(again)).orElseThrow();
        assertTrue(service.notices.sent(OwnerNotice.ApplicantWaits.class).getLast().isReminder());
        var letIn = SampleLinks.token(service.notices.sent(OwnerNotice.ApplicantWaits.class).getLast().letIn());
        service.clock.advance(Applicants.REMINDED_AFTER);

        assertInstanceOf(Outcome.Settled.class, service.applicants.decide(letIn, now()));
        assertEquals(Optional.empty(), service.letters.write(first.at(end)));
        assertFalse(service.isKnown(ANNA));
        assertFalse(service.notices.sent(JoinNotice.NotLetIn.class).getFirst().isDecision());
        assertEquals(Optional.empty(), service.letters.write(first.at(end)));
        assertEquals(1, service.notices.sent(JoinNotice.NotLetIn.class).size());
    }

    @Test
    void taskOfAnEarlierRequestIsDone() {
        var old = task();
        service.dayPasses();
        applied();

        assertEquals(Optional.empty(), service.letters.write(old));
        assertEquals(0, service.notices.sent(OwnerNotice.ApplicantWaits.class).size());
    }

    @Test
    void whereNoMailCanBeSentTheServiceSendsItLater() {
        var byHand = new DecideLater(service.subscribers, service.tasks);
        assertFalse(byHand.letIn(service.news, ID, now()));
        assertFalse(byHand.refuse(service.news, ID, now()));
        applied();
        assertTrue(byHand.letIn(service.news, ID, now()));
        assertFalse(byHand.refuse(service.news, ID, now()));
        assertEquals(1, service.members());
        assertEquals(0, service.notices.sent(JoinNotice.Welcome.class).size());

        assertEquals(Optional.empty(), service.letters.write(task()));
        assertEquals(Optional.empty(), service.letters.write(task()));
        assertEquals(1, service.notices.sent(JoinNotice.Welcome.class).size());
    }

    @Test
    void whoIsRefusedThereIsToldByTheServiceToo() {
        applied();
        assertTrue(new DecideLater(service.subscribers, service.tasks).refuse(service.news, ID, now()));
        var refusal = assertInstanceOf(NoteTask.Refusal.class, service.tasks.due(now(), 10).getFirst());

        service.letters.write(refusal);
        service.letters.write(refusal);

        assertFalse(service.isKnown(ANNA));
        assertEquals(1, service.notices.sent(JoinNotice.NotLetIn.class).size());
    }

    @Test
    void someoneQuickerDecides() {
        applied();
        service.subscribers.beforeTheNextChange(() -> {
            var applied = service.stored.find(service.news.id(), ID).orElseThrow();
            service.stored.replace(applied, Applicants.member(service.news, (Subscriber.Applied) applied.subscriber(),
                    now()));
        });

        assertFalse(new DecideLater(service.subscribers, service.tasks).letIn(service.news, ID, now()));
        assertEquals(1, service.members());
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,true", "5,true", "6,true", "7,true"})
    void whoDiesHalfWayLeavesTheRestToTheNextPress(int call, boolean lastHasItsEffect) {
        applied();
        var links = asked();
        var life = new Life(call, lastHasItsEffect);
        var mortal = new Applicants(service.lists, life.of(Subscribers.class, service.stored),
                life.of(Notices.class, service.notices), service.owners, SampleLinks.LINKS);
        try {
            mortal.decide(links.getFirst(), now());
        } catch (Life.Ended died) {
            assertEquals("killed", died.getMessage());
        }

        assertInstanceOf(Outcome.LetIn.class, service.applicants.decide(links.getFirst(), now()));
        assertEquals(1, service.notices.sent(JoinNotice.Welcome.class).stream().distinct().count());
        assertTrue(service.find(ANNA) instanceof Subscriber.Confirmed member && member.greeted());
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "3,false", "3,true", "4,false", "4,true"})
    void whoDiesWhileRefusingTellsThePersonAllTheSame(int call, boolean lastHasItsEffect) {
        applied();
        var refuse = asked().getLast();
        var life = new Life(call, lastHasItsEffect);
        var mortal = new Applicants(service.lists, life.of(Subscribers.class, service.stored),
                life.of(Notices.class, service.notices), service.owners, SampleLinks.LINKS);
        try {
            mortal.decide(refuse, now());
        } catch (Life.Ended died) {
            assertEquals("killed", died.getMessage());
        }

        service.applicants.decide(refuse, now());
        assertEquals(1, service.notices.sent(JoinNotice.NotLetIn.class).stream().distinct().count());
        assertFalse(service.isKnown(ANNA));
    }

    private List<Actor> who(Act act) {
        return service.log.of(service.news.id(), Optional.empty(), 100, now()).stream()
                .filter(entry -> entry.act() == act).map(LogEntry::actor).toList();
    }

    @Test
    void logSaysWhichOwnerLetInOrRefused() {
        applied();
        var owner = service.news.people().owners().getLast();

        service.applicants.decide(asked().getFirst(), now());

        assertEquals(List.of(new Actor.Owner(owner)), who(Act.JOINED));
    }

    @Test
    void linkOfSomebodyWhoIsNoOwnerNowDecidesNothing() {
        applied();
        var links = asked();
        var list = service.lists.find(service.news.id()).orElseThrow();
        service.lists.replace(list, list.with(new People(list.people().owners().subList(0, 1), List.of())));

        for (var link : links) {
            for (var said : List.of(link, link.substring(0, link.indexOf('.')), link.replaceFirst("....$", "AAAA"))) {
                assertInstanceOf(Outcome.Settled.class, service.applicants.look(said, now()));
                assertInstanceOf(Outcome.Settled.class, service.applicants.decide(said, now()));
            }
        }

        assertInstanceOf(Subscriber.Applied.class, service.find(ANNA));
        assertInstanceOf(Outcome.LetIn.class, service.applicants.decide(
                SampleLinks.token(service.notices.sent(OwnerNotice.ApplicantWaits.class).getFirst().letIn()), now()));
    }

    @Test
    void whatTheCommandLineDecidesIsTheOperators() {
        var answers = new AnswerApplicants(service.subscribers, SampleSubscribers.IDS, service.tasks, service.clock);
        applied();
        var stranger = new Actor.Owner(EmailAddress.of("somebody@else.example"));
        assertInstanceOf(Answer.Denied.class, answers.letIn(stranger, service.news, ANNA));
        assertInstanceOf(Answer.Denied.class, answers.refuse(stranger, service.news, ANNA));

        assertEquals(new Answer.Allowed<>(true), answers.refuse(new Actor.Operator(), service.news, ANNA));
        service.letters.write((NoteTask.Refusal) service.tasks.due(now(), 10).getFirst());
        assertEquals(List.of(new Actor.Operator()), who(Act.DECLINED));
        assertEquals(new Answer.Allowed<>(false), answers.letIn(new Actor.Operator(), service.news, ANNA));

        service.clock.advance(Duration.ofDays(1));
        applied();
        assertEquals(new Answer.Allowed<>(true), answers.letIn(new Actor.Operator(), service.news, ANNA));
        assertEquals(List.of(new Actor.Operator()), who(Act.JOINED));
    }

    /** Their word is another consent than the request's. */
    @Test
    void linkDecidesNothingAboutWhomAnOwnerBroughtIn() {
        applied();
        var links = asked();
        service.membership.add(service.news, List.of(new Membership.Newcomer(ANNA, PersonName.NONE)), "on paper",
                now());
        var member = service.find(ANNA);

        assertInstanceOf(Outcome.Settled.class, service.applicants.decide(links.getFirst(), now()));
        assertInstanceOf(Outcome.Settled.class, service.applicants.decide(links.getLast(), now()));

        assertEquals(member, service.find(ANNA));
    }

    private void touch() {
        var stored = service.stored.find(service.news.id(), ID).orElseThrow();
        service.stored.replace(stored, stored.subscriber());
    }

    @Test
    void pressCountsWhenTheRecordWasWrittenInTheMeantime() {
        applied();
        service.subscribers.beforeTheNextChange(this::touch);

        assertInstanceOf(Outcome.LetIn.class, service.applicants.decide(asked().getFirst(), now()));

        assertEquals(1, service.notices.sent(JoinNotice.Welcome.class).size());
    }

    @Test
    void refusalCountsWhenTheRecordWasWrittenInTheMeantime() {
        applied();
        service.subscribers.beforeTheNextChange(this::touch);

        assertInstanceOf(Outcome.Refused.class, service.applicants.decide(asked().getLast(), now()));

        assertFalse(service.isKnown(ANNA));
        assertEquals(1, service.notices.sent(JoinNotice.NotLetIn.class).stream().distinct().count());
    }

    private void withdraw() {
        service.stored.remove(service.stored.find(service.news.id(), ID).orElseThrow());
    }

    @Test
    void applicantWhoIsErasedAtTheLastMomentIsNeitherLetInNorRefused() {
        for (var link = 0; link < 2; link++) {
            applied();
            var links = asked();
            service.subscribers.beforeTheNextChange(this::withdraw);

            assertInstanceOf(Outcome.Settled.class, service.applicants.decide(links.get(link), now()));

            assertFalse(service.isKnown(ANNA));
            assertEquals(0, service.members());
            service.clock.advance(Duration.ofDays(1));
        }
    }

    private Subscribers beforeTheSecondLook(Subscribers actual, AtomicInteger looks) {
        return (Subscribers) Proxy.newProxyInstance(Subscribers.class.getClassLoader(),
                new Class<?>[]{Subscribers.class}, (_, method, arguments) -> {
                    if (method.getName().equals("find") && looks.incrementAndGet() == 2) {
                        withdraw();
                    }
                    var result = method.invoke(actual, arguments);
                    return method.getName().equals("by") ? beforeTheSecondLook((Subscribers) result, looks) : result;
                });
    }

    @Test
    void applicantWhoIsErasedBetweenTwoLooksIsNeitherLetInNorRefused() {
        for (var link = 0; link < 2; link++) {
            applied();
            var pressed = asked().get(link);
            var looks = new AtomicInteger();
            var hasty = new Applicants(service.lists, beforeTheSecondLook(service.stored, looks), service.notices,
                    service.owners, SampleLinks.LINKS);

            assertInstanceOf(Outcome.Settled.class, hasty.decide(pressed, now()));

            assertEquals(List.of(), service.notices.sent(JoinNotice.NotLetIn.class));
            assertEquals(0, service.members());
            service.clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void linkOfAnEarlierRequestLeadsToNoMemberOfALaterOne() {
        applied();
        var old = asked().getFirst();
        service.applicants.decide(asked().getLast(), now());
        service.clock.advance(Duration.ofDays(1));
        applied();
        service.applicants.decide(asked().getFirst(), now());

        assertInstanceOf(Outcome.Settled.class, service.applicants.look(old, now()));
        assertEquals(1, service.members());
    }

    @Test
    void ownerWhoRefusesWhileAnotherLetsInChangesNothing() {
        applied();
        var links = asked();
        service.subscribers.beforeTheNextChange(() -> service.applicants.decide(links.getFirst(), now()));

        assertInstanceOf(Outcome.LetIn.class, service.applicants.decide(links.getLast(), now()));

        assertEquals(1, service.members());
    }
}
