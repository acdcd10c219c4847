package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Appoint.Outcome;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** Invitations that change nothing, are told apart, or meet somebody who is quicker. */
class InvitedPeopleTest {

    private static final EmailAddress OWNER = EmailAddress.of("owner@club.example");
    private static final EmailAddress OTHER = EmailAddress.of("other@club.example");
    private static final EmailAddress NEW = EmailAddress.of("new@club.example");
    private static final Actor BY_OWNER = new Actor.Owner(OWNER);

    private final Office office = new Office();
    private final CollectingNotices notices = new CollectingNotices();
    private final Appoint appoint = in(office.lists);

    private Appoint in(Lists lists) {
        return new Appoint(new Appoint.Ports(lists, office.log, notices, SampleLinks.LINKS,
                new InMemoryRateLimits(), SampleSubscribers.IDS), office.clock);
    }

    /** Appoints people while somebody else changes the list first. */
    private Appoint against(Runnable rival) {
        return in(new Rival("replace", rival).of(Lists.class, office.lists));
    }

    private MailingList now() {
        return office.lists.find(office.list.id()).orElseThrow();
    }

    private void become(People people) {
        assertTrue(office.lists.replace(now(), now().with(people)));
    }

    private Outcome invite(Actor actor, Role role, boolean handsOver) {
        office.tick();
        return appoint.invite(actor, office.list.id(), NEW, role, handsOver);
    }

    private Invitation invited(Actor actor, Role role, boolean handsOver) {
        return assertInstanceOf(Outcome.Invited.class, invite(actor, role, handsOver)).invitation();
    }

    private String lastToken() {
        return SampleLinks.token(notices.sent(OwnerNotice.RoleOffered.class).getLast().accept());
    }

    @Test
    void listThatIsNotThereHasNoRoles() {
        var none = SampleLists.freshListId();

        assertEquals(new Outcome.Unknown(), appoint.invite(Office.OPERATOR, none, NEW, Role.OWNER, false));
        assertEquals(new Outcome.Unknown(), appoint.remove(Office.OPERATOR, none, NEW, Role.OWNER));
        assertEquals(new Outcome.Unknown(), appoint.withdraw(Office.OPERATOR, none,
                EntryId.of(FixedClock.START, "nothing")));
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void whoHasTheRoleIsNotAsked() {
        become(now().people().withOwners(List.of(OWNER, OTHER)).withModerators(List.of(NEW)));

        assertEquals(new Outcome.AlreadySo(), invite(BY_OWNER, Role.MODERATOR, false));
        for (var role : List.of(Role.OWNER, Role.MODERATOR)) {
            assertEquals(new Outcome.AlreadySo(), appoint.invite(BY_OWNER, office.list.id(), OTHER, role, false));
        }
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void moderatorWhoBecomesAnOwnerIsNoModeratorAnyMore() {
        become(now().people().withModerators(List.of(OTHER, NEW)));
        invited(BY_OWNER, Role.OWNER, false);

        assertInstanceOf(Outcome.Done.class, appoint.accept(lastToken()));

        assertEquals(List.of(OWNER, NEW), now().people().owners());
        assertEquals(List.of(OTHER), now().people().moderators());
    }

    /** They were made an owner while the mail was on its way: less than that they do not become. */
    @Test
    void ownerWhoAcceptsToModerateStaysOwnerOnly() {
        var invitation = invited(BY_OWNER, Role.MODERATOR, false);
        become(now().people().withOwners(List.of(OWNER, NEW)));

        assertInstanceOf(Outcome.Done.class, appoint.accept(lastToken()));

        assertEquals(List.of(OWNER, NEW), now().people().owners());
        assertEquals(List.of(), now().people().moderators());
        assertEquals(Optional.of("ACCEPTED"), office.log.find(office.list.id(), invitation.id(),
                office.clock.instant()).flatMap(entry -> entry.said(Invitation.ENDED)));
        assertEquals(List.of(), notices.sent(OwnerNotice.PeopleChanged.class));
    }

    @Test
    void operatorWhoHandsOverHasNothingToGiveUp() {
        invited(Office.OPERATOR, Role.OWNER, true);

        appoint.accept(lastToken());

        assertEquals(List.of(OWNER, NEW), now().people().owners());
    }

    @Test
    void pageOfAnInvitationShowsItOnlyAsLongAsItCanBeAccepted() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));
        var invitation = invited(BY_OWNER, Role.OWNER, false);
        assertEquals(Optional.of(new Appoint.Offer(invitation, now())), appoint.offer(lastToken()));

        become(now().people().withOwners(List.of(OTHER)));
        assertEquals(Optional.empty(), appoint.offer(lastToken()));
        become(now().people().withOwners(List.of(OWNER)).withModerators(List.of(OTHER)));
        assertTrue(appoint.offer(lastToken()).isPresent());
        appoint.withdraw(BY_OWNER, office.list.id(), invitation.id());
        assertEquals(Optional.empty(), appoint.offer(lastToken()));
        assertEquals(Optional.empty(), appoint.offer("nonsense"));
    }

    @Test
    void onlyTheSameIsTheSameInvitation() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));
        var first = invited(BY_OWNER, Role.OWNER, false);

        for (var other : List.of(invited(BY_OWNER, Role.MODERATOR, false), invited(BY_OWNER, Role.OWNER, true),
                invited(new Actor.Owner(OTHER), Role.OWNER, false))) {
            assertNotEquals(first.id(), other.id());
        }
        assertEquals(first.id(), invited(BY_OWNER, Role.OWNER, false).id());
        assertEquals(4, appoint.open(office.list.id()).size());
    }

    /** Otherwise nobody could help whose invitation got lost. */
    @Test
    void whoIsAskedAlreadyIsAskedAgainAlsoWhenNobodyElseCanBe() {
        var first = invited(BY_OWNER, Role.OWNER, false);
        for (var i = 1; i < Appoint.MOST_OPEN; i++) {
            office.tick();
            appoint.invite(BY_OWNER, office.list.id(), EmailAddress.of("a" + i + "@club.example"), Role.OWNER, false);
        }

        assertEquals(new Outcome.TooMany(), invite(BY_OWNER, Role.MODERATOR, false));
        assertEquals(first.id(), invited(BY_OWNER, Role.OWNER, false).id());
    }

    @Test
    void invitationIsTakenBackByWhoeverRunsTheListOnceAndBeforeItIsUsed() {
        var invitation = invited(BY_OWNER, Role.OWNER, false);
        become(now().people().withModerators(List.of(OTHER)));

        for (var actor : List.of(Office.STRANGER, new Actor.Owner(OTHER), new Actor.Member())) {
            assertEquals(new Outcome.Denied(Permission.CHANGE_LIST),
                    appoint.withdraw(actor, office.list.id(), invitation.id()));
        }
        assertEquals(1, appoint.open(office.list.id()).size());
        assertEquals(new Outcome.Done(now(), NEW, Role.OWNER),
                appoint.withdraw(BY_OWNER, office.list.id(), invitation.id()));
        assertEquals(new Outcome.AlreadySo(), appoint.withdraw(BY_OWNER, office.list.id(), invitation.id()));

        var used = invited(BY_OWNER, Role.OWNER, false);
        appoint.accept(lastToken());
        assertEquals(new Outcome.AlreadySo(), appoint.withdraw(BY_OWNER, office.list.id(), used.id()));
    }

    @Test
    void entryAboutSomethingElseIsNoInvitation() {
        become(now().people().withModerators(List.of(OTHER)));
        appoint.remove(BY_OWNER, office.list.id(), OTHER, Role.MODERATOR);
        var entry = office.log().getFirst();
        assertEquals(Act.LIST_CHANGED, entry.act());

        assertEquals(new Outcome.Unknown(), appoint.withdraw(BY_OWNER, office.list.id(), entry.id()));
        assertEquals(Optional.empty(), Invitation.of(entry));
    }

    @Test
    void roleThatSomebodyDoesNotHaveIsNotTaken() {
        become(now().people().withOwners(List.of(OWNER, OTHER)).withModerators(List.of(NEW)));
        var before = now();

        assertEquals(new Outcome.AlreadySo(), appoint.remove(BY_OWNER, office.list.id(), NEW, Role.OWNER));
        assertEquals(new Outcome.AlreadySo(), appoint.remove(BY_OWNER, office.list.id(), OTHER, Role.MODERATOR));

        assertEquals(before, now());
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void onlyTheInvitationsOfWhoeverGoesEnd() {
        become(now().people().withModerators(List.of(NEW, OTHER)));
        var of = invited(BY_OWNER, Role.OWNER, false);
        appoint.invite(BY_OWNER, office.list.id(), OTHER, Role.OWNER, false);

        appoint.remove(BY_OWNER, office.list.id(), NEW, Role.MODERATOR);

        assertEquals(List.of(OTHER), appoint.open(office.list.id()).stream().map(Invitation::address).toList());
        assertFalse(appoint.open(office.list.id()).stream().anyMatch(each -> each.id().equals(of.id())));
    }

    @Test
    void twoOwnersWhoGoAtOnceLeaveOne() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));
        var other = new Actor.Owner(OTHER);

        var outcome = against(() -> appoint.remove(other, office.list.id(), OTHER, Role.OWNER))
                .remove(BY_OWNER, office.list.id(), OWNER, Role.OWNER);

        assertEquals(new Outcome.LastOwner(), outcome);
        assertEquals(List.of(OWNER), now().people().owners());
    }

    @Test
    void ownerWhoIsTakenOffMeanwhileTakesNobodyOff() {
        become(now().people().withOwners(List.of(OWNER, OTHER, NEW)));

        against(() -> appoint.remove(new Actor.Owner(OTHER), office.list.id(), OWNER, Role.OWNER))
                .remove(BY_OWNER, office.list.id(), NEW, Role.OWNER);

        assertEquals(List.of(OTHER, NEW), now().people().owners());
    }

    @Test
    void invitationOfAnOwnerWhoIsTakenOffWhileItIsAcceptedIsNone() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));
        invited(BY_OWNER, Role.OWNER, false);

        assertEquals(new Outcome.Unknown(),
                against(() -> appoint.remove(new Actor.Owner(OTHER), office.list.id(), OWNER, Role.OWNER))
                        .accept(lastToken()));

        assertEquals(List.of(OTHER), now().people().owners());
    }

    @Test
    void invitationIsAcceptedAlsoWhenSomebodyIsQuickerWithAnotherSetting() {
        invited(BY_OWNER, Role.MODERATOR, false);

        assertInstanceOf(Outcome.Done.class, against(() -> become(now().people().withPosters(List.of(OTHER))))
                .accept(lastToken()));

        assertEquals(List.of(NEW), now().people().moderators());
        assertEquals(List.of(OTHER), now().people().posters());
    }
}
