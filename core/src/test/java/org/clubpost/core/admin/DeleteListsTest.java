package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.DeleteLists.Outcome;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** Deleting a list, bringing it back, and what becomes of it when nobody does. */
class DeleteListsTest {

    private final Office office = new Office();
    private final CollectingNotices notices = new CollectingNotices();
    private final DeletedLists deleted = new InMemoryDeletedLists(new InMemoryDeletedLists.Beside(office.lists,
            office.subscribers, office.posts, office.log), office.clock);
    private final DeleteLists delete = new DeleteLists(new DeleteLists.Ports(office.lists, deleted, office.posts,
            new InMemoryRanges(office.posts), notices), office.clock);
    private final InMemoryMailStore mails = new InMemoryMailStore(office.clock);
    private final EraseLists erase = new EraseLists(deleted, office.posts, mails, office.clock);

    private String name() {
        return office.list.profile().name();
    }

    private Outcome delete(Actor actor, String typed) {
        return delete.delete(actor, office.list.id(), typed);
    }

    private Post sending() {
        var post = SamplePosts.aPost(office.list.id(), office.clock.instant());
        office.posts.create(post);
        var sending = post.with(SamplePosts.aSending(post.id(), 1));
        office.posts.replace(post, sending);
        return sending;
    }

    private PostState state(Post post) {
        return office.posts.find(post.id()).orElseThrow().state();
    }

    @Test
    void ownerWhoTypesTheNameDeletesAndAllOwnersAreTold() {
        var done = assertInstanceOf(Outcome.Deleted.class,
                delete(Office.OWNER, " " + name().toUpperCase(Locale.ROOT) + " "));

        assertEquals(office.clock.instant().plus(Duration.ofDays(7)), done.until());
        assertEquals(Optional.empty(), office.lists.find(office.list.id()));
        assertEquals(office.list.people().owners(), notices.sent(OwnerNotice.ListDeleted.class).stream()
                .map(OwnerNotice.ListDeleted::recipient).toList());
        assertEquals(Act.LIST_DELETED, office.acts().getFirst());
        assertEquals(new Outcome.Unknown(), delete(Office.OWNER, name()));
    }

    @Test
    void anotherNameOrSomebodyElseDeletesNothing() {
        assertEquals(new Outcome.OtherName(), delete(Office.OWNER, "News from somewhere"));
        assertEquals(new Outcome.Denied(Permission.DELETE_LIST), delete(Office.STRANGER, name()));

        assertEquals(Optional.of(office.list), office.lists.find(office.list.id()));
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void moderatorNeitherDeletesNorBringsBack() {
        var moderated = office.list.with(office.list.people().withModerators(
                List.of(SampleSubscribers.aMember(office.list.id(), "mo@club.example").person().address())));
        office.lists.replace(office.list, moderated);
        var moderator = new Actor.Owner(moderated.people().moderators().getFirst());

        assertEquals(new Outcome.Denied(Permission.DELETE_LIST), delete(moderator, name()));
        delete(Office.OWNER, name());

        assertEquals(new Outcome.Denied(Permission.DELETE_LIST), delete.restore(moderator, office.list.id()));
        assertEquals(List.of(), delete.mine(moderator));
        assertEquals(1, delete.mine(Office.OWNER).size());
        assertEquals(1, delete.mine(Office.OPERATOR).size());
    }

    @Test
    void whatIsGoingOutStopsAndGoesOnWhenTheListIsBack() {
        var going = sending();
        var paused = sending();
        office.steer.pause(Office.OWNER, paused.id());
        office.tick();

        delete(Office.OWNER, name());
        assertInstanceOf(PostState.Paused.class, state(going));
        office.tick();
        assertEquals(new Outcome.Back(office.list), delete.restore(Office.OWNER, office.list.id()));

        assertInstanceOf(PostState.Resumed.class, state(going));
        assertInstanceOf(PostState.Paused.class, state(paused), "it was paused before");
        assertEquals(Optional.of(office.list), office.lists.find(office.list.id()));
    }

    @Test
    void bringingBackThatDiesHalfWayIsDoneAgain() {
        var going = sending();
        delete(Office.OWNER, name());
        var dying = new DeleteLists(new DeleteLists.Ports(office.lists, new Dying(deleted), office.posts,
                new InMemoryRanges(office.posts), notices), office.clock);
        assertThrows(UnavailableException.class, () -> dying.restore(Office.OWNER, office.list.id()));

        assertEquals(new Outcome.Back(office.list), delete.restore(Office.OWNER, office.list.id()));
        assertEquals(new Outcome.Unknown(), delete.restore(Office.OWNER, office.list.id()));

        assertInstanceOf(PostState.Resumed.class, state(going));
    }

    @Test
    void afterAWeekItIsTooLate() {
        delete(Office.OWNER, name());
        office.clock.advance(DeleteLists.TIME_TO_UNDO);

        assertEquals(new Outcome.Unknown(), delete.restore(Office.OWNER, office.list.id()));
        assertEquals(List.of(), delete.mine(Office.OWNER));
    }

    @Test
    void mailThatCannotBeSentUndoesNothing() {
        var silent = new DeleteLists(new DeleteLists.Ports(office.lists, deleted, office.posts,
                new InMemoryRanges(office.posts), _ -> {
                    throw new UnavailableException("not now");
                }), office.clock);

        assertInstanceOf(Outcome.Deleted.class, silent.delete(Office.OWNER, office.list.id(), name()));
        assertInstanceOf(Outcome.Back.class, silent.restore(Office.OWNER, office.list.id()));
    }

    @Test
    void whoeverLeavesADeletedListIsFoundByThatAndNothingElse() {
        delete(Office.OWNER, name());

        var all = new WithDeleted(office.lists, deleted);

        assertEquals(Optional.of(office.list), all.find(office.list.id()));
        assertEquals(List.of(office.list), all.all());
        assertEquals(Optional.empty(), office.lists.find(office.list.id()));
    }

    private MailKey inbound(String id) {
        var key = MailKey.inbound(office.list.id(), id);
        mails.put(key, MailContent.of(new byte[]{65}));
        return key;
    }

    @Test
    void nothingIsErasedBeforeItsTime() {
        var stray = inbound("stray");
        delete(Office.OWNER, name());
        office.clock.advance(DeleteLists.TIME_TO_UNDO.plusMinutes(59));

        assertEquals(0, erase.run());

        assertEquals(1, deleted.all().size());
        assertEquals(true, mails.find(stray).isPresent());
    }

    @Test
    void mailsPostsAndMembersAreErasedInBoundedPartsAndNoOtherList() {
        for (var i = 0; i < 100; i++) {
            var post = sending();
            mails.put(post.mail(), MailContent.of(new byte[]{65}));
            mails.put(post.id().preparedMail(), MailContent.of(new byte[]{65}));
            office.tick();
        }
        inbound("stray");
        office.subscribers.create(SampleSubscribers.aMember(office.list.id(), "anna@club.example"));
        var other = MailKey.inbound(new ListId("other"), "kept");
        mails.put(other, MailContent.of(new byte[]{65}));
        delete(Office.OWNER, name());
        office.clock.advance(DeleteLists.TIME_TO_UNDO.plus(EraseLists.LATER));

        assertEquals(0, erase.run(), "a call does a part");
        assertEquals(60, office.posts.of(office.list.id()).count());
        assertEquals(0, erase.run());
        assertEquals(1, erase.run());
        assertEquals(0, erase.run());

        assertEquals(List.of(other), mails.keys("").toList());
        assertEquals(List.of(), office.posts.of(office.list.id()).toList());
        assertEquals(0, office.subscribers.all(office.list.id()).count());
        assertEquals(List.of(), deleted.all());
    }

    @Test
    void manyMailsThatNeverBecamePostsAreErasedInParts() {
        for (var i = 0; i < 450; i++) {
            mails.put(MailKey.inbound(office.list.id(), "unread-" + i), MailContent.of(new byte[]{65}));
        }
        delete(Office.OWNER, name());
        office.clock.advance(DeleteLists.TIME_TO_UNDO.plus(EraseLists.LATER));

        assertEquals(0, erase.run(), "a call does a part");
        while (erase.run() == 0) {
            assertTrue(mails.keys("").findAny().isPresent());
        }

        assertEquals(List.of(), mails.keys("").toList());
        assertEquals(List.of(), deleted.all());
    }

    @Test
    void erasingThatDiesAnywhereGoesOn() {
        for (var i = 0; i < 3; i++) {
            mails.put(sending().mail(), MailContent.of(new byte[]{65}));
            office.tick();
        }
        delete(Office.OWNER, name());
        office.clock.advance(DeleteLists.TIME_TO_UNDO.plus(EraseLists.LATER));
        for (var calls = 0; calls < 4; calls++) {
            var dying = new EraseLists(deleted, office.posts, new DyingMails(mails, calls), office.clock);
            assertThrows(UnavailableException.class, dying::run);
        }

        assertEquals(1, erase.run());
        assertEquals(List.of(), mails.keys("").toList());
    }

    /** Everything works but for bringing a list back. */
    private record Dying(DeletedLists works) implements DeletedLists {

        @Override
        public DeletedLists by(Deed deed) {
            return this;
        }

        @Override
        public Pause betweenAttempts() {
            return works.betweenAttempts();
        }

        @Override
        public Optional<Deleted> find(ListId id) {
            return works.find(id);
        }

        @Override
        public List<Deleted> all() {
            return works.all();
        }

        @Override
        public boolean delete(MailingList seen, Instant until) {
            return works.delete(seen, until);
        }

        @Override
        public boolean restore(ListId id, Instant now) {
            throw new UnavailableException("not now");
        }

        @Override
        public boolean erase(ListId list, PostId post, int most) {
            return works.erase(list, post, most);
        }

        @Override
        public boolean erase(ListId list, int most) {
            return works.erase(list, most);
        }
    }

    /** Removes so many mails, and no more. */
    private static final class DyingMails implements MailStore {

        private final MailStore works;
        private int left;

        DyingMails(MailStore works, int left) {
            this.works = works;
            this.left = left;
        }

        @Override
        public void put(MailKey key, MailContent content) {
            works.put(key, content);
        }

        @Override
        public Optional<StoredMail> find(MailKey key) {
            return works.find(key);
        }

        @Override
        public void remove(MailKey key) {
            if (left-- <= 0) {
                throw new UnavailableException("not now");
            }
            works.remove(key);
        }

        @Override
        public Stream<MailKey> keys(String prefix) {
            return works.keys(prefix);
        }
    }
}
