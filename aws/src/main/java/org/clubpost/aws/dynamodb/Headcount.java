package org.clubpost.aws.dynamodb;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.subscriber.Subscriber;

/**
 * By how much the counters on a list's item change.
 *
 * @param members confirmed members who come, less those who go
 * @param groups the same for each group for which it is not zero
 */
record Headcount(long members, SortedMap<GroupName, Long> groups) {

    /** What the change of one subscriber means. */
    static Headcount between(Subscriber before, Subscriber after) {
        return of(after).plus(of(before), -1);
    }

    /** What it means that these come. */
    static Headcount of(Collection<? extends Subscriber> subscribers) {
        return subscribers.stream().map(Headcount::of).reduce(new Headcount(0, new TreeMap<>()),
                (sum, one) -> sum.plus(one, 1));
    }

    /** What it means that somebody comes. */
    static Headcount of(Subscriber subscriber) {
        var groups = new TreeMap<GroupName, Long>();
        if (subscriber instanceof Subscriber.Confirmed member) {
            member.groups().forEach(group -> groups.put(group, 1L));
        }
        return new Headcount(subscriber instanceof Subscriber.Confirmed ? 1 : 0, groups);
    }

    /** What it means that somebody goes. */
    static Headcount without(Subscriber subscriber) {
        return new Headcount(0, new TreeMap<>()).plus(of(subscriber), -1);
    }

    private Headcount plus(Headcount other, int times) {
        var sum = new TreeMap<>(groups);
        other.groups.forEach((group, more) -> sum.merge(group, times * more, Long::sum));
        sum.values().removeIf(more -> more == 0);
        return new Headcount(members + times * other.members, sum);
    }

    /** Whether nothing changes. */
    boolean isNothing() {
        return members == 0 && groups.isEmpty();
    }
}
