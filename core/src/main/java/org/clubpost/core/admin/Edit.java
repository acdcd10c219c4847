package org.clubpost.core.admin;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.subscriber.Subscriber.Confirmed;

/** One thing to change of several members together. */
public sealed interface Edit {

    /**
     * Into a group, besides those that they are in.
     *
     * @param group the group
     */
    record IntoGroup(GroupName group) implements Edit {}

    /**
     * Out of a group.
     *
     * @param group the group
     */
    record OutOfGroup(GroupName group) implements Edit {}

    /**
     * Paused, or not any more.
     *
     * @param until the day on which the list's mail goes on; empty for now
     */
    record Pause(Optional<LocalDate> until) implements Edit {}

    /**
     * Written to in another language.
     *
     * @param language the language
     */
    record Language(Locale language) implements Edit {}

    /** Taken off. */
    record Removal() implements Edit {}

    /** The member with that change; whoever is taken off stays as they are. */
    default Confirmed of(Confirmed member) {
        return switch (this) {
            case IntoGroup(var group) -> {
                var groups = new HashSet<>(member.groups());
                groups.add(group);
                yield member.in(groups);
            }
            case OutOfGroup(var group) -> {
                var groups = new HashSet<>(member.groups());
                groups.remove(group);
                yield member.in(groups);
            }
            case Pause(var until) -> member.with(member.settings().pausedUntil(until));
            case Language(var language) -> member.with(language);
            case Removal _ -> member;
        };
    }
}
