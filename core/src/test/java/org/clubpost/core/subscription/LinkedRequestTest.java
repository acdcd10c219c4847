package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.LinkedRequest;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Confirm.Outcome;
import org.junit.jupiter.api.Test;

/** A stranger signs up the address of somebody else, who signs up too: each link stands for its own request. */
final class LinkedRequestTest {

    private static final PersonName FOOL = new PersonName("I am a fool");

    private final SignUps service = new SignUps();

    /** Anna, without a name. */
    private SignUp herOwn() {
        return new SignUp(service.news.id(), ANNA, PersonName.NONE, Locale.ENGLISH, "/subscribe", "ab".repeat(32),
                service.origin("192.0.2.1"));
    }

    /** Somebody who does not like Anna. */
    private SignUp theStrangers() {
        return new SignUp(service.news.id(), EmailAddress.of("ANNA@example.org"), FOOL, Locale.GERMAN, "/other",
                "cd".repeat(32), new Origin(service.clock.instant(), "203.0.113.66", "curl/8"));
    }

    /** The token of the link that answers the request, after whatever gap there must be. */
    private String link(SignUp signUp) {
        var before = mails();
        service.subscribe.request(signUp);
        service.desk.answers.tend();
        if (mails() == before) {
            service.gapPasses();
            service.desk.answers.tend();
        }
        return SampleLinks.token(service.notices.sent(JoinNotice.ConfirmationRequest.class).getLast().confirm());
    }

    private int mails() {
        return service.notices.sent(JoinNotice.ConfirmationRequest.class).size();
    }

    private static TokenDigest digest(String token) {
        return ConfirmationToken.parse(token).orElseThrow().digest();
    }

    private Subscriber.Pending pending() {
        return assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
    }

    private Subscriber.Confirmed confirm(String token) {
        var pressed = service.origin("198.51.100.2");
        return assertInstanceOf(Outcome.Joined.class, service.confirm.confirm(token, pressed)).member();
    }

    private void assertIsHerOwn(Subscriber.Confirmed member, SignUp asked, String token) {
        assertIs(member, asked, token);
        assertEquals(PersonName.NONE, member.person().name());
        assertEquals(Locale.ENGLISH, service.notices.sent(JoinNotice.Welcome.class).getLast().language());
    }

    private void assertIs(Subscriber.Confirmed member, SignUp asked, String token) {
        assertEquals(asked.name(), member.person().name());
        assertEquals(asked.language(), member.person().language());
        assertEquals(asked.address().written(), member.person().address().written());
        assertEquals(new Consent.DoubleOptIn(asked.form(), asked.wording(), asked.origin(),
                service.origin("198.51.100.2"), digest(token)), member.consent());
        assertEquals(asked.language(), service.notices.sent(JoinNotice.Welcome.class).getLast().language());
        assertEquals(member.asGreeted(), service.find(ANNA));
    }

    @Test
    void whoWasFirstConfirmsTheirOwnRequest() {
        var own = herOwn();
        var first = link(own);
        var strangers = link(theStrangers());

        assertIsHerOwn(confirm(first), own, first);
        assertEquals(new Outcome.Gone(service.news), service.confirm.look(strangers, service.clock.instant()));
        assertEquals(new Outcome.AlreadyJoined(service.news), service.confirm.look(first, service.clock.instant()));
    }

    @Test
    void whoWasSecondConfirmsTheirOwnRequest() {
        link(theStrangers());
        var own = herOwn();

        var second = link(own);

        assertIsHerOwn(confirm(second), own, second);
    }

    @Test
    void whoPressesTheOtherLinkConfirmsWhatThatWasSentFor() {
        var strangers = theStrangers();
        var first = link(strangers);
        link(herOwn());

        assertIs(confirm(first), strangers, first);
    }

    @Test
    void pageShowsWhatItsLinkWasSentFor() {
        var first = link(herOwn());
        var second = link(theStrangers());

        var own = assertInstanceOf(Outcome.Open.class, service.confirm.look(first, service.clock.instant()));
        var other = assertInstanceOf(Outcome.Open.class, service.confirm.look(second, service.clock.instant()));

        assertEquals(Locale.ENGLISH, own.request().person().language());
        assertEquals("Anna@example.org", own.request().person().address().written());
        assertEquals(Locale.GERMAN, other.request().person().language());
        assertEquals(pending(), other.request());
    }

    @Test
    void requestIsKeptForEachLinkInItsOrder() {
        var asked = List.of(herOwn(), theStrangers(), herOwn());
        var links = asked.stream().map(this::link).map(LinkedRequestTest::digest).toList();

        assertEquals(links, pending().requests().stream().map(LinkedRequest::link).toList());
        assertEquals(asked.stream().map(SignUp::name).toList(),
                pending().requests().stream().map(LinkedRequest::name).toList());
        assertEquals(pending().requests().subList(0, 2), pending().earlier());
    }

    @Test
    void whatExpiredIsNotKeptWithANewRequest() {
        link(theStrangers());
        service.clock.advance(Duration.ofDays(3));
        link(herOwn());

        assertEquals(List.of(), pending().earlier());
        assertEquals(1, pending().links().size());
    }

    @Test
    void linksFromBeforeRequestsWereKeptStandForWhatWasNewestThen() {
        var old = link(herOwn());
        var seen = service.stored.find(service.news.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow();
        var both = Stream.of(SampleSubscribers.aDigest('a'), digest(old)).toList();
        var stored = pending();
        service.stored.replace(seen, new Subscriber.Pending(stored.list(), stored.person(), both, stored.form(),
                stored.wording(), stored.requested(), stored.expiresAt()));
        link(theStrangers());

        assertEquals(both, pending().earlier().stream().map(LinkedRequest::link).toList());
        assertEquals(List.of(PersonName.NONE, PersonName.NONE),
                pending().earlier().stream().map(LinkedRequest::name).toList());
        assertEquals(PersonName.NONE, confirm(old).person().name());
    }

    @Test
    void requestGoesWithItsLink() {
        var request = new LinkedRequest(SampleSubscribers.aDigest('a'), ANNA, FOOL, Locale.GERMAN, "/other", "",
                service.origin());
        var sample = SampleSubscribers.aPending(service.news.id(), ANNA.written());
        var other = new Subscriber.Pending(sample.list(), sample.person(), List.of(SampleSubscribers.aDigest('b')),
                sample.form(), sample.wording(), sample.requested(), sample.expiresAt(), sample.past(),
                List.of(request));

        assertEquals(List.of(), other.earlier());
    }

    @Test
    void withdrawingTakesBackAllThatWasAsked() {
        var first = link(herOwn());
        link(theStrangers());

        assertEquals(new Outcome.Withdrawn(service.news), service.confirm.withdraw(first, service.clock.instant()));

        assertFalse(service.isKnown(ANNA));
    }

    @Test
    void requestThatWaitsKeepsTheNameThatItWasMadeWith() {
        link(herOwn());
        var waiting = herOwn();
        service.subscribe.request(waiting);
        service.subscribe.request(theStrangers());
        service.gapPasses();
        service.desk.answers.tend();

        var mail = service.notices.sent(JoinNotice.ConfirmationRequest.class).getLast();
        assertEquals(2, mails());
        assertEquals(Locale.ENGLISH, mail.language());
        assertEquals(List.of(PersonName.NONE, PersonName.NONE),
                pending().requests().stream().map(LinkedRequest::name).toList());
    }

    @Test
    void requestsStayAsTheyAreWhenTheGoodbyeOfAFormerMemberIsNoted() {
        var left = SampleSubscribers.aFormerMember(service.news.id(), ANNA.written());
        service.stored.create(left);
        link(herOwn());
        link(theStrangers());
        var before = pending();

        var past = new Subscriber.Pending.Past.FormerMember(
                new Subscriber.Left(left.list(), left.person(), left.consent(), left.at(), LeaveWay.MAIL));
        assertEquals(before.earlier(), before.with(past).earlier());
        assertEquals(past, before.with(past).past());
        assertEquals(Optional.of(before), service.stored.find(before.list(), before.id()).map(Stored::subscriber));
    }
}
