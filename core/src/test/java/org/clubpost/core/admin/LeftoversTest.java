package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.Errand;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.subscriber.WayBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was open on a removed list, and another list of its name. */
class LeftoversTest {

    private static final EmailAddress OLGA = EmailAddress.of("olga@club.example");
    private static final EmailAddress NEW = EmailAddress.of("new@club.example");

    private final Office office = new Office();
    private final InMemoryListMakers makers = new InMemoryListMakers();
    private final MakeLists make = new MakeLists(office.lists, makers, office.leftovers, new CollectingNotices());
    private final MailingList old = office.list;

    private MakeLists.Outcome made(Actor actor, EmailAddress owner) {
        office.tick();
        return make.make(actor, new MakeLists.Wish(old.id().value(), old.domain(), "New", List.of(owner), "",
                Optional.empty()));
    }

    private void remove() {
        office.tick();
        office.lists.remove(old.id());
    }

    private void remade() {
        remove();
        assertInstanceOf(MakeLists.Outcome.Made.class, made(Office.OPERATOR, NEW));
    }

    private String invited(Role role) {
        office.appoint.invite(Office.OPERATOR, old.id(), OLGA, role, false);
        return office.peopleNews.sent(OwnerNotice.RoleOffered.class).getLast().accept().getQuery()
                .substring("token=".length());
    }

    @Test
    void invitationToTheOldListOpensNothingOnTheNew() {
        var token = invited(Role.OWNER);
        for (var i = 0; i < 600; i++) {
            office.tick();
            office.log
                    .put(LogEntry.of(old.id(), Office.OPERATOR, Act.LIST_RELEASED, List.of(), office.clock.instant()));
        }
        remade();

        assertInstanceOf(Appoint.Outcome.Unknown.class, office.appoint.accept(token));
        assertEquals(List.of(NEW), office.lists.find(old.id()).orElseThrow().people().owners());
        assertEquals(List.of(), office.appoint.open(old.id()));
    }

    @Test
    void invitationIsGoodAgainWhenTheVeryListIsBack() {
        var token = invited(Role.OWNER);
        remove();
        assertInstanceOf(Appoint.Outcome.Unknown.class, office.appoint.accept(token));

        assertInstanceOf(Undo.Outcome.Undone.class, office.undoLatest(Office.OPERATOR));

        assertInstanceOf(Appoint.Outcome.Done.class, office.appoint.accept(token));
    }

    @Test
    void onlyTheOperatorMakesAnotherListOfANameThatHasRecords() {
        makers.replace(Makers.NOBODY, Makers.NOBODY.after(new Makers.Step(Instant.EPOCH, OLGA, true, Office.OPERATOR)));
        remove();

        assertEquals(new MakeLists.Outcome.Refused(MakeLists.Problem.TAKEN), made(new Actor.Owner(OLGA), OLGA));
        assertInstanceOf(MakeLists.Outcome.Made.class, made(Office.OPERATOR, OLGA));
    }

    private Post with(PostState state) {
        office.tick();
        var post = SamplePosts.aPost(old.id(), office.clock.instant());
        office.posts.create(post);
        office.posts.replace(post, post.with(state));
        return office.posts.find(post.id()).orElseThrow();
    }

    private PostState state(Post post) {
        return office.posts.find(post.id()).orElseThrow().state();
    }

    @Test
    void postsOfTheOldListGoToNobody() {
        var until = office.clock.instant().plus(Duration.ofDays(9));
        var held = with(new PostState.Held(Reason.of(Reason.Cause.UNPROVEN), PostState.Held.Decider.OWNERS, List.of(),
                true, until));
        var received = with(new PostState.Received());
        var waiting = with(new PostState.Waiting(received.mail(), PostState.Waiting.Why.SEND_AT, until, List.of()));
        var sending = new PostState.Sending(received.mail(), 1, office.clock.instant());
        var paused = with(new PostState.Paused(sending, office.clock.instant()));

        remade();

        var gone = new PostState.Discarded(Reason.of(Reason.Cause.NO_LIST));
        assertEquals(gone, state(held));
        assertEquals(gone, state(received));
        assertInstanceOf(PostState.Cancelled.class, state(waiting));
        assertInstanceOf(PostState.Cancelled.class, state(paused));
        try (var open = office.posts.unsettled(old.id())) {
            assertEquals(List.of(), open.toList(), "and nobody hears of them from the new list");
        }
    }

    private SubscriberId has(Subscriber subscriber) {
        office.subscribers.create(subscriber);
        return subscriber.id();
    }

    private Optional<Subscriber> now(SubscriberId id) {
        return office.subscribers.find(old.id(), id).map(stored -> stored.subscriber());
    }

    @Test
    void whoAskedToJoinTheOldListIsForgottenAndWhoLeftIsKnown() {
        var at = office.clock.instant();
        var pending = has(SampleSubscribers.aPending(old.id(), "pia@club.example"));
        var member = SampleSubscribers.aMember(old.id(), "max@club.example");
        var left = has(Subscriber.Left.of(member, at, LeaveWay.ONE_CLICK));

        remade();

        assertEquals(Optional.empty(), now(pending));
        var known = assertInstanceOf(Subscriber.Left.class, now(left).orElseThrow());
        assertEquals(new WayBack.Closed(), known.back());
    }

    private static Stream<Subscriber> everyKind() {
        return SampleSubscribers.everyKind(SampleLists.aList().id());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void nobodyComesOntoTheNewListByWhatWasOpenOnTheOld(Subscriber subscriber) {
        var id = has(subscriber);
        remove();

        office.leftovers.end(old.id());
        var after = now(id);
        office.leftovers.end(old.id());

        assertEquals(after, now(id), "may be repeated");
        switch (subscriber) {
            case Subscriber.Pending pending -> assertEquals(pending.past().ended().isPresent(), after.isPresent());
            case Subscriber.Applied applied -> assertEquals(applied.past().ended().isPresent(), after.isPresent());
            case Subscriber.Suppressed stopped ->
                assertNotEquals(stopped.at(), ((Subscriber.Suppressed) after.orElseThrow()).at());
            case Subscriber.Left _,Subscriber.Removed _,Subscriber.Moved _,Subscriber.Forgotten _,Subscriber.Confirmed _ ->
                assertEquals(SubscriberStatus.of(subscriber), SubscriberStatus.of(after.orElseThrow()));
        }
        after.ifPresent(known -> assertFalse(
                known instanceof Subscriber.Left left && left.back() instanceof WayBack.Open
                        || known instanceof Subscriber.Removed removed && removed.back() instanceof WayBack.Open));
    }

    private static Stream<PostState> everyState() {
        return SamplePosts.everyState(SamplePosts.aPost(SampleLists.aList().id()).id());
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void noPostOfTheOldListIsUnsettledOnTheNew(PostState state) {
        var post = with(state);
        remove();

        office.leftovers.end(old.id());
        var after = state(post);
        office.leftovers.end(old.id());

        assertEquals(after, state(post), "may be repeated");
        try (var open = office.posts.unsettled(old.id())) {
            assertEquals(List.of(), open.toList());
        }
    }

    @Test
    void whatIsOwedOnTheOldListIsOver() {
        var errand = Errand.of(old.id(), office.clock.instant(), new Errand.PeopleNews(EntryId.of(Instant.EPOCH, "x")));
        office.tasks.add(List.of(errand));

        remade();

        assertEquals(List.of(), office.tasks.due(Instant.MAX, 10));
    }

    @Test
    void nothingEndsOnAListThatIsThereOrCanComeBack() {
        var token = invited(Role.MODERATOR);
        assertEquals(new MakeLists.Outcome.Refused(MakeLists.Problem.TAKEN), made(Office.OPERATOR, NEW));
        office.deleted.delete(old, office.clock.instant().plus(Duration.ofDays(7)));
        assertEquals(new MakeLists.Outcome.Refused(MakeLists.Problem.TAKEN), made(Office.OPERATOR, NEW));
        office.deleted.restore(old.id(), office.clock.instant());

        assertInstanceOf(Appoint.Outcome.Done.class, office.appoint.accept(token));
    }
}
