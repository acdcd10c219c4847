package org.clubpost.core.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.WayBack;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;

/** What the directory says of somebody, whatever became of them. */
class EntryTest {

    private static final ListId NEWS = new ListId("news");
    private static final Instant SINCE = FixedClock.START;
    private static final Instant LATER = SINCE.plusSeconds(60);
    private static final Subscriber.Confirmed MEMBER = SampleSubscribers.aMember(NEWS, "anna@club.example")
            .in(Set.of(new GroupName("board")));
    private static final Subscriber.Pending REQUEST = SampleSubscribers.aPending(NEWS, "anna@club.example");
    private static final Consent.DoubleOptIn CONFIRMED = new Consent.DoubleOptIn(REQUEST.form(), REQUEST.wording(),
            REQUEST.requested(), new Origin(LATER, "", ""), REQUEST.links().getFirst());

    private static Entry of(Subscriber subscriber) {
        return Entry.of(subscriber).orElseThrow();
    }

    private static Entry named(String name) {
        return of(MEMBER.with(PersonName.parse(name).orElseThrow()));
    }

    private static Entry expected(Status standing, Instant joined, Optional<Instant> ended) {
        return new Entry(MEMBER.id(), EmailAddress.of("anna@club.example"), PersonName.NONE, Locale.ENGLISH, standing,
                joined, Set.of(), Optional.empty(), ended, Optional.empty());
    }

    @Test
    void memberIsShownWithGroupsAndPause() {
        var day = LocalDate.of(2026, 5, 1);

        var entry = of(MEMBER.with(MemberSettings.DEFAULT.pausedUntil(Optional.of(day))));

        assertEquals(new Entry(MEMBER.id(), EmailAddress.of("anna@club.example"), PersonName.NONE, Locale.ENGLISH,
                Status.MEMBER, SINCE, MEMBER.groups(), Optional.of(day), Optional.empty(), Optional.empty()), entry);
        assertTrue(entry.isPaused(day.minusDays(1)));
        assertFalse(entry.isPaused(day));
    }

    @Test
    void whoeverIsNoMemberAnyMoreIsShownAsHowItEnded() {
        for (var way : LeaveWay.values()) {
            assertEquals(expected(Status.LEFT, SINCE, Optional.of(LATER)), of(Subscriber.Left.of(MEMBER, LATER, way)));
        }
        assertEquals(expected(Status.REMOVED, SINCE, Optional.of(LATER)),
                of(Subscriber.Removed.of(MEMBER, LATER, new Actor.Unknown())));
        assertEquals(expected(Status.BOUNCING, SINCE, Optional.of(LATER)),
                of(Subscriber.Suppressed.of(MEMBER, LATER, new Stopped.Bouncing(BounceReason.MAILBOX_FULL))));
        assertEquals(expected(Status.COMPLAINED, SINCE, Optional.of(LATER)),
                of(Subscriber.Suppressed.of(MEMBER, LATER, new Stopped.Complaint())));
    }

    @Test
    void whoWaitsForTheOwnersIsShownSinceTheyConfirmed() {
        assertEquals(expected(Status.APPLIED, LATER, Optional.empty()),
                of(new Subscriber.Applied(NEWS, REQUEST.person(), CONFIRMED, REQUEST.past())));
    }

    /** The request of a former member is kept with what is known of them. */
    @Test
    void onlyTheRequestOfAStrangerGoesByItself() {
        var former = new Subscriber.Pending.Past.FormerMember(Subscriber.Left.of(MEMBER, SINCE, LeaveWay.PAGE));

        assertEquals(Optional.of(Entry.goneAt(REQUEST.keptUntil())), of(REQUEST).keptUntil());
        assertEquals(expected(Status.PENDING, REQUEST.requested().at(), Optional.empty()), of(REQUEST.with(former)));
    }

    @Test
    void onceTheWayBackIsClosedTheConsentTellsSinceWhen() {
        for (var consent : List.of(CONFIRMED, new Consent.OwnersWord(LATER, "on paper"),
                new Consent.AccountSignUp("service", "yes", LATER))) {
            var member = new Subscriber.Confirmed(NEWS, MEMBER.person(), consent, SINCE, true);
            var left = Subscriber.Left.of(member, LATER, LeaveWay.PAGE);
            var removed = Subscriber.Removed.of(member, LATER, new Actor.Unknown());

            assertEquals(SINCE, of(left).joined());
            assertEquals(LATER, of(left.with(new WayBack.Closed())).joined());
            assertEquals(SINCE, of(removed).joined());
            assertEquals(LATER, of(removed.with(new WayBack.Closed())).joined());
        }
    }

    @Test
    void whoseAddressIsNotKnownAnyMoreIsNotShown() {
        assertEquals(Optional.empty(),
                Entry.of(new Subscriber.Moved(NEWS, MEMBER.id(), SampleSubscribers.aKey("01"), LATER)));
        assertEquals(Optional.empty(),
                Entry.of(new Subscriber.Forgotten(NEWS, MEMBER.id(), LATER, ForgetWay.OWNER)));
    }

    /** A key of DynamoDB has an end, and half a letter is none that UTF-8 could hold. */
    @Test
    void longNamesAreSortedByTheirBeginning() {
        var sharp = "ß".repeat(49);
        var folded = "s".repeat(98);
        var horse = "\uD83D\uDC0E";
        var end = "\u0001anna@club.example";

        assertEquals(folded + "ab" + end, named(sharp + "ab").key(Order.NAME));
        assertEquals(folded + "a" + end, named(sharp + "abc").key(Order.NAME));
        assertEquals(folded + "a" + end, named(sharp + "a" + horse).key(Order.NAME));
        assertEquals(folded + horse + end, named(sharp + horse).key(Order.NAME));
        assertEquals(folded + horse + end, named(sharp + horse + "a").key(Order.NAME));
    }

    @Test
    void namelessComeBehindAllOthers() {
        var nameless = of(MEMBER).key(Order.NAME);
        for (var name : List.of("Anna", "Ždeněk", "Ωμέγα", "Яна", "王秀英")) {
            assertTrue(ByCodePoints.ORDER.compare(named(name).key(Order.NAME), nameless) < 0, name);
        }
        assertTrue(ByCodePoints.ORDER.compare(of(new Subscriber.Confirmed(NEWS, new Person(MEMBER.id(),
                EmailAddress.of("z@club.example"), PersonName.NONE, Locale.ENGLISH), CONFIRMED, SINCE, true))
                .key(Order.NAME), nameless) > 0);
    }
}
