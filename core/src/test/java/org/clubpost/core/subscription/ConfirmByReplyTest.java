package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.ReplyTokens;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.ConfirmByReply.Outcome;
import org.junit.jupiter.api.Test;

/** Answers to the mail that asks to confirm. */
final class ConfirmByReplyTest {

    private static final EmailAddress EVA = EmailAddress.of("eva@example.org");

    private final SignUps service = new SignUps();
    private final InMemoryFunnel funnel = new InMemoryFunnel();
    private final ConfirmByReply testee = new ConfirmByReply(service.lists, service.stored, service.confirm,
            new FreshLink(service.confirm, service.desk.requests, service.desk.share),
            new CountSignUps(funnel, service.clock));

    private List<Long> confirmedADay() {
        var today = LocalDate.ofInstant(service.clock.instant(), service.news.dispatch().zone());
        return funnel.days(service.news.id(), today, today).stream().map(Funnel.Day::confirmed).toList();
    }

    private Origin origin() {
        return Origin.byMail(service.clock.instant(), "192.0.2.7", "Yes");
    }

    private Outcome reply(EmailAddress author, String... tokens) {
        return testee.confirm(author, List.of(tokens), origin());
    }

    /** What stands in the address to which the last mail is answered. */
    private String token() {
        var answer = service.notices.sent().getLast().answer().orElseThrow();
        return ListAddress.find(answer, "lists.example.org", service.lists).orElseThrow().more();
    }

    private Subscriber.Confirmed member(EmailAddress address) {
        return assertInstanceOf(Subscriber.Confirmed.class, service.find(address));
    }

    @Test
    void answerConfirmsAndIsOnRecord() {
        var link = service.request(ANNA);

        assertEquals(Outcome.CONFIRMED, reply(ANNA, token()));

        var consent = assertInstanceOf(Consent.DoubleOptIn.class, member(ANNA).consent());
        assertEquals(new Origin(service.clock.instant(), "192.0.2.7", "by mail: Yes"), consent.confirmed());
        assertEquals(Optional.of("Yes"), consent.confirmed().mail());
        assertEquals(Optional.empty(), consent.requested().mail());
        assertEquals(1, service.notices.sent(JoinNotice.Welcome.class).size());
        assertInstanceOf(Confirm.Outcome.AlreadyJoined.class, service.confirm.look(link, service.clock.instant()));
    }

    @Test
    void secondAnswerChangesNothing() {
        service.request(ANNA);
        var token = token();
        reply(ANNA, token);
        var sent = service.notices.sent().size();

        assertEquals(Outcome.CONFIRMED, reply(ANNA, token));
        assertEquals(sent, service.notices.sent().size());
        assertEquals(List.of(1L), confirmedADay());
    }

    @Test
    void linkInTheQuotedMailWillDo() {
        var link = service.request(ANNA);

        assertEquals(Outcome.CONFIRMED, reply(ANNA, "garbage", link));
    }

    /** Each of the mails under way may be answered. */
    @Test
    void anEarlierMailMayBeAnsweredToo() {
        service.request(ANNA);
        var first = token();
        service.gapPasses();
        service.request(ANNA);

        assertEquals(Outcome.CONFIRMED, reply(ANNA, first));
    }

    /** Whoever the mail was forwarded to confirms for nobody but whom it was sent to. */
    @Test
    void answerOfAnotherAddressConfirmsNothing() {
        var link = service.request(ANNA);
        var token = token();
        service.request(EVA);

        assertEquals(Outcome.NOTHING, reply(EVA, token, link));
        assertEquals(Outcome.NOTHING, reply(EmailAddress.of("nobody@example.org"), token, link));
        assertEquals(Outcome.NOTHING, reply(ANNA));
        assertEquals(Outcome.NOTHING, reply(ANNA, "aaaaaaaaaaaaaaa"));
        assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
        assertInstanceOf(Subscriber.Pending.class, service.find(EVA));
    }

    @Test
    void nobodyElseIsConfirmed() {
        service.stored.create(new Subscriber.Confirmed(service.news.id(), SampleSubscribers.aPerson("eva@example.org"),
                new Consent.OwnersWord(service.clock.instant(), "on paper"), service.clock.instant(), true));
        service.stored.create(SampleSubscribers.aFormerMember(service.news.id(), "old@example.org"));
        service.stored.create(SampleSubscribers.aSuppressed(service.news.id(), "s@example.org"));

        for (var address : List.of("eva@example.org", "old@example.org", "s@example.org")) {
            assertEquals(Outcome.NOTHING, reply(EmailAddress.of(address), "aaaaaaaaaaaaaaa"));
        }
    }

    @Test
    void answerThatComesTooLateBringsAFreshLink() {
        service.request(ANNA);
        var token = token();
        service.clock.advance(Duration.ofDays(4));

        assertEquals(Outcome.FRESH_LINK, reply(ANNA, token));
        service.desk.answers.tend();

        assertEquals(2, service.notices.sent(JoinNotice.ConfirmationRequest.class).size());
        assertEquals(Outcome.CONFIRMED, reply(ANNA, token()));
    }

    @Test
    void answerThatLosesOnceAgainstAnotherOneConfirms() {
        service.request(ANNA);
        var token = token();
        service.subscribers.beforeTheNextChange(() -> {
            var stored = service.stored.find(service.news.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow();
            service.stored.replace(stored, stored.subscriber());
        });
        var hurried = new ConfirmByReply(service.lists, service.subscribers, service.confirm,
                new FreshLink(service.confirm, service.desk.requests, service.desk.share),
                new CountSignUps(funnel, service.clock));

        assertEquals(Outcome.CONFIRMED, hurried.confirm(ANNA, List.of(token), origin()));

        member(ANNA);
        assertEquals(1, service.notices.sent(JoinNotice.Welcome.class).size());
    }

    /** What was confirmed in time counts, though another request of the same mail is too late. */
    @Test
    void answerConfirmsTheListsThatAreStillInTime() {
        var chess = SampleLists.aList(new ListId("chess"));
        service.lists.create(chess.with(chess.signUp().withConfirmWithin(Duration.ofHours(1))));
        service.subscribe.request(new SignUp(List.of(service.news.id(), chess.id()), ANNA, new PersonName("Anna"),
                service.news.profile().language(), "/", "cd".repeat(32), service.origin()));
        service.desk.answers.tend();
        var token = token();
        service.clock.advance(Duration.ofHours(2));

        assertEquals(Outcome.CONFIRMED, reply(ANNA, token));

        member(ANNA);
        assertInstanceOf(Subscriber.Pending.class, service.find(chess.id(), ANNA));
    }

    @Test
    void listThatClosedInTheMeantimeSendsNoFreshLink() {
        service.request(ANNA);
        var token = token();
        service.clock.advance(Duration.ofDays(4));
        service.lists.replace(service.news, service.news.with(service.news.signUp().withOpen(false)));

        assertEquals(Outcome.NOTHING, reply(ANNA, token));
    }

    @Test
    void whereTheOwnersDecideAnAnswerApplies() {
        service.lists.replace(service.news,
                service.news.with(service.news.signUp().with(Admission.APPROVAL)));
        service.request(ANNA);
        var token = token();

        assertEquals(Outcome.CONFIRMED, reply(ANNA, token));
        assertInstanceOf(Subscriber.Applied.class, service.find(ANNA));
        assertEquals(Outcome.CONFIRMED, reply(ANNA, token));
    }

    @Test
    void oneAnswerConfirmsAllListsThatWereAskedForTogether() {
        var chess = SampleLists.aList(new ListId("chess"));
        service.lists.create(chess);
        service.subscribe.request(new SignUp(List.of(service.news, chess).stream().map(MailingList::id).toList(), ANNA,
                new PersonName("Anna"), service.news.profile().language(), "/", "cd".repeat(32), service.origin()));
        service.desk.answers.tend();
        var link = SampleLinks
                .token(service.notices.sent(JoinNotice.JointConfirmationRequest.class).getLast().confirm());

        assertEquals(Outcome.NOTHING, reply(EVA, token(), link));
        assertEquals(Outcome.CONFIRMED, reply(ANNA, token()));

        assertInstanceOf(Subscriber.Confirmed.class, service.find(chess.id(), ANNA));
        assertInstanceOf(Subscriber.Confirmed.class, service.find(service.news.id(), ANNA));
        assertEquals(Outcome.CONFIRMED, reply(ANNA, link));
    }

    @Test
    void answerThatComesTooLateForSeveralListsBringsOneMail() {
        var chess = SampleLists.aList(new ListId("chess"));
        service.lists.create(chess);
        service.subscribe.request(new SignUp(List.of(service.news.id(), chess.id()), ANNA, new PersonName("Anna"),
                service.news.profile().language(), "/", "cd".repeat(32), service.origin()));
        service.desk.answers.tend();
        var token = token();
        service.clock.advance(Duration.ofDays(4));

        assertEquals(Outcome.FRESH_LINK, reply(ANNA, token));
        service.desk.answers.tend();

        assertEquals(2, service.notices.sent(JoinNotice.JointConfirmationRequest.class).size());
        assertEquals(Outcome.CONFIRMED, reply(ANNA, token()));
    }

    @Test
    void reminderIsAnsweredAsWell() {
        service.request(ANNA);
        var pending = (Subscriber.Pending) service.find(ANNA);
        var reminded = pending.with(service.desk.share.reminderLink(pending).digest());
        service.stored.replace(service.stored.find(service.news.id(), pending.id()).orElseThrow(), reminded);

        assertEquals(Outcome.CONFIRMED, reply(ANNA, new ReplyTokens(SampleSubscribers.IDS)
                .of(pending.id(), service.desk.share.reminderLink(pending).digest())));
    }
}
