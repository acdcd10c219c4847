package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Confirm.Outcome;
import org.junit.jupiter.api.Test;

/** A fresh link in place of one whose time is over. */
final class FreshLinkTest {

    private final SignUps service = new SignUps();
    private final FreshLink testee = new FreshLink(service.confirm, service.desk.requests, service.desk.share);

    private String expired() {
        var token = service.request(ANNA);
        service.clock.advance(Duration.ofDays(3));
        return token;
    }

    private FreshLink.Outcome ask(String token) {
        return testee.ask(token, service.clock.instant());
    }

    private List<JoinNotice.ConfirmationRequest> mails() {
        return service.notices.sent(JoinNotice.ConfirmationRequest.class);
    }

    @Test
    void whoComesLateGetsAFreshLinkForTheSameRequest() {
        var asked = service.origin();
        var old = expired();
        assertInstanceOf(Outcome.Expired.class, service.confirm.look(old, service.clock.instant()));
        assertInstanceOf(Outcome.Expired.class, service.confirm.confirm(old, service.origin()));

        var outcome = ask(old);
        service.desk.answers.tend();

        assertInstanceOf(FreshLink.Outcome.Sent.class, outcome);
        assertEquals(ANNA, mails().getLast().recipient());
        var fresh = SampleLinks.token(mails().getLast().confirm());
        assertInstanceOf(Outcome.Joined.class, service.confirm.confirm(fresh, service.origin()));
        var member = (Subscriber.Confirmed) service.find(ANNA);
        assertEquals(asked, ((Consent.DoubleOptIn) member.consent()).requested());
    }

    @Test
    void oldLinkWorksAgainOnceTheFreshOneIsThere() {
        var old = expired();
        ask(old);
        service.desk.answers.tend();

        assertInstanceOf(Outcome.Open.class, service.confirm.look(old, service.clock.instant()));
        assertInstanceOf(FreshLink.Outcome.NotNeeded.class, ask(old));
        assertEquals(2, mails().size());
    }

    @Test
    void secondPressBringsNoSecondMail() {
        var old = expired();
        ask(old);
        ask(old);
        service.desk.answers.tend();
        ask(old);
        service.desk.answers.tend();

        assertEquals(2, mails().size());
    }

    /** Each press is the answer to a mail, so a person who is always late does not run out of mails. */
    @Test
    void whoIsLateAgainAndAgainGetsALinkEachTime() {
        var link = expired();
        for (var time = 0; time < 5; time++) {
            ask(link);
            service.desk.answers.tend();
            service.clock.advance(Duration.ofDays(3));
        }

        assertEquals(6, mails().size());
    }

    @Test
    void linkOfSomebodyElsesRequestIsNotRevived() {
        var old = expired();
        service.clock.advance(Duration.ofHours(1));
        service.request(ANNA);

        assertInstanceOf(Outcome.Gone.class, service.confirm.look(old, service.clock.instant()));
        assertEquals(new FreshLink.Outcome.NotNeeded(new Outcome.Gone(service.news)), ask(old));
    }

    @Test
    void ofTwoRequestsOnlyThatOfTheLinkIsRevived() {
        var first = service.request(ANNA);
        service.clock.advance(Duration.ofHours(1));
        service.subscribe.request(new SignUp(service.news.id(), ANNA, new PersonName("Somebody"), Locale.GERMAN,
                "/other", "cd".repeat(32), service.origin("198.51.100.7")));
        service.desk.answers.tend();
        var second = SampleLinks.token(mails().getLast().confirm());
        service.clock.advance(Duration.ofHours(73));

        ask(first);
        service.desk.answers.tend();

        assertEquals(new PersonName("Anna"), ((Subscriber.Pending) service.find(ANNA)).person().name());
        assertInstanceOf(Outcome.Open.class, service.confirm.look(first, service.clock.instant()));
        assertInstanceOf(Outcome.Gone.class, service.confirm.look(second, service.clock.instant()));
    }

    @Test
    void requestWhoseTimeIsOverCanStillBeWithdrawn() {
        var old = expired();

        assertInstanceOf(Outcome.Withdrawn.class, service.confirm.withdraw(old, service.clock.instant()));
        assertInstanceOf(Outcome.Gone.class, service.confirm.look(old, service.clock.instant()));
    }

    @Test
    void listThatNoLongerTakesTheAddressSendsNothing() {
        var old = expired();
        service.lists.replace(service.news, service.news.with(service.news.signUp().withOpen(false)));
        assertInstanceOf(FreshLink.Outcome.NotNeeded.class, ask(old));
        service.lists.replace(service.lists.find(service.news.id()).orElseThrow(), service.news
                .with(service.news.signUp().withDomains(List.of(new DomainPattern("club.example")))));

        assertInstanceOf(FreshLink.Outcome.NotNeeded.class, ask(old));
        assertEquals(0, service.desk.requests.due(service.clock.instant(), 10).size());
    }

    /** A request for several lists whose time is over. */
    private JointToken expiredJoint(MailingList... others) {
        var ids = new ArrayList<>(List.of(service.news.id()));
        for (var other : others) {
            service.lists.create(other);
            ids.add(other.id());
        }
        service.subscribe.request(new SignUp(ids, ANNA, new PersonName("Anna"), Locale.GERMAN, "/", "cd".repeat(32),
                service.origin()));
        service.desk.answers.tend();
        service.clock.advance(Duration.ofDays(4));
        return joint(service.notices.sent(JoinNotice.JointConfirmationRequest.class).getLast());
    }

    private static JointToken joint(JoinNotice.JointConfirmationRequest mail) {
        return JointToken.parse(SampleLinks.token(mail.confirm())).orElseThrow();
    }

    @Test
    void whoComesLateForSeveralListsGetsAFreshLinkForAll() {
        var old = expiredJoint(SampleLists.aList(new ListId("chess")), SampleLists.aList(new ListId("go")));

        var sent = assertInstanceOf(FreshLink.JointOutcome.Sent.class, testee.ask(old, service.clock.instant()));
        testee.ask(old, service.clock.instant());
        service.desk.answers.tend();

        assertEquals(ANNA, sent.link().person().address());
        var mails = service.notices.sent(JoinNotice.JointConfirmationRequest.class);
        assertEquals(2, mails.size());
        assertEquals(3, mails.getLast().lists().size());
        assertEquals(3, assertInstanceOf(ConfirmJoint.Outcome.Joined.class,
                service.confirmJoint.confirm(joint(mails.getLast()), service.origin())).confirmed().size());
        assertInstanceOf(FreshLink.JointOutcome.NotNeeded.class, testee.ask(old, service.clock.instant()));
    }

    @Test
    void freshLinkIsOnlyForTheListsThatStillTakeTheAddress() {
        var chess = SampleLists.aList(new ListId("chess"));
        var go = SampleLists.aList(new ListId("go"));
        var old = expiredJoint(chess, go);
        service.lists.replace(chess, chess.with(chess.signUp().withOpen(false)));

        testee.ask(old, service.clock.instant());
        service.desk.answers.tend();

        assertEquals(List.of(go, service.news),
                service.notices.sent(JoinNotice.JointConfirmationRequest.class).getLast().lists());
    }

    @Test
    void ofSeveralListsThatAllAreClosedNothingIsSent() {
        var chess = SampleLists.aList(new ListId("chess"));
        var old = expiredJoint(chess);
        for (var list : List.of(chess, service.news)) {
            service.lists.replace(list, list.with(list.signUp().withOpen(false)));
        }

        assertEquals(new FreshLink.JointOutcome.NotNeeded(new ConfirmJoint.Outcome.Gone()),
                testee.ask(old, service.clock.instant()));
        assertInstanceOf(ConfirmJoint.Outcome.Withdrawn.class,
                service.confirmJoint.withdraw(old, service.clock.instant()));
    }

    @Test
    void memberAndStrangerLearnNothing() {
        var eva = EmailAddress.of("eva@example.org");
        service.confirm.confirm(service.request(eva), service.origin());

        assertEquals(new FreshLink.Outcome.NotNeeded(new Outcome.Invalid()), ask("nothing"));
        assertEquals(new FreshLink.Outcome.NotNeeded(new Outcome.Gone(service.news)),
                ask(org.clubpost.core.link.ConfirmationToken.create(service.news.id(),
                        SampleSubscribers.IDS.of(eva), new java.util.Random(7)).text()));
    }
}
