package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.clubpost.core.Race;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Confirm.Outcome;
import org.junit.jupiter.api.Test;

final class ConfirmTest {

    private final SignUps service = new SignUps();

    private Outcome confirm(String token) {
        return service.confirm.confirm(token, service.origin("198.51.100.2"));
    }

    private Outcome look(String token) {
        return service.confirm.look(token, service.clock.instant());
    }

    private Outcome withdraw(String token) {
        return service.confirm.withdraw(token, service.clock.instant());
    }

    private List<Notice> greetings() {
        return service.notices.sent().stream().filter(notice -> !(notice instanceof JoinNotice.ConfirmationRequest))
                .toList();
    }

    // Looking

    @Test
    void newMemberIsPutIntoTheGroupOfTheDomain() {
        var grouped = service.news.with(new Groups(List.of(new GroupName("board")),
                List.of(DomainGroup.parse("*.example.org=others").orElseThrow(),
                        DomainGroup.parse("example.org=students").orElseThrow()),
                List.of()));
        service.lists.replace(service.news, grouped);

        var joined = assertInstanceOf(Outcome.Joined.class, confirm(service.request(ANNA)));

        assertEquals(Set.of(new GroupName("students")), joined.member().groups());
        assertEquals(Map.of(new GroupName("students"), 1L), service.lists.groupMembers(grouped.id()));
    }

    @Test
    void lookingShowsTheRequestAndChangesNothing() {
        var token = service.request(ANNA);
        var pending = assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));

        for (var i = 0; i < 5; i++) {
            assertEquals(new Outcome.Open(service.news, pending), look(token));
        }

        assertEquals(pending, service.find(ANNA));
        assertEquals(List.of(), greetings());
    }

    @Test
    void lookingAfterwardsShowsThatItWasConfirmed() {
        var token = service.request(ANNA);
        confirm(token);

        assertEquals(new Outcome.AlreadyJoined(service.news), look(token));
    }

    // Confirming

    @Test
    void whoConfirmsIsAMemberAndIsGreetedAndTheOwnersAreTold() {
        var token = service.request(ANNA);
        var pending = assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
        service.clock.advance(Duration.ofMinutes(7));

        var outcome = confirm(token);

        var consent = new Consent.DoubleOptIn("/subscribe", "ab".repeat(32), pending.requested(),
                service.origin("198.51.100.2"), ConfirmationToken.parse(token).orElseThrow().digest());
        var member = new Subscriber.Confirmed(service.news.id(), pending.person(), consent, service.clock.instant(),
                true);
        assertEquals(member, service.find(ANNA));
        assertEquals(member, assertInstanceOf(Outcome.Joined.class, outcome).member().asGreeted());
        assertEquals(1, service.members());
        assertEquals(List.of(
                new JoinNotice.Welcome(service.news, ANNA, pending.person().language(),
                        SampleLinks.LINKS.leavePage(service.news.id(), member.id()),
                        SampleLinks.LINKS.managePage(service.news.id(), member.id())),
                new OwnerNotice.MemberJoined(service.news, EmailAddress.of("one@club.example"), member.person(), false),
                new OwnerNotice.MemberJoined(service.news, EmailAddress.of("two@club.example"), member.person(),
                        false)),
                greetings());
    }

    @Test
    void secondClickSaysSoAndGreetsNobodyAgain() {
        var token = service.request(ANNA);
        confirm(token);
        var member = service.find(ANNA);

        assertEquals(new Outcome.AlreadyJoined(service.news), confirm(token));

        assertEquals(member, service.find(ANNA));
        assertEquals(3, greetings().size());
    }

    @Test
    void ofManyClicksAtTheSameTimeOneJoins() throws InterruptedException {
        var token = service.request(ANNA);

        assertEquals(1, Race.winners(8, () -> confirm(token) instanceof Outcome.Joined));

        assertEquals(1, service.members());
    }

    @Test
    void requestWorksUntilItsTimeIsOverAndNotLonger() {
        var token = service.request(ANNA);
        service.clock.advance(Duration.ofDays(3).minusNanos(1));
        assertInstanceOf(Outcome.Open.class, look(token));
        service.clock.advance(Duration.ofNanos(1));

        assertInstanceOf(Outcome.Expired.class, look(token));
        assertInstanceOf(Outcome.Expired.class, confirm(token));

        assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
        assertEquals(List.of(), greetings());
        assertEquals(new Outcome.Withdrawn(service.news), withdraw(token));
        assertEquals(new Outcome.Gone(service.news), look(token));
    }

    @Test
    void requestCanBeConfirmedInTheLastMoment() {
        var token = service.request(ANNA);
        service.clock.advance(Duration.ofDays(3).minusNanos(1));

        assertInstanceOf(Outcome.Joined.class, confirm(token));
    }

    @Test
    void forgedTokenForARealRequestIsGoodForNothing() {
        service.request(ANNA);
        var forged = ConfirmationToken.create(service.news.id(), SampleSubscribers.IDS.of(ANNA), new Random(99)).text();

        assertEquals(new Outcome.Gone(service.news), look(forged));
        assertEquals(new Outcome.Gone(service.news), confirm(forged));
        assertEquals(new Outcome.Gone(service.news), withdraw(forged));
        assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
    }

    @Test
    void tokenForNobodyLooksLikeOneThatIsOver() {
        var nobody = ConfirmationToken.create(service.news.id(), SampleSubscribers.aKey("0"), new Random(1)).text();

        assertEquals(new Outcome.Gone(service.news), look(nobody));
        assertEquals(new Outcome.Gone(service.news), confirm(nobody));
    }

    @Test
    void whatIsNoTokenIsInvalid() {
        var otherList = ConfirmationToken.create(new ListId("nothing"), SampleSubscribers.IDS.of(ANNA), new Random(1))
                .text();
        for (var token : List.of("", "x", otherList, service.request(ANNA) + "x".repeat(200))) {
            assertEquals(new Outcome.Invalid(), look(token));
            assertEquals(new Outcome.Invalid(), confirm(token));
            assertEquals(new Outcome.Invalid(), withdraw(token));
        }
    }

    @Test
    void linkOfAnEarlierMailIsOverOnceAnotherWasUsed() {
        var first = service.request(ANNA);
        var second = service.request(ANNA);
        confirm(second);

        assertEquals(new Outcome.Gone(service.news), confirm(first));
        assertEquals(1, service.members());
    }

    @Test
    void linkOfWhoWasTakenOffDoesNotBringThemBack() {
        var token = service.request(ANNA);
        confirm(token);
        service.membership.remove(service.news, ANNA, new Actor.Operator(), service.clock.instant());

        assertEquals(new Outcome.Gone(service.news), look(token));
        assertEquals(new Outcome.Gone(service.news), confirm(token));

        assertInstanceOf(Subscriber.Removed.class, service.find(ANNA));
    }

    @Test
    void linkOfWhoWasBroughtInByAnOwnerIsOver() {
        var token = service.request(ANNA);
        service.membership.add(service.news, List.of(new Membership.Newcomer(ANNA, service.signUp(ANNA).name())),
                "paper",
                service.clock.instant());

        assertEquals(new Outcome.Gone(service.news), confirm(token));
        assertEquals(List.of(), greetings());
    }

    @Test
    void whoeverWasNotWrittenToHasTheMembershipAgain() {
        var group = Set.of(new GroupName("board"));
        var before = SampleSubscribers.aMember(service.news.id(), ANNA.written()).in(group)
                .with(new MemberSettings(MemberSettings.OwnPosts.NONE, false));
        service.stored.create(Subscriber.Suppressed.of(before, service.clock.instant(), new Stopped.Complaint()));
        service.dayPasses();
        var token = service.request(ANNA);

        assertInstanceOf(Outcome.Joined.class, confirm(token));
        var member = assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA));
        assertEquals(before.settings(), member.settings());
        assertEquals(group, member.groups());
        assertEquals(before.since(), member.since());
        assertNotEquals(before.consent(), member.consent());
    }

    @Test
    void whoeverWasNotWrittenToNeedsNobodyToLetThemInAgain() {
        service.lists.replace(service.news, service.news.with(service.news.signUp().with(Admission.APPROVAL)));
        service.stored.create(SampleSubscribers.aSuppressed(service.news.id(), ANNA.written()));
        service.dayPasses();

        assertInstanceOf(Outcome.Joined.class, confirm(service.request(ANNA)));

        assertEquals(1, service.members());
    }

    @Test
    void linkOfAnEarlierMailIsOverOnceAnotherWasUsedToApply() {
        service.lists.replace(service.news, service.news.with(service.news.signUp().with(Admission.APPROVAL)));
        var first = service.request(ANNA);
        var second = service.request(ANNA);
        assertInstanceOf(Outcome.Applied.class, confirm(second));

        assertInstanceOf(Outcome.Gone.class, confirm(first));
        assertInstanceOf(Outcome.AlreadyApplied.class, confirm(second));
    }

    @Test
    void linkOfASuppressedAddressIsOver() {
        var token = service.request(ANNA);
        service.stored.replace(
                service.stored.find(service.news.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow(),
                SampleSubscribers.aSuppressed(service.news.id(), ANNA.written()));

        assertEquals(new Outcome.Gone(service.news), confirm(token));
        assertEquals(0, service.members());
    }

    @Test
    void requestThatIsRenewedInBetweenIsConfirmedAllTheSame() {
        var token = service.request(ANNA);
        service.subscribers.beforeTheNextChange(() -> service.request(ANNA));

        assertInstanceOf(Outcome.Joined.class, confirm(token));

        assertEquals(1, service.members());
    }

    @Test
    void requestThatIsWithdrawnInBetweenIsNotConfirmed() {
        var token = service.request(ANNA);
        service.subscribers.beforeTheNextChange(() -> withdraw(token));

        assertEquals(new Outcome.Gone(service.news), confirm(token));

        assertFalse(service.isKnown(ANNA));
        assertEquals(List.of(), greetings());
    }

    // Dying between confirmation and greeting

    @Test
    void secondClickGreetsWhoWasNotGreeted() {
        var token = service.request(ANNA);
        service.notices.takeOnly(notice -> !(notice instanceof JoinNotice.Welcome));
        assertThrows(UnavailableException.class, () -> confirm(token));
        assertEquals(1, service.members());
        assertFalse(assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA)).greeted());
        service.notices.takeOnly(_ -> true);

        assertEquals(new Outcome.AlreadyJoined(service.news), confirm(token));
        assertEquals(List.of(), greetings(), "whoever took the first click may still be at it");
        service.clock.advance(Duration.ofSeconds(61));
        assertEquals(new Outcome.AlreadyJoined(service.news), confirm(token));

        assertEquals(3, greetings().size());
        assertTrue(assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA)).greeted());
        confirm(token);
        assertEquals(3, greetings().size());
    }

    /** Two presses at once, as of a finger that presses twice. */
    @Test
    void secondClickDuringTheFirstGreetsNobodyTwice() {
        var token = service.request(ANNA);
        service.notices.takeOnly(notice -> {
            if (notice instanceof JoinNotice.Welcome && service.notices.sent(JoinNotice.Welcome.class).isEmpty()) {
                service.notices.takeOnly(_ -> true);
                assertEquals(new Outcome.AlreadyJoined(service.news), confirm(token));
            }
            return true;
        });

        confirm(token);

        assertEquals(1, service.notices.sent(JoinNotice.Welcome.class).size());
    }

    @Test
    void whoWasNotGreetedIsGreetedAMinuteLaterWithoutAnotherClick() {
        var token = service.request(ANNA);
        service.notices.takeOnly(notice -> !(notice instanceof JoinNotice.Welcome));
        assertThrows(UnavailableException.class, () -> confirm(token));
        service.notices.takeOnly(_ -> true);
        var id = service.find(ANNA).id();

        assertEquals(Optional.empty(), service.askOwners.tend(new NoteTask.Application(service.news.id(),
                service.clock.instant().plusSeconds(60), id)));

        assertEquals(3, greetings().size());
        assertTrue(assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA)).greeted());
    }

    @Test
    void ownerWhoCouldNotBeToldIsToldWithTheSecondClick() {
        var token = service.request(ANNA);
        var two = EmailAddress.of("two@club.example");
        service.notices.takeOnly(notice -> !notice.recipient().equals(two));
        assertThrows(UnavailableException.class, () -> confirm(token));
        service.notices.takeOnly(_ -> true);
        service.clock.advance(Duration.ofSeconds(61));

        confirm(token);

        assertEquals(1, service.notices.sent(OwnerNotice.MemberJoined.class).stream()
                .filter(notice -> notice.recipient().equals(two)).count());
    }

    @Test
    void whoWasTakenOffWhileBeingGreetedStaysAway() {
        var token = service.request(ANNA);
        service.notices.takeOnly(notice -> {
            if (notice instanceof JoinNotice.Welcome) {
                service.membership.remove(service.news, ANNA, new Actor.Operator(), service.clock.instant());
            }
            return true;
        });

        assertInstanceOf(Outcome.Joined.class, confirm(token));

        assertInstanceOf(Subscriber.Removed.class, service.find(ANNA));
        assertEquals(0, service.members());
    }

    // Withdrawing

    @Test
    void whoDidNotAskRemovesTheRequest() {
        var token = service.request(ANNA);

        assertEquals(new Outcome.Withdrawn(service.news), withdraw(token));

        assertFalse(service.isKnown(ANNA));
        assertEquals(new Outcome.Gone(service.news), withdraw(token));
        assertEquals(new Outcome.Gone(service.news), confirm(token));
        assertEquals(List.of(), greetings());
    }

    @Test
    void withdrawingDoesNotEndAMembership() {
        var token = service.request(ANNA);
        confirm(token);

        assertEquals(new Outcome.AlreadyJoined(service.news), withdraw(token));

        assertEquals(1, service.members());
    }

    @Test
    void withdrawingForAFormerMemberKeepsThatTheyLeft() {
        var left = SampleSubscribers.aFormerMember(service.news.id(), ANNA.written());
        service.stored.create(left);
        var token = service.request(ANNA);

        assertEquals(new Outcome.Withdrawn(service.news), withdraw(token));

        assertEquals(left, service.find(ANNA));
    }

    @Test
    void requestThatIsRenewedInBetweenIsWithdrawnAllTheSame() {
        var token = service.request(ANNA);
        service.subscribers.beforeTheNextChange(() -> service.request(ANNA));

        assertEquals(new Outcome.Withdrawn(service.news), withdraw(token));

        assertFalse(service.isKnown(ANNA));
    }
}
