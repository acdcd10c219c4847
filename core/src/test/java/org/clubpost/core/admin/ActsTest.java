package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.OPERATOR;
import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.STRANGER;
import static org.clubpost.core.admin.Office.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.Control;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;

/** Acts on lists and posts, and who may do them. */
final class ActsTest {

    private final Office office = new Office();

    private Post sending() {
        var post = SamplePosts.aPost(office.list.id());
        office.posts.create(post);
        var sending = post.with(SamplePosts.aSending(post.id(), 1));
        office.posts.replace(post, sending);
        return sending;
    }

    @Test
    void roleSaysWhatOneMayDo() {
        assertEquals(Optional.of(Role.OWNER), Role.of(OWNER, office.list));
        assertEquals(Optional.of(Role.OPERATOR), Role.of(OPERATOR, office.list));
        for (var nobody : List.of(STRANGER, new Actor.Member(), new Actor.Service(), new Actor.Unknown())) {
            assertEquals(Optional.empty(), Role.of(nobody, office.list));
            assertFalse(Role.may(nobody, office.list, Permission.SEE_MEMBERS));
        }
        for (var permission : Permission.values()) {
            assertTrue(Role.OPERATOR.may(permission));
            assertEquals(permission != Permission.MAKE_LISTS, Role.OWNER.may(permission));
            assertEquals(permission == Permission.STEER_POSTS || permission == Permission.DECIDE_POSTS,
                    Role.MODERATOR.may(permission));
        }
    }

    @Test
    void moderatorSteersPostsAndSeesNoMembers() {
        var moderator = new Actor.Owner(EmailAddress.of("moderator@club.example"));
        assertEquals(Optional.empty(), Role.of(moderator, office.list));
        var list = office.list.with(office.list.people().withModerators(List.of(moderator.address())));
        assertTrue(office.lists.replace(office.list, list));

        assertEquals(Optional.of(Role.MODERATOR), Role.of(moderator, list));
        assertInstanceOf(Control.Outcome.Changed.class, done(office.steer.pause(moderator, sending().id())));
        assertFalse(Role.may(moderator, list, Permission.SEE_MEMBERS));
        assertFalse(Role.may(moderator, list, Permission.CHANGE_LIST));
        assertEquals(Optional.of(Role.OWNER), Role.of(OWNER,
                list.with(list.people().withModerators(List.of(((Actor.Owner) OWNER).address())))));
    }

    @Test
    void onlyTheOperatorMakesAndRemovesLists() {
        var list = SampleLists.aList("chess");
        assertEquals(new Answer.Denied<>(Permission.MAKE_LISTS), office.runLists.create(OWNER, list));
        assertTrue(done(office.runLists.create(OPERATOR, list)));
        assertFalse(done(office.runLists.create(OPERATOR, list)));
        assertEquals(new Answer.Denied<>(Permission.MAKE_LISTS), office.runLists.remove(OWNER, list));
        assertTrue(done(office.runLists.remove(OPERATOR, list)));
        assertFalse(done(office.runLists.remove(OPERATOR, list)));
    }

    @Test
    void strangerChangesNoSettingsAndUnknownListHasNone() {
        assertEquals(new Answer.Denied<>(Permission.CHANGE_LIST),
                office.runLists.change(STRANGER, office.list.id(), list -> list));
        assertEquals(Optional.empty(),
                done(office.runLists.change(OPERATOR, new ListId("nothing"), list -> list)));
    }

    @Test
    void changeThatChangesNothingIsNotLogged() {
        done(office.runLists.change(OWNER, office.list.id(), list -> list));

        assertEquals(List.of(Act.LIST_CREATED), office.acts());
    }

    @Test
    void whatIsDoneToPostsIsLoggedByWhoDidIt() {
        var post = sending();
        assertInstanceOf(Control.Outcome.Changed.class, done(office.steer.pause(OWNER, post.id())));
        office.tick();
        assertInstanceOf(Control.Outcome.Senseless.class, done(office.steer.pause(OWNER, post.id())));
        assertInstanceOf(Control.Outcome.Changed.class, done(office.steer.resume(OPERATOR, post.id())));
        office.tick();
        assertInstanceOf(Control.Outcome.Changed.class, done(office.steer.cancel(OWNER, post.id())));
        assertInstanceOf(Control.Outcome.Senseless.class, done(office.steer.retry(OWNER, post.id())));

        assertEquals(List.of(Act.POST_CANCELLED, Act.POST_RESUMED, Act.POST_PAUSED, Act.LIST_CREATED), office.acts());
        assertEquals(OPERATOR, office.log().get(1).actor());
    }

    @Test
    void strangerStopsNoPostAndUnknownPostIsUnknown() {
        var post = sending();
        assertEquals(new Answer.Denied<>(Permission.STEER_POSTS), office.steer.pause(STRANGER, post.id()));
        assertInstanceOf(Control.Outcome.Unknown.class,
                done(office.steer.pause(OPERATOR, new PostId("0".repeat(24)))));
        office.lists.remove(office.list.id());
        assertEquals(new Answer.Denied<>(Permission.STEER_POSTS), office.steer.pause(OWNER, post.id()));
        assertInstanceOf(Control.Outcome.Changed.class, done(office.steer.pause(OPERATOR, post.id())));
    }

    @Test
    void decisionAboutAPostIsAnAct() {
        var recorder = new LogRecorder(Way.UNKNOWN, office.clock).by(Deed.of(OWNER));
        var post = SamplePosts.aPost(office.list.id());
        var held = post.with(SamplePosts.held("why"));
        var sending = SamplePosts.aSending(post.id(), 1);
        var waiting = SamplePosts.everyState(post.id()).filter(PostState.Waiting.class::isInstance).findFirst()
                .orElseThrow();
        var rejected = SamplePosts.everyState(post.id()).filter(PostState.Rejected.class::isInstance).findFirst()
                .orElseThrow();
        var done = new PostState.Done(new Tally(1, 1), office.clock.instant(), office.clock.instant(), true);
        var resumed = new PostState.Resumed(sending, office.clock.instant());

        assertEquals(Optional.of(Act.POST_RELEASED), act(recorder, held, sending));
        assertEquals(Optional.of(Act.POST_RELEASED), act(recorder, held, waiting));
        assertEquals(Optional.of(Act.POST_REFUSED), act(recorder, held, rejected));
        assertEquals(Optional.of(Act.POST_RETRIED), act(recorder, post.with(done), resumed));
        assertEquals(Optional.empty(), act(recorder, held, held.state()));
        assertEquals(Optional.empty(), act(recorder, post.with(sending), done));
        assertEquals(Optional.empty(), act(new LogRecorder(Way.UNKNOWN, office.clock), held, sending));
    }

    @Test
    void whatAnAuthorSaysIsAnActToo() {
        var recorder = new LogRecorder(Way.UNKNOWN, office.clock).by(Deed.of(new Actor.Member()));
        var post = SamplePosts.aPost(office.list.id());
        var until = office.clock.instant();
        var asked = new PostState.Held(Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM), PostState.Held.Decider.AUTHOR,
                List.of(), false, until);
        var forOwners = new PostState.Held(Reason.of(Reason.Cause.MAY_NOT_POST), PostState.Held.Decider.OWNERS,
                List.of(), false, until);
        var held = post.with(asked);

        assertEquals(Optional.of(Act.POST_CONFIRMED), act(recorder, held, SamplePosts.aSending(post.id(), 1)));
        assertEquals(Optional.of(Act.POST_CONFIRMED), act(recorder, held, forOwners));
        assertEquals(Optional.empty(), act(recorder, post.with(forOwners), forOwners.asTold()));
        assertEquals(Optional.empty(), act(recorder, held, asked.asTold()));
        assertEquals(Optional.of(Act.POST_CONFIRMED),
                act(recorder, held, new PostState.Discarded(Reason.of(Reason.Cause.REPEATED))));
        assertEquals(Optional.of(Act.POST_DISOWNED),
                act(recorder, held, new PostState.Discarded(Reason.of(Reason.Cause.DISOWNED))));
        assertEquals(Optional.empty(), act(new LogRecorder(Way.UNKNOWN, office.clock), held, forOwners));
        assertEquals(Optional.of(Act.POST_RELEASED),
                act(new LogRecorder(Way.UNKNOWN, office.clock).by(Deed.of(OWNER)), held,
                        SamplePosts.aSending(post.id(), 1)));
    }

    private static Optional<Act> act(LogRecorder recorder, Post seen, PostState state) {
        return recorder.changed(seen, seen.with(state)).map(LogEntry::act);
    }

    @Test
    void idIsReadAsItIsWrittenAndSaysWhen() {
        var id = EntryId.of(office.clock.instant(), "what");
        assertEquals(Optional.of(id), EntryId.parse(id.toString()));
        assertEquals(Optional.empty(), EntryId.parse("2026"));
        assertThrows(IllegalArgumentException.class, () -> new EntryId("2026"));
        assertEquals(office.clock.instant(), id.time());
        assertTrue(id.compareTo(EntryId.of(office.clock.instant().plus(Duration.ofMillis(1)), "a")) < 0);
    }

    @Test
    void longValueIsCutWithinNoCharacter() {
        var cut = new Change("footer", "", "a".repeat(Change.LONGEST - 1) + "🦉🦉");

        assertFalse(cut.isWhole());
        assertEquals("a".repeat(Change.LONGEST - 1) + "……", cut.after());
        assertTrue(new Change("footer", "", "a".repeat(Change.LONGEST)).isWhole());
        assertFalse(Change.withheld("name").isWhole());
    }

    @Test
    void whatAnEntryIsAboutIsReadAsItIsWritten() {
        for (var about : List.of(new About.WholeList(), new About.OnePost(new PostId("a".repeat(24))),
                new About.OnePerson(Office.id(Office.ANNA)))) {
            assertEquals(about, About.parse(about.written()));
        }
        assertThrows(IllegalArgumentException.class, () -> About.parse("?"));
    }
}
