package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Appoint.Outcome;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

class AppointTest {

    private static final EmailAddress OWNER = EmailAddress.of("owner@club.example");
    private static final EmailAddress OTHER = EmailAddress.of("other@club.example");
    private static final EmailAddress NEW = EmailAddress.of("new@club.example");
    private static final Actor BY_OWNER = new Actor.Owner(OWNER);

    private final Office office = new Office();
    private final RateLimits limits = new InMemoryRateLimits();
    private final CollectingNotices notices = new CollectingNotices();
    private final Appoint appoint = with(notices);

    private Appoint with(Notices way) {
        return new Appoint(new Appoint.Ports(office.lists, office.log, way, new PublicLinks(
                URI.create("https://lists.example.org"), SampleLinks.TOKENS), limits, SampleSubscribers.IDS),
                office.clock);
    }

    private MailingList now() {
        return office.lists.find(office.list.id()).orElseThrow();
    }

    private void become(People people) {
        assertTrue(office.lists.replace(now(), now().with(people)));
    }

    private Outcome invite(Role role, boolean handsOver) {
        return appoint.invite(BY_OWNER, office.list.id(), NEW, role, handsOver);
    }

    private String lastToken() {
        return token(notices.sent(OwnerNotice.RoleOffered.class).getLast());
    }

    private static String token(OwnerNotice.RoleOffered offered) {
        return offered.accept().getQuery().substring("token=".length());
    }

    private List<EmailAddress> told() {
        return notices.sent().stream().filter(OwnerNotice.PeopleChanged.class::isInstance).map(Notice::recipient)
                .toList();
    }

    @Test
    void nobodyHasARoleBeforeTheyAccept() {
        assertInstanceOf(Outcome.Invited.class, invite(Role.MODERATOR, false));

        assertEquals(office.list, now());
        assertInstanceOf(Outcome.Done.class, appoint.accept(lastToken()));
        assertEquals(List.of(NEW), now().people().moderators());
        assertEquals(List.of(OWNER, NEW), told());
    }

    @Test
    void invitationIsUsedOnce() {
        invite(Role.OWNER, false);
        appoint.accept(lastToken());
        appoint.remove(BY_OWNER, office.list.id(), NEW, Role.OWNER);

        assertEquals(new Outcome.Unknown(), appoint.accept(lastToken()));
        assertEquals(List.of(OWNER), now().people().owners());
    }

    @Test
    void acceptanceThatDiedHalfWayIsDoneAgain() {
        invite(Role.OWNER, false);
        become(now().people().withOwners(List.of(OWNER, NEW)));

        assertInstanceOf(Outcome.Done.class, appoint.accept(lastToken()));
        assertEquals(List.of(OWNER, NEW), now().people().owners());
        assertEquals(List.of(), appoint.open(office.list.id()));
        assertEquals(List.of(OWNER, NEW), told());
        assertEquals(new Outcome.Unknown(), appoint.accept(lastToken()));
        assertEquals(List.of(OWNER, NEW), told());
    }

    /** Whoever handed over is no owner any more, so the right to ask has gone with the change. */
    @Test
    void handingOverThatDiedHalfWayIsDoneAgain() {
        invite(Role.OWNER, true);
        become(now().people().withOwners(List.of(NEW)));
        assertTrue(appoint.offer(lastToken()).isPresent());

        assertInstanceOf(Outcome.Done.class, appoint.accept(lastToken()));

        assertEquals(List.of(NEW), now().people().owners());
        assertEquals(List.of(), appoint.open(office.list.id()));
        assertEquals(List.of(NEW, NEW, OWNER), told());
    }

    @Test
    void invitationOfOneWhoHasGoneIsNotCarriedOutByBeingLikeOne() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));
        invite(Role.OWNER, true);
        become(now().people().withOwners(List.of(OTHER)));

        assertEquals(new Outcome.Unknown(), appoint.accept(lastToken()));
        assertEquals(List.of(OTHER), now().people().owners());
    }

    @Test
    void whoIsTakenOffCannotUseAnInvitationThatIsStillOpen() {
        invite(Role.OWNER, false);
        become(now().people().withModerators(List.of(NEW)));

        appoint.remove(BY_OWNER, office.list.id(), NEW, Role.MODERATOR);

        assertEquals(new Outcome.Unknown(), appoint.accept(lastToken()));
    }

    @Test
    void invitationEndsWithItsTimeAndWithTheRoleOfWhoeverAsked() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));
        invite(Role.OWNER, false);
        var token = lastToken();
        become(now().people().withOwners(List.of(OTHER)));
        assertEquals(new Outcome.Unknown(), appoint.accept(token));

        become(now().people().withOwners(List.of(OWNER)));
        office.clock.advance(Invitation.VALID);
        assertEquals(new Outcome.Unknown(), appoint.accept(token));
        assertEquals(List.of(OWNER), now().people().owners());
    }

    @Test
    void invitationThatWasTakenBackIsOver() {
        var invited = assertInstanceOf(Outcome.Invited.class, invite(Role.OWNER, false));

        appoint.withdraw(BY_OWNER, office.list.id(), invited.invitation().id());

        assertEquals(new Outcome.Unknown(), appoint.accept(lastToken()));
    }

    @Test
    void tokenThatSomebodyMadeUpOrChangedIsNone() {
        invite(Role.MODERATOR, false);
        var token = lastToken();
        var entry = token.substring(0, 20);
        var mark = token.substring(20, 36);

        for (var other : List.of("", "x", entry + "a".repeat(16) + "news", entry + mark + "other",
                "0".repeat(20) + mark + "news", token + "x", token.substring(1))) {
            assertEquals(new Outcome.Unknown(), appoint.accept(other), other);
        }
        assertEquals(office.list, now());
    }

    @Test
    void askedTwiceSomebodyGetsTheSameInvitation() {
        invite(Role.OWNER, false);
        var first = lastToken();
        office.tick();
        invite(Role.OWNER, false);

        assertEquals(first, lastToken());
        assertEquals(1, appoint.open(office.list.id()).size());
    }

    @Test
    void soManyAreAskedAndNoMore() {
        for (var i = 0; i < Appoint.MOST_OPEN; i++) {
            office.tick();
            appoint.invite(BY_OWNER, office.list.id(), EmailAddress.of("a" + i + "@club.example"), Role.OWNER, false);
        }

        assertEquals(new Outcome.TooMany(), invite(Role.OWNER, false));
    }

    @Test
    void lastOwnerCannotGoByUndoingTheHandover() {
        invite(Role.OWNER, true);
        office.tick();
        appoint.accept(lastToken());

        var handover = office.log().getFirst().id();
        var self = new Actor.Owner(NEW);
        assertInstanceOf(Undo.Outcome.Asked.class, office.undo.undo(self, office.list.id(), handover));
        assertEquals(List.of(NEW), now().people().owners(), "whoever undoes it stays until the other has come");
        office.tick();
        assertInstanceOf(Undo.Outcome.Asked.class, office.undo.undo(self, office.list.id(), handover));
        assertEquals(1, office.appoint.open(office.list.id()).size(), "undone twice, it is the same invitation");
        var offered = office.peopleNews.sent(OwnerNotice.RoleOffered.class).getLast();
        assertEquals(OWNER, offered.recipient());
        assertInstanceOf(Outcome.Done.class, appoint.accept(token(offered)));
        assertEquals(List.of(OWNER), now().people().owners());
    }

    @Test
    void operatorSetsPeopleBackWithoutAskingAndTheyAreTold() {
        invite(Role.OWNER, true);
        office.tick();
        appoint.accept(lastToken());

        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(Office.OPERATOR));
        assertEquals(List.of(OWNER), now().people().owners());
        assertEquals(Set.of(OWNER, NEW), office.peopleNews.sent(OwnerNotice.PeopleChanged.class).stream()
                .map(OwnerNotice.PeopleChanged::recipient).collect(Collectors.toSet()));
    }

    @Test
    void nobodyIsFloodedWithInvitations() {
        for (var i = 0; i < 5; i++) {
            office.tick();
            assertInstanceOf(Outcome.Invited.class, invite(i == 1 ? Role.MODERATOR : Role.OWNER, i == 2));
        }
        var sent = notices.sent().size();

        assertEquals(new Outcome.TooMany(), invite(Role.OWNER, false));
        assertEquals(sent, notices.sent().size());
        office.clock.advance(Duration.ofDays(1));
        assertInstanceOf(Outcome.Invited.class, invite(Role.OWNER, false));
    }

    @Test
    void listAsksNotManyADayAlsoWhenItTakesInvitationsBack() {
        for (var i = 0; i < 2 * Appoint.MOST_OPEN; i++) {
            office.tick();
            var asked = (Outcome.Invited) appoint.invite(BY_OWNER, office.list.id(),
                    EmailAddress.of("a" + i + "@club.example"), Role.OWNER, false);
            appoint.withdraw(BY_OWNER, office.list.id(), asked.invitation().id());
        }

        assertEquals(new Outcome.TooMany(), invite(Role.OWNER, false));
    }

    @Test
    void listIsHandedOverInOneStep() {
        invite(Role.OWNER, true);
        assertEquals(List.of(OWNER), now().people().owners());

        appoint.accept(lastToken());

        assertEquals(List.of(NEW), now().people().owners());
        assertEquals(new Outcome.Denied(Permission.CHANGE_LIST), invite(Role.OWNER, false));
    }

    @Test
    void lastOwnerCannotGo() {
        assertEquals(new Outcome.LastOwner(), appoint.remove(BY_OWNER, office.list.id(), OWNER, Role.OWNER));
        assertEquals(List.of(OWNER), now().people().owners());
    }

    @Test
    void moderatorGivesTheRoleUpAndDoesNothingElse() {
        become(now().people().withModerators(List.of(NEW, OTHER)));
        var moderator = new Actor.Owner(NEW);

        assertEquals(new Outcome.Denied(Permission.CHANGE_LIST),
                appoint.invite(moderator, office.list.id(), NEW, Role.OWNER, false));
        assertEquals(new Outcome.Denied(Permission.CHANGE_LIST),
                appoint.remove(moderator, office.list.id(), OTHER, Role.MODERATOR));
        assertEquals(new Outcome.Denied(Permission.CHANGE_LIST),
                appoint.remove(moderator, office.list.id(), OWNER, Role.OWNER));
        assertInstanceOf(Outcome.Done.class, appoint.remove(moderator, office.list.id(), NEW, Role.MODERATOR));
        assertEquals(List.of(OTHER), now().people().moderators());
        assertEquals(List.of(OWNER), now().people().owners());
    }

    @Test
    void changeIsDoneAlsoWhenNobodyCanBeTold() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));

        var done = with(_ -> {
            throw new UnavailableException("no mail today");
        }).remove(BY_OWNER, office.list.id(), OTHER, Role.OWNER);

        assertInstanceOf(Outcome.Done.class, done);
        assertEquals(List.of(OWNER), now().people().owners());
    }

    @Test
    void undoingAsksWhoeverHadARoleWhetherTheyWantItBack() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));
        office.tick();
        appoint.remove(BY_OWNER, office.list.id(), OTHER, Role.OWNER);

        assertInstanceOf(Undo.Outcome.Asked.class, office.undoLatest(BY_OWNER));
        assertEquals(List.of(OWNER), now().people().owners());
        assertInstanceOf(Outcome.Done.class,
                appoint.accept(token(office.peopleNews.sent(OwnerNotice.RoleOffered.class).getLast())));
        assertEquals(List.of(OWNER, OTHER), now().people().owners());
    }

    @Test
    void undoingTakesRolesThatCameAndAsksModeratorsToo() {
        become(now().people().withModerators(List.of(OTHER)));
        office.tick();
        office.lists.by(Deed.of(BY_OWNER)).replace(now(),
                now().with(now().people().withOwners(List.of(OWNER, NEW)).withModerators(List.of())));

        assertInstanceOf(Undo.Outcome.Asked.class, office.undoLatest(BY_OWNER));

        assertEquals(List.of(OWNER), now().people().owners());
        assertEquals(List.of(), now().people().moderators());
        assertEquals(List.of(OTHER), office.peopleNews.sent(OwnerNotice.RoleOffered.class).stream()
                .map(OwnerNotice.RoleOffered::recipient).toList());
        assertEquals(Set.of(OWNER, NEW), office.peopleNews.sent(OwnerNotice.PeopleChanged.class).stream()
                .map(OwnerNotice.PeopleChanged::recipient).collect(Collectors.toSet()), "who goes is told");
    }

    @Test
    void moderatorWhoHadOwnedTheListStaysOneUntilTheyAccept() {
        become(now().people().withOwners(List.of(OWNER, OTHER)));
        office.tick();
        office.lists.by(Deed.of(BY_OWNER)).replace(now(),
                now().with(now().people().withOwners(List.of(OWNER)).withModerators(List.of(OTHER))));

        assertInstanceOf(Undo.Outcome.Asked.class, office.undoLatest(BY_OWNER));
        assertEquals(List.of(OTHER), now().people().moderators());
        appoint.accept(token(office.peopleNews.sent(OwnerNotice.RoleOffered.class).getLast()));

        assertEquals(List.of(OWNER, OTHER), now().people().owners());
        assertEquals(List.of(), now().people().moderators());
    }

    @Test
    void invitationLastsTwoWeeks() {
        assertEquals(Duration.ofDays(14), Invitation.VALID);
    }

    @Test
    void whereNoMailCanBeSentTheOfferIsOwedAndSentLater() {
        var owed = new ArrayList<Invitation>();
        var people = new KeepPeople(new KeepPeople.Ports(office.lists, office.log, _ -> {
        }, limits, SampleSubscribers.IDS, (_, invitation) -> owed.add(invitation)), office.clock);
        var list = office.list.id();

        people.invite(new Actor.Operator(), list, NEW, Role.OWNER, false);
        people.invite(new Actor.Operator(), list, NEW, Role.OWNER, false);
        assertEquals(2, owed.size());
        assertEquals(owed.getFirst().id(), owed.getLast().id(), "asked again it is the same invitation");
        appoint.sendOffer(list, owed.getFirst().id());
        appoint.sendOffer(list, owed.getFirst().id());

        assertEquals(2, notices.sent().size(), "who dies half-way sends again");
        assertInstanceOf(Outcome.Done.class, appoint.accept(lastToken()));
        assertEquals(List.of(OWNER, NEW), now().people().owners());
    }

    @Test
    void offerThatWasTakenBackAcceptedOrNeverMadeIsNotSent() {
        var list = office.list.id();
        invite(Role.MODERATOR, false);
        var entry = appoint.open(list).getFirst().id();
        appoint.withdraw(BY_OWNER, list, entry);

        appoint.sendOffer(list, entry);
        appoint.sendOffer(list, EntryId.of(office.clock.instant(), "never"));

        assertEquals(1, notices.sent().size(), "only the first one");
    }
}
