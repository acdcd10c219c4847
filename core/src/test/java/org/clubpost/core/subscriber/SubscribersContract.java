package org.clubpost.core.subscriber;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.aFormerMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aPending;
import static org.clubpost.core.subscriber.SampleSubscribers.aPerson;
import static org.clubpost.core.subscriber.SampleSubscribers.aSuppressed;
import static org.clubpost.core.subscriber.SampleSubscribers.members;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Race;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.Profile;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.junit.jupiter.api.Test;

/** What every {@link Subscribers} must do, together with the {@link Lists} that count the members. */
public interface SubscribersContract {

    /** All keys. */
    Slice EVERYBODY = Slice.cut(0).getFirst();

    /** The subscribers under test. May hold what other tests left there. */
    Subscribers testee();

    /** The lists that those subscribers belong to. */
    Lists lists();

    /** How many members are a large page; fewer where what stands in for the world takes its time. */
    default int many() {
        return 1000;
    }

    /** A new list without subscribers. */
    private ListId newList() {
        var list = aList(freshListId());
        assertTrue(lists().create(list));
        return list.id();
    }

    private Stored stored(Subscriber subscriber) {
        assertTrue(testee().create(subscriber));
        return testee().find(subscriber.list(), subscriber.id()).orElseThrow();
    }

    private void assertStored(Subscriber expected) {
        var found = testee().find(expected.list(), expected.id()).orElseThrow().subscriber();
        assertEquals(expected, found);
        assertEquals(expected.whom().map(person -> person.address().written()),
                found.whom().map(person -> person.address().written()));
        assertEquals(expected.whom().map(person -> person.address().ascii()),
                found.whom().map(person -> person.address().ascii()));
        assertEquals(earlierAddresses(expected), earlierAddresses(found));
    }

    private static List<String> earlierAddresses(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Pending pending
                ? pending.earlier().stream().map(request -> request.address().written()).toList()
                : List.of();
    }

    // Storing and finding

    @Test
    default void sliceHasThoseBetweenItsEndsInKeyOrderWhateverTheirState() {
        var list = freshListId();
        var members = SampleSubscribers.members(list, 8);
        var left = Subscriber.Left.of(members.get(3), FixedClock.START, LeaveWay.PAGE);
        testee().createAll(list, members);
        testee().replace(testee().find(list, left.id()).orElseThrow(), left);

        var slice = new Slice(members.get(2).id(), members.get(5).id());
        assertEquals(List.of(members.get(2), left, members.get(4), members.get(5)),
                testee().all(list, slice).toList());
        assertEquals(List.of(), testee().all(list, new Slice(aKey("00"), aKey("01"))).toList());
        assertEquals(8, Slice.cut(4).stream().flatMap(each -> testee().all(list, each)).count());
    }

    @Test
    default void unknownSubscriberIsNotFound() {
        assertEquals(Optional.empty(), testee().find(newList(), aKey("1")));
    }

    @Test
    default void everyStateComesBackAsItWasStored() {
        SampleSubscribers.everyKind(newList()).map(subscriber -> onList(freshListId(), subscriber))
                .forEach(subscriber -> {
                    assertTrue(lists().create(aList(subscriber.list())));

                    assertTrue(testee().create(subscriber));

                    assertStored(subscriber);
                    assertEquals(List.of(subscriber), testee().all(subscriber.list()).toList());
                });
    }

    private static Subscriber onList(ListId list, Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Pending p -> new Subscriber.Pending(list, p.person(), p.links(), p.form(), p.wording(),
                    p.requested(), p.expiresAt(), onList(list, p.past()), p.earlier());
            case Subscriber.Applied a ->
                new Subscriber.Applied(list, a.person(), a.consent(), onList(list, a.past()));
            case Subscriber.Confirmed c ->
                new Subscriber.Confirmed(list, c.person(), c.consent(), c.since(), c.greeted(), c.settings(),
                        c.groups(), c.moves());
            case Subscriber.Left l ->
                new Subscriber.Left(list, l.person(), l.consent(), l.at(), l.way(), l.back(), l.reason());
            case Subscriber.Removed r ->
                new Subscriber.Removed(list, r.person(), r.consent(), r.at(), r.by(), r.back());
            case Subscriber.Moved m -> new Subscriber.Moved(list, m.id(), m.to(), m.at());
            case Subscriber.Forgotten f -> new Subscriber.Forgotten(list, f.id(), f.at(), f.way());
            case Subscriber.Suppressed s ->
                new Subscriber.Suppressed(list, s.person(), s.consent(), s.why(), s.at(), s.kept());
        };
    }

    private static Past onList(ListId list, Past past) {
        return past instanceof Past.FormerMember(var gone)
                ? new Past.FormerMember((Subscriber.Gone) onList(list, gone))
                : past;
    }

    @Test
    default void everyStateCanBecomeEveryOther() {
        var list = newList();
        var kinds = SampleSubscribers.everyKind(list).map(kind -> withKey(kind, aKey("77"))).toList();
        var states = kinds.stream().collect(Collectors.toMap(SubscriberStatus::of, kind -> kind, (one, _) -> one))
                .values();
        var steps = new ArrayList<>(kinds);
        for (var one : states) {
            for (var other : states) {
                steps.addAll(List.of(one, other));
            }
        }
        var seen = stored(kinds.getLast());
        for (var next : steps) {
            assertTrue(testee().replace(seen, next));

            assertStored(next);
            assertEquals(next instanceof Subscriber.Confirmed ? 1 : 0, lists().confirmedMembers(list));
            seen = testee().find(list, next.id()).orElseThrow();
        }
    }

    private static Subscriber withKey(Subscriber subscriber, SubscriberId key) {
        return switch (subscriber) {
            case Subscriber.Known known -> withKey(known, key);
            case Subscriber.Moved m -> new Subscriber.Moved(m.list(), key, m.to(), m.at());
            case Subscriber.Forgotten f -> new Subscriber.Forgotten(f.list(), key, f.at(), f.way());
        };
    }

    private static Past withKey(Past past, SubscriberId key) {
        return past instanceof Past.FormerMember(var gone)
                ? new Past.FormerMember((Subscriber.Gone) withKey(gone, key))
                : past;
    }

    private static Subscriber withKey(Subscriber.Known known, SubscriberId key) {
        var old = known.person();
        var person = new Person(key, old.address(), old.name(), old.language());
        return switch (known) {
            case Subscriber.Pending p -> new Subscriber.Pending(p.list(), person, p.links(), p.form(), p.wording(),
                    p.requested(), p.expiresAt(), withKey(p.past(), key), p.earlier());
            case Subscriber.Applied a ->
                new Subscriber.Applied(a.list(), person, a.consent(), withKey(a.past(), key));
            case Subscriber.Confirmed c ->
                new Subscriber.Confirmed(c.list(), person, c.consent(), c.since(), c.greeted(), c.settings(),
                        c.groups(), c.moves());
            case Subscriber.Left l ->
                new Subscriber.Left(l.list(), person, l.consent(), l.at(), l.way(), l.back(), l.reason());
            case Subscriber.Removed r ->
                new Subscriber.Removed(r.list(), person, r.consent(), r.at(), r.by(), r.back());
            case Subscriber.Suppressed s ->
                new Subscriber.Suppressed(s.list(), person, s.consent(), s.why(), s.at(), s.kept());
        };
    }

    @Test
    default void samePersonOnTwoListsIsTwoSubscribers() {
        var member = aMember(newList(), "anna@example.org");
        var pending = aPending(newList(), "anna@example.org");

        assertTrue(testee().create(member));
        assertTrue(testee().create(pending));

        assertStored(member);
        assertStored(pending);
        assertEquals(1, lists().confirmedMembers(member.list()));
        assertEquals(0, lists().confirmedMembers(pending.list()));
    }

    @Test
    default void listWithAConfirmedMemberIsNotRemoved() {
        var member = aMember(newList(), "anna@example.org");
        assertTrue(testee().create(member));

        assertFalse(lists().remove(member.list()));

        assertTrue(lists().find(member.list()).isPresent());
        assertTrue(testee().remove(testee().find(member.list(), member.id()).orElseThrow()));
        assertTrue(lists().remove(member.list()));
        assertEquals(0, lists().confirmedMembers(member.list()));
    }

    @Test
    default void secondSubscriberWithTheSameKeyIsRefused() {
        var list = newList();
        var pending = aPending(list, "anna@example.org");
        assertTrue(testee().create(pending));

        assertFalse(testee().create(aMember(list, "anna@example.org")));

        assertStored(pending);
        assertEquals(0, lists().confirmedMembers(list));
    }

    @Test
    default void ofManyWhoCreateTheSameMemberOneSucceeds() throws InterruptedException {
        var testee = testee();
        var member = aMember(newList(), "anna@example.org");

        assertEquals(1, Race.winners(8, () -> testee.create(member)));

        assertEquals(1, lists().confirmedMembers(member.list()));
    }

    @Test
    default void manyWhoComeAtTheSameTimeAreAllCounted() throws InterruptedException {
        var testee = testee();
        var list = newList();
        var members = members(list, 12);

        var created = Race
                .run(members.stream().<Callable<Boolean>>map(member -> () -> testee.create(member)).toList());

        assertEquals(Collections.nCopies(12, true), created);
        assertEquals(12, lists().confirmedMembers(list));
        assertEquals(members, testee.all(list).toList());
    }

    @Test
    default void pendingThatHasExpiredMayOrMayNotBeFoundButIsNoMember() {
        var list = newList();
        var fresh = aPending(list, "anna@example.org");
        var expired = new Subscriber.Pending(list, fresh.person(), fresh.links(), fresh.form(), fresh.wording(),
                fresh.requested(), Instant.parse("2020-01-01T00:00:00Z"));
        assertTrue(testee().create(expired));

        var found = testee().find(list, expired.id());

        found.ifPresent(stored -> assertEquals(expired, stored.subscriber()));
        assertEquals(List.of(), testee().places(list, Audience.everyone(), EVERYBODY, 10));
        assertEquals(0, lists().confirmedMembers(list));
    }

    @Test
    default void requestOfAFormerMemberIsFoundEvenWhenItHasExpired() {
        var list = newList();
        var left = aFormerMember(list, "anna@example.org");
        var fresh = aPending(list, "anna@example.org");
        var expired = new Subscriber.Pending(list, fresh.person(), fresh.links(), fresh.form(), fresh.wording(),
                fresh.requested(), Instant.parse("2020-01-01T00:00:00Z"), new Past.FormerMember(left));

        assertTrue(testee().create(expired));

        assertStored(expired);
        assertEquals(List.of(expired), testee().all(list).toList());
    }

    // Many at once

    @Test
    default void manyAreAddedAtOnceAndCounted() {
        var list = newList();
        var members = members(list, 257);

        var known = testee().createAll(list, members);

        assertEquals(Set.of(), known);
        assertEquals(members, testee().all(list).toList());
        assertEquals(257, lists().confirmedMembers(list));
    }

    @Test
    default void addingManyLeavesThoseAsTheyAreWhoWereThere() {
        var list = newList();
        var members = members(list, 130);
        var pending = new Subscriber.Pending(list, members.get(3).person(), List.of(), "f", "0".repeat(64),
                SampleSubscribers.ORIGIN, Instant.parse("2026-03-07T00:00:00Z"));
        var left = new Subscriber.Left(list, members.get(128).person(), members.get(128).consent(),
                Instant.parse("2026-01-01T00:00:00Z"), LeaveWay.MAIL);
        var member = new Subscriber.Confirmed(list, members.get(64).person(),
                new Consent.OwnersWord(Instant.EPOCH, "x"),
                Instant.EPOCH, true);
        for (var earlier : List.of(pending, left, member)) {
            assertTrue(testee().create(earlier));
        }

        var known = testee().createAll(list, members);

        assertEquals(Set.of(pending.id(), left.id(), member.id()), known);
        assertStored(pending);
        assertStored(left);
        assertStored(member);
        assertEquals(128, lists().confirmedMembers(list));
        assertEquals(128, testee().places(list, Audience.everyone(), EVERYBODY, 1000).size());
    }

    @Test
    default void addingManyTwiceAddsThemOnce() {
        var list = newList();
        var members = members(list, 103);
        testee().createAll(list, members);

        var known = testee().createAll(list, members);

        assertEquals(members.stream().map(Subscriber::id).collect(Collectors.toSet()), known);
        assertEquals(members, testee().all(list).toList());
        assertEquals(103, lists().confirmedMembers(list));
    }

    @Test
    default void ofSeveralWithTheSameKeyOneIsAdded() {
        var list = newList();
        var anna = aMember(list, "anna@example.org");

        var known = testee().createAll(list, List.of(anna, aMember(list, "berta@example.org"), anna));

        assertEquals(Set.of(), known);
        assertEquals(2, lists().confirmedMembers(list));
        assertEquals(2, testee().all(list).count());
    }

    @Test
    default void addingNobodyChangesNothing() {
        var list = newList();

        assertEquals(Set.of(), testee().createAll(list, List.of()));

        assertEquals(0, testee().all(list).count());
    }

    @Test
    default void addingManyInAnyStateCountsTheMembersOnly() {
        var list = newList();
        var everybody = List.of(aMember(list, "a@example.org"), aPending(list, "b@example.org"),
                aFormerMember(list, "c@example.org"), aSuppressed(list, "d@example.org"));

        assertEquals(Set.of(), testee().createAll(list, everybody));

        everybody.forEach(this::assertStored);
        assertEquals(1, lists().confirmedMembers(list));
    }

    @Test
    default void twoImportsAtTheSameTimeAddEverybodyOnce() throws InterruptedException {
        var testee = testee();
        var list = newList();
        var members = members(list, 120);
        var shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, new Random(7));

        var known = Race.run(List.<Callable<Set<SubscriberId>>>of(() -> testee.createAll(list, members),
                () -> testee.createAll(list, shuffled)));

        assertEquals(120, known.stream().mapToInt(Set::size).sum());
        assertEquals(members, testee.all(list).toList());
        assertEquals(120, lists().confirmedMembers(list));
    }

    // Changing and removing

    @Test
    default void subscriberThatSomebodyElseChangedIsNotOverwritten() {
        var list = newList();
        var seen = stored(aPending(list, "anna@example.org"));
        var others = aMember(list, "anna@example.org");
        assertTrue(testee().replace(seen, others));

        assertFalse(testee().replace(seen, aSuppressed(list, "anna@example.org")));

        assertStored(others);
        assertEquals(1, lists().confirmedMembers(list));
    }

    @Test
    default void subscriberThatWasChangedForthAndBackIsNotOverwritten() {
        var list = newList();
        var pending = aPending(list, "anna@example.org");
        var seen = stored(pending);
        assertTrue(testee().replace(seen, aMember(list, "anna@example.org")));
        assertTrue(testee().replace(testee().find(list, pending.id()).orElseThrow(), pending));

        assertFalse(testee().replace(seen, aSuppressed(list, "anna@example.org")));

        assertStored(pending);
    }

    @Test
    default void everyChangeGivesANewRevision() {
        var list = newList();
        var member = aMember(list, "anna@example.org");
        var seen = stored(member);

        assertTrue(testee().replace(seen, member));

        assertNotEquals(seen.revision(), testee().find(list, member.id()).orElseThrow().revision());
        assertFalse(testee().replace(seen, member));
        assertEquals(1, lists().confirmedMembers(list));
    }

    @Test
    default void subscriberThatIsGoneIsNotReplaced() {
        var list = newList();
        var seen = stored(aPending(list, "anna@example.org"));
        assertTrue(testee().remove(seen));

        assertFalse(testee().replace(seen, aMember(list, "anna@example.org")));

        assertEquals(Optional.empty(), testee().find(list, seen.subscriber().id()));
        assertEquals(0, lists().confirmedMembers(list));
    }

    @Test
    default void subscriberThatWasRemovedAndCameAgainIsNotTakenForTheEarlierOne() {
        var list = newList();
        var seen = stored(aPending(list, "anna@example.org"));
        assertTrue(testee().remove(seen));
        var again = aMember(list, "anna@example.org");
        assertTrue(testee().create(again));

        assertFalse(testee().replace(seen, aSuppressed(list, "anna@example.org")));
        assertFalse(testee().remove(seen));

        assertStored(again);
        assertEquals(1, lists().confirmedMembers(list));
    }

    @Test
    default void ofManyWhoConfirmTheSameRequestOneSucceeds() throws InterruptedException {
        var testee = testee();
        var list = newList();
        var seen = stored(aPending(list, "anna@example.org"));
        var member = aMember(list, "anna@example.org");

        assertEquals(1, Race.winners(8, () -> testee.replace(seen, member)));

        assertStored(member);
        assertEquals(1, lists().confirmedMembers(list));
    }

    @Test
    default void ofManyWhoLeaveOrAreRemovedAtTheSameTimeOneSucceeds() throws InterruptedException {
        var testee = testee();
        var list = newList();
        var seen = stored(aMember(list, "anna@example.org"));
        var left = aFormerMember(list, "anna@example.org");
        var attempts = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 4; i++) {
            attempts.add(() -> testee.replace(seen, left));
            attempts.add(() -> testee.remove(seen));
        }

        var winners = Race.run(attempts).stream().filter(won -> won).count();

        assertEquals(1, winners);
        assertEquals(0, lists().confirmedMembers(list));
    }

    @Test
    default void removedSubscriberIsGone() {
        var list = newList();
        var seen = stored(aMember(list, "anna@example.org"));

        assertTrue(testee().remove(seen));

        assertEquals(Optional.empty(), testee().find(list, seen.subscriber().id()));
        assertEquals(0, lists().confirmedMembers(list));
        assertFalse(testee().remove(seen));
        assertEquals(0, lists().confirmedMembers(list));
    }

    @Test
    default void subscriberThatSomebodyElseChangedIsNotRemoved() {
        var list = newList();
        var seen = stored(aPending(list, "anna@example.org"));
        var member = aMember(list, "anna@example.org");
        assertTrue(testee().replace(seen, member));

        assertFalse(testee().remove(seen));

        assertStored(member);
    }

    @Test
    default void membersDoNotGetInTheWayOfSettings() {
        var list = aList(freshListId());
        assertTrue(lists().create(list));
        testee().createAll(list.id(), members(list.id(), 3));
        var changed = list.with(new Profile("New name", "", Locale.GERMAN));

        assertTrue(lists().replace(list, changed));

        assertEquals(Optional.of(changed), lists().find(list.id()));
        assertEquals(3, lists().confirmedMembers(list.id()));
    }

    // Reading

    @Test
    default void membersComeInTheOrderOfTheirKeys() {
        var list = newList();
        var members = members(list, 40);
        var shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(member -> assertTrue(testee().create(member)));

        assertEquals(members, testee().places(list, Audience.everyone(), EVERYBODY, 1000));
        assertEquals(members.subList(0, 7), testee().places(list, Audience.everyone(), EVERYBODY, 7));
        assertEquals(members, testee().places(list, Audience.everyone(), EVERYBODY, 40));
    }

    @Test
    default void pagesFollowOneAnotherWithoutGapOrRepeat() {
        var list = newList();
        var members = members(list, 50);
        testee().createAll(list, members);
        for (var size : List.of(1, 7, 25, 50, 51)) {
            var read = new ArrayList<Subscriber>();
            var rest = Optional.of(EVERYBODY);
            while (rest.isPresent()) {
                var page = testee().places(list, Audience.everyone(), rest.get(), size);
                read.addAll(page);
                rest = page.size() < size
                        ? Optional.empty()
                        : page.getLast().id().successor().flatMap(EVERYBODY::from);
            }

            assertEquals(members, read, "pages of " + size);
        }
    }

    @Test
    default void onlyMembersAreReturnedAndAFullPageOfThem() {
        var list = newList();
        var members = members(list, 30);
        for (var i = 0; i < members.size(); i++) {
            assertTrue(testee().create(i % 10 == 9
                    ? members.get(i)
                    : Subscriber.Suppressed.of(members.get(i), Instant.EPOCH, new Stopped.Complaint())));
        }

        assertEquals(List.of(members.get(9), members.get(19)),
                testee().places(list, Audience.everyone(), EVERYBODY, 2));
        assertEquals(List.of(members.get(9), members.get(19), members.get(29)),
                testee().places(list, Audience.everyone(), EVERYBODY, 4));
    }

    @Test
    default void bothEndsOfASliceBelongToIt() {
        var list = newList();
        var keys = List.of("0".repeat(32), "3f" + "f".repeat(30), "40" + "0".repeat(30), "7f" + "f".repeat(30),
                "80" + "0".repeat(30), "f".repeat(32));
        var members = IntStream.range(0, keys.size())
                .mapToObj(i -> aMember(list, aPerson(new SubscriberId(keys.get(i)), "m" + i + "@example.org")))
                .toList();
        testee().createAll(list, members);
        var slices = Slice.cut(2);

        assertEquals(members.subList(0, 2), testee().places(list, Audience.everyone(), slices.get(0), 10));
        assertEquals(members.subList(2, 4), testee().places(list, Audience.everyone(), slices.get(1), 10));
        assertEquals(members.subList(4, 5), testee().places(list, Audience.everyone(), slices.get(2), 10));
        assertEquals(members.subList(5, 6), testee().places(list, Audience.everyone(), slices.get(3), 10));
        assertEquals(members.subList(5, 6),
                testee().places(list, Audience.everyone(), new Slice(members.getLast().id(), members.getLast().id()),
                        10));
    }

    @Test
    default void emptySliceHasNoMembers() {
        var list = newList();
        assertTrue(testee().create(aMember(list, aPerson(aKey("c0"), "anna@example.org"))));

        assertEquals(List.of(), testee().places(list, Audience.everyone(), Slice.cut(1).getFirst(), 10));
        assertEquals(List.of(), testee().places(newList(), Audience.everyone(), EVERYBODY, 1000));
    }

    @Test
    default void membersOfOtherListsAreNotReturned() {
        var list = newList();
        var other = newList();
        testee().createAll(other, members(other, 5));

        assertEquals(List.of(), testee().places(list, Audience.everyone(), EVERYBODY, 10));
        assertEquals(0, testee().all(list).count());
    }

    @Test
    default void whoLeftIsNotReturnedFromThenOn() {
        var list = newList();
        var members = members(list, 3);
        testee().createAll(list, members);
        var member = members.get(1);
        var seen = testee().find(list, member.id()).orElseThrow();
        assertTrue(testee().replace(seen,
                new Subscriber.Left(list, member.person(), member.consent(), Instant.EPOCH, LeaveWay.PAGE)));

        assertEquals(List.of(members.get(0), members.get(2)),
                testee().places(list, Audience.everyone(), EVERYBODY, 10));
        assertEquals(2, lists().confirmedMembers(list));
    }

    @Test
    default void manyMembersComeInOnePage() {
        var list = newList();
        var members = members(list, many() + 1);
        testee().createAll(list, members);

        assertEquals(members.subList(0, many()), testee().places(list, Audience.everyone(), EVERYBODY, many()));
        try (var all = testee().all(list)) {
            assertEquals(members, all.toList());
        }
    }

    // Groups

    /** The groups of a few members, each member with a key of its own. */
    private List<Subscriber.Confirmed> membersIn(ListId list, List<Set<GroupName>> groups) {
        return IntStream.range(0, groups.size())
                .mapToObj(i -> SampleSubscribers.aMember(list, SampleSubscribers.aPerson(
                        aKey(String.format(Locale.ROOT, "%02x", i * 8)), "m" + i + "@example.org")).in(groups.get(i)))
                .toList();
    }

    private static Set<GroupName> groups(String... names) {
        return Stream.of(names).map(GroupName::new).collect(Collectors.toUnmodifiableSet());
    }

    @Test
    default void groupIsReadAlone() {
        var list = newList();
        var members = membersIn(list, List.of(groups("board"), groups(), groups("board", "students"),
                groups("board-2"), groups("students"), groups("board")));
        assertEquals(Set.of(), testee().createAll(list, members));

        assertEquals(List.of(members.get(0), members.get(2), members.get(5)),
                testee().places(list, Audience.of(groups("board")), EVERYBODY, 10));
        assertEquals(List.of(members.get(0), members.get(2)),
                testee().places(list, Audience.of(groups("board")), EVERYBODY, 2));
        assertEquals(List.of(members.get(0), members.get(2), members.get(4), members.get(5)),
                testee().places(list, Audience.of(groups("board", "students")), EVERYBODY, 10));
        assertEquals(List.of(), testee().places(list, Audience.of(groups("nobody")), EVERYBODY, 10));
        assertEquals(members, testee().places(list, Audience.everyone(), EVERYBODY, 10));
    }

    @Test
    default void groupsAreCountedInStep() {
        var list = newList();
        assertEquals(Map.of(), counted(list));
        var members = membersIn(list, List.of(groups("board"), groups("board", "two-words"), groups()));
        testee().createAll(list, members);
        testee().createAll(list, members);
        assertEquals(Map.of(new GroupName("board"), 2L, new GroupName("two-words"), 1L), counted(list));

        var seen = testee().find(list, members.get(1).id()).orElseThrow();
        assertTrue(testee().replace(seen, members.get(1).in(groups("students"))));
        assertFalse(testee().replace(seen, members.get(1).in(groups("board"))));

        assertEquals(Map.of(new GroupName("board"), 1L, new GroupName("students"), 1L), counted(list));
        assertEquals(3, lists().confirmedMembers(list));

        var first = testee().find(list, members.get(0).id()).orElseThrow();
        assertTrue(testee().replace(first, new Subscriber.Left(list, members.get(0).person(),
                members.get(0).consent(), FixedClock.START, LeaveWay.PAGE)));
        assertTrue(testee().remove(testee().find(list, members.get(1).id()).orElseThrow()));

        assertEquals(Map.of(), counted(list));
        assertEquals(1, lists().confirmedMembers(list));
    }

    private Map<GroupName, Long> counted(ListId list) {
        return lists().groupMembers(list).entrySet().stream().filter(group -> group.getValue() != 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A member of a list, with a newer address. */
    private static Subscriber.Confirmed moved(Subscriber.Confirmed member, Person to) {
        return member.at(to, new Move(member.id(), FixedClock.START.plusNanos(7)), Optional.empty());
    }

    @Test
    default void memberWhoMovesIsAtTheNewKeyAndLeavesTheWayThere() {
        var list = newList();
        var member = aMember(list, "old@example.org").in(groups("board"));
        testee().create(member);
        var seen = testee().find(list, member.id()).orElseThrow();
        var moved = moved(member, SampleSubscribers.aPerson("new@example.net")).in(groups("board", "new"));

        assertTrue(testee().move(seen, Optional.empty(), moved));

        assertEquals(moved, testee().find(list, moved.id()).orElseThrow().subscriber());
        assertEquals(moved.forwarding(), testee().find(list, member.id()).orElseThrow().subscriber());
        assertEquals(Set.of(moved, moved.forwarding()),
                Set.copyOf(testee().places(list, Audience.of(groups("new")), EVERYBODY, 10)));
        assertFalse(testee().move(seen, Optional.empty(), moved), "it was changed in the meantime");
    }

    @Test
    default void moveHappensOnlyWhenBothPlacesAreAsTheyWereRead() {
        var list = newList();
        var member = aMember(list, "old@example.org");
        var other = SampleSubscribers.aFormerMember(list, "new@example.net");
        testee().create(member);
        testee().create(other);
        var seen = testee().find(list, member.id()).orElseThrow();
        var there = testee().find(list, other.id()).orElseThrow();
        var moved = moved(member, other.person());

        assertFalse(testee().move(seen, Optional.empty(), moved), "somebody is there");
        assertFalse(testee().move(seen, Optional.of(new Stored(other, there.revision() + 1)), moved));
        assertEquals(member, testee().find(list, member.id()).orElseThrow().subscriber());
        assertEquals(other, testee().find(list, other.id()).orElseThrow().subscriber());

        assertTrue(testee().move(seen, Optional.of(there), moved));
        assertEquals(moved, testee().find(list, moved.id()).orElseThrow().subscriber());
    }

    @Test
    default void whateverLeadsElsewhereIsAPlaceInWhateverStateAndGroup() {
        var list = newList();
        var person = SampleSubscribers.aPerson("old@example.org");
        var way = new Subscriber.Moved(list, person.id(), SampleSubscribers.aKey("0c"), FixedClock.START);
        var pending = SampleSubscribers.aPending(list, "old@example.org").with(new Past.FormerMember(way));
        var member = aMember(list, "old@example.org").after(Optional.of(way));
        testee().create(way);
        for (var state : List.<Subscriber>of(pending, member)) {
            testee().replace(testee().find(list, person.id()).orElseThrow(), state);
            assertEquals(state, testee().find(list, person.id()).orElseThrow().subscriber());
            assertEquals(List.of(state), testee().places(list, Audience.of(groups("board")), EVERYBODY, 10));
        }
    }
}
