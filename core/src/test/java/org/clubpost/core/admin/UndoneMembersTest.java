package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.ANNA;
import static org.clubpost.core.admin.Office.OPERATOR;
import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.admin.Office.id;
import static org.clubpost.core.admin.Office.newcomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names, remarks and addresses that the log does not hold, taken back. */
class UndoneMembersTest {

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

    private void remark(String text) {
        assertInstanceOf(EditMember.Outcome.Done.class, done(edit.remark(OWNER, office.list, id(ANNA), text)));
    }

    private String remark() {
        return done(edit.remark(OWNER, office.list, member(ANNA)));
    }

    private LogEntry latest() {
        return office.log().getFirst();
    }

    private Undo.Outcome undo(LogEntry entry) {
        return office.undo.undo(OWNER, office.list.id(), entry.id());
    }

    @Test
    void earlierRemarkIsKnownForTwoWeeks() {
        remark("Pays in cash");
        var entry = latest();
        office.clock.advance(MemberText.UNDO);

        assertEquals(new Undo.Outcome.Final(entry), undo(entry));
        assertEquals("Pays in cash", remark());
    }

    @Test
    void onlyTheLastOfTwoRemarksIsTakenBack() {
        remark("Pays in cash");
        var first = latest();
        office.tick();
        remark("Pays by card");

        assertEquals(new Undo.Outcome.ChangedSince(first), undo(first));
        assertEquals("Pays by card", remark());
    }

    /** It is not clear any more which of them was meant, so the one that is there stays. */
    @Test
    void remarkThatAnotherOneTookThePlaceOfStays() {
        remark("Pays in cash");
        var entry = latest();
        office.tick();
        Remarks.keep(office.texts, MemberText.remark(office.list.id(), id(ANNA), "Of another time",
                office.clock.instant()));

        assertEquals(new Undo.Outcome.ChangedSince(entry), undo(entry));
        assertEquals("Of another time", remark());
    }

    @Test
    void remarkAboutWhoeverLeftIsTakenBackToo() {
        office.change(Subscriber.Left.of(member(ANNA), office.clock.instant(), LeaveWay.PAGE));
        assertEquals(new EditMember.Outcome.NoMember(),
                done(edit.remark(OWNER, office.list, id(ANNA), "Moved to Rome")));
        assertEquals("Moved to Rome", done(edit.remark(OWNER, office.list, office.find(ANNA))));

        assertEquals(new Undo.Outcome.Undone(latest()), office.undoLatest(OWNER));

        assertEquals("", done(edit.remark(OWNER, office.list, office.find(ANNA))));
    }

    @Test
    void nameAndTheRestOfOneChangeComeBackTogetherOrNotAtAll() {
        done(edit.name(OWNER, office.list, id(ANNA), NAME));
        office.tick();
        var before = member(ANNA);
        office.subscribers.by(Deed.of(OWNER)).replace(
                office.subscribers.find(office.list.id(), id(ANNA)).orElseThrow(),
                before.with(PersonName.NONE).with(Locale.FRENCH));
        var entry = latest();
        assertEquals(2, entry.changes().size());

        assertEquals(new Undo.Outcome.ChangedSince(entry), undo(entry));

        assertEquals(before.with(PersonName.NONE).with(Locale.FRENCH), member(ANNA));
    }

    @Test
    void mendedAddressIsForGoodAfterTwoWeeks() {
        done(edit.address(OWNER, office.list, id(ANNA), RIGHT));
        var entry = latest();
        office.clock.advance(MemberText.UNDO);

        assertEquals(new Undo.Outcome.Final(entry), undo(entry));
        assertEquals(RIGHT, member(RIGHT).person().address());
    }

    @Test
    void mendedAddressOfAListThatIsGoneIsForGood() {
        done(edit.address(OWNER, office.list, id(ANNA), RIGHT));
        var entry = latest();
        office.change(Subscriber.Left.of(member(RIGHT), office.clock.instant(), LeaveWay.PAGE));
        assertTrue(office.lists.remove(office.list.id()));

        assertEquals(new Undo.Outcome.Final(entry), office.undo.undo(OPERATOR, office.list.id(), entry.id()));
    }

    @Test
    void mendedAddressStaysWhenSomebodyJoinedWithTheMistypedOne() {
        done(edit.address(OWNER, office.list, id(ANNA), RIGHT));
        var entry = latest();
        var moved = assertInstanceOf(Subscriber.Moved.class, office.find(ANNA));
        var other = SampleSubscribers.aMember(office.list.id(), ANNA.written()).after(Optional.of(moved));
        office.change(other);

        assertEquals(new Undo.Outcome.ChangedSince(entry), undo(entry));

        assertEquals(RIGHT, member(RIGHT).person().address());
        assertEquals(other, member(ANNA));
    }

    @Test
    void listThatIsRemovedMeanwhileTakesItsUndoWithIt() {
        var list = SampleLists.aList(new ListId("chess"));
        office.lists.create(list);
        done(office.runLists.change(OWNER, list.id(),
                each -> each.with(each.people().withPosters(List.of(ANNA)))));
        var entry = office.log.of(list.id(), Optional.empty(), 1, office.clock.instant()).getFirst();
        office.lists.remove(list.id());

        assertEquals(new Undo.Outcome.ChangedSince(entry), office.undo.undo(OPERATOR, list.id(), entry.id()));
    }

    @Test
    void groupsAreThoseThatWereMeantAlsoWhenTheMemberIsQuicker() {
        var board = new GroupName("board");
        var list = SampleLists.aListWithEverySetting(office.list.id());
        office.lists.replace(office.list, list);
        var rival = new Rival("replace", () -> office.change(member(ANNA).with(NAME)));
        var slower = new EditMember(rival.of(Subscribers.class, office.subscribers), office.texts,
                SampleSubscribers.IDS, office.log, office.clock);

        var done = assertInstanceOf(EditMember.Outcome.Done.class,
                done(slower.groups(OPERATOR, list, id(ANNA), Set.of(board))));

        assertEquals(Set.of(board), done.member().groups());
        assertEquals(NAME, done.member().person().name());
        assertEquals(member(ANNA), done.member());
    }
}
