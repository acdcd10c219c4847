package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.subscription.Membership.Tally;
import org.junit.jupiter.api.Test;

final class MembershipTest {

    private static final EmailAddress BERTA = EmailAddress.of("berta@example.org");

    private static final MemberSettings QUIET = MemberSettings.DEFAULT.with(MemberSettings.OwnPosts.NONE)
            .withCopyWhenAddressed(false);

    private final SignUps service = new SignUps();

    private Tally add(EmailAddress... addresses) {
        return service.membership.add(service.news,
                Stream.of(addresses).map(address -> new Newcomer(address, new PersonName("N. N."))).toList(),
                "on paper", service.clock.instant());
    }

    private boolean remove(EmailAddress address) {
        return service.membership.remove(service.news, address, new Actor.Operator(), service.clock.instant());
    }

    private Subscriber.Confirmed broughtIn(EmailAddress address) {
        var person = new Person(SampleSubscribers.IDS.of(address), address, new PersonName("N. N."),
                service.news.profile().language());
        return new Subscriber.Confirmed(service.news.id(), person,
                new Consent.OwnersWord(service.clock.instant(), "on paper"), service.clock.instant(), true);
    }

    // Bringing in

    @Test
    void memberFromBeforeTheTableIsPutIntoTheGroupOfTheDomainOnce() {
        var anna = EmailAddress.of("anna@example.org");
        service.membership.add(service.news, List.of(new Newcomer(anna, PersonName.NONE)), "a list",
                service.clock.instant());
        var sorted = service.news.with(Groups.NONE.withDomains(List.of(DomainGroup.parse("example.org=board")
                .orElseThrow())));

        assertTrue(service.membership.putIntoGroup(sorted, (Subscriber.Confirmed) service.find(anna)));
        assertFalse(service.membership.putIntoGroup(sorted, (Subscriber.Confirmed) service.find(anna)));
        assertFalse(service.membership.putIntoGroup(service.news, (Subscriber.Confirmed) service.find(anna)));

        assertEquals(Set.of(new GroupName("board")), ((Subscriber.Confirmed) service.find(anna)).groups());
    }

    @Test
    void memberIsPutIntoTheGroupsThatAreNamed() {
        var board = new GroupName("board");
        var students = new GroupName("students");
        var anna = EmailAddress.of("anna@example.org");
        service.membership.add(service.news, List.of(new Newcomer(anna, PersonName.NONE, Set.of(students))), "a list",
                service.clock.instant());

        var tally = service.membership.add(service.news,
                List.of(new Newcomer(anna, PersonName.NONE, Set.of(board))), "another", service.clock.instant());

        assertEquals(new Tally(0, 1, 0), tally);
        assertEquals(Set.of(board, students), ((Subscriber.Confirmed) service.find(anna)).groups());
        assertEquals(Map.of(board, 1L, students, 1L), service.lists.groupMembers(service.news.id()));
    }

    @Test
    void memberWhoChangesMeanwhileIsPutIntoTheGroupsAllTheSame() {
        add(ANNA);
        var board = Set.of(new GroupName("board"));
        service.subscribers.beforeTheNextChange(() -> {
            var stored = service.stored.find(service.news.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow();
            service.stored.replace(stored, ((Subscriber.Confirmed) stored.subscriber()).with(Locale.GERMAN));
        });

        assertEquals(new Tally(0, 1, 0), service.membership.add(service.news,
                List.of(new Newcomer(ANNA, PersonName.NONE, board)), "on paper", service.clock.instant()));

        var member = (Subscriber.Confirmed) service.find(ANNA);
        assertEquals(board, member.groups());
        assertEquals(Locale.GERMAN, member.person().language());
    }

    @Test
    void memberWhoLeavesMeanwhileIsPutIntoNoGroup() {
        add(ANNA);
        var member = (Subscriber.Confirmed) service.find(ANNA);
        var sorted = service.news.with(Groups.NONE.withDomains(List.of(DomainGroup.parse("example.org=board")
                .orElseThrow())));
        leave(ANNA);

        assertFalse(service.membership.putIntoGroup(sorted, member));

        assertInstanceOf(Subscriber.Left.class, service.find(ANNA));
    }

    @Test
    void newcomersAreMembersAtOnceAndGetNoMail() {
        assertEquals(new Tally(2, 0, 0), add(ANNA, BERTA));

        assertEquals(broughtIn(ANNA), service.find(ANNA));
        assertEquals(broughtIn(BERTA), service.find(BERTA));
        assertEquals(2, service.members());
        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void importThatIsRunTwiceAddsNobodyTwice() {
        var everybody = IntStream.range(0, 250)
                .mapToObj(i -> new Newcomer(EmailAddress.of("m" + i + "@example.org"), PersonName.NONE)).toList();
        var first = service.membership.add(service.news, everybody, "on paper", service.clock.instant());
        service.dayPasses();

        var second = service.membership.add(service.news, everybody, "again", service.clock.instant());

        assertEquals(new Tally(250, 0, 0), first);
        assertEquals(new Tally(0, 250, 0), second);
        assertEquals(250, service.members());
    }

    @Test
    void memberKeepsTheEarlierConsent() {
        service.confirm.confirm(service.request(ANNA), service.origin());
        var member = service.find(ANNA);

        assertEquals(new Tally(0, 1, 0), add(ANNA));

        assertEquals(member, service.find(ANNA));
    }

    @Test
    void lineThatComesTwiceIsCountedAsOneMember() {
        assertEquals(new Tally(1, 1, 0), add(ANNA, EmailAddress.of("anna@EXAMPLE.org")));

        assertEquals(1, service.members());
    }

    private void leave(EmailAddress address) {
        var stored = service.stored.find(service.news.id(), SampleSubscribers.IDS.of(address)).orElseThrow();
        assertTrue(service.stored.replace(stored, Subscriber.Left.of((Subscriber.Confirmed) stored.subscriber(),
                service.clock.instant(), LeaveWay.PAGE)));
    }

    @Test
    void whoWasTakenOffCanBeBroughtInAgain() {
        add(ANNA);
        remove(ANNA);

        assertEquals(new Tally(1, 0, 0), add(ANNA));

        assertEquals(1, service.members());
    }

    @Test
    void whoWasTakenOffCanBeBroughtInAgainEvenWhenSomebodyFilledInTheFormForThem() {
        add(ANNA);
        remove(ANNA);
        service.request(ANNA);

        assertEquals(new Tally(1, 0, 0), add(ANNA));

        assertEquals(1, service.members());
    }

    @Test
    void nobodyIsBroughtBackOfWhomOnlyTheKeyIsLeft() {
        service.stored.create(new Subscriber.Forgotten(service.news.id(), SampleSubscribers.IDS.of(ANNA),
                service.clock.instant(), ForgetWay.TIME));

        assertEquals(new Tally(0, 0, 1), add(ANNA));

        assertEquals(0, service.members());
    }

    @Test
    void whoLeftStaysAway() {
        add(ANNA);
        leave(ANNA);
        var left = service.find(ANNA);

        assertEquals(new Tally(1, 0, 1), add(ANNA, BERTA));

        assertEquals(left, service.find(ANNA));
        assertEquals(1, service.members());
    }

    @Test
    void whoLeftStaysAwayEvenWhenSomebodyFilledInTheFormForThem() {
        add(ANNA);
        leave(ANNA);
        service.request(ANNA);
        var pending = service.find(ANNA);

        assertEquals(new Tally(0, 0, 1), add(ANNA));

        assertEquals(pending, service.find(ANNA));
        assertEquals(0, service.members());
    }

    @Test
    void suppressedAddressStaysAway() {
        var suppressed = SampleSubscribers.aSuppressed(service.news.id(), ANNA.written());
        service.stored.create(suppressed);

        assertEquals(new Tally(0, 0, 1), add(ANNA));

        assertEquals(suppressed, service.find(ANNA));
    }

    @Test
    void whoHasAnUnconfirmedRequestBecomesAMember() {
        service.request(ANNA);

        assertEquals(new Tally(1, 0, 0), add(ANNA));

        assertEquals(broughtIn(ANNA), service.find(ANNA));
        assertEquals(1, service.members());
    }

    @Test
    void requestThatIsConfirmedInBetweenIsAMember() {
        var token = service.request(ANNA);
        service.subscribers.beforeTheNextChange(() -> service.confirm.confirm(token, service.origin()));

        assertEquals(new Tally(0, 1, 0), add(ANNA));

        assertEquals(1, service.members());
    }

    @Test
    void requestThatIsWithdrawnInBetweenDoesNotKeepAMemberOut() {
        var token = service.request(ANNA);
        service.subscribers
                .beforeTheNextChange(() -> service.confirm.withdraw(token, service.clock.instant()));

        assertEquals(new Tally(1, 0, 0), add(ANNA));

        assertEquals(broughtIn(ANNA), service.find(ANNA));
    }

    @Test
    void whoComesBetweenTwoLooksIsCountedOnce() {
        var token = service.request(ANNA);
        service.subscribers
                .beforeTheNextChange(() -> service.confirm.withdraw(token, service.clock.instant()));
        service.subscribers.beforeTheNextChange(() -> {
        });
        service.subscribers.beforeTheNextChange(() -> service.stored.create(broughtIn(ANNA)));

        assertEquals(new Tally(0, 1, 0), add(ANNA));

        assertEquals(1, service.members());
    }

    @Test
    void talliesAddUp() {
        assertEquals(new Tally(5, 7, 9), new Tally(1, 2, 3).plus(new Tally(4, 5, 6)).plus(Tally.NONE));
    }

    // Changing

    @Test
    void ownerChangesAMember() {
        add(ANNA);

        var changed = service.membership.change(service.news, EmailAddress.of("ANNA@example.org"),
                member -> member.with(new PersonName("Anna")).with(Locale.GERMAN).with(QUIET));

        var expected = broughtIn(ANNA).with(new PersonName("Anna")).with(Locale.GERMAN).with(QUIET);
        assertEquals(Optional.of(expected), changed);
        assertEquals(expected, service.find(ANNA));
    }

    @Test
    void nobodyButAMemberIsChanged() {
        service.request(ANNA);
        var pending = service.find(ANNA);

        assertEquals(Optional.empty(), service.membership.change(service.news, ANNA, member -> member.with(QUIET)));
        assertEquals(Optional.empty(), service.membership.change(service.news, BERTA, member -> member.with(QUIET)));

        assertEquals(pending, service.find(ANNA));
        assertFalse(service.isKnown(BERTA));
    }

    @Test
    void twoWhoChangeTheSameMemberBothSucceed() {
        add(ANNA);
        service.subscribers.beforeTheNextChange(() -> service.stored.replace(service.stored
                .find(service.news.id(), broughtIn(ANNA).id()).orElseThrow(),
                broughtIn(ANNA).with(new PersonName("Anna"))));

        service.membership.change(service.news, ANNA, member -> member.with(QUIET));

        assertEquals(broughtIn(ANNA).with(new PersonName("Anna")).with(QUIET), service.find(ANNA));
    }

    @Test
    void memberWhoLeavesInBetweenStaysAway() {
        add(ANNA);
        service.subscribers.beforeTheNextChange(() -> remove(ANNA));

        assertEquals(Optional.empty(), service.membership.change(service.news, ANNA, member -> member.with(QUIET)));

        assertEquals(0, service.members());
    }

    @Test
    void changeThatChangesNothingIsNoWrite() {
        add(ANNA);
        var before = service.stored.find(service.news.id(), broughtIn(ANNA).id());

        assertEquals(Optional.of(broughtIn(ANNA)),
                service.membership.change(service.news, ANNA, member -> member.with(MemberSettings.DEFAULT)));

        assertEquals(before, service.stored.find(service.news.id(), broughtIn(ANNA).id()));
    }

    // Taking out

    @Test
    void ownerEndsAMembership() {
        add(ANNA);
        service.dayPasses();

        assertTrue(remove(EmailAddress.of("ANNA@example.org")));

        var member = broughtIn(ANNA);
        assertEquals(Subscriber.Removed.of(new Subscriber.Confirmed(service.news.id(), member.person(),
                new Consent.OwnersWord(FixedClock.START, "on paper"), FixedClock.START, true),
                service.clock.instant(), new Actor.Operator()), service.find(ANNA));
        assertEquals(0, service.members());
    }

    @Test
    void ownerDropsARequest() {
        service.request(ANNA);

        assertTrue(remove(ANNA));

        assertFalse(service.isKnown(ANNA));
    }

    @Test
    void ownerWhoDropsARequestDoesNotForgetWhoLeft() {
        add(ANNA);
        remove(ANNA);
        var left = service.find(ANNA);
        service.request(ANNA);

        assertTrue(remove(ANNA));

        assertEquals(left, service.find(ANNA));
    }

    @Test
    void whoIsNoMemberCannotBeRemoved() {
        service.stored.with(List.of(SampleSubscribers.aFormerMember(service.news.id(), "c@example.org")));

        assertFalse(remove(ANNA));
        assertFalse(remove(EmailAddress.of("c@example.org")));
    }

    @Test
    void whoeverIsNotWrittenToCanBeRemoved() {
        var suppressed = SampleSubscribers.aSuppressed(service.news.id(), ANNA.written());
        service.stored.create(suppressed);

        assertTrue(remove(ANNA));

        var removed = assertInstanceOf(Subscriber.Removed.class, service.find(ANNA));
        assertEquals(Optional.of(suppressed.asBefore()), removed.asBefore(service.clock.instant()));
    }

    @Test
    void requestThatIsConfirmedInBetweenEndsAsAMembership() {
        var token = service.request(ANNA);
        service.subscribers.beforeTheNextChange(() -> service.confirm.confirm(token, service.origin()));

        assertTrue(remove(ANNA));

        assertEquals(SampleSubscribers.IDS.of(ANNA), service.find(ANNA).id());
        assertEquals(0, service.members());
    }

    @Test
    void memberWhoLeavesInBetweenNeedsNoRemoving() {
        add(ANNA);
        service.subscribers
                .beforeTheNextChange(() -> service.membership.remove(service.news, ANNA, new Actor.Operator(),
                        service.clock.instant()));

        assertFalse(remove(ANNA));

        assertEquals(0, service.members());
    }
}
