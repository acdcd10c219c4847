package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.InvitePeople;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Admission;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Invite.Outcome;
import org.junit.jupiter.api.Test;

/** Who is invited, and what becomes of them. */
class InviteTest {

    private static final EmailAddress OWNER = EmailAddress.of("one@club.example");
    private static final Actor INVITER = new Actor.Owner(OWNER);

    private final SignUps service = new SignUps();
    private final Invite invite = new Invite(service.subscribers, service.desk.requests, service.limits,
            SampleSubscribers.IDS);

    private Outcome invite() {
        return invite(service.clock.instant());
    }

    private Outcome invite(Instant at) {
        var outcome = invite.invite(service.news, INVITER, SignUps.ANNA, at);
        service.desk.answers.tend();
        return outcome;
    }

    private List<JoinNotice.Invitation> mails() {
        return service.notices.sent(JoinNotice.Invitation.class);
    }

    private String link() {
        return SampleLinks.token(mails().getLast().request().confirm());
    }

    @Test
    void invitationNamesWhoInvitesAndMakesAMember() {
        assertEquals(Outcome.INVITED, invite());

        assertEquals(INVITER, mails().getLast().inviter());
        assertEquals(SignUps.ANNA, mails().getLast().recipient());
        assertEquals(service.news, mails().getLast().list());
        assertEquals(service.news.profile().language(), mails().getLast().language());
        assertInstanceOf(Confirm.Outcome.Joined.class, service.confirm.confirm(link(), service.origin()));
        var member = assertInstanceOf(Subscriber.Confirmed.class, service.find(SignUps.ANNA));
        var consent = assertInstanceOf(Consent.DoubleOptIn.class, member.consent());
        assertEquals("invited by one@club.example", consent.form());
        assertEquals(Outcome.MEMBER, invite());
    }

    @Test
    void repeatedWithTheSameTimeItCausesNoSecondMail() {
        var at = service.clock.instant();
        invite(at);
        service.gapPasses();

        assertEquals(Outcome.INVITED, invite(at));
        assertEquals(1, mails().size());
        assertEquals(Outcome.INVITED, invite());
        assertEquals(2, mails().size());
    }

    @Test
    void ownersNeedNotLetInWhomTheyInvited() {
        var approving = service.news.with(service.news.signUp().with(Admission.APPROVAL));
        service.lists.replace(service.news, approving);
        invite();

        assertInstanceOf(Confirm.Outcome.Joined.class, service.confirm.confirm(link(), service.origin()));
    }

    @Test
    void closedListInvites() {
        service.lists.replace(service.news, service.news.with(service.news.signUp().withOpen(false)));
        invite();

        assertInstanceOf(Confirm.Outcome.Joined.class, service.confirm.confirm(link(), service.origin()));
    }

    /** A form says by itself what it is called, so its name alone makes no invitation. */
    @Test
    void nobodyInvitesByTheForm() {
        var signUp = service.signUp(SignUps.ANNA);
        service.subscribe.request(new SignUp(signUp.lists(), signUp.address(), signUp.name(), signUp.language(),
                "invited by one@club.example", signUp.wording(), signUp.origin()));
        service.desk.answers.tend();

        assertEquals(List.of(), mails());
        assertEquals(1, service.notices.sent(JoinNotice.ConfirmationRequest.class).size());
    }

    @Test
    void whoLeftIsNotInvitedButWhoWasTakenOff() {
        service.stored.create(SampleSubscribers.aMember(service.news.id(), SignUps.ANNA.written()));
        service.membership.remove(service.news, SignUps.ANNA, new Actor.Owner(OWNER), service.clock.instant());
        assertEquals(Outcome.INVITED, invite());
        service.confirm.confirm(link(), service.origin());
        var ben = EmailAddress.of("ben@example.org");
        service.stored.create(SampleSubscribers.aFormerMember(service.news.id(), "ben@example.org"));
        service.stored.create(SampleSubscribers.aSuppressed(service.news.id(), "carl@example.org"));

        assertEquals(Outcome.STAYS_AWAY, invite.invite(service.news, INVITER, ben, service.clock.instant()));
        service.request(ben);
        assertEquals(Outcome.STAYS_AWAY, invite.invite(service.news, INVITER, ben, service.clock.instant()));
        assertEquals(Outcome.SUPPRESSED, invite.invite(service.news, INVITER, EmailAddress.of("carl@example.org"),
                service.clock.instant()));
    }

    @Test
    void whoWaitsForTheOwnersNeedsNoInvitation() {
        var approving = service.news.with(service.news.signUp().with(Admission.APPROVAL));
        service.lists.replace(service.news, approving);
        service.confirm.confirm(service.request(SignUps.ANNA), service.origin());

        assertEquals(Outcome.WAITS, invite());
    }

    @Test
    void manyAreInvitedADayAndNotMore() {
        for (var number = 0; number < Invite.PER_LIST.most(); number++) {
            invite.invite(service.news, INVITER, EmailAddress.of("a" + number + "@example.org"),
                    service.clock.instant());
        }

        assertEquals(Outcome.TOO_MANY, invite());
        service.dayPasses();
        assertEquals(Outcome.INVITED, invite());
    }

    @Test
    void operatorInvitesAndIsNotNamed() {
        var people = new InvitePeople(invite);

        assertEquals(new Answer.Allowed<>(Outcome.INVITED), people.invite(new Actor.Operator(), service.news,
                SignUps.ANNA, service.clock.instant()));
        service.desk.answers.tend();

        assertEquals(new Actor.Operator(), mails().getLast().inviter());
    }

    @Test
    void onlyWhoMayChangeMembersInvites() {
        var people = new InvitePeople(invite);

        assertEquals(new Answer.Denied<>(Permission.CHANGE_MEMBERS), people.invite(
                new Actor.Owner(EmailAddress.of("else@club.example")), service.news, SignUps.ANNA,
                service.clock.instant()));
        assertEquals(new Answer.Allowed<>(Outcome.INVITED), people.invite(new Actor.Owner(OWNER), service.news,
                SignUps.ANNA, service.clock.instant()));
    }
}
