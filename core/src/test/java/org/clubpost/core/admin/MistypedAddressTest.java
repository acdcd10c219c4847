package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.ANNA;
import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.admin.Office.id;
import static org.clubpost.core.admin.Office.newcomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Rival;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses that are mended while something else happens to the member, or again and again. */
class MistypedAddressTest {

    private static final EmailAddress RIGHT = EmailAddress.of("anna.right@club.example");
    private static final Stopped BOUNCING = new Stopped.Bouncing(BounceReason.USER_UNKNOWN);

    private final Office office = new Office();
    private final EditMember edit = in(office.subscribers);

    private EditMember in(Subscribers subscribers) {
        return new EditMember(subscribers, office.texts, SampleSubscribers.IDS, office.log, office.clock);
    }

    /** Mends while somebody else does something before that call. */
    private EditMember.Outcome against(String call, Runnable rival) {
        return done(in(new Rival(call, rival).of(Subscribers.class, office.subscribers)).address(OWNER, office.list,
                id(ANNA), RIGHT));
    }

    @BeforeEach
    void annaIsAMember() {
        done(office.keep.add(OWNER, office.list, newcomer(ANNA.written()), "on paper"));
        office.tick();
    }

    private Subscriber.Confirmed member(EmailAddress address) {
        return assertInstanceOf(Subscriber.Confirmed.class, office.find(address));
    }

    private boolean isKnown(EmailAddress address) {
        return office.subscribers.find(office.list.id(), id(address)).isPresent();
    }

    @Test
    void addressIsMendedTenTimesAndThenNotForAWhile() {
        var from = ANNA;
        for (var i = 0; i < 10; i++) {
            office.clock.advance(Duration.ofHours(1));
            var to = EmailAddress.of("anna" + i + "@club.example");
            assertInstanceOf(EditMember.Outcome.Done.class, done(edit.address(OWNER, office.list, id(from), to)));
            from = to;
        }

        assertEquals(new EditMember.Outcome.NotNow(), done(edit.address(OWNER, office.list, id(from), RIGHT)));
        assertEquals(from, member(from).person().address());
    }

    @Test
    void addressThatTheMemberHasIsMendedWithoutATrace() {
        var entries = office.log();

        assertEquals(new EditMember.Outcome.Done(member(ANNA)),
                done(edit.address(OWNER, office.list, id(ANNA), ANNA)));

        assertEquals(entries, office.log());
        assertEquals(List.of(), office.texts.of(office.list.id(), id(ANNA)));
    }

    @Test
    void memberWhoLeavesMeanwhileStaysAway() {
        var outcome = against("move",
                () -> office.change(Subscriber.Left.of(member(ANNA), office.clock.instant(), LeaveWay.PAGE)));

        assertEquals(new EditMember.Outcome.NoMember(), outcome);
        assertInstanceOf(Subscriber.Left.class, office.find(ANNA));
        assertFalse(isKnown(RIGHT));
    }

    @Test
    void memberWhomAnotherOwnerMendsMeanwhileIsMendedOnce() {
        var outcome = against("move", () -> done(edit.address(OWNER, office.list, id(ANNA), RIGHT)));

        assertEquals(new EditMember.Outcome.Done(member(RIGHT)), outcome);
        assertEquals(1, member(RIGHT).moves().size());
    }

    @Test
    void whoComplainsWhileTheStopForBouncesIsLiftedStaysStopped() {
        office.change(Subscriber.Suppressed.of(member(ANNA), office.clock.instant(), BOUNCING));
        var complained = Subscriber.Suppressed.of(
                assertInstanceOf(Subscriber.Suppressed.class, office.find(ANNA)).asBefore(), office.clock.instant(),
                new Stopped.Complaint());

        assertEquals(new EditMember.Outcome.NotNow(), against("replace", () -> office.change(complained)));

        assertEquals(complained, office.find(ANNA));
        assertFalse(isKnown(RIGHT));
    }

    @Test
    void entryIsOfAMoveAndOfNothingElse() {
        done(edit.address(OWNER, office.list, id(ANNA), RIGHT));

        assertEquals(Act.MOVED, office.log().getFirst().act());
        assertEquals(Optional.empty(), office.log().getFirst().undoes());
    }

    /** A page reads what is remarked under the address of now together with the rest. */
    @Test
    void remarkUnderTheEarlierAddressIsReadOnlyWhereThereIsNoneUnderThatOfNow() {
        done(edit.remark(OWNER, office.list, id(ANNA), "Pays in cash"));
        var read = office.texts.find(office.list.id(), id(ANNA), MemberText.Kind.REMARK);
        assertEquals("Pays in cash", done(edit.remark(OWNER, office.list, member(ANNA), read)));
        assertEquals("", done(edit.remark(OWNER, office.list, member(ANNA), Optional.empty())), "as it was read");
        office.tick();
        done(edit.address(OWNER, office.list, id(ANNA), RIGHT));

        assertEquals("Pays in cash", done(edit.remark(OWNER, office.list, member(RIGHT), Optional.empty())));
        var now = MemberText.remark(office.list.id(), id(RIGHT), "Pays by card", office.clock.instant());
        assertEquals("Pays by card", done(edit.remark(OWNER, office.list, member(RIGHT), Optional.of(now))));
        assertInstanceOf(Answer.Denied.class,
                edit.remark(Office.STRANGER, office.list, member(RIGHT), Optional.of(now)));
        assertInstanceOf(Answer.Denied.class,
                edit.remark(Office.STRANGER, office.list, member(RIGHT), Optional.empty()));
    }

    @Test
    void settingIsChangedOnWhatSomebodyElseMadeOfTheListMeanwhile() {
        var rival = new Rival("replace", () -> done(office.runLists.change(OWNER, office.list.id(),
                list -> list.with(list.people().withPosters(List.of(RIGHT))))));

        done(new RunLists(rival.of(Lists.class, office.lists), office.log).change(OWNER,
                office.list.id(), list -> list.with(list.people().withModerators(List.of(ANNA)))));

        var people = office.lists.find(office.list.id()).orElseThrow().people();
        assertEquals(List.of(RIGHT), people.posters());
        assertEquals(List.of(ANNA), people.moderators());
    }
}
