package org.clubpost.core.list;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may post to a group whose rule is not that of its list.
 *
 * @param group the group
 * @param who who may post to it
 */
public record GroupPosting(GroupName group, Who who) {

    /** Who may post to a group. */
    public enum Who {

        /** The list's owners. */
        OWNERS,
        /** The owners, and the posters named in the list's settings. */
        POSTERS,
        /** The owners, the posters and the members of the group. */
        GROUP,
        /** The owners, the posters and all members of the list. */
        MEMBERS,
        /** Anyone who can prove an address. */
        ANYONE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a rule as typed, such as {@code board=group}; empty when it is not one. */
    public static Optional<GroupPosting> parse(String typed) {
        var equals = typed.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : GroupName.parse(typed.substring(0, equals)).flatMap(group -> Stream.of(Who.values())
                        .filter(who -> who.word().equals(typed.substring(equals + 1))).findFirst()
                        .map(who -> new GroupPosting(group, who)));
    }

    /** As it is typed. */
    public String written() {
        return group + "=" + who.word();
    }
}
