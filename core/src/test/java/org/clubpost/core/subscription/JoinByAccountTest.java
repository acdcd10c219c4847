package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clubpost.core.Race;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.JoinByAccount.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JoinByAccountTest {

    private static final String POOL = "cognito eu-central-1_Ab1Cd2Ef3";
    private static final MemberSettings SETTINGS = MemberSettings.DEFAULT.with(MemberSettings.OwnPosts.RECEIPT);
    private static final Account ACCOUNT = new Account(ANNA, new PersonName("Anna"), Locale.GERMAN, SETTINGS);

    private final SignUps service = new SignUps();
    private final MailingList news = service.news.with(
            Groups.NONE.withDomains(List.of(DomainGroup.parse("example.org=staff").orElseThrow())));
    private final Consent.AccountSignUp consent = new Consent.AccountSignUp(POOL, "custom:newsletter=yes",
            service.clock.instant());

    private Outcome join() {
        return service.joinByAccount.join(news, ACCOUNT, consent);
    }

    private Outcome ask() {
        var outcome = service.joinByAccount.ask(news, ACCOUNT, POOL, new Origin(service.clock.instant(), "", ""));
        service.desk.answers.run();
        return outcome;
    }

    private Subscriber.Confirmed member() {
        return assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA));
    }

    private int mails() {
        return service.notices.sent().size();
    }

    // Who said yes

    @Test
    void whoSaidYesIsAMemberInTheGroupOfTheDomainAndIsGreeted() {
        assertEquals(Outcome.JOINED, join());

        var person = new Person(SampleSubscribers.IDS.of(ANNA), ANNA, new PersonName("Anna"), Locale.GERMAN);
        assertEquals(new Subscriber.Confirmed(news.id(), person, consent, consent.at(), true, SETTINGS,
                Set.of(new GroupName("staff"))), service.find(ANNA));
        assertEquals(List.of(
                new JoinNotice.Welcome(news, ANNA, Locale.GERMAN, SampleLinks.LINKS.leavePage(news.id(), person.id()),
                        SampleLinks.LINKS.managePage(news.id(), person.id())),
                new OwnerNotice.MemberJoined(news, EmailAddress.of("one@club.example"), person, false),
                new OwnerNotice.MemberJoined(news, EmailAddress.of("two@club.example"), person, false)),
                service.notices.sent());
        assertEquals(1, service.members());
    }

    @Test
    void twiceIsOnce() {
        join();
        var member = service.find(ANNA);

        assertEquals(Outcome.MEMBER, join());

        assertEquals(member, service.find(ANNA));
        assertEquals(3, mails());
    }

    @Test
    void ofManyAtTheSameTimeOneJoins() throws InterruptedException {
        assertEquals(1, Race.winners(8, () -> join() == Outcome.JOINED));

        assertEquals(1, service.members());
    }

    @Test
    void whoCouldNotBeGreetedIsGreetedTheNextTimeAndOnlyThen() {
        service.notices.takeOnly(notice -> !(notice instanceof JoinNotice.Welcome));
        assertThrows(UnavailableException.class, this::join);
        assertFalse(member().greeted());
        service.notices.takeOnly(_ -> true);

        assertEquals(Outcome.MEMBER, join());
        assertEquals(Outcome.MEMBER, join());

        assertTrue(member().greeted());
        assertEquals(3, mails());
    }

    @Test
    void whoAskedOnTheFormAndDidNotConfirmJoins() {
        var token = service.request(ANNA);

        assertEquals(Outcome.JOINED, join());

        assertEquals(consent, member().consent());
        assertInstanceOf(Confirm.Outcome.Gone.class, service.confirm.confirm(token, service.origin()));
    }

    @Test
    void requestThatIsMadeInBetweenDoesNotMatter() {
        service.subscribers.beforeTheNextChange(() -> service.request(ANNA));

        assertEquals(Outcome.JOINED, join());

        assertEquals(1, service.members());
    }

    // Who does not join

    @ParameterizedTest
    @EnumSource
    void whoLeftStaysAwayHoweverItEnded(LeaveWay way) {
        var member = SampleSubscribers.aMember(news.id(), ANNA.written());
        var left = new Subscriber.Left(news.id(), member.person(), member.consent(), service.clock.instant(), way);
        service.stored.create(left);

        assertEquals(Outcome.FORMER_MEMBER, join());
        assertEquals(Outcome.FORMER_MEMBER, ask());

        assertEquals(left, service.find(ANNA));
        assertEquals(0, mails());
    }

    @Test
    void whoLeftAndIsAskedToConfirmStaysAwayToo() {
        service.stored.create(SampleSubscribers.aFormerMember(news.id(), ANNA.written()));
        service.request(ANNA);
        var asked = service.find(ANNA);

        assertEquals(Outcome.FORMER_MEMBER, join());
        assertEquals(Outcome.FORMER_MEMBER, ask());

        assertEquals(asked, service.find(ANNA));
        assertEquals(1, mails());
    }

    @Test
    void whoMustNotBeWrittenToIsLeftAlone() {
        service.stored.create(SampleSubscribers.aSuppressed(news.id(), ANNA.written()));

        assertEquals(Outcome.SUPPRESSED, join());
        assertEquals(Outcome.SUPPRESSED, ask());

        assertEquals(0, mails());
    }

    // Who was not asked

    @Test
    void whoWasNotAskedGetsTheUsualMailAndConfirms() {
        assertEquals(Outcome.ASKED, ask());

        var mail = service.notices.sent(JoinNotice.ConfirmationRequest.class).getLast();
        var request = assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
        assertEquals(POOL, request.form());
        assertEquals(Locale.GERMAN, mail.language());
        assertInstanceOf(Confirm.Outcome.Joined.class,
                service.confirm.confirm(SampleLinks.token(mail.confirm()), service.origin()));
    }

    @Test
    void nobodyIsAskedTwice() {
        ask();

        assertEquals(Outcome.ASKED_BEFORE, ask());

        assertEquals(1, mails());
    }

    @Test
    void whoseMailDidNotGoOutIsAskedLater() {
        service.notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, this::ask);
        service.notices.takeOnly(_ -> true);
        service.clock.advance(AnswerSignUps.LEASE);

        assertEquals(Outcome.ASKED_BEFORE, ask());

        assertEquals(1, mails());
    }

    @Test
    void memberIsNotAsked() {
        join();

        assertEquals(Outcome.MEMBER, ask());

        assertEquals(3, mails());
    }
}
