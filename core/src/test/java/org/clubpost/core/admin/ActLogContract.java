package org.clubpost.core.admin;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aPending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.LogKeeping;
import org.clubpost.core.list.Profile;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.Test;

/** What every {@link ActLog} must do, and the lists, subscribers and posts of the same database. */
public interface ActLogContract {

    /** An owner. */
    Actor OLGA = new Actor.Owner(EmailAddress.of("olga@club.example"));

    /** The log under test. */
    ActLog testee();

    /** The clock of its database. */
    FixedClock clock();

    /** The lists of the same database. */
    Lists lists();

    /** The subscribers of the same database. */
    Subscribers subscribers();

    /** The posts of the same database. */
    Posts posts();

    private List<LogEntry> log(ListId list) {
        return testee().of(list, Optional.empty(), 1_000, clock().instant());
    }

    private List<LogEntry> history(ListId list, SubscriberId person) {
        return testee().of(list, person, Optional.empty(), 1_000, clock().instant());
    }

    private List<Act> acts(ListId list, SubscriberId person) {
        return history(list, person).stream().map(LogEntry::act).toList();
    }

    private void change(Subscribers with, Subscriber changed) {
        clock().advance(Duration.ofMinutes(1));
        assertTrue(with.replace(with.find(changed.list(), changed.id()).orElseThrow(), changed));
    }

    private static LogEntry entry(ListId list, Instant time, String reason) {
        return LogEntry.of(list, OLGA, Act.MEMBERS_IMPORTED, List.of(Change.said("reason", reason)), time);
    }

    @Test
    default void entryIsFoundAsItWasPut() {
        var list = freshListId();
        var undone = EntryId.of(FixedClock.START, "before");
        var entry = new LogEntry(EntryId.of(clock().instant(), "x"), list, new Actor.Operator(), Way.API,
                Act.LIST_CHANGED, new About.WholeList(), true,
                List.of(new Change("footer", "", "Zwei\nZeilen 🦉"), Change.withheld("name")),
                Optional.of(undone));

        testee().put(entry);
        testee().put(entry);

        assertEquals(List.of(entry), log(list));
        assertEquals(Optional.of(entry), testee().find(list, entry.id(), clock().instant()));
        assertEquals(Optional.empty(), testee().find(list, undone, clock().instant()));
        assertEquals(List.of(), log(freshListId()));
    }

    @Test
    default void entryThatIsPutAgainTakesThePlaceOfTheFirst() {
        var entry = entry(freshListId(), clock().instant(), "on paper");
        testee().put(entry);

        var ended = entry.with(List.of(Change.said("added", "17")));
        testee().put(ended);

        assertEquals(List.of(ended), log(entry.list()));
    }

    /** The record of the first consent is told once more when another takes its place. */
    @Test
    default void memberWhomAnOwnerBringsInAgainWasBroughtInTwice() {
        var anna = aMember(freshListId(), "anna@club.example");
        var first = broughtIn(anna);
        assertTrue(subscribers().by(Deed.of(OLGA)).create(first));
        clock().advance(Duration.ofMinutes(1));
        change(subscribers().by(Deed.of(OLGA)), Subscriber.Removed.of(first, clock().instant(), OLGA));
        change(subscribers().by(Deed.of(OLGA)), broughtIn(anna));

        assertEquals(List.of(Act.JOINED, Act.REMOVED, Act.JOINED),
                log(anna.list()).stream().map(LogEntry::act).toList());
        assertEquals(List.of(Act.JOINED, Act.REMOVED, Act.JOINED), acts(anna.list(), anna.id()));
    }

    private Subscriber.Confirmed broughtIn(Subscriber.Confirmed member) {
        return new Subscriber.Confirmed(member.list(), member.person(),
                new Consent.OwnersWord(clock().instant(), "asked by phone", OLGA), clock().instant(), true);
    }

    @Test
    default void logIsReadFromTheNewestPageByPage() {
        var list = freshListId();
        var all = new ArrayList<LogEntry>();
        for (var each = 0; each < 7; each++) {
            var entry = entry(list, clock().instant().plusSeconds(each), "no. " + each);
            testee().put(entry);
            all.addFirst(entry);
        }
        clock().advance(Duration.ofMinutes(1));

        var first = testee().of(list, Optional.empty(), 3, clock().instant());
        var second = testee().of(list, Optional.of(first.getLast().id()), 3, clock().instant());
        var third = testee().of(list, Optional.of(second.getLast().id()), 3, clock().instant());

        assertEquals(all, List.of(first, second, third).stream().flatMap(List::stream).toList());
        assertEquals(List.of(), testee().of(list, Optional.of(third.getLast().id()), 3, clock().instant()));
    }

    @Test
    default void entryIsNotFoundWhenItsTimeIsOver() {
        var entry = entry(freshListId(), clock().instant(), "on paper");
        testee().put(entry);
        clock().advance(ActLog.KEPT.minusMillis(1));
        assertEquals(List.of(entry), log(entry.list()));

        clock().advance(Duration.ofMillis(1));

        assertEquals(List.of(), log(entry.list()));
        assertEquals(Optional.empty(), testee().find(entry.list(), entry.id(), clock().instant()));
    }

    /** Everything, whenever and of whomever it is. */
    private static ActLog.Share all(Instant now) {
        return new ActLog.Share(Instant.EPOCH, now.plusSeconds(1), Slice.cut(0).getFirst());
    }

    @Test
    default void entryThatIsToBeKeptLongerOrForEverIs() {
        var list = freshListId();
        var five = entry(list, clock().instant(), "five years");
        testee().put(five);
        assertEquals(1, testee().keep(list, LogKeeping.FIVE_YEARS, all(clock().instant()), 10, clock().instant()));
        assertEquals(0, testee().keep(list, LogKeeping.FIVE_YEARS, all(clock().instant()), 10, clock().instant()));

        clock().advance(Duration.ofDays(5 * 365).minusMillis(1));
        assertEquals(List.of(five), log(list));
        assertEquals(1, testee().keep(list, LogKeeping.FOR_EVER, all(clock().instant()), 10, clock().instant()));
        assertEquals(0, testee().keep(list, LogKeeping.FOR_EVER, all(clock().instant()), 10, clock().instant()));
        clock().advance(Duration.ofDays(50 * 365));

        assertEquals(List.of(five), log(list));
        assertEquals(1, testee().keep(list, LogKeeping.TEN_YEARS, all(clock().instant()), 10, clock().instant()));
        clock().advance(Duration.ofSeconds(2));
        assertEquals(List.of(), log(list));
    }

    @Test
    default void entryThatIsOverStaysOver() {
        var list = freshListId();
        testee().put(entry(list, clock().instant(), "short"));
        clock().advance(Duration.ofDays(400));
        testee().keep(list, LogKeeping.ONE_YEAR, all(clock().instant()), 10, clock().instant());
        clock().advance(Duration.ofSeconds(2));
        assertEquals(List.of(), log(list));

        assertEquals(0, testee().keep(list, LogKeeping.FOR_EVER, all(clock().instant()), 10, clock().instant()));

        assertEquals(List.of(), log(list));
    }

    @Test
    default void noMoreAreChangedThanAskedForAndOnlyThoseOfTheTime() {
        var list = freshListId();
        var old = clock().instant();
        for (var each : List.of("one", "two", "three")) {
            testee().put(entry(list, clock().instant(), each));
            clock().advance(Duration.ofDays(1));
        }
        var share = new ActLog.Share(old.plusSeconds(1), clock().instant(), Slice.cut(0).getFirst());

        assertEquals(1, testee().keep(list, LogKeeping.TEN_YEARS, share, 1, clock().instant()));
        assertEquals(1, testee().keep(list, LogKeeping.TEN_YEARS, share, 9, clock().instant()));

        clock().advance(Duration.ofDays(3 * 365));
        assertEquals(2, log(list).size());
    }

    @Test
    default void makingChangingAndRemovingAListIsLoggedOnceEach() {
        var list = aList(freshListId());
        var changed = list.with(new Profile("Chess Club", "", list.profile().language()));
        var lists = lists().by(Deed.of(new Actor.Operator()));

        assertTrue(lists.create(list));
        assertFalse(lists.create(list));
        clock().advance(Duration.ofMinutes(1));
        assertTrue(lists.by(Deed.of(OLGA)).replace(list, changed));
        assertFalse(lists.by(Deed.of(OLGA)).replace(list, changed));
        clock().advance(Duration.ofMinutes(1));
        assertTrue(lists.remove(list.id()));
        assertFalse(lists.remove(list.id()));

        var log = log(list.id());
        assertEquals(List.of(Act.LIST_REMOVED, Act.LIST_CHANGED, Act.LIST_CREATED),
                log.stream().map(LogEntry::act).toList());
        assertEquals(List.of(new Actor.Operator(), OLGA, new Actor.Operator()),
                log.stream().map(LogEntry::actor).toList());
        assertEquals(new Change("name", list.profile().name(), "Chess Club"), log.get(1).changes().stream()
                .filter(change -> change.what().equals("name")).findFirst().orElseThrow());
        assertEquals(Optional.of(list.profile().name()), log.getLast().said("name"));
    }

    @Test
    default void removalByAnOwnerIsInTheListsLogAndInTheHistory() {
        var member = aMember(freshListId(), "anna@club.example");
        subscribers().create(member);
        var removed = Subscriber.Removed.of(member, clock().instant().plusSeconds(60), OLGA);

        change(subscribers().by(Deed.of(OLGA)), removed);

        var entry = log(member.list()).getFirst();
        assertEquals(Act.REMOVED, entry.act());
        assertEquals(OLGA, entry.actor());
        assertEquals(new About.OnePerson(member.id()), entry.about());
        assertEquals(List.of(entry), history(member.list(), member.id()).stream()
                .filter(each -> each.act() == Act.REMOVED).toList());
        assertEquals(Optional.of(entry), testee().find(member.list(), entry.id(), clock().instant()));
    }

    @Test
    default void whatAMemberDoesIsInTheHistoryAlone() {
        var list = freshListId();
        var request = aPending(list, "anna@club.example");
        var member = aMember(list, "anna@club.example");
        subscribers().create(request);
        change(subscribers(), member);
        change(subscribers(), member.with(MemberSettings.DEFAULT.with(MemberSettings.OwnPosts.NONE)));
        change(subscribers(), Subscriber.Left.of(member, clock().instant().plusSeconds(60), LeaveWay.PAGE)
                .because(LeaveReason.TOO_MANY));
        change(subscribers(), member);

        var history = history(list, member.id());

        assertEquals(List.of(Act.CAME_BACK, Act.LEFT, Act.CHANGED),
                history.stream().map(LogEntry::act).limit(3).toList());
        assertTrue(history.stream().anyMatch(entry -> entry.act() == Act.JOINED));
        assertEquals(Optional.of("too-many"), history.get(1).said("reason"));
        assertEquals(List.of(new Change("own-posts", "copy", "none")), history.get(2).changes());
        assertTrue(history.stream().noneMatch(LogEntry::isListed));
        assertEquals(List.of(), log(list));
    }

    @Test
    default void changeThatIsNotMadeIsNotLogged() {
        var member = aMember(freshListId(), "anna@club.example");
        subscribers().create(member);
        var seen = subscribers().find(member.list(), member.id()).orElseThrow();
        change(subscribers(), member.with(MemberSettings.DEFAULT.with(MemberSettings.OwnPosts.NONE)));

        assertFalse(subscribers().by(Deed.of(OLGA)).replace(seen,
                Subscriber.Removed.of(member, clock().instant(), OLGA)));
        assertFalse(subscribers().by(Deed.of(OLGA)).create(member));

        assertEquals(List.of(), log(member.list()));
        assertFalse(acts(member.list(), member.id()).contains(Act.REMOVED));
    }

    @Test
    default void partOfAnActOnManyIsInTheHistoryAlone() {
        var member = aMember(freshListId(), "anna@club.example");
        subscribers().create(member);

        change(subscribers().by(Deed.partOf(OLGA)), Subscriber.Removed.of(member, clock().instant(), OLGA));

        assertEquals(List.of(), log(member.list()));
        assertEquals(OLGA, history(member.list(), member.id()).stream().filter(entry -> entry.act() == Act.REMOVED)
                .findFirst().orElseThrow().actor());
    }

    @Test
    default void manyWhoAreBroughtInTogetherMakeNoEntries() {
        var list = freshListId();
        var one = aMember(list, "anna@club.example");
        var other = aMember(list, "ben@club.example");

        subscribers().by(Deed.partOf(OLGA)).createAll(list, List.of(one, other));

        assertEquals(List.of(), log(list));
        assertEquals(List.of(), history(list, one.id()));
    }

    @Test
    default void oneWhoIsBroughtInMakesAnEntry() {
        var anna = aMember(freshListId(), "anna@club.example");
        var member = new Subscriber.Confirmed(anna.list(), anna.person(),
                new Consent.OwnersWord(clock().instant(), "asked by phone", OLGA), clock().instant(), true);

        assertTrue(subscribers().by(Deed.of(OLGA)).create(member));

        assertEquals(List.of(Act.JOINED), log(anna.list()).stream().map(LogEntry::act).toList());
        assertEquals(Optional.of(member), subscribers().find(anna.list(), anna.id())
                .map(stored -> (Subscriber.Confirmed) stored.subscriber()));
    }

    @Test
    default void requestThatAnOwnerDropsIsLogged() {
        var request = aPending(freshListId(), "anna@club.example");
        subscribers().create(request);

        assertTrue(subscribers().by(Deed.of(OLGA))
                .remove(subscribers().find(request.list(), request.id()).orElseThrow()));

        assertEquals(List.of(Act.WITHDRAWN), acts(request.list(), request.id()));
        assertEquals(1, log(request.list()).size());
    }

    @Test
    default void whatIsDoneToAPostIsLoggedWhenItIsADeed() {
        var post = SamplePosts.aPost(freshListId());
        posts().create(post);
        var sending = SamplePosts.aSending(post.id(), 1);
        assertTrue(posts().replace(post, post.with(sending)));
        assertEquals(List.of(), log(post.list()));

        assertTrue(posts().by(Deed.of(OLGA)).replace(post.with(sending),
                post.with(new PostState.Paused(sending, clock().instant()))));

        var entry = log(post.list()).getFirst();
        assertEquals(Act.POST_PAUSED, entry.act());
        assertEquals(new About.OnePost(post.id()), entry.about());
        assertEquals(OLGA, entry.actor());
    }
}
