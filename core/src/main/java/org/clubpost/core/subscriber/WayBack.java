package org.clubpost.core.subscriber;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.clubpost.core.list.GroupName;

/** Whether somebody who left can come back in one press of the button behind the link in the goodbye mail. */
public sealed interface WayBack {

    /** For how long the link in the goodbye mail works. After that, what is kept for it is erased. */
    Duration OPEN_FOR = Duration.ofDays(14);

    /** No: an owner took the person off, or the time for it is over. */
    record Closed() implements WayBack {}

    /**
     * Yes. What the membership had besides the person and the consent is kept until then.
     *
     * @param since when the membership began
     * @param settings what the member wanted of the list's mail
     * @param groups the groups that the member was in
     * @param told whether the goodbye mail was handed over
     */
    record Open(Instant since, MemberSettings settings, Set<GroupName> groups, boolean told) implements WayBack {

        /** Copies the groups. */
        public Open {
            groups = Set.copyOf(groups);
        }

        /** The same, once the goodbye mail was handed over. */
        public Open asTold() {
            return new Open(since, settings, groups, true);
        }
    }
}
