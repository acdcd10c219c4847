package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.ANNA;
import static org.clubpost.core.admin.Office.OPERATOR;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.WayBack;
import org.junit.jupiter.api.Test;

final class UndoableTest {

    private static final PersonName NAME = PersonName.parse("Anna Müller").orElseThrow();
    private static final PersonName OTHER = PersonName.parse("Anna Meier").orElseThrow();

    private final Office office = new Office();
    private final SearchLog search = new SearchLog(office.log);
    private final EditMember edit = new EditMember(office.subscribers, office.texts, SampleSubscribers.IDS, office.log,
            office.clock);

    private MailingList list() {
        return office.lists.find(office.list.id()).orElseThrow();
    }

    private void named(String name) {
        done(office.runLists.change(OWNER, office.list.id(),
                each -> each.with(new Profile(name, each.profile().description(), Locale.ENGLISH))));
        office.tick();
    }

    private void addAnna() {
        done(office.keep.add(OWNER, office.list, newcomer(ANNA.written()), "on paper"));
        office.tick();
    }

    private void name(PersonName name) {
        done(edit.name(OWNER, office.list, id(ANNA), name));
        office.tick();
    }

    private void group(String group) {
        done(office.keep.change(OWNER, office.list, ANNA, member -> member.in(Set.of(new GroupName(group)))));
        office.tick();
    }

    private void removeAnna() {
        done(office.keep.remove(OWNER, office.list, ANNA));
        office.tick();
    }

    private EntryId newest() {
        return office.log().getFirst().id();
    }

    private Undoable undoable(Actor actor) {
        return Undoable.of(actor, list(), office.log(), office.clock.instant());
    }

    /** The places of those that are offered, from the newest. */
    private List<Integer> offered() {
        var log = office.log();
        var undoable = undoable(OWNER);
        return log.stream().filter(undoable::isOffered).map(log::indexOf).toList();
    }

    private void undone(EntryId entry) {
        assertInstanceOf(Undo.Outcome.Undone.class, office.undo.undo(OWNER, office.list.id(), entry));
        office.tick();
    }

    private void inVain(EntryId entry) {
        assertFalse(office.undo.undo(OWNER, office.list.id(), entry) instanceof Undo.Outcome.Undone);
    }

    private LogEntry several(String field) {
        var lines = new MemberLines(field, List.of(new MemberLines.Line(id(ANNA), "-", "-")));
        var entry = LogEntry.of(office.list.id(), OWNER, Act.MEMBERS_CHANGED, lines.changes(), office.clock.instant());
        office.log.put(entry);
        office.tick();
        return entry;
    }

    @Test
    void severalWhoWereTakenOffAreOfferedAsLongAsTheWayBackIsOpen() {
        var removed = several(MemberLines.REMOVED);
        var regrouped = several("group");
        assertTrue(undoable(OWNER).isOffered(removed));

        office.clock.advance(WayBack.OPEN_FOR);

        assertFalse(undoable(OWNER).isOffered(removed));
        assertTrue(undoable(OWNER).isOffered(regrouped), "it needs nothing that is kept for a while");
    }

    @Test
    void settingsAreOfferedAsLongAsTheyAreSo() {
        named("Chess");
        var first = newest();
        named("Checkers");

        assertEquals(List.of(0), offered());
        inVain(first);
        undone(newest());
        assertEquals(List.of(0, 2), offered());
        undone(first);
    }

    @Test
    void whatWasTakenBackIsNotOfferedAgainButTakingItBackIs() {
        named("Chess");
        undone(newest());

        assertEquals(List.of(0), offered());
        assertTrue(undoable(OWNER).isUndone(office.log().get(1)));
        undone(newest());
        assertFalse(undoable(OWNER).isUndone(office.log().get(2)));
        undone(office.log().get(2).id());
    }

    @Test
    void handoverIsOfferedToWhoeverAsksTheFormerOwner() {
        done(office.runLists.change(OWNER, office.list.id(), each -> each.with(
                each.people().withOwners(List.of(EmailAddress.of("new@club.example"))))));

        assertTrue(Undoable.of(new Actor.Owner(EmailAddress.of("new@club.example")), list(), office.log(),
                office.clock.instant()).isOffered(office.log().getFirst()));
        assertTrue(undoable(OPERATOR).isOffered(office.log().getFirst()));
    }

    @Test
    void importIsOfferedOnceAndOnlyIfItBroughtSomebodyIn() {
        var some = done(office.keep.bringIn(OWNER, office.list, "on paper"));
        some.end(some.add(List.of(newcomer("ben@club.example"))));
        office.tick();
        var none = done(office.keep.bringIn(OWNER, office.list, "again"));
        none.end(none.add(List.of(newcomer("ben@club.example"))));
        office.tick();

        assertEquals(List.of(1), offered());
        undone(some.id());
        assertEquals(List.of(), offered());
        assertTrue(undoable(OWNER).isUndone(office.log.find(office.list.id(), some.id(), office.clock.instant())
                .orElseThrow()));
        inVain(some.id());
    }

    @Test
    void removalIsOfferedUntilSheIsBackOrItIsTooLate() {
        addAnna();
        removeAnna();
        assertEquals(List.of(0), offered());
        office.clock.advance(WayBack.OPEN_FOR);
        assertEquals(List.of(), offered());
        inVain(newest());
    }

    @Test
    void removalIsNotOfferedOnceSheIsBack() {
        addAnna();
        removeAnna();
        done(office.keep.restore(OWNER, office.list, ANNA));
        office.tick();

        assertEquals(List.of(), offered());
        inVain(office.log().get(1).id());
    }

    @Test
    void newerChangeOfTheSameHidesTheOlderOne() {
        addAnna();
        name(NAME);
        group("board");
        name(OTHER);

        assertEquals(List.of(0, 1, 3), offered());
        inVain(office.log().get(2).id());
        undone(office.log().get(1).id());
        assertEquals(List.of(0, 1, 4), offered());
        undone(office.log().get(1).id());
    }

    @Test
    void removalHidesWhatWasChangedBeforeUntilItIsTakenBack() {
        addAnna();
        group("board");
        removeAnna();
        assertEquals(List.of(0), offered());

        undone(newest());

        assertEquals(List.of(2, 3), offered());
        undone(office.log().get(2).id());
    }

    @Test
    void nameIsOfferedForAsLongAsTheOldOneIsKept() {
        addAnna();
        name(NAME);
        group("board");
        office.clock.advance(Duration.ofDays(15));

        assertEquals(List.of(0, 2), offered());
        inVain(office.log().get(1).id());
    }

    @Test
    void pauseOfAPostIsOfferedUntilThePostGoesOn() {
        var post = SamplePosts.aPost(office.list.id());
        office.posts.create(post);
        office.posts.replace(post, post.with(SamplePosts.aSending(post.id(), 1)));
        pause(post);
        assertEquals(List.of(0), offered());

        done(office.steer.resume(OWNER, post.id()));
        office.tick();

        assertEquals(List.of(), offered());
        inVain(office.log().get(1).id());
    }

    private void pause(Post post) {
        done(office.steer.pause(OWNER, post.id()));
        assertInstanceOf(PostState.Paused.class, office.posts.find(post.id()).orElseThrow().state());
        office.tick();
    }

    @Test
    void nothingIsOfferedToAStranger() {
        named("Chess");

        assertFalse(undoable(STRANGER).isOffered(office.log().getFirst()));
    }

    @Test
    void laterPageKnowsWhatTheFirstPageTookBack() {
        addAnna();
        removeAnna();
        var removal = newest();
        undone(removal);
        named("Chess");

        var now = office.clock.instant();
        var page = search.page(list(), SearchLog.Wanted.ALL, Optional.of(office.log().get(1).id()), 1, now);

        assertEquals(List.of(removal), page.entries().stream().map(LogEntry::id).toList());
        var undoable = search.undoable(OWNER, list(), page, now);
        assertTrue(undoable.isUndone(page.entries().getFirst()));
        assertFalse(undoable.isOffered(page.entries().getFirst()));
    }

    @Test
    void whatWasNotWantedOnAPageStillCounts() {
        addAnna();
        removeAnna();
        done(office.keep.restore(OPERATOR, office.list, ANNA));
        office.tick();

        var now = office.clock.instant();
        var page = search.page(list(), new SearchLog.Wanted(Optional.empty(), Optional.of(OWNER), Optional.empty(),
                Optional.empty(), Optional.empty()), Optional.empty(), 10, now);

        assertInstanceOf(Subscriber.Confirmed.class, office.find(ANNA));
        assertEquals(Act.REMOVED, page.entries().getFirst().act());
        assertFalse(search.undoable(OWNER, list(), page, now).isOffered(page.entries().getFirst()));
    }

    @Test
    void nothingOfAnOlderListOfThatNameIsOffered() {
        addAnna();
        named("Another name");
        removeAnna();
        var list = list();
        assertTrue(done(office.runLists.remove(OPERATOR, list)));
        office.tick();
        assertTrue(done(office.runLists.create(OPERATOR, list)));
        office.tick();
        named("A third name");

        assertEquals(List.of(0), offered());
    }
}
