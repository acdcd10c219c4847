package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.clubpost.core.Race;
import org.clubpost.core.Rival;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Subscribe.Outcome;
import org.junit.jupiter.api.Test;

/** What becomes of requests after they were taken. */
final class AnswerSignUpsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SignUps service = new SignUps();
    private final AnswerSignUps answers = service.desk.answers;

    private void ask(String address, String source) {
        assertEquals(Outcome.ACCEPTED, service.subscribe.request(service.signUp(EmailAddress.of(address), source)));
    }

    private void ask(MailingList list, String address) {
        var signUp = service.signUp(EmailAddress.of(address));
        service.subscribe.request(new SignUp(list.id(), signUp.address(), signUp.name(), signUp.language(),
                signUp.form(), signUp.wording(), signUp.origin()));
    }

    private MailingList list(String name) {
        var list = SampleLists.aList(new ListId(name));
        service.lists.create(list);
        return list;
    }

    private int confirmations() {
        return service.notices.sent(JoinNotice.ConfirmationRequest.class).size();
    }

    private List<SignUpRequest> waiting() {
        return service.desk.requests.due(service.clock.instant().plus(SignUpRequests.KEPT), 1000);
    }

    private void cap(int cap) {
        var list = service.lists.find(service.news.id()).orElseThrow();
        service.lists.replace(list, list.with(list.signUp().withCap(cap)));
    }

    /** Minutes pass, and in each of them the requests are looked after. */
    private void pass(int minutes) {
        for (var minute = 0; minute < minutes; minute++) {
            service.clock.advance(MINUTE);
            answers.tend();
        }
    }

    @Test
    void nothingIsReadOrStoredOfThePersonBeforeTheAnswer() {
        ask("anna@example.org", "192.0.2.1");

        assertFalse(service.isKnown(ANNA));
        assertEquals(List.of(), service.notices.sent());

        answers.run();
        assertTrue(service.isKnown(ANNA));
        assertEquals(List.of(), waiting(), "what was asked for is not kept");
    }

    @Test
    void whoRunsTwiceSendsOneMail() {
        ask("anna@example.org", "192.0.2.1");
        answers.run();
        answers.run();
        pass(120);

        assertEquals(1, confirmations());
    }

    @Test
    void ofManyAtTheSameTimeOneSendsTheMail() throws InterruptedException {
        ask("anna@example.org", "192.0.2.1");

        Race.winners(4, () -> answers.run() > 0);

        assertEquals(1, confirmations());
    }

    /** The mail is out, and the process dies before it says so: one more mail, and no third. */
    @Test
    void whoDiesBetweenTheMailAndTheEndHasItSentOnceMore() {
        ask("anna@example.org", "192.0.2.1");
        var request = waiting().getFirst();
        answers.run();
        service.desk.requests.add(request.outOfLine(service.clock.instant().plus(AnswerSignUps.LEASE)));

        pass(120);

        assertEquals(2, confirmations());
        assertEquals(List.of(), waiting());
        ask("anna@example.org", "192.0.2.1");
        answers.run();
        assertEquals(3, confirmations(), "the mail that was sent twice was counted once");
    }

    @Test
    void oneThatFailsHoldsUpNoOther() {
        service.notices.takeOnly(notice -> !notice.recipient().written().startsWith("a"));
        ask("a@example.org", "192.0.2.1");
        ask("b@example.org", "192.0.2.1");

        assertThrows(UnavailableException.class, answers::run);

        assertEquals(1, confirmations());
        assertEquals(1, waiting().size());
    }

    @Test
    void requestForAListThatIsGoneIsForgotten() {
        var gone = list("gone");
        ask(gone, "anna@example.org");
        service.lists.remove(gone.id());

        answers.run();

        assertEquals(List.of(), waiting());
        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void askingAgainWithinTheGapIsTheSameRequestAndIsAnsweredWhenItIsOver() {
        ask("anna@example.org", "192.0.2.1");
        answers.run();
        for (var again = 0; again < 5; again++) {
            service.clock.advance(MINUTE);
            ask("anna@example.org", "192.0.2." + again);
            answers.run();
        }

        assertEquals(1, waiting().size());
        pass(4);
        assertEquals(1, confirmations());
        pass(1);
        assertEquals(2, confirmations());
        assertEquals(List.of(), waiting());
    }

    @Test
    void twoHundredTagsAreOnePersonOnAllLists() {
        for (var number = 0; number < 200; number++) {
            ask(list("list-" + number), "v.ic.tim+tag" + number + "@gmail.com");
        }

        pass(60 * 24);

        assertEquals(Unanswered.MOST, service.notices.sent().size());
        assertEquals(List.of(), waiting());
    }

    @Test
    void whoReadsTheMailsJoinsFiveListsWithinTheHour() {
        for (var number = 0; number < 5; number++) {
            ask(list("list-" + number), "anna@example.org");
        }
        var joined = 0;
        for (var minute = 0; minute <= 60; minute++) {
            answers.tend();
            for (; joined < confirmations(); joined++) {
                var mail = service.notices.sent(JoinNotice.ConfirmationRequest.class).get(joined);
                assertInstanceOf(Confirm.Outcome.Joined.class,
                        service.confirm.confirm(SampleLinks.token(mail.confirm()), service.origin()));
            }
            service.clock.advance(MINUTE);
        }

        assertEquals(5, joined);
    }

    @Test
    void memberWhoAsksAgainAndAgainIsToldWithinTheSameLimits() {
        service.stored.create(SampleSubscribers.aMember(service.news.id(), ANNA.written()));
        for (var number = 0; number < 50; number++) {
            ask("anna+" + number + "@example.org", "192.0.2.1");
            ask("anna@example.org", "192.0.2.1");
            pass(60);
        }

        assertEquals(Unanswered.MOST, service.notices.sent().size());
    }

    @Test
    void beyondTheCapNewAddressesWaitAndTheOwnersAreToldOnce() {
        cap(3);
        for (var number = 0; number < 10; number++) {
            ask("a" + number + "@example.org", "192.0.2.1");
        }

        answers.run();
        assertEquals(3, confirmations());
        answers.tend();
        assertEquals(4, confirmations());
        pass(59);

        assertEquals(10, confirmations());
        var told = service.notices.sent(OwnerNotice.SignUpsWaiting.class);
        assertEquals(service.news.people().owners(), told.stream().map(Notice::recipient).toList());
        assertEquals(7, told.getFirst().waiting());
        assertEquals(3, told.getFirst().cap());
    }

    @Test
    void whoIsKnownToTheListDoesNotWait() {
        cap(0);
        service.stored.create(SampleSubscribers.aMember(service.news.id(), "member@example.org"));
        service.stored.create(SampleSubscribers.aFormerMember(service.news.id(), "left@example.org"));
        ask("member@example.org", "192.0.2.1");
        ask("left@example.org", "192.0.2.1");
        ask("new@example.org", "192.0.2.1");

        answers.run();

        assertEquals(2, service.notices.sent().size());
    }

    @Test
    void whoComesFromWhereFewComeFromIsServedBeforeAFlood() {
        cap(0);
        for (var number = 0; number < 60; number++) {
            ask("flood" + number + "@example.org", "2001:db8:1:" + number + "::1");
        }
        ask("anna@example.org", "192.0.2.7");
        answers.run();

        pass(5);

        assertTrue(service.isKnown(ANNA));
        assertTrue(confirmations() < 20, "the flood waits");
        pass(55);
        assertEquals(61, confirmations());
    }

    @Test
    void listTakesOnlySoManyAnHour() {
        var taken = IntStream.range(0, Subscribe.AT_MOST.most() + 20).filter(number -> service.subscribe
                .request(service.signUp(EmailAddress.of("a" + number + "@example.org"),
                        "source " + number)) == Outcome.ACCEPTED)
                .count();

        assertEquals(Subscribe.AT_MOST.most(), taken);
    }

    private AnswerSignUps with(SignUpRequests requests, Notices notices) {
        return new AnswerSignUps(new AnswerSignUps.Ports(service.lists, service.subscribers, requests, service.limits,
                notices, service.desk.wordings), service.desk.share, SampleLinks.LINKS, new Random(1), service.clock);
    }

    /** Mail goes out so slowly that a call has no time for a second one. */
    @Test
    void callThatHasNoTimeLeavesTheRestToTheNext() {
        ask("one@example.org", "192.0.2.1");
        ask("two@example.org", "192.0.2.2");
        var slow = with(service.desk.requests, notice -> {
            service.notices.send(notice);
            service.clock.advance(Duration.ofSeconds(20));
        });

        assertEquals(1, slow.run());
        assertEquals(1, confirmations());
        assertEquals(1, slow.run());
        assertEquals(2, confirmations());
        assertEquals(0, slow.run());
    }

    @Test
    void callThatHasNoTimeLeavesThoseInLineToTheNext() {
        cap(0);
        ask("one@example.org", "192.0.2.1");
        ask("two@example.org", "192.0.2.2");
        answers.run();
        service.clock.advance(Duration.ofMinutes(59));
        var slow = with(service.desk.requests, notice -> {
            service.notices.send(notice);
            service.clock.advance(Duration.ofSeconds(20));
        });

        slow.tend();
        assertEquals(1, confirmations());
        pass(1);
        assertEquals(2, confirmations());
    }

    @Test
    void moreThanOneReadGivesAreAnsweredInOneCall() {
        for (var number = 0; number < AnswerSignUps.MOST + 20; number++) {
            ask("a" + number + "@example.org", "192.0.2." + number);
        }

        assertEquals(AnswerSignUps.MOST + 20, answers.run());
        assertEquals(AnswerSignUps.MOST + 20, confirmations());
    }

    /** Each try may take long, and the next call makes them all again. */
    @Test
    void providerThatTakesNothingIsTriedThreeTimes() {
        var tries = new AtomicInteger();
        for (var number = 0; number < 9; number++) {
            ask("a" + number + "@example.org", "192.0.2.1");
        }
        service.notices.takeOnly(_ -> tries.incrementAndGet() < 0);

        assertThrows(UnavailableException.class, answers::run);

        assertEquals(3, tries.get());
    }

    @Test
    void requestThatAnotherCallTookIsAnsweredOnce() {
        ask("anna@example.org", "192.0.2.1");
        var rival = new Rival("putOff", answers::run);

        assertEquals(0, with(rival.of(SignUpRequests.class, service.desk.requests), service.notices).run());

        assertEquals(1, confirmations());
    }

    @Test
    void mailThatCannotBeSentKeepsNoOtherBack() {
        ask("full@example.org", "192.0.2.1");
        ask("anna@example.org", "192.0.2.2");
        service.notices.takeOnly(notice -> notice.recipient().equals(ANNA));

        assertThrows(UnavailableException.class, answers::run);

        assertEquals(1, confirmations());
        assertTrue(service.isKnown(ANNA));
    }
}
