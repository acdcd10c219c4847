package org.clubpost.core.directory;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.IDS;
import static org.clubpost.core.subscriber.SampleSubscribers.ORIGIN;
import static org.clubpost.core.subscriber.SampleSubscribers.aDigest;
import static org.clubpost.core.subscriber.SampleSubscribers.aFormerMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aPending;
import static org.clubpost.core.subscriber.SampleSubscribers.aSuppressed;
import static org.clubpost.core.subscriber.SampleSubscribers.everyKind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.Test;

/** What every {@link Directory} must do, together with the {@link Subscribers} of the same database. */
public interface DirectoryContract {

    /** A day at the list. */
    LocalDate TODAY = LocalDate.of(2026, 3, 7);
    /** A group. */
    GroupName BOARD = new GroupName("board");

    /** The directory under test. */
    Directory testee();

    /** The subscribers whose directory it is. */
    Subscribers subscribers();

    /** Their lists. */
    Lists lists();

    /** How many members a list has that takes more than one read; fewer where the world takes its time. */
    default int many() {
        return 1_300;
    }

    /** Adds members to a list that has none. */
    default void addMany(ListId list, List<Subscriber.Confirmed> members) {
        subscribers().createAll(list, members);
    }

    private ListId newList() {
        var list = aList(freshListId());
        assertTrue(lists().create(list));
        return list.id();
    }

    private Page page(ListId list, Search search) {
        return testee().page(list, search, TODAY, FixedClock.START);
    }

    private List<String> addresses(ListId list, Search search) {
        return addresses(page(list, search));
    }

    private static List<String> addresses(Page page) {
        return page.entries().stream().map(entry -> entry.address().written()).toList();
    }

    private static Subscriber.Confirmed named(ListId list, String address, String name) {
        return aMember(list, address).with(PersonName.parse(name).orElse(PersonName.NONE));
    }

    private static Subscriber.Confirmed since(ListId list, String address, Instant since) {
        var member = aMember(list, address);
        return new Subscriber.Confirmed(list, member.person(), member.consent(), since, true);
    }

    private ListId with(ListId list, Subscriber... some) {
        assertEquals(Set.of(), subscribers().createAll(list, List.of(some)));
        return list;
    }

    private ListId ofNames() {
        var list = newList();
        return with(list, named(list, "z@club.example", "Émile Zola"), named(list, "a@club.example", "ŁUCJA  Müßig"),
                named(list, "m@club.example", ""), named(list, "b@club.example", "emilia"),
                named(list, "c@club.example", "王秀英"));
    }

    @Test
    default void isInOrderOfAddressesEitherWay() {
        var list = ofNames();

        assertEquals(List.of("a@club.example", "b@club.example", "c@club.example", "m@club.example",
                "z@club.example"), addresses(list, Search.by(Order.ADDRESS, 100)));
        assertEquals(List.of("z@club.example", "m@club.example", "c@club.example", "b@club.example",
                "a@club.example"), addresses(list, Search.by(Order.ADDRESS, 100).descending()));
    }

    @Test
    default void isInOrderOfNamesWithoutCaseAndAccentsAndTheNamelessComeLast() {
        assertEquals(List.of("z@club.example", "b@club.example", "a@club.example", "c@club.example",
                "m@club.example"), addresses(ofNames(), Search.by(Order.NAME, 100)));
    }

    @Test
    default void isInOrderOfTheDayOfJoiningToTheMillisecond() {
        var list = newList();
        with(list, since(list, "b@club.example", FixedClock.START.plusMillis(1)),
                since(list, "a@club.example", FixedClock.START.plusMillis(2)),
                since(list, "c@club.example", FixedClock.START.minus(Duration.ofDays(4_000))));

        assertEquals(List.of("a@club.example", "b@club.example", "c@club.example"),
                addresses(list, Search.by(Order.JOINED, 100).descending()));
    }

    @Test
    default void findsWhoBeginsSoWhateverTheCaseAndTheAccents() {
        var list = ofNames();

        assertEquals(List.of("z@club.example", "b@club.example"),
                addresses(list, Search.by(Order.NAME, 100).beginningWith(" ÉMI")));
        assertEquals(List.of("a@club.example"), addresses(list, Search.by(Order.NAME, 100).beginningWith("łucja mus")));
        assertEquals(List.of("c@club.example"), addresses(list, Search.by(Order.NAME, 100).beginningWith("王")));
        assertEquals(List.of("m@club.example"), addresses(list, Search.by(Order.ADDRESS, 100).beginningWith("M@CLUB")));
        assertEquals(List.of(), addresses(list, Search.by(Order.ADDRESS, 100).beginningWith("club")));
        assertEquals(List.of("b@club.example", "z@club.example"),
                addresses(list, Search.by(Order.NAME, 100).beginningWith("e").descending()));
    }

    /** Everybody is seen once, whatever the size of the page; and on the way back every page is seen again. */
    @Test
    default void leadsForwardsAndBackPageByPage() {
        var list = newList();
        var all = new ArrayList<>(IntStream.range(0, 23).mapToObj("%02d@club.example"::formatted).toList());
        var mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(7));
        with(list, mixed.stream().map(each -> aMember(list, each)).toArray(Subscriber[]::new));
        for (var size : List.of(1, 5, 23, 100)) {
            for (var isDescending : List.of(false, true)) {
                var search = isDescending
                        ? Search.by(Order.ADDRESS, size).descending()
                        : Search.by(Order.ADDRESS, size);
                var pages = new ArrayList<>(List.of(page(list, search)));
                while (pages.getLast().after().isPresent()) {
                    pages.add(page(list, search.at(pages.getLast().after().get())));
                }

                assertEquals(isDescending ? all.reversed() : all,
                        pages.stream().flatMap(page -> addresses(page).stream()).toList());
                assertEquals(Optional.empty(), pages.getFirst().before());
                for (var each = pages.size() - 1; each > 0; each--) {
                    var back = page(list, search.at(pages.get(each).before().orElseThrow()));
                    assertEquals(addresses(pages.get(each - 1)), addresses(back));
                }
            }
        }
    }

    @Test
    default void pageBesideSomebodyWhoIsGoneIsTheFirst() {
        var list = newList();
        var anna = aMember(list, "anna@club.example");
        with(list, anna, aMember(list, "ben@club.example"));
        subscribers().replace(subscribers().find(list, anna.id()).orElseThrow(),
                new Subscriber.Forgotten(list, anna.id(), FixedClock.START, ForgetWay.OWNER));

        assertEquals(List.of("ben@club.example"),
                addresses(list, Search.by(Order.ADDRESS, 10).at(new Search.Place.After(anna.id()))));
    }

    @Test
    default void everyStateIsShownAsItIsReadByItself() {
        var list = newList();
        for (var subscriber : everyKind(list).toList()) {
            subscribers().find(list, subscriber.id())
                    .ifPresentOrElse(seen -> assertTrue(subscribers().replace(seen, subscriber)),
                            () -> assertTrue(subscribers().create(subscriber)));
            var expected = Entry.of(subscriber);

            for (var order : Order.values()) {
                assertEquals(expected.stream().filter(entry -> !entry.isGone(FixedClock.START)).toList(),
                        page(list, Search.by(order, 100)).entries().stream()
                                .filter(entry -> entry.id().equals(subscriber.id())).toList());
            }
        }
    }

    @Test
    default void findsThoseWhoStandSo() {
        var list = newList();
        var paused = aMember(list, "paused@club.example");
        var over = aMember(list, "over@club.example");
        var complained = aMember(list, "complained@club.example");
        with(list, aMember(list, "member@club.example"),
                paused.with(MemberSettings.DEFAULT.pausedUntil(Optional.of(TODAY.plusDays(1)))),
                over.with(MemberSettings.DEFAULT.pausedUntil(Optional.of(TODAY))),
                aPending(list, "pending@club.example"), aFormerMember(list, "left@club.example"),
                aSuppressed(list, "bouncing@club.example"),
                Subscriber.Suppressed.of(complained, FixedClock.START, new Stopped.Complaint()),
                Subscriber.Removed.of(aMember(list, "removed@club.example"), FixedClock.START, new Actor.Operator()),
                new Subscriber.Applied(list, aMember(list, "applied@club.example").person(),
                        new Consent.DoubleOptIn("/", "0".repeat(64),
                                ORIGIN,
                                ORIGIN,
                                aDigest('a')),
                        new Subscriber.Pending.Past.Stranger()));

        for (var status : Status.values()) {
            var word = status.name().toLowerCase(Locale.ROOT);
            assertEquals(status == Status.MEMBER
                    ? List.of("member@club.example", "over@club.example", "paused@club.example")
                    : List.of(word + "@club.example"),
                    addresses(list, Search.by(Order.NAME, 100).of(Filter.of(status))));
        }
    }

    @Test
    default void findsByGroupLanguageAndDayOfJoiningTogether() {
        var list = newList();
        var old = FixedClock.START.minus(Duration.ofDays(90));
        with(list, aMember(list, "neither@club.example"),
                aMember(list, "group@club.example").in(Set.of(BOARD, new GroupName("chess"))),
                aMember(list, "language@club.example").with(Locale.forLanguageTag("de-CH")),
                aMember(list, "both@club.example").in(Set.of(BOARD)).with(Locale.GERMAN),
                since(list, "old@club.example", old).in(Set.of(BOARD)).with(Locale.GERMAN));

        for (var order : Order.values()) {
            var search = Search.by(order, 100);
            assertEquals(Set.of("group@club.example", "both@club.example", "old@club.example"),
                    Set.copyOf(addresses(list, search.of(Filter.NONE.in(BOARD)))));
            assertEquals(Set.of("language@club.example", "both@club.example", "old@club.example"),
                    Set.copyOf(addresses(list, search.of(Filter.NONE.in(Locale.GERMAN)))));
            assertEquals(4, addresses(list, search.of(Filter.NONE.since(old.plusMillis(1)))).size());
            assertEquals(5, addresses(list, search.of(Filter.NONE.since(old))).size());
            assertEquals(List.of("both@club.example"), addresses(list, search.of(
                    Filter.of(Status.MEMBER).in(BOARD).in(Locale.GERMAN).since(old.plusMillis(1)))));
        }
    }

    @Test
    default void strangersRequestIsGoneWhenItsTimeIsOver() {
        var list = newList();
        var request = aPending(list, "anna@club.example");
        with(list, request);
        var end = request.keptUntil();

        assertEquals(1, testee().page(list, Search.by(Order.ADDRESS, 10), TODAY, end.minusSeconds(1)).entries().size());
        assertEquals(List.of(),
                testee().page(list, Search.by(Order.ADDRESS, 10), TODAY, end.plusSeconds(2)).entries());
    }

    /** Whoever goes on from page to page finds all, and knows how many were looked at. */
    @Test
    default void fewAmongManyAreFoundBitByBit() {
        var list = newList();
        var many = many();
        var wanted = Set.of(0, many / 2, many - 1);
        addMany(list, IntStream.range(0, many).mapToObj(each -> {
            var member = aMember(list, "m%05d@club.example".formatted(each));
            return wanted.contains(each) ? member.in(Set.of(BOARD)) : member;
        }).toList());
        for (var search : List.of(Search.by(Order.ADDRESS, 10), Search.by(Order.ADDRESS, 10).descending())) {
            var meant = search.of(Filter.NONE.in(BOARD));
            var page = page(list, meant);
            var found = new ArrayList<>(addresses(page));
            var looked = page.looked();
            while (page.after().isPresent()) {
                assertTrue(page.isCut());
                page = page(list, meant.at(page.after().get()));
                found.addAll(addresses(page));
                looked += page.looked();
            }

            assertFalse(page.isCut());
            assertEquals(3, found.size());
            assertEquals(many, looked);
        }
    }

    @Test
    default void memberIsShownAsChangedAndWhereTheNewAddressIs() {
        var list = newList();
        var anna = named(list, "anna@club.example", "Anna");
        with(list, anna, aMember(list, "zoe@club.example"));
        var there = EmailAddress.of("Zelda@club.example");
        var moved = anna.with(PersonName.parse("Zelda").orElseThrow()).at(
                new Person(IDS.of(there), there, PersonName.parse("Zelda").orElseThrow(), Locale.ENGLISH),
                new Move(anna.id(), FixedClock.START), Optional.empty());

        assertTrue(subscribers().move(subscribers().find(list, anna.id()).orElseThrow(), Optional.empty(), moved));

        for (var order : Order.values()) {
            assertEquals(Set.of("Zelda@club.example", "zoe@club.example"),
                    Set.copyOf(addresses(list, Search.by(order, 10))));
        }
    }

    @Test
    default void otherListsAreNotSeenAndAnEmptyOneHasOneEmptyPage() {
        var list = newList();
        with(list, aMember(list, "anna@club.example"));

        assertEquals(new Page(List.of(), Optional.empty(), Optional.empty(), 0, false),
                page(newList(), Search.by(Order.NAME, 10)));
    }

    @Test
    default void nothingIsLeftToBringIntoOrder() {
        var list = newList();
        with(list, aMember(list, "anna@club.example"));

        assertEquals(0, testee().complete(list, 100));
    }
}
