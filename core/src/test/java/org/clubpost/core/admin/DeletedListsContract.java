package org.clubpost.core.admin;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.Test;

/** What every {@link DeletedLists} must do, with the lists, subscribers and posts of the same database. */
public interface DeletedListsContract {

    /** The deleted lists under test. */
    DeletedLists testee();

    /** The lists of the same database. */
    Lists lists();

    /** The subscribers of the same database. */
    Subscribers subscribers();

    /** The posts of the same database. */
    Posts posts();

    /** The log of the same database. */
    ActLog log();

    /** Some owner. */
    Actor OWNER = aList().people().owners().stream().findFirst().<Actor>map(Actor.Owner::new).orElseThrow();
    /** When the lists of these tests can no longer come back. */
    Instant UNTIL = FixedClock.START.plus(Duration.ofDays(7)).plusNanos(345_678);

    private MailingList made(int members) {
        var list = SampleLists.aListWithEverySetting(freshListId());
        assertTrue(lists().create(list));
        for (var i = 0; i < members; i++) {
            assertTrue(subscribers().create(aMember(list.id(), "m" + i + "@club.example")));
        }
        return list;
    }

    private MailingList deleted(int members) {
        var list = made(members);
        assertTrue(testee().by(Deed.of(OWNER)).delete(list, UNTIL));
        return list;
    }

    private void erase(ListId list, int most) {
        for (var step = 0; testee().erase(list, most); step++) {
            assertTrue(step < 1_000, "it comes to an end");
        }
    }

    private List<Act> acts(ListId list) {
        return log().of(list, Optional.empty(), 100, FixedClock.START).stream().map(LogEntry::act).toList();
    }

    @Test
    default void deletedListIsNotThereAndItsNameIsTaken() {
        var list = deleted(3);

        assertEquals(Optional.empty(), lists().find(list.id()));
        assertEquals(Optional.empty(), lists().headed(list.id()));
        assertFalse(lists().ids().contains(list.id()));
        assertFalse(lists().all().contains(list));
        assertTrue(lists().allHeaded().stream().noneMatch(each -> each.list().id().equals(list.id())));
        assertFalse(lists().create(aList(list.id())));
        assertFalse(lists().replace(list, list.with(list.dispatch().withUndo(Duration.ofMinutes(9)))));
        assertFalse(lists().remove(list.id()));
        assertFalse(testee().delete(list, UNTIL));
    }

    @Test
    default void itIsFoundAmongTheDeletedWithItsTimeAndItsMembers() {
        var list = deleted(3);

        var found = testee().find(list.id()).orElseThrow();

        assertEquals(list, found.list());
        assertEquals(FixedClock.START.plus(Duration.ofDays(7)), found.until());
        assertEquals(3, found.members());
        assertTrue(testee().all().contains(found));
        assertEquals(Optional.empty(), testee().find(made(0).id()));
    }

    @Test
    default void itComesBackAsItWas() {
        var list = deleted(3);

        assertTrue(testee().by(Deed.of(OWNER)).restore(list.id(), UNTIL.minusSeconds(1)));

        assertEquals(Optional.of(list), lists().find(list.id()));
        assertTrue(lists().ids().contains(list.id()));
        assertEquals(3, lists().confirmedMembers(list.id()));
        assertEquals(3, subscribers().all(list.id()).count());
        assertEquals(Optional.empty(), testee().find(list.id()));
        assertFalse(testee().restore(list.id(), FixedClock.START));
        assertTrue(acts(list.id()).containsAll(List.of(Act.LIST_DELETED, Act.LIST_RESTORED)));
        assertTrue(lists().replace(list, list.with(list.dispatch().withUndo(Duration.ofMinutes(9)))));
    }

    @Test
    default void whenItsTimeIsOverItStaysWhereItIs() {
        var list = deleted(1);

        assertFalse(testee().restore(list.id(), UNTIL));

        assertTrue(testee().find(list.id()).isPresent());
    }

    @Test
    default void listThatSomebodyChangedMeanwhileIsNotDeleted() {
        var list = made(0);
        assertTrue(lists().replace(list, list.with(list.dispatch().withUndo(Duration.ofMinutes(9)))));

        assertFalse(testee().delete(list, UNTIL));

        assertTrue(lists().find(list.id()).isPresent());
        assertEquals(Optional.empty(), testee().find(list.id()));
    }

    @Test
    default void itIsErasedStepByStepAndItsNameIsFreeThen() {
        var list = deleted(7);
        assertTrue(testee().erase(list.id(), 2));
        assertTrue(testee().find(list.id()).isPresent(), "the list itself goes last");

        erase(list.id(), 2);
        erase(list.id(), 2);

        assertEquals(Optional.empty(), testee().find(list.id()));
        assertEquals(0, subscribers().all(list.id()).count());
        assertEquals(0, lists().confirmedMembers(list.id()));
        assertTrue(lists().create(aList(list.id())));
        assertEquals(0, subscribers().all(list.id()).count());
    }

    @Test
    default void postsAreErasedOneByOne() {
        var list = made(0);
        var post = SamplePosts.aPost(list.id());
        var kept = SamplePosts.aPost(made(0).id());
        posts().create(post);
        posts().create(kept);
        assertTrue(testee().delete(list, UNTIL));

        assertFalse(testee().erase(list.id(), kept.id(), 10));
        for (var step = 0; testee().erase(list.id(), post.id(), 1); step++) {
            assertTrue(step < 100, "it comes to an end");
        }

        assertEquals(Optional.empty(), posts().find(post.id()));
        assertEquals(List.of(), posts().of(list.id()).toList());
        assertEquals(List.of(), posts().unsettled(list.id()).toList());
        assertEquals(Optional.of(kept.id()), posts().find(kept.id()).map(Post::id));
    }

    @Test
    default void whatIsNotDeletedIsNotErased() {
        var list = made(2);
        var post = SamplePosts.aPost(list.id());
        posts().create(post);

        assertFalse(testee().erase(list.id(), 100));
        assertFalse(testee().erase(list.id(), post.id(), 100));
        assertFalse(testee().erase(freshListId(), 100));

        assertEquals(2, subscribers().all(list.id()).count());
        assertTrue(posts().find(post.id()).isPresent());
        assertTrue(lists().find(list.id()).isPresent());
    }
}
