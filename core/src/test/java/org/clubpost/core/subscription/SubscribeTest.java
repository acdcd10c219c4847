package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.ReplyTokens;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.SignUpRules;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscription.Subscribe.Outcome;
import org.junit.jupiter.api.Test;

final class SubscribeTest {

    private final SignUps service = new SignUps();

    private Outcome request() {
        return request(ANNA);
    }

    /** Asks, and lets the mail be sent. */
    private Outcome request(EmailAddress address) {
        var outcome = service.subscribe.request(service.signUp(address));
        service.desk.answers.tend();
        return outcome;
    }

    /** Nobody is written to, and nothing is stored; members at other domains are not told apart. */
    @Test
    void addressOfAnotherDomainIsRefused() {
        var restricted = service.news.with(service.news.signUp()
                .withDomains(List.of(new DomainPattern("club.example"))));
        service.lists.replace(service.news, restricted);
        service.subscribers.create(SampleSubscribers.aMember(restricted.id(), "member@example.com"));

        assertEquals(Outcome.OTHER_DOMAIN, request());
        assertEquals(Outcome.OTHER_DOMAIN,
                request(EmailAddress.of("member@example.com")));
        assertEquals(Outcome.ACCEPTED,
                request(EmailAddress.of("Eva@Club.example")));

        assertEquals(1, service.notices.sent().size());
    }

    @Test
    void newcomerGetsALinkToConfirm() {
        assertEquals(Outcome.ACCEPTED, request());

        var mail = assertInstanceOf(JoinNotice.ConfirmationRequest.class, service.notices.sent().getFirst());
        var token = ConfirmationToken.parse(SampleLinks.token(mail.confirm())).orElseThrow();
        var person = new Person(SampleSubscribers.IDS.of(ANNA), ANNA, new PersonName("Anna"),
                service.news.profile().language());
        assertEquals(new JoinNotice.ConfirmationRequest(service.news, ANNA, person.language(),
                SampleLinks.LINKS.confirm(token), SampleLinks.LINKS.withdraw(token), Duration.ofDays(3),
                Optional.of(service.news.confirmAddress(new ReplyTokens(SampleSubscribers.IDS).of(person.id(),
                        token.digest())))),
                mail);
        assertEquals(
                new Subscriber.Pending(service.news.id(), person, List.of(token.digest()), "/subscribe",
                        "ab".repeat(32), service.origin(), service.clock.instant().plus(Duration.ofDays(3))),
                service.find(ANNA));
        assertEquals(1, service.notices.sent().size());
        assertEquals(0, service.members());
    }

    @Test
    void answerIsTheSameWhateverIsStored() {
        var address = EmailAddress.of("b@example.org");
        var member = SampleSubscribers.aMember(service.news.id(), "c@example.org");
        service.stored.with(List.of(SampleSubscribers.aPending(service.news.id(), "a@example.org"), member,
                SampleSubscribers.aFormerMember(service.news.id(), "d@example.org"),
                SampleSubscribers.aSuppressed(service.news.id(), "e@example.org")));

        for (var each : List.of("a@example.org", address.written(), "c@example.org", "d@example.org",
                "e@example.org")) {
            assertEquals(Outcome.ACCEPTED, request(EmailAddress.of(each)));
        }
    }

    @Test
    void pendingSubscriberIsSentALinkAgainAndTheEarlierOnesGoOnWorking() {
        var first = service.request(ANNA);
        service.gapPasses();
        var second = service.request(ANNA);

        var pending = assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
        assertNotEquals(first, second);
        assertEquals(List.of(ConfirmationToken.parse(first).orElseThrow().digest(),
                ConfirmationToken.parse(second).orElseThrow().digest()), pending.links());
        assertEquals(service.clock.instant().plus(Duration.ofDays(3)), pending.expiresAt());
    }

    @Test
    void linksOfEveryMailThatTheFormCanCauseInADayWork() {
        var first = service.request(ANNA);
        for (var i = 1; i < Unanswered.MOST; i++) {
            service.gapPasses();
            service.request(ANNA);
        }

        assertInstanceOf(Confirm.Outcome.Joined.class, service.confirm.confirm(first, service.origin()));
    }

    @Test
    void requestThatExpiredIsForgotten() {
        var first = service.request(ANNA);
        service.clock.advance(Duration.ofDays(3));
        service.request(ANNA);

        assertInstanceOf(Confirm.Outcome.Gone.class, service.confirm.look(first, service.clock.instant()));
        assertEquals(1, assertInstanceOf(Subscriber.Pending.class, service.find(ANNA)).links().size());
    }

    @Test
    void memberIsToldThatNothingNeedsDoing() {
        var member = SampleSubscribers.aMember(service.news.id(), "ANNA@example.org");
        service.stored.create(member);

        request();

        assertEquals(List.of(new JoinNotice.AlreadyMember(service.news, ANNA, service.news.profile().language(),
                SampleLinks.LINKS.leavePage(service.news.id(), member.id()))), service.notices.sent());
        assertEquals("ANNA@example.org", service.notices.sent().getFirst().recipient().written());
        assertEquals(member, service.find(ANNA));
    }

    @Test
    void whoLeftMayComeBackAndIsStillKnownToHaveLeft() {
        var left = SampleSubscribers.aFormerMember(service.news.id(), ANNA.written());
        service.stored.create(left);

        service.request(ANNA);
        service.gapPasses();
        service.request(ANNA);

        var pending = assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
        assertEquals(new Past.FormerMember(left), pending.past());
        assertEquals(2, pending.links().size());
    }

    @Test
    void whoeverIsNotWrittenToAnyMoreCanSignUpAgain() {
        var suppressed = SampleSubscribers.aSuppressed(service.news.id(), ANNA.written());
        service.stored.create(suppressed);

        assertEquals(Outcome.ACCEPTED, request());

        var pending = assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
        assertEquals(new Past.FormerMember(suppressed), pending.past());
        assertEquals(1, service.notices.sent().size());
    }

    @Test
    void recipientGetsSoManyMailsAndNoMoreWhoeverAsks() {
        for (var i = 0; i < 10; i++) {
            assertEquals(Outcome.ACCEPTED, service.subscribe.request(service.signUp(ANNA, "192.0.2." + i)));
            service.desk.answers.tend();
            service.gapPasses();
        }

        assertEquals(Unanswered.MOST, service.notices.sent().size());
    }

    @Test
    void recipientWhoGotEnoughKeepsTheLinksThatWork() {
        var link = service.request(ANNA);
        for (var i = 0; i < 10; i++) {
            service.subscribe.request(service.signUp(ANNA, "192.0.2." + i));
            service.gapPasses();
            service.desk.answers.tend();
        }

        assertInstanceOf(Confirm.Outcome.Open.class, service.confirm.look(link, service.clock.instant()));
    }

    @Test
    void sourceThatAsksTooOftenIsTurnedAway() {
        for (var i = 0; i < Subscribe.PER_SOURCE.most(); i++) {
            assertEquals(Outcome.ACCEPTED,
                    service.subscribe.request(service.signUp(EmailAddress.of("a" + i + "@example.org"))));
        }

        assertEquals(Outcome.TOO_MANY, request());
        assertFalse(service.isKnown(ANNA));
        assertEquals(Outcome.ACCEPTED, service.subscribe.request(service.signUp(ANNA, "192.0.2.99")));
    }

    @Test
    void unknownListIsSaidToBeUnknown() {
        var signUp = service.signUp(ANNA);

        assertEquals(Outcome.UNKNOWN_LIST, service.subscribe.request(new SignUp(new ListId("nothing"),
                signUp.address(), signUp.name(), signUp.language(), signUp.form(), signUp.wording(), signUp.origin())));
        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void closedListTakesNobody() {
        service.lists.replace(service.news, service.news.with(new SignUpRules(false, Duration.ofHours(1))));

        assertEquals(Outcome.CLOSED, request());

        assertFalse(service.isKnown(ANNA));
        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void listOfTheFormIsFoundWhetherItIsOpenOrNot() {
        var closed = SampleLists.aListWithEverySetting(new ListId("closed"));
        service.lists.create(closed);

        assertEquals(Optional.of(service.news), service.subscribe.list(service.news.id()));
        assertEquals(Optional.of(closed), service.subscribe.list(closed.id()));
        assertEquals(Optional.empty(), service.subscribe.list(new ListId("nothing")));
    }

    @Test
    void whoBecameAMemberInBetweenIsToldSo() {
        var member = SampleSubscribers.aMember(service.news.id(), ANNA.written());
        service.subscribers.beforeTheNextChange(() -> service.stored.create(member));

        assertEquals(Outcome.ACCEPTED, request());

        assertEquals(member, service.find(ANNA));
        assertEquals(1, service.notices.sent(JoinNotice.AlreadyMember.class).size());
        assertEquals(1, service.notices.sent().size());
    }

    @Test
    void whoIsWrittenToByTwoAtTheSameTimeHasTwoLinksThatWork() {
        service.subscribers.beforeTheNextChange(() -> {
            service.clock.advance(AnswerSignUps.LEASE);
            service.desk.answers.run();
        });

        request();

        var mails = service.notices.sent(JoinNotice.ConfirmationRequest.class);
        assertEquals(2, mails.size());
        for (var mail : mails) {
            assertInstanceOf(Confirm.Outcome.Open.class,
                    service.confirm.look(SampleLinks.token(mail.confirm()), service.clock.instant()));
        }
    }

    @Test
    void mailThatCouldNotBeSentIsSentLater() {
        service.notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, this::request);
        service.notices.takeOnly(_ -> true);
        service.clock.advance(AnswerSignUps.LEASE);

        service.desk.answers.run();

        assertEquals(1, service.notices.sent().size());
        var link = SampleLinks.token(service.notices.sent(JoinNotice.ConfirmationRequest.class).getLast().confirm());
        assertInstanceOf(Confirm.Outcome.Open.class, service.confirm.look(link, service.clock.instant()));
    }

    private Outcome from(String source, int person) {
        return service.subscribe
                .request(service.signUp(EmailAddress.of("person" + person + "@example.org"), source));
    }

    /** As many networks as it takes, each within its own limit. */
    private void flood(int requests) {
        for (var i = 0; i < requests; i++) {
            from("10.1.%d.%d".formatted(i / 100 / 250, i / 100 % 250), i);
        }
    }

    @Test
    void aFloodOfOneListLeavesItOpenToWhoAskedHardlyAnythingYet() {
        flood(5_000);

        assertEquals(Outcome.TOO_MANY, from("10.1.0.7", 1));
        assertEquals(Outcome.ACCEPTED, from("192.0.2.77", 1));
        assertEquals(Outcome.ACCEPTED, from("192.0.2.77", 2));
        assertEquals(Outcome.ACCEPTED, from("192.0.2.77", 3));
        assertEquals(Outcome.TOO_MANY, from("192.0.2.77", 4));
    }

    /** Whoever does not look like a person gets in now and then, and keeps nobody else out. */
    @Test
    void fewGetInWhoMayBeRobots() {
        var outcomes = IntStream.range(0, 50).mapToObj(i -> service.subscribe.request(
                service.signUp(EmailAddress.of("robot" + i + "@example.org"), "192.0.2.9"), Subscribe.Sender.UNPROVEN))
                .toList();

        assertEquals(Subscribe.Outcome.ACCEPTED, outcomes.getFirst());
        assertEquals(Subscribe.Outcome.UNPROVEN, outcomes.getLast());
        assertEquals(Subscribe.Outcome.ACCEPTED, service.subscribe.request(
                service.signUp(EmailAddress.of("person@example.org"), "192.0.2.9"), Subscribe.Sender.PROVEN));
        assertEquals(Subscribe.Outcome.ACCEPTED, service.subscribe.request(
                service.signUp(EmailAddress.of("other@example.org"), "198.51.100.9"), Subscribe.Sender.UNPROVEN));
    }
}
