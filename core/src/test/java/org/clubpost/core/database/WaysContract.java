package org.clubpost.core.database;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Profile;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

/** What the log of every {@link Database} must say of the way by which changes came. */
public interface WaysContract {

    /** The database under test. */
    Database testee();

    /** Its clock. */
    FixedClock clock();

    private List<Way> log(ListId list) {
        return testee().actLog().of(list, Optional.empty(), 100, clock().instant()).stream().map(LogEntry::way)
                .toList();
    }

    private void change(Database database, Deed deed, Subscriber changed) {
        clock().advance(Duration.ofMinutes(1));
        var subscribers = database.subscribers().by(deed);
        assertTrue(subscribers.replace(subscribers.find(changed.list(), changed.id()).orElseThrow(), changed));
    }

    @Test
    default void whatIsDoneToAListIsLoggedWithItsWay() {
        var list = aList(freshListId());
        var operator = Deed.of(new Actor.Operator());
        assertTrue(testee().by(Way.COMMAND_LINE).lists().by(operator).create(list));
        clock().advance(Duration.ofMinutes(1));
        assertTrue(testee().by(Way.WEB).lists().by(operator).replace(list,
                list.with(new Profile("Chess Club", "", list.profile().language()))));
        clock().advance(Duration.ofMinutes(1));
        assertTrue(testee().lists().by(operator).remove(list.id()));

        assertEquals(List.of(Way.UNKNOWN, Way.WEB, Way.COMMAND_LINE), log(list.id()));
    }

    @Test
    default void whatIsDoneToMembersIsLoggedWithItsWay() {
        var anna = aMember(freshListId(), "anna@club.example");
        var operator = new Actor.Operator();
        testee().subscribers().create(anna);
        change(testee().by(Way.MAIL), Deed.of(operator), anna.with(
                MemberSettings.DEFAULT.with(MemberSettings.OwnPosts.NONE)));
        change(testee().by(Way.API), Deed.partOf(operator),
                Subscriber.Removed.of(anna, clock().instant().plusSeconds(60), operator));

        var history = testee().actLog().of(anna.list(), anna.id(), Optional.empty(), 100, clock().instant());

        assertEquals(List.of(Way.MAIL), log(anna.list()));
        assertEquals(List.of(Way.API, Way.MAIL),
                history.stream().filter(entry -> entry.act() != Act.JOINED).map(LogEntry::way).toList());
    }

    @Test
    default void whatAMemberDoesHasAWayToo() {
        var anna = aMember(freshListId(), "anna@club.example");
        testee().subscribers().create(anna);
        clock().advance(Duration.ofMinutes(1));
        var subscribers = testee().by(Way.WEB).subscribers();

        assertTrue(subscribers.replace(subscribers.find(anna.list(), anna.id()).orElseThrow(),
                Subscriber.Left.of(anna, clock().instant(), LeaveWay.PAGE)));

        assertEquals(Way.WEB, testee().actLog().of(anna.list(), anna.id(), Optional.empty(), 100, clock().instant())
                .getFirst().way());
    }

    @Test
    default void whatTheServiceDoesByItselfHasNone() {
        var anna = aMember(freshListId(), "anna@club.example");
        testee().subscribers().create(anna);
        change(testee().by(Way.WEB), Deed.of(new Actor.Service()),
                Subscriber.Removed.of(anna, clock().instant(), new Actor.Service()));

        assertEquals(List.of(Way.UNKNOWN), log(anna.list()));
    }

    @Test
    default void whatIsDoneToAPostIsLoggedWithItsWay() {
        var post = SamplePosts.aPost(freshListId());
        var database = testee().by(Way.MAIL);
        database.posts().create(post);
        var sending = SamplePosts.aSending(post.id(), 1);
        database.posts().replace(post, post.with(sending));
        assertTrue(database.posts().by(Deed.of(new Actor.Operator())).replace(post.with(sending),
                post.with(new PostState.Paused(sending, clock().instant()))));

        assertEquals(List.of(Way.MAIL), log(post.list()));
    }

    @Test
    default void entryThatIsPutByItselfGetsTheWayAndKeepsTheOneThatItHas() {
        var list = freshListId();
        var entry = LogEntry.of(list, new Actor.Operator(), Act.LIST_RELEASED, List.of(), clock().instant());

        testee().by(Way.WEB).actLog().put(entry);
        assertEquals(List.of(Way.WEB), log(list));

        testee().by(Way.WEB).actLog().put(entry.cameBy(Way.COMMAND_LINE));
        assertEquals(List.of(Way.COMMAND_LINE), log(list));
    }
}
