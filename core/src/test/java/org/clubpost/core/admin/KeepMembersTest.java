package org.clubpost.core.admin;

import static org.clubpost.core.admin.Office.ANNA;
import static org.clubpost.core.admin.Office.OPERATOR;
import static org.clubpost.core.admin.Office.OWNER;
import static org.clubpost.core.admin.Office.STRANGER;
import static org.clubpost.core.admin.Office.done;
import static org.clubpost.core.admin.Office.newcomer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.KeepMembers.Restoration;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.WayBack;
import org.clubpost.core.subscription.Membership;
import org.junit.jupiter.api.Test;

final class KeepMembersTest {

    private static final GroupName BOARD = new GroupName("board");

    private final Office office = new Office();

    private Membership.Tally addAnna() {
        var tally = done(office.keep.add(OWNER, office.list, newcomer(ANNA.written()), "asked by phone"));
        office.tick();
        return tally;
    }

    @Test
    void addedMemberIsThereOnTheWordOfWhoAddedThem() {
        assertEquals(new Membership.Tally(1, 0, 0), addAnna());
        assertEquals(new Membership.Tally(0, 1, 0), addAnna());

        var member = (Subscriber.Confirmed) office.find(ANNA);
        var word = (Consent.OwnersWord) member.consent();
        assertEquals(OWNER, word.by());
        assertEquals("asked by phone", word.reason());
        assertEquals(List.of(Act.JOINED, Act.LIST_CREATED), office.acts());
        assertEquals(OWNER, office.log().getFirst().actor());
    }

    @Test
    void reasonHasNothingThatATerminalObeys() {
        done(office.keep.add(OWNER, office.list, newcomer(ANNA.written()), "asked\u001B[31m by \u202Ephone"));
        office.tick();
        done(office.keep.bringIn(OWNER, office.list, "on\u0007 paper"));

        assertEquals("asked [31m by phone",
                ((Consent.OwnersWord) ((Subscriber.Confirmed) office.find(ANNA)).consent()).reason());
        assertEquals(List.of(Change.said("reason", "on  paper")), office.log().getFirst().changes());
    }

    @Test
    void whoMayNotIsDeniedAndNothingHappens() {
        var before = office.log();
        assertEquals(new Answer.Denied<>(Permission.CHANGE_MEMBERS),
                office.keep.add(STRANGER, office.list, newcomer(ANNA.written()), "no reason"));
        assertEquals(new Answer.Denied<>(Permission.CHANGE_MEMBERS),
                office.keep.remove(STRANGER, office.list, ANNA));
        assertEquals(new Answer.Denied<>(Permission.CHANGE_MEMBERS),
                office.keep.bringIn(STRANGER, office.list, "no reason"));
        assertEquals(new Answer.Denied<>(Permission.CHANGE_MEMBERS), office.keep.regroup(STRANGER, office.list));

        assertEquals(before, office.log());
        assertEquals(Optional.empty(), office.subscribers.find(office.list.id(), Office.id(ANNA)));
        assertThrows(IllegalStateException.class, () -> office.keep.removeAll(STRANGER, office.list)
                .orElseThrow(missing -> new IllegalStateException(missing.toString())));
    }

    @Test
    void importOfThousandsIsOneEntryThatSaysHowManyCame() {
        var people = IntStream.range(0, 5_000).mapToObj(i -> newcomer("m" + i + "@club.example")).toList();
        var incoming = done(office.keep.bringIn(OWNER, office.list, "members of 2026"));
        var tally = Membership.Tally.NONE;
        for (var from = 0; from < people.size(); from += 1_000) {
            tally = tally.plus(incoming.add(people.subList(from, from + 1_000)));
        }
        assertEquals(Optional.empty(), office.log().getFirst().said("added"));

        incoming.end(tally);
        incoming.end(tally);

        assertEquals(List.of(Act.MEMBERS_IMPORTED, Act.LIST_CREATED), office.acts());
        var entry = office.log().getFirst();
        assertEquals(Optional.of("5000"), entry.said("added"));
        assertEquals(Optional.of("members of 2026"), entry.said("reason"));
        var one = office.history.of(office.list.id(), Office.id(people.getFirst().address()), office.clock.instant());
        assertEquals(List.of(Act.JOINED), one.stream().map(LogEntry::act).toList());
        assertEquals(OWNER, one.getFirst().actor());
    }

    @Test
    void importThatDiedHalfWayIsStillInTheLogAndIsRunAgain() {
        var people = IntStream.range(0, 20).mapToObj(i -> newcomer("m" + i + "@club.example")).toList();
        done(office.keep.bringIn(OWNER, office.list, "on paper")).add(people.subList(0, 10));
        office.tick();

        var again = done(office.keep.bringIn(OWNER, office.list, "on paper"));
        var tally = again.add(people);
        again.end(tally);

        assertEquals(new Membership.Tally(10, 10, 0), tally);
        assertEquals(List.of(Act.MEMBERS_IMPORTED, Act.MEMBERS_IMPORTED, Act.LIST_CREATED), office.acts());
        assertEquals(Optional.empty(), office.log().get(1).said("added"));
    }

    @Test
    void importDoesNotBringBackWhoLeftButWhomAnOwnerRemoved() {
        addAnna();
        done(office.keep.remove(OWNER, office.list, ANNA));
        office.tick();
        assertEquals(new Membership.Tally(1, 0, 0), addAnna());

        office.change(Subscriber.Left.of((Subscriber.Confirmed) office.find(ANNA), office.clock.instant(),
                LeaveWay.MAIL));

        assertEquals(new Membership.Tally(0, 0, 1), addAnna());
    }

    /** Anna, whom the mail has reached that says that she is a member. */
    private Subscriber welcomed() {
        return ((Subscriber.Confirmed) office.find(ANNA)).asGreeted();
    }

    @Test
    void whoIsAddedIsToBeToldUnlessTheOwnerSaysOtherwise() {
        addAnna();
        addAnna();
        done(office.keep.telling(Membership.Telling.NOBODY).add(OWNER, office.list, newcomer("ben@club.example"),
                "on paper"));

        assertTrue(((Subscriber.Confirmed) office.find(ANNA)).isToBeTold());
        assertFalse(((Subscriber.Confirmed) office.find(EmailAddress.of("ben@club.example"))).isToBeTold());
    }

    @Test
    void removedMemberIsRestoredOnceAndForFourteenDays() {
        addAnna();
        var before = welcomed();
        assertEquals(true, done(office.keep.remove(OWNER, office.list, ANNA)));
        assertEquals(false, done(office.keep.remove(OWNER, office.list, ANNA)));
        var removed = assertInstanceOf(Subscriber.Removed.class, office.find(ANNA));
        assertEquals(OWNER, removed.by());
        office.tick();

        assertInstanceOf(Restoration.Back.class, done(office.keep.restore(OPERATOR, office.list, ANNA)));
        assertInstanceOf(Restoration.Member.class, done(office.keep.restore(OPERATOR, office.list, ANNA)));
        assertEquals(before, office.find(ANNA));
        assertEquals(List.of(Act.RESTORED, Act.REMOVED, Act.JOINED, Act.LIST_CREATED), office.acts());

        done(office.keep.remove(OWNER, office.list, ANNA));
        office.clock.advance(WayBack.OPEN_FOR);
        assertInstanceOf(Restoration.TooLate.class, done(office.keep.restore(OPERATOR, office.list, ANNA)));
    }

    @Test
    void whoLeftIsNotRestored() {
        addAnna();
        office.change(Subscriber.Left.of((Subscriber.Confirmed) office.find(ANNA), office.clock.instant(),
                LeaveWay.ONE_CLICK));

        assertInstanceOf(Restoration.OwnWish.class, done(office.keep.restore(OWNER, office.list, ANNA)));
        assertInstanceOf(Subscriber.Left.class, office.find(ANNA));
    }

    @Test
    void onlyWhomAnOwnerTookOffIsRestored() {
        addAnna();
        var member = (Subscriber.Confirmed) office.find(ANNA);
        var own = List.of(new Subscriber.Moved(member.list(), member.id(), SampleSubscribers.aKey("0b"),
                office.clock.instant()),
                new Subscriber.Forgotten(member.list(), member.id(), office.clock.instant(), ForgetWay.PERSON));
        for (var gone : own) {
            office.change(gone);
            assertInstanceOf(Restoration.OwnWish.class, done(office.keep.restore(OWNER, office.list, ANNA)));
            assertEquals(gone, office.find(ANNA));
        }
        var stopped = Subscriber.Suppressed.of(member, office.clock.instant(), new Stopped.Complaint());
        office.change(stopped);

        assertInstanceOf(Restoration.Unknown.class, done(office.keep.restore(OWNER, office.list, ANNA)));
        assertEquals(stopped, office.find(ANNA));
    }

    @Test
    void whoWasTakenOffTooLongAgoAndAskedInVainSinceIsNotRestored() {
        addAnna();
        done(office.keep.remove(OWNER, office.list, ANNA));
        office.change(SampleSubscribers.aPending(office.list.id(), ANNA.written())
                .with(new Past.FormerMember((Subscriber.Removed) office.find(ANNA))));
        office.clock.advance(WayBack.OPEN_FOR);

        assertInstanceOf(Restoration.TooLate.class, done(office.keep.restore(OPERATOR, office.list, ANNA)));
    }

    @Test
    void nobodyIsRestoredWhoWasNeverRemoved() {
        assertInstanceOf(Restoration.Unknown.class, done(office.keep.restore(OWNER, office.list, ANNA)));
        office.subscribers.create(SampleSubscribers.aPending(office.list.id(), ANNA.written()));
        assertInstanceOf(Restoration.Unknown.class, done(office.keep.restore(OWNER, office.list, ANNA)));
    }

    @Test
    void changeIsLoggedWithBeforeAndAfterAndNoChangeIsNot() {
        addAnna();
        for (var times = 0; times < 2; times++) {
            done(office.keep.change(OWNER, office.list, ANNA,
                    member -> member.with(member.settings().with(MemberSettings.OwnPosts.NONE))));
            office.tick();
        }

        assertEquals(List.of(Act.CHANGED, Act.JOINED, Act.LIST_CREATED), office.acts());
        assertEquals(List.of(new Change("own-posts", "copy", "none")), office.log().getFirst().changes());
    }

    @Test
    void regroupingAndRemovingAllAreOneEntryEach() {
        var grouped = office.list.with(new Groups(List.of(BOARD),
                List.of(new DomainGroup(new DomainPattern("club.example"), BOARD)), List.of()));
        addAnna();
        office.change(((Subscriber.Confirmed) office.find(ANNA)).in(Set.of()));

        assertEquals(1L, done(office.keep.regroup(OWNER, grouped)));
        assertEquals(Set.of(BOARD), ((Subscriber.Confirmed) office.find(ANNA)).groups());
        office.tick();
        assertEquals(1L, done(office.keep.removeAll(OPERATOR, grouped)));

        assertInstanceOf(Subscriber.Removed.class, office.find(ANNA));
        assertEquals(List.of(Act.MEMBERS_REMOVED, Act.MEMBERS_REGROUPED, Act.JOINED, Act.LIST_CREATED), office.acts());
        assertEquals(Optional.of("1"), office.log().getFirst().said("members"));
    }

    @Test
    void whoSignedUpAgainIsNotRestored() {
        addAnna();
        done(office.keep.remove(OWNER, office.list, ANNA));
        var removed = assertInstanceOf(Subscriber.Removed.class, office.find(ANNA));
        var past = new Past.FormerMember(removed);
        var request = SampleSubscribers.aPending(office.list.id(), ANNA.written()).with(past);
        var applied = applied(office.list.id(), ANNA.written()).with(past);

        for (var since : List.of(request, applied)) {
            office.change(since);
            assertEquals(new Restoration.AskedAgain((Subscriber.Known) since),
                    done(office.keep.restore(OPERATOR, office.list, ANNA)));
            assertEquals(since, office.find(ANNA));
        }
    }

    @Test
    void requestThatRanOutIsNoObstacle() {
        addAnna();
        var before = welcomed();
        done(office.keep.remove(OWNER, office.list, ANNA));
        var removed = (Subscriber.Removed) office.find(ANNA);
        office.change(
                SampleSubscribers.aPending(office.list.id(), ANNA.written()).with(new Past.FormerMember(removed)));
        office.clock.advance(Duration.ofDays(10));

        assertInstanceOf(Restoration.Back.class, done(office.keep.restore(OPERATOR, office.list, ANNA)));
        assertEquals(before, office.find(ANNA));

        var left = Subscriber.Left.of((Subscriber.Confirmed) before, office.clock.instant(), LeaveWay.PAGE);
        office.change(SampleSubscribers.aPending(office.list.id(), ANNA.written()).with(new Past.FormerMember(left)));
        assertInstanceOf(Restoration.OwnWish.class, done(office.keep.restore(OPERATOR, office.list, ANNA)));
    }

    @Test
    void newKeyIsInTheLogOfEachList() {
        assertEquals(List.of(office.list), done(office.runLists.keysRotated(OPERATOR, 2, office.clock.instant())));
        assertInstanceOf(Answer.Denied.class, office.runLists.keysRotated(OWNER, 3, office.clock.instant()));

        var entry = office.log.of(office.list.id(), Optional.empty(), 10, office.clock.instant()).getFirst();
        assertEquals(Act.KEYS_ROTATED, entry.act());
        assertEquals(Optional.of("2"), entry.said("key"));
        assertInstanceOf(Undo.Outcome.Final.class, office.undo.undo(OPERATOR, office.list.id(), entry.id()));
    }

    private static Subscriber.Applied applied(ListId list, String address) {
        var person = SampleSubscribers.aPerson(address);
        var origin = SampleSubscribers.ORIGIN;
        return new Subscriber.Applied(list, person,
                new Consent.DoubleOptIn("/subscribe", "00", origin, origin, TokenDigest.of("link")),
                new Past.Stranger());
    }
}
