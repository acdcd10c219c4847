package org.clubpost.core.list;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Which of a list's members a post is for. */
public sealed interface Audience {

    /** All members. */
    record Everyone() implements Audience {}

    /**
     * The members of some groups.
     *
     * @param groups the groups, at least one; who is in several of them gets one copy
     */
    record InGroups(NavigableSet<GroupName> groups) implements Audience {

        /**
         * Copies the set.
         *
         * @throws IllegalArgumentException when there is no group
         */
        public InGroups {
            if (groups.isEmpty()) {
                throw new IllegalArgumentException("no group");
            }
            groups = Collections.unmodifiableNavigableSet(new TreeSet<>(groups));
        }
    }

    /** All members. */
    static Audience everyone() {
        return new Everyone();
    }

    /** The members of these groups; all members when there are none. */
    static Audience of(Collection<GroupName> groups) {
        return groups.isEmpty() ? everyone() : new InGroups(new TreeSet<>(groups));
    }

    /** Whether a member who is in these groups belongs to it. */
    default boolean includes(Set<GroupName> memberOf) {
        return switch (this) {
            case Everyone _ -> true;
            case InGroups(var groups) -> !Collections.disjoint(groups, memberOf);
        };
    }

    /** The groups; none when it is all members. */
    default NavigableSet<GroupName> named() {
        return switch (this) {
            case Everyone _ -> Collections.emptyNavigableSet();
            case InGroups(var groups) -> groups;
        };
    }

    /** Who belongs to one of them, or to both. */
    default Audience and(Audience other) {
        if (this instanceof InGroups(var some) && other instanceof InGroups(var more)) {
            var both = new TreeSet<>(some);
            both.addAll(more);
            return new InGroups(both);
        }
        return everyone();
    }
}
