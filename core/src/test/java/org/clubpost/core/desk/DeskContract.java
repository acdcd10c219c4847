package org.clubpost.core.desk;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.post.SamplePosts.aPost;
import static org.clubpost.core.post.SamplePosts.aSending;
import static org.clubpost.core.post.SamplePosts.freshRanges;
import static org.clubpost.core.post.SamplePosts.held;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.admin.Makers;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.health.Returns;
import org.clubpost.core.health.Tick;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.Person;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.person.Persons;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Funnel;
import org.junit.jupiter.api.Test;

/** What every {@link Desk} must do, together with the other ports of the same database. */
public interface DeskContract {

    /** In the future, so that no table deletes anything meanwhile. */
    Instant LATER = Instant.parse("2041-03-06T08:00:00.123Z");

    /** The desk under test. */
    Desk testee();

    /** The lists that it shows. */
    Lists lists();

    /** Who may make lists. */
    ListMakers makers();

    /** The lists that were deleted. */
    DeletedLists deleted();

    /** The posts that it shows. */
    Posts posts();

    /** Their ranges. */
    Ranges ranges();

    /** Those who have signed in. */
    Persons persons();

    /** Those on the lists. */
    Subscribers subscribers();

    /** The texts about them. */
    MemberTexts memberTexts();

    /** What came back from them. */
    Bounces bounces();

    /** What came back of posts. */
    Returns returns();

    private ListId newList() {
        var list = aList(freshListId());
        assertTrue(lists().create(list));
        return list.id();
    }

    private Desk.Glance glance(ListId list) {
        return testee().lists().stream().filter(each -> each.headed().list().id().equals(list)).findFirst()
                .orElseThrow();
    }

    private Post create(ListId list, Instant at) {
        var post = aPost(list, at);
        assertTrue(posts().create(post));
        return post;
    }

    private Post turn(Post post, PostState state) {
        assertTrue(posts().replace(post, post.with(state)));
        return post.with(state);
    }

    @Test
    default void hallHasTheDeletedListsApartAndWhoMayMakeLists() {
        var there = newList();
        var gone = newList();
        assertTrue(deleted().delete(lists().find(gone).orElseThrow(), LATER));
        var seen = makers().read();
        var changed = new Makers(List.of(EmailAddress.of("maker@club.example")), seen.past());
        assertTrue(makers().replace(seen, changed));

        var hall = testee().hall();

        assertTrue(hall.lists().stream().anyMatch(each -> each.headed().list().id().equals(there)));
        assertTrue(hall.lists().stream().noneMatch(each -> each.headed().list().id().equals(gone)));
        assertTrue(hall.deleted().contains(deleted().find(gone).orElseThrow()));
        assertTrue(hall.deleted().stream().noneMatch(each -> each.list().id().equals(there)));
        assertEquals(changed, hall.makers());
        assertEquals(Optional.empty(), testee().door(new PersonId("operator"), Optional.of(gone)).list());
    }

    @Test
    default void personAndListAreFoundTogether() {
        var list = newList();
        subscribers().create(aMember(list, "anna@club.example"));
        var person = Person.of(new PersonId(UUID.randomUUID().toString().replace("-", "")),
                new Actor.Owner(EmailAddress.of("olga@club.example")));
        assertTrue(persons().replace(Optional.empty(), person));

        var door = testee().door(person.id(), Optional.of(list));

        assertEquals(Optional.of(person), door.person());
        assertEquals(lists().headed(list), door.list());
        assertEquals(1, door.list().orElseThrow().members());
        assertEquals(new Desk.Door(Optional.of(person), Optional.empty()),
                testee().door(person.id(), Optional.empty()));
        assertEquals(new Desk.Door(Optional.empty(), Optional.empty()), testee().door(
                new PersonId(UUID.randomUUID().toString().replace("-", "")), Optional.of(freshListId())));
    }

    @Test
    default void listsHaveWhatWaitsAndWhatWentOutLast() {
        var list = newList();
        assertEquals(new Desk.Glance(lists().headed(list).orElseThrow(), 0, Optional.empty()), glance(list));

        var first = turn(create(list, FixedClock.START), held("one"));
        var second = turn(create(list, FixedClock.START.plusSeconds(60)), held("two"));
        turn(second, ((PostState.Held) second.state()).asTold());
        turn(create(list, FixedClock.START.plusSeconds(90)), new PostState.Held(Reason.quoted("x"),
                PostState.Held.Decider.AUTHOR, List.of(), false, LATER));
        assertEquals(2, glance(list).waiting());
        assertEquals(Optional.empty(), glance(list).last());

        turn(first, new PostState.Waiting(first.id().preparedMail(), PostState.Waiting.Why.UNDO, LATER, List.of()));
        assertEquals(1, glance(list).waiting());
        var sent = create(list, FixedClock.START.plusSeconds(120));
        assertTrue(ranges().plan(sent, sent.with(aSending(sent.id(), 1)), freshRanges(sent, 0)));
        assertEquals(Optional.of(sent.id().storedAt()), glance(list).last());
    }

    @Test
    default void countingAnewChangesNothingThatIsRight() {
        var list = newList();
        turn(create(list, FixedClock.START), held("one"));
        var before = glance(list);

        testee().recount(list);
        testee().recount(list);

        assertEquals(before, glance(list));
        assertEquals(1, before.waiting());
    }

    @Test
    default void listThatIsGoneIsNotShown() {
        var list = newList();
        turn(create(list, FixedClock.START), held("one"));
        assertTrue(lists().remove(list));

        assertTrue(testee().lists().stream().noneMatch(each -> each.headed().list().id().equals(list)));
    }

    @Test
    default void memberIsFoundWithWhatIsKeptBeside() {
        var list = newList();
        var member = aMember(list, "anna@club.example");
        subscribers().create(member);
        assertEquals(Optional.of(new Desk.MemberFile(member, Optional.empty(), Optional.empty())),
                testee().member(list, member.id()));
        var remark = MemberText.remark(list, member.id(), "sings", FixedClock.START);
        var record = BounceRecord.of(list, member.id());
        assertTrue(memberTexts().replace(Optional.empty(), remark));
        assertTrue(bounces().replace(Optional.empty(), record));

        assertEquals(Optional.of(new Desk.MemberFile(member, Optional.of(remark), Optional.of(record))),
                testee().member(list, member.id()));
        assertEquals(Optional.empty(), testee().member(newList(), member.id()));
    }

    @Test
    default void postIsFoundWithItsRangesAndWhoDidNotGetIt() {
        var list = newList();
        var post = create(list, FixedClock.START);
        assertEquals(Optional.of(new Desk.PostFile(post, List.of(), List.of())), testee().post(post.id(), 5));
        var sending = post.with(aSending(post.id(), 4));
        var fresh = freshRanges(post, 2);
        assertTrue(ranges().plan(post, sending, fresh));
        var members = List.of(aMember(list, "a@club.example"), aMember(list, "b@club.example"),
                aMember(list, "c@club.example"));
        ranges().rewrite(post.id(), members.stream().map(each -> new Failure(each.id(), Failure.Kind.REFUSED,
                Reason.quoted("full"), 1, FixedClock.START)).toList());

        var all = testee().post(post.id(), 5).orElseThrow();

        assertEquals(sending, all.post());
        assertEquals(fresh, all.ranges());
        assertEquals(3, all.failures().size());
        assertEquals(2, testee().post(post.id(), 2).orElseThrow().failures().size());
        assertEquals(List.of(), testee().post(post.id(), 0).orElseThrow().failures());
        assertEquals(Optional.empty(), testee().post(aPost(list).id(), 5));
    }

    @Test
    default void echoHasTheNumbersAndThoseWhoAreKnown() {
        var list = newList();
        var post = create(list, FixedClock.START);
        var member = aMember(list, "anna@club.example");
        subscribers().create(member);
        var stranger = aMember(list, "nobody@club.example").id();
        assertEquals(new Desk.Echo(PostCounts.none(post.id()), Map.of()),
                testee().echo(list, post.id(), List.of(stranger)));
        assertTrue(returns().count(list, post.id(), member.id(), new Tick.Refused(), LATER));

        assertEquals(new Desk.Echo(returns().of(list, post.id()), Map.of(member.id(), member)),
                testee().echo(list, post.id(), List.of(member.id(), stranger)));
    }

    @Test
    default void figuresAreKeptAndFoundWithWhatCameBack() {
        var list = newList();
        var post = create(list, FixedClock.START);
        var quiet = create(list, FixedClock.START.plusSeconds(1));
        assertEquals(new Desk.Numbers(Optional.empty(), Map.of()), testee().numbers(list, List.of(post.id())));
        var figures = new Figures(LATER, new CountFlow.Flow(List.of(new CountFlow.Week(LocalDate.of(2026, 3, 2),
                Map.of(JoinWay.FORM, 3L, JoinWay.OWNER, 1L), Map.of(CountFlow.Way.TOO_MANY, 2L), 17)), 20, true),
                List.of(new Funnel.Day(LocalDate.of(2026, 3, 3), 5, 4, 3)));
        testee().keep(list, new Figures(FixedClock.START, new CountFlow.Flow(List.of(), 0, true), List.of()));
        testee().keep(list, figures);
        returns().count(list, post.id(), aMember(list, "anna@club.example").id(), new Tick.Complained(), LATER);

        var numbers = testee().numbers(list, List.of(post.id(), quiet.id()));

        assertEquals(Optional.of(figures), numbers.figures());
        assertEquals(Set.of(post.id()), numbers.returned().keySet());
        assertEquals(1, numbers.returned().values().iterator().next().complaints());
    }
}
