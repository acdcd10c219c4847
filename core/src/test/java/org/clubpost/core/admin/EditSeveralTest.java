package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.admin.Office.newcomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.Rival;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members who go their own way before, while and after an owner changes several. */
class EditSeveralTest {

    private static final GroupName BOARD = new GroupName("board");
    private static final EmailAddress A = EmailAddress.of("a@home.example");
    private static final EmailAddress B = EmailAddress.of("b@home.example");
    private static final EmailAddress C = EmailAddress.of("c@home.example");
    private static final EmailAddress NEW = EmailAddress.of("new@home.example");

    private final Office office = new Office();
    private final EditMany edit = editing(office.subscribers);
    private MailingList list = office.list;

    private EditMany editing(Subscribers subscribers) {
        return new EditMany(subscribers, office.log, office.clock);
    }

    @BeforeEach
    void threeAreMembers() {
        list = SampleLists.aListWithEverySetting(office.list.id());
        office.lists.replace(office.list, list);
        for (var each : List.of(A, B, C)) {
            done(office.keep.add(Office.OPERATOR, list, newcomer(each.written()), "on paper"));
        }
        office.tick();
    }

    private static Collection<SubscriberId> ids(EmailAddress... addresses) {
        return Stream.of(addresses).map(Office::id).toList();
    }

    private int changed(EditMany by, Collection<SubscriberId> people, Edit wanted) {
        return done(by.edit(Office.OPERATOR, list, people, wanted)).orElseThrow().members();
    }

    private Subscriber.Confirmed member(EmailAddress address) {
        return assertInstanceOf(Subscriber.Confirmed.class, office.find(address));
    }

    private void leaves(EmailAddress address) {
        office.change(Subscriber.Left.of(member(address), office.clock.instant(), LeaveWay.PAGE));
    }

    private Undo.Outcome undo() {
        return office.undoLatest(Office.OPERATOR);
    }

    @Test
    void groupThatTheListHasIsGivenAndTakenAndOneThatItHasNotIsOnlyTaken() {
        assertEquals(3, changed(edit, ids(A, B, C), new Edit.IntoGroup(BOARD)));
        assertEquals(Set.of(BOARD), member(A).groups());
        assertEquals(1, changed(edit, ids(A), new Edit.OutOfGroup(BOARD)));
        assertEquals(Set.of(), member(A).groups());
        assertEquals(Set.of(BOARD), member(B).groups());

        var nobody = new GroupName("nobody");
        assertEquals(Optional.empty(),
                done(edit.edit(Office.OPERATOR, list, ids(A), new Edit.IntoGroup(nobody))));
        office.change(member(A).in(Set.of(nobody)));
        assertEquals(1, changed(edit, ids(A), new Edit.OutOfGroup(nobody)));
        assertEquals(Set.of(), member(A).groups());
    }

    @Test
    void pauseToADayThatMayBeIsMadeAndTakenBack() {
        var day = LocalDate.ofInstant(office.clock.instant(), list.dispatch().zone()).plusDays(9);

        assertEquals(3, changed(edit, ids(A, B, C), new Edit.Pause(Optional.of(day))));
        assertEquals(Optional.of(day), member(B).settings().pausedUntil());

        undo();
        assertEquals(Optional.empty(), member(B).settings().pausedUntil());
    }

    @Test
    void onlyMembersAreChangedAndEachOnce() {
        leaves(C);

        assertEquals(2, changed(edit, ids(A, B, C, NEW, A), new Edit.Language(Locale.ITALIAN)));

        assertInstanceOf(Subscriber.Left.class, office.find(C));
        assertEquals(Optional.of("2"), office.log().getFirst().said(MemberLines.MEMBERS));
    }

    @Test
    void moreThanAHundredAreRefusedBeforeAnythingIsDone() {
        var entries = office.log();
        var most = Collections.nCopies(EditMany.MOST, Office.id(A));
        var more = Collections.nCopies(EditMany.MOST + 1, Office.id(A));

        assertThrows(IllegalArgumentException.class,
                () -> edit.edit(Office.OPERATOR, list, more, new Edit.Removal()));
        assertEquals(entries, office.log());
        assertEquals(1, changed(edit, most, new Edit.Removal()));
    }

    @Test
    void whoLeavesOrDoesItThemselvesMeanwhileIsNotCounted() {
        var rival = new Rival("replace", () -> {
            leaves(A);
            office.change(member(B).with(Locale.ITALIAN));
        });

        assertEquals(1, changed(editing(rival.of(Subscribers.class, office.subscribers)), ids(A, B, C),
                new Edit.Language(Locale.ITALIAN)));

        assertInstanceOf(Subscriber.Left.class, office.find(A));
        assertEquals(Locale.ITALIAN, member(C).person().language());
    }

    @Test
    void whoChangesSomethingElseMeanwhileIsChangedAllTheSame() {
        var day = LocalDate.ofInstant(office.clock.instant(), list.dispatch().zone()).plusDays(9);
        var rival = new Rival("replace", () -> office.change(member(A)
                .with(member(A).settings().pausedUntil(Optional.of(day)))));

        assertEquals(3, changed(editing(rival.of(Subscribers.class, office.subscribers)), ids(A, B, C),
                new Edit.Language(Locale.ITALIAN)));

        assertEquals(Locale.ITALIAN, member(A).person().language());
        assertEquals(Optional.of(day), member(A).settings().pausedUntil());
    }

    @Test
    void whoIsForgottenMeanwhileIsNotCounted() {
        var rival = new Rival("replace", () -> {
            office.change(new Subscriber.Forgotten(list.id(), Office.id(A), office.clock.instant(),
                    ForgetWay.PERSON));
            office.subscribers.remove(office.subscribers.find(list.id(), Office.id(B)).orElseThrow());
        });

        assertEquals(1, changed(editing(rival.of(Subscribers.class, office.subscribers)), ids(A, B, C),
                new Edit.Removal()));

        assertInstanceOf(Subscriber.Forgotten.class, office.find(A));
        assertInstanceOf(Subscriber.Removed.class, office.find(C));
    }

    @Test
    void takingBackBringsOnlyThoseBackWhomThisTookOff() {
        changed(edit, ids(A, B, C), new Edit.Removal());
        var entry = office.log().getFirst();
        office.tick();
        done(office.keep.restore(Office.OPERATOR, list, A));
        leaves(A);
        office.tick();
        done(office.keep.restore(Office.OPERATOR, list, B));
        done(office.keep.remove(Office.OPERATOR, list, B));
        office.tick();

        assertEquals(new Undo.Outcome.Undone(entry),
                office.undo.undo(Office.OPERATOR, list.id(), entry.id()));

        assertInstanceOf(Subscriber.Left.class, office.find(A));
        assertInstanceOf(Subscriber.Removed.class, office.find(B));
        assertEquals(C, member(C).person().address());
        assertEquals(Optional.of("1"), office.log().getFirst().said(MemberLines.MEMBERS));
    }

    @Test
    void nobodyIsBroughtBackTwiceOrAfterTwoWeeks() {
        changed(edit, ids(A, B), new Edit.Removal());
        var first = office.log().getFirst();
        office.tick();
        office.undo.undo(Office.OPERATOR, list.id(), first.id());
        assertEquals(new Undo.Outcome.ChangedSince(first),
                office.undo.undo(Office.OPERATOR, list.id(), first.id()));

        office.tick();
        changed(edit, ids(A, B), new Edit.Removal());
        var second = office.log().getFirst();
        office.clock.advance(WayBack.OPEN_FOR);
        assertEquals(new Undo.Outcome.ChangedSince(second),
                office.undo.undo(Office.OPERATOR, list.id(), second.id()));
        assertInstanceOf(Subscriber.Removed.class, office.find(A));
    }

    @Test
    void bringingBackIsForGood() {
        changed(edit, ids(A, B), new Edit.Removal());
        undo();

        assertInstanceOf(Undo.Outcome.Final.class, undo());
        assertEquals(A, member(A).person().address());
    }

    @Test
    void languageOfWhoeverIsNotThereOrNotAMemberStays() {
        changed(edit, ids(A, B, C), new Edit.Language(Locale.ITALIAN));
        var entry = office.log().getFirst();
        leaves(A);
        office.subscribers.remove(office.subscribers.find(list.id(), Office.id(B)).orElseThrow());

        assertEquals(new Undo.Outcome.Undone(entry), office.undo.undo(Office.OPERATOR, list.id(), entry.id()));

        assertInstanceOf(Subscriber.Left.class, office.find(A));
        assertEquals(Optional.of("1"), office.log().getFirst().said(MemberLines.MEMBERS));
    }

    /** Also of those who were taken off at that very moment. */
    @Test
    void languageOfWhoeverWasTakenOffOrErasedSinceStays() {
        changed(edit, ids(A, B), new Edit.Language(Locale.ITALIAN));
        var entry = office.log().getFirst();
        done(office.keep.remove(Office.OPERATOR, list, A));
        var removed = office.find(A);
        var forgotten = new Subscriber.Forgotten(list.id(), Office.id(B), office.clock.instant(), ForgetWay.PERSON);
        office.change(forgotten);

        assertEquals(new Undo.Outcome.ChangedSince(entry),
                office.undo.undo(Office.OPERATOR, list.id(), entry.id()));

        assertEquals(removed, office.find(A));
        assertEquals(forgotten, office.find(B));
    }

    @Test
    void memberWhoIsQuickerThanTheUndoingKeepsTheirOwn() {
        changed(edit, ids(A, B), new Edit.Language(Locale.ITALIAN));
        var entry = office.log().getFirst();
        var rival = new Rival("replace", () -> office.change(member(A).with(Locale.FRENCH)));
        var undo = new Undo(new Undo.Ports(office.lists, rival.of(Subscribers.class, office.subscribers), office.texts,
                office.posts, office.log, office.appoint.keep()), SampleSubscribers.IDS, office.clock);

        assertEquals(new Undo.Outcome.Undone(entry), undo.undo(Office.OPERATOR, list.id(), entry.id()));

        assertEquals(Locale.FRENCH, member(A).person().language());
        assertEquals(list.profile().language(), member(B).person().language());
    }

    @Test
    void entryThatDoesNotNameEverybodyIsForGood() {
        for (var changes : List.of(List.<Change>of(), List.of(Change.said("field", "language"),
                Change.said(MemberLines.WHO, "x".repeat(Change.LONGEST + 1))))) {
            office.tick();
            office.log.put(LogEntry.of(list.id(), OWNER, Act.MEMBERS_CHANGED, changes, office.clock.instant()));

            assertInstanceOf(Undo.Outcome.Final.class, undo());
        }
    }
}
