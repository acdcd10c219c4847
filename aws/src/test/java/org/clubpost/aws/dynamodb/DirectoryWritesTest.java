package org.clubpost.aws.dynamodb;

import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;

/**
 * How many writes a change of a subscriber's item is, in the table and its indexes together, by the rules of the Amazon
 * DynamoDB developer guide ("Using Global Secondary Indexes", "Write capacity units"): an index takes one write when its
 * item comes, goes, or has a projected attribute changed; two when its key changes; none otherwise.
 */
class DirectoryWritesTest {

    private static final int MOST = 5;
    private static final Subscriber.Confirmed ANNA = aMember(new ListId("news"), "anna@club.example")
            .with(PersonName.parse("Anna").orElseThrow());

    private static int writes(Optional<Subscriber> before, Subscriber after) {
        var old = before.map(seen -> item(seen, 1)).orElse(Map.of());
        return 1 + TableLayout.createTable("any").globalSecondaryIndexes().stream()
                .mapToInt(index -> writes(index, old, item(after, 2))).sum();
    }

    private static Map<String, AttributeValue> item(Subscriber subscriber, long revision) {
        return SubscriberItems.write(new Stored(subscriber, revision)).attributes();
    }

    private static int writes(GlobalSecondaryIndex index, Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {
        var keys = index.keySchema().stream().map(key -> key.attributeName()).toList();
        var isBefore = before.keySet().containsAll(keys);
        var isAfter = after.keySet().containsAll(keys);
        if (!isBefore || !isAfter) {
            return isBefore || isAfter ? 1 : 0;
        }
        if (!only(keys, before).equals(only(keys, after))) {
            return 2;
        }
        var kept = index.projection().nonKeyAttributes();
        return only(kept, before).equals(only(kept, after)) ? 0 : 1;
    }

    private static Map<String, AttributeValue> only(List<String> names, Map<String, AttributeValue> item) {
        var some = new HashMap<>(item);
        some.keySet().retainAll(names);
        return some;
    }

    static List<Subscriber> changes() {
        return List.of(ANNA.with(PersonName.parse("Anna Müller").orElseThrow()), ANNA.with(Locale.FRENCH),
                ANNA.in(Set.of(new GroupName("board"))),
                ANNA.with(MemberSettings.DEFAULT.pausedUntil(Optional.of(LocalDate.of(2026, 12, 31)))),
                ANNA.with(MemberSettings.DEFAULT.with(MemberSettings.OwnPosts.NONE)), ANNA.asGreeted(),
                Subscriber.Left.of(ANNA, FixedClock.START, LeaveWay.PAGE),
                Subscriber.Removed.of(ANNA, FixedClock.START, new Actor.Operator()),
                Subscriber.Suppressed.of(ANNA, FixedClock.START, new Stopped.Bouncing(BounceReason.USER_UNKNOWN)),
                moved().forwarding());
    }

    private static Subscriber.Confirmed moved() {
        var there = EmailAddress.of("anna.right@club.example");
        return ANNA.at(new Person(SampleSubscribers.IDS.of(there), there, ANNA.person().name(), Locale.ENGLISH),
                new Move(ANNA.id(), FixedClock.START), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changeIsFiveWritesAtMostAndSoIsItsUndoing(Subscriber changed) {
        assertTrue(writes(Optional.of(ANNA), changed) <= MOST, changed + ": " + writes(Optional.of(ANNA), changed));
        assertTrue(writes(Optional.of(changed), ANNA) <= MOST, changed + ": " + writes(Optional.of(changed), ANNA));
    }

    @Test
    void whoComesIsFiveWritesAndWhatNoLineSaysIsOne() {
        assertEquals(MOST, writes(Optional.empty(), ANNA));
        assertEquals(MOST, writes(Optional.empty(), moved()));
        assertEquals(1, writes(Optional.of(ANNA),
                ANNA.with(MemberSettings.DEFAULT.with(MemberSettings.OwnPosts.NONE))));
        assertEquals(4, writes(Optional.of(ANNA), ANNA.with(Locale.FRENCH)));
    }
}
