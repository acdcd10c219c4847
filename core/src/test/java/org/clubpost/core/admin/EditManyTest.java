package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.STRANGER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.admin.Office.newcomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.subscription.Membership.Tally;
import org.junit.jupiter.api.Test;

/** Changes of several members, imports, and how both are taken back. */
class EditManyTest {

    private static final List<String> NAMES = IntStream.range(0, 30).mapToObj("m%02d@club.example"::formatted)
            .toList();

    private final Office office = new Office();
    private final EditMany edit = new EditMany(office.subscribers, office.log, office.clock);
    private final UndoImport undoImport = new UndoImport(office.subscribers, office.log, office.clock);

    private static SubscriberId id(String address) {
        return SampleSubscribers.IDS.of(EmailAddress.of(address));
    }

    private static List<SubscriberId> all() {
        return NAMES.stream().map(EditManyTest::id).toList();
    }

    private LogEntry imported() {
        var begun = done(office.keep.bringIn(OWNER, office.list, "on paper"));
        var tally = begun.add(NAMES.stream().map(Office::newcomer).toList());
        begun.end(tally);
        var entry = office.log().getFirst();
        office.tick();
        return entry;
    }

    private Subscriber.Confirmed member(String address) {
        return assertInstanceOf(Subscriber.Confirmed.class, office.find(EmailAddress.of(address)));
    }

    private long members() {
        return office.lists.confirmedMembers(office.list.id());
    }

    private EditMany.Done change(Edit wanted) {
        return done(edit.edit(OWNER, office.list, all(), wanted)).orElseThrow();
    }

    @Test
    void severalAreChangedTogetherAndOneEntryTakesAllBack() {
        imported();
        office.change(member(NAMES.getFirst()).with(Locale.FRENCH));
        office.tick();
        var entries = office.log().size();

        var changed = change(new Edit.Language(Locale.ITALIAN));

        assertEquals(30, changed.members());
        assertEquals(entries + 1, office.log().size());
        assertEquals(Optional.of("30"), office.log().getFirst().said("members"));
        assertEquals(Act.CHANGED, office.history.of(office.list.id(), id(NAMES.get(4)), office.clock.instant())
                .getLast().act());
        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        assertEquals(Locale.FRENCH, member(NAMES.getFirst()).person().language());
        assertEquals(office.list.profile().language(), member(NAMES.get(7)).person().language());
        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        assertEquals(Locale.ITALIAN, member(NAMES.getFirst()).person().language());
    }

    @Test
    void whoChangedItSinceKeepsIt() {
        imported();
        change(new Edit.Language(Locale.ITALIAN));
        office.change(member(NAMES.getFirst()).with(Locale.FRENCH));

        office.undoLatest(OWNER);

        assertEquals(Locale.FRENCH, member(NAMES.getFirst()).person().language());
        assertEquals(office.list.profile().language(), member(NAMES.getLast()).person().language());
    }

    @Test
    void severalAreTakenOffAndBroughtBackAsBefore() {
        imported();
        var before = NAMES.stream().map(this::member).toList();

        assertEquals(30, change(new Edit.Removal()).members());

        assertEquals(0, members());
        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(OWNER));
        assertEquals(before.stream().map(Subscriber.Confirmed::asGreeted).toList(),
                NAMES.stream().map(this::member).toList());
    }

    @Test
    void changeThatIsNoneLeavesNoTraceAndTheImpossibleIsNotBegun() {
        imported();
        var entries = office.log().size();

        assertEquals(new EditMany.Done(Optional.empty(), 0), change(new Edit.Pause(Optional.empty())));
        assertEquals(Optional.empty(), done(edit.edit(OWNER, office.list, all(),
                new Edit.Pause(Optional.of(LocalDate.of(1999, 1, 1))))));
        assertInstanceOf(Answer.Denied.class, edit.edit(STRANGER, office.list, all(), new Edit.Removal()));

        assertEquals(entries, office.log().size());
        assertEquals(30, members());
    }

    @Test
    void undoingAnImportTakesThoseOffWhomItBroughtInAndNobodyElse() {
        done(office.keep.add(OWNER, office.list, newcomer(NAMES.get(3)), "by phone"));
        office.tick();
        var entry = imported();

        assertInstanceOf(Undo.Outcome.Undone.class, office.undo.undo(OWNER, office.list.id(), entry.id()));

        assertEquals(1, members());
        assertTrue(office.find(EmailAddress.of(NAMES.get(3))) instanceof Subscriber.Confirmed);
        var undoing = office.log().stream().filter(each -> each.act() == Act.IMPORT_UNDONE).toList();
        assertEquals(1, undoing.size());
        assertEquals(Optional.of("29"), undoing.getFirst().said("members"));
        assertEquals(Optional.of(entry.id()), undoing.getFirst().undoes());
        assertInstanceOf(Undo.Outcome.ChangedSince.class, office.undo.undo(OWNER, office.list.id(), entry.id()));
    }

    @Test
    void whoDidSomethingSinceTheImportStays() {
        var entry = imported();
        office.change(member(NAMES.get(5)).with(Locale.FRENCH));

        office.undo.undo(OWNER, office.list.id(), entry.id());

        assertEquals(Locale.FRENCH, member(NAMES.get(5)).person().language());
        assertEquals(1, members());
    }

    /** Step by step, dying after each, it comes to the same, and to one entry. */
    @Test
    void undoingAnImportGoesOnWhereItDied() {
        var entry = imported();
        var next = Optional.<SubscriberId>empty();
        var removed = 0;
        for (var step = 0; step < 10; step++) {
            var outcome = assertInstanceOf(UndoImport.Outcome.Step.class,
                    done(undoImport.step(OWNER, office.list, entry.id(), step % 3 == 0 ? Optional.empty() : next, 4)));
            next = outcome.next();
            removed += outcome.removed();
            office.tick();
        }

        assertEquals(30, removed);
        assertEquals(0, members());
        assertEquals(1, office.acts().stream().filter(act -> act == Act.IMPORT_UNDONE).count());
        assertTrue(UndoImport.isUndone(office.log.find(office.list.id(), entry.id(), office.clock.instant())
                .orElseThrow()));
        assertFalse(UndoImport.isUndone(entry));
    }

    @Test
    void importOfSomebodyElseIsNotUndoneByAStranger() {
        var entry = imported();

        for (Actor actor : List.of(STRANGER, new Actor.Member())) {
            assertInstanceOf(Answer.Denied.class,
                    undoImport.step(actor, office.list, entry.id(), Optional.empty(), 5));
        }
        assertEquals(30, members());
        assertEquals(new Tally(0, 30, 0), done(office.keep.bringIn(OWNER, office.list, "again"))
                .add(NAMES.stream().map(each -> new Newcomer(EmailAddress.of(each),
                        org.clubpost.core.address.PersonName.NONE)).toList()));
    }
}
