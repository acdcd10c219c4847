package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.ANNA;
import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.STRANGER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.admin.Office.id;
import static org.clubpost.core.admin.Office.newcomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditMemberTest {

    private static final EmailAddress RIGHT = EmailAddress.of("anna.right@club.example");
    private static final PersonName NAME = PersonName.parse("Anna Müller").orElseThrow();

    private final Office office = new Office();
    private final EditMember edit = new EditMember(office.subscribers, office.texts, SampleSubscribers.IDS, office.log,
            office.clock);

    @BeforeEach
    void annaIsAMember() {
        done(office.keep.add(OWNER, office.list, newcomer(ANNA.written()), "on paper"));
        office.tick();
    }

    private Subscriber.Confirmed member(EmailAddress address) {
        return assertInstanceOf(Subscriber.Confirmed.class, office.find(address));
    }

    private EditMember.Outcome address(EmailAddress to) {
        return done(edit.address(OWNER, office.list, id(ANNA), to));
    }

    @Test
    void nameIsChangedLoggedWithoutItAndComesBack() {
        done(edit.name(OWNER, office.list, id(ANNA), NAME));
        done(edit.name(OWNER, office.list, id(ANNA), NAME));

        assertEquals(NAME, member(ANNA).person().name());
        assertEquals(List.of(Change.withheld("name")), office.log().getFirst().changes());
        assertEquals(1, office.acts().stream().filter(act -> act == Act.CHANGED).count());
        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        assertEquals(PersonName.NONE, member(ANNA).person().name());
        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        assertEquals(NAME, member(ANNA).person().name());
    }

    @Test
    void nameThatTheMemberChangedSinceStays() {
        done(edit.name(OWNER, office.list, id(ANNA), NAME));
        var own = PersonName.parse("Änne").orElseThrow();
        office.change(member(ANNA).with(own));

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undoLatest(OWNER));
        assertEquals(own, member(ANNA).person().name());
    }

    @Test
    void earlierNameIsKnownForTwoWeeks() {
        done(edit.name(OWNER, office.list, id(ANNA), NAME));
        office.clock.advance(MemberText.UNDO);

        assertInstanceOf(Undo.Outcome.Final.class, office.undoLatest(OWNER));
        assertEquals(NAME, member(ANNA).person().name());
    }

    @Test
    void onlyTheLastOfTwoNamesComesBack() {
        done(edit.name(OWNER, office.list, id(ANNA), NAME));
        var first = office.log().getFirst().id();
        office.tick();
        done(edit.name(OWNER, office.list, id(ANNA), PersonName.parse("B").orElseThrow()));
        office.tick();
        done(edit.name(OWNER, office.list, id(ANNA), NAME));

        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), first));
    }

    @Test
    void languageAndPauseAreChangedAndComeBack() {
        var day = LocalDate.ofInstant(office.clock.instant(), office.list.dispatch().zone()).plusDays(9);
        done(edit.language(OWNER, office.list, id(ANNA), Locale.FRENCH));
        office.undoLatest(OWNER);
        office.tick();
        done(edit.pause(OWNER, office.list, id(ANNA), Optional.of(day)));

        assertEquals(office.list.profile().language(), member(ANNA).person().language());
        assertEquals(Optional.of(day), member(ANNA).settings().pausedUntil());
        office.undoLatest(OWNER);
        assertEquals(Optional.empty(), member(ANNA).settings().pausedUntil());
        assertEquals(new EditMember.Outcome.NotPossible(),
                done(edit.pause(OWNER, office.list, id(ANNA), Optional.of(day.plusYears(2)))));
    }

    @Test
    void groupThatTheListDoesNotHaveIsNone() {
        assertEquals(new EditMember.Outcome.NotPossible(),
                done(edit.groups(OWNER, office.list, id(ANNA), Set.of(new GroupName("nobody")))));
    }

    @Test
    void remarkIsSeenByThoseWhoMaySeeMembersAndComesBack() {
        done(edit.remark(OWNER, office.list, id(ANNA), "Pays in cash"));
        office.tick();
        done(edit.remark(OWNER, office.list, id(ANNA), "Pays by \u202Ecard"));
        done(edit.remark(OWNER, office.list, id(ANNA), "Pays by card"));

        assertEquals("Pays by card", done(edit.remark(OWNER, office.list, member(ANNA))));
        assertInstanceOf(Answer.Denied.class, edit.remark(STRANGER, office.list, member(ANNA)));
        assertFalse(office.log().toString().contains("Pays"));
        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        assertEquals("Pays in cash", done(edit.remark(OWNER, office.list, member(ANNA))));
        assertEquals(new EditMember.Outcome.NotPossible(),
                done(edit.remark(OWNER, office.list, id(ANNA), "x".repeat(MemberText.LONGEST + 1))));
    }

    @Test
    void mistypedAddressIsMendedAndConsentHistoryAndRemarkStay() {
        var before = member(ANNA);
        done(edit.remark(OWNER, office.list, id(ANNA), "Pays in cash"));
        office.tick();

        assertInstanceOf(EditMember.Outcome.Done.class, address(RIGHT));
        assertInstanceOf(EditMember.Outcome.Done.class, address(RIGHT));

        var member = member(RIGHT);
        assertEquals(before.consent(), member.consent());
        assertEquals("Pays in cash", done(edit.remark(OWNER, office.list, member)));
        assertEquals(1, office.lists.confirmedMembers(office.list.id()));
        var entry = office.log().getFirst();
        assertEquals(Act.MOVED, entry.act());
        assertEquals(OWNER, entry.actor());
        assertFalse(office.log().toString().contains("right"));
        var history = office.history.of(office.list.id(), member.id(), office.clock.instant());
        assertEquals(List.of(OWNER), history.stream().filter(each -> each.act() == Act.MOVED).map(LogEntry::actor)
                .toList());
        assertTrue(history.stream().anyMatch(each -> each.act() == Act.JOINED));
    }

    @Test
    void mendedAddressComesBackUnlessItChangedSince() {
        address(RIGHT);

        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        assertEquals(ANNA, member(ANNA).person().address());
        assertInstanceOf(Subscriber.Moved.class, office.find(RIGHT));
        var mended = office.log().stream().filter(entry -> entry.act() == Act.MOVED).toList().getLast();
        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), mended.id()));
    }

    @Test
    void mailThatCameBackForTheMistypedAddressGoesToTheRightOne() {
        office.change(Subscriber.Suppressed.of(member(ANNA), office.clock.instant(),
                new Stopped.Bouncing(BounceReason.USER_UNKNOWN)));

        assertInstanceOf(EditMember.Outcome.Done.class, address(RIGHT));

        assertEquals(RIGHT, member(RIGHT).person().address());
    }

    @Test
    void whoComplainedIsNotWrittenToAtAnotherAddress() {
        office.change(Subscriber.Suppressed.of(member(ANNA), office.clock.instant(), new Stopped.Complaint()));

        assertEquals(new EditMember.Outcome.NotNow(), address(RIGHT));
        assertInstanceOf(Subscriber.Suppressed.class, office.find(ANNA));
    }

    @Test
    void addressOfAnotherMemberAndOfWhoLeftStaysTheirs() {
        done(office.keep.add(OWNER, office.list, newcomer(RIGHT.written()), "on paper"));
        assertEquals(new EditMember.Outcome.Taken(), address(RIGHT));
        office.change(Subscriber.Left.of(member(RIGHT), office.clock.instant(), LeaveWay.PAGE));
        assertEquals(new EditMember.Outcome.Away(), address(RIGHT));

        assertEquals(ANNA, member(ANNA).person().address());
        assertInstanceOf(Subscriber.Left.class, office.find(RIGHT));
    }

    @Test
    void whoMayNotChangeMembersChangesNothing() {
        for (Actor actor : List.of(STRANGER, new Actor.Member(), new Actor.Unknown())) {
            assertInstanceOf(Answer.Denied.class, edit.address(actor, office.list, id(ANNA), RIGHT));
            assertInstanceOf(Answer.Denied.class, edit.name(actor, office.list, id(ANNA), NAME));
            assertInstanceOf(Answer.Denied.class, edit.language(actor, office.list, id(ANNA), Locale.FRENCH));
            assertInstanceOf(Answer.Denied.class, edit.groups(actor, office.list, id(ANNA), Set.of()));
            assertInstanceOf(Answer.Denied.class, edit.pause(actor, office.list, id(ANNA), Optional.empty()));
            assertInstanceOf(Answer.Denied.class, edit.remark(actor, office.list, id(ANNA), "x"));
        }
        assertEquals(List.of(), office.texts.of(office.list.id(), id(ANNA)));
        assertEquals(PersonName.NONE, member(ANNA).person().name());
    }

    @Test
    void nobodyIsChangedWhoIsNoMember() {
        var nobody = id(RIGHT);
        assertEquals(new EditMember.Outcome.NoMember(), done(edit.name(OWNER, office.list, nobody, NAME)));
        assertEquals(new EditMember.Outcome.NoMember(), done(edit.address(OWNER, office.list, nobody, ANNA)));
        assertEquals(new EditMember.Outcome.NoMember(), done(edit.remark(OWNER, office.list, nobody, "x")));
        office.clock.advance(Duration.ofDays(1));
    }
}
