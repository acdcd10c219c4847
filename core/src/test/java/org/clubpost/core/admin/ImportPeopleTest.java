package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.OPERATOR;
import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.STRANGER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.admin.Office.newcomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.core.Life;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Forecast;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.subscription.Membership.Tally;
import org.junit.jupiter.api.Test;

class ImportPeopleTest {

    private static final EmailAddress LEFT = EmailAddress.of("left@club.example");

    private final Office office = new Office();
    private final ImportPeople imports = new ImportPeople(office.keep, office.subscribers, SampleSubscribers.IDS);
    private final List<Newcomer> people = people();

    private static List<Newcomer> people() {
        var all = new ArrayList<>(IntStream.range(0, 20).mapToObj("m%02d@club.example"::formatted)
                .map(Office::newcomer).toList());
        all.add(newcomer(LEFT.written()));
        return ImportPeople.inOrder(all, SampleSubscribers.IDS);
    }

    private void oneHasLeftAndOneIsAMember() {
        for (var address : List.of(LEFT, EmailAddress.of("m03@club.example"))) {
            done(office.keep.add(OWNER, office.list, newcomer(address.written()), "by phone"));
        }
        office.change(Subscriber.Left.of((Subscriber.Confirmed) office.find(LEFT), office.clock.instant(),
                LeaveWay.PAGE));
        office.tick();
    }

    @Test
    void lookSaysWhatWouldHappenAndChangesNothing() {
        oneHasLeftAndOneIsAMember();
        var entries = office.log().size();

        assertEquals(new Forecast(19, 0, 1, 1, 0), done(imports.look(OWNER, office.list, people)));

        assertEquals(entries, office.log().size());
        assertEquals(1, office.lists.confirmedMembers(office.list.id()));
        assertInstanceOf(Answer.Denied.class, imports.look(STRANGER, office.list, people));
    }

    @Test
    void partAfterPartComesToWhatWasForeseen() {
        oneHasLeftAndOneIsAMember();
        var progress = done(imports.begin(OWNER, office.list, "on paper", people));
        var parts = 0;
        while (!progress.isOver()) {
            progress = done(imports.step(OWNER, office.list, progress.entry(), people, 6)).orElseThrow();
            parts++;
        }

        assertEquals(4, parts);
        assertEquals(new Tally(19, 1, 1), progress.tally());
        assertEquals(Optional.of("19"), office.log().getFirst().said("added"));
        assertEquals(1, office.acts().stream().filter(act -> act == Act.MEMBERS_IMPORTED).count());
        assertInstanceOf(Subscriber.Left.class, office.find(LEFT));
        assertEquals("on paper", ((Consent.OwnersWord) ((Subscriber.Confirmed) office.find(EmailAddress.of(
                "m07@club.example"))).consent()).reason());
    }

    @Test
    void resultSaysWhatBecameOfEach() {
        oneHasLeftAndOneIsAMember();
        var result = new ImportResult(office.subscribers, office.log, SampleSubscribers.IDS, office.clock);
        var entry = done(imports.begin(OWNER, office.list, "on paper", people)).entry();
        done(imports.step(OWNER, office.list, entry, people, 15));

        var became = done(result.of(OWNER, office.list, entry, people)).orElseThrow();

        assertEquals(people.size(), became.size());
        assertEquals(ImportResult.What.AWAY, became.get(Office.id(LEFT)));
        assertEquals(ImportResult.What.MEMBER, became.get(Office.id(EmailAddress.of("m03@club.example"))));
        var added = done(imports.step(OWNER, office.list, entry, people, 0)).orElseThrow().tally().added();
        assertEquals(added, became.values().stream().filter(what -> what == ImportResult.What.ADDED).count());
        assertEquals(people.size() - added - 2,
                became.values().stream().filter(what -> what == ImportResult.What.NOT_ADDED).count());
        assertInstanceOf(Answer.Denied.class, result.of(STRANGER, office.list, entry, people));
        assertEquals(Optional.empty(), done(result.of(OWNER, office.list, office.log().getLast().id(), people)));
    }

    /** So many are found by reading all of the list once. */
    @Test
    void resultOfALargeTableSaysWhatBecameOfEach() {
        var many = IntStream.range(0, 1_200).mapToObj(each -> newcomer("p" + each + "@club.example")).toList();
        office.subscribers.create(SampleSubscribers.aPending(office.list.id(), many.getFirst().address().written()));
        var entry = done(imports.begin(OWNER, office.list, "on paper", many.subList(1, 11))).entry();
        done(imports.step(OWNER, office.list, entry, many.subList(1, 11), 20));

        var became = done(new ImportResult(office.subscribers, office.log, SampleSubscribers.IDS, office.clock)
                .of(OWNER, office.list, entry, many)).orElseThrow();

        assertEquals(1_200, became.size());
        assertEquals(10, became.values().stream().filter(what -> what == ImportResult.What.ADDED).count());
        assertEquals(ImportResult.What.NOT_ADDED, became.get(Office.id(many.getFirst().address())));
    }

    /** It dies before and after every call to the members, goes on, and counts nobody twice. */
    @Test
    void goesOnWhereItDiedAndCountsNobodyTwice() {
        for (var call = 1; call < 12; call++) {
            for (var hasEffect : List.of(false, true)) {
                var there = new Office();
                var life = new Life(call, hasEffect);
                var mortal = new ImportPeople(new KeepMembers(life.of(Subscribers.class, there.subscribers),
                        SampleSubscribers.IDS, there.log, there.clock), there.subscribers, SampleSubscribers.IDS);
                var entry = done(mortal.begin(OWNER, there.list, "on paper", people)).entry();
                assertThrows(Life.Ended.class, () -> {
                    for (var part = 0; part < 21; part++) {
                        done(mortal.step(OWNER, there.list, entry, people, 1));
                    }
                });

                var after = new ImportPeople(there.keep, there.subscribers, SampleSubscribers.IDS);
                var progress = done(after.step(OPERATOR, there.list, entry, people, 100)).orElseThrow();

                assertTrue(progress.isOver());
                assertEquals(new Tally(21, 0, 0), progress.tally());
                assertEquals(21, there.lists.confirmedMembers(there.list.id()));
                there.undo.undo(OWNER, there.list.id(), entry);
                assertEquals(0, there.lists.confirmedMembers(there.list.id()));
            }
        }
    }

    @Test
    void importThatIsUndoneDoesNotGoOn() {
        var entry = done(imports.begin(OWNER, office.list, "on paper", people)).entry();
        done(imports.step(OWNER, office.list, entry, people, 5));
        office.undo.undo(OWNER, office.list.id(), entry);

        assertEquals(Optional.empty(), done(imports.step(OWNER, office.list, entry, people, 5)));
        assertEquals(0, office.lists.confirmedMembers(office.list.id()));
    }

    @Test
    void whoIsNamedTwiceIsOnePersonInTheGroupsOfBoth() {
        var board = new Newcomer(EmailAddress.of("Ann@club.example"), PersonName.NONE, Set.of(new GroupName("board")));
        var chess = new Newcomer(EmailAddress.of("ann@club.example"), PersonName.NONE, Set.of(new GroupName("chess")));

        assertEquals(List.of(new Newcomer(board.address(), board.name(),
                Set.of(new GroupName("board"), new GroupName("chess")))),
                ImportPeople.inOrder(List.of(board, chess), SampleSubscribers.IDS));
    }

    @Test
    void strangerBeginsNothing() {
        assertInstanceOf(Answer.Denied.class, imports.begin(STRANGER, office.list, "mine", people));
        assertEquals(List.of(Act.LIST_CREATED), office.acts());
    }
}
