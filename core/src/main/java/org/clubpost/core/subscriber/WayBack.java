package org.clubpost.core.subscriber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;

/**
 * Whether a membership that ended can be had back as it was: by whoever left, in one press of the button behind the link in
 * the goodbye mail; by an owner who took somebody off.
 */
public sealed interface WayBack {

    /** For how long. After that, what is kept for it is erased. */
    Duration OPEN_FOR = Duration.ofDays(14);

    /** No: the time for it is over. */
    record Closed() implements WayBack {}

    /**
     * Yes. What the membership had besides the person and the consent is kept until then.
     *
     * @param since when the membership began
     * @param settings what the member wanted of the list's mail
     * @param groups the groups that the member was in
     * @param told whether the goodbye mail was handed over; there is none for whoever was taken off
     * @param moves the changes of the member's address, oldest first
     */
    record Open(Instant since, MemberSettings settings, Set<GroupName> groups, boolean told,
            List<Move> moves) implements WayBack {

        /** Copies the groups and the moves. */
        public Open {
            groups = Set.copyOf(groups);
            moves = List.copyOf(moves);
        }

        /** Of a member who never changed the address. */
        public Open(Instant since, MemberSettings settings, Set<GroupName> groups, boolean told) {
            this(since, settings, groups, told, List.of());
        }

        /** The membership as it was. */
        Subscriber.Confirmed membership(ListId list, Person person, Consent consent) {
            return new Subscriber.Confirmed(list, person, consent, since, true, settings, groups, moves);
        }

        /** The same, once the goodbye mail was handed over. */
        public Open asTold() {
            return new Open(since, settings, groups, true, moves);
        }
    }

    /** What is kept, if it can be had back at that time; empty when it cannot. */
    default Optional<Open> at(Instant ended, Instant now) {
        return this instanceof Open open && now.isBefore(ended.plus(OPEN_FOR)) ? Optional.of(open) : Optional.empty();
    }
}
