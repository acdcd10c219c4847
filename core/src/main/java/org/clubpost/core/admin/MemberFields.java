package org.clubpost.core.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber.Confirmed;

/**
 * What may change of a member, as the log tells it: by the names and in the words of the command line. A name and the
 * number of a phone are a person's own, so the log only says that they changed.
 */
final class MemberFields {

    /** What stands for a value that the log does not keep. */
    private static final String PERSONAL = "…";

    private static final String NONE = "none";
    private static final List<Field> ALL = List.of(
            new Field("name", member -> PERSONAL + member.person().name().text(), (_, _) -> Optional.empty()),
            new Field("language", member -> member.person().language().toLanguageTag(),
                    (member, tag) -> Optional.of(member.with(Locale.forLanguageTag(tag)))),
            new Field("own-posts", member -> member.settings().ownPosts().word(),
                    (member, word) -> OwnPosts.parse(word).map(own -> member.with(member.settings().with(own)))),
            new Field("copy-when-addressed", member -> member.settings().copyWhenAddressed() ? "yes" : "no",
                    (member, word) -> Optional
                            .of(member.with(member.settings().withCopyWhenAddressed("yes".equals(word))))),
            new Field("notify", member -> notify(member.settings().notification()),
                    (member, word) -> Notification.parse(word).map(way -> member.with(member.settings().with(way)))),
            new Field("pause-until", member -> member.settings().pausedUntil().map(LocalDate::toString).orElse(NONE),
                    (member, day) -> Optional.of(member.with(member.settings().pausedUntil(
                            Optional.of(day).filter(each -> !each.equals(NONE)).map(LocalDate::parse))))),
            new Field("groups", member -> groups(member.groups()),
                    (member, names) -> Optional.of(member.in(groups(names)))));

    /**
     * One thing that is stored of a member.
     *
     * @param name how it is called
     * @param shown its value, which begins with {@link #PERSONAL} when the log must not keep it
     * @param with the member with another value; empty when there is no such value
     */
    private record Field(String name, Function<Confirmed, String> shown,
            BiFunction<Confirmed, String, Optional<Confirmed>> with) {

        Optional<Change> between(Confirmed before, Confirmed after) {
            var was = shown.apply(before);
            var is = shown.apply(after);
            if (was.equals(is)) {
                return Optional.empty();
            }
            return Optional.of(was.startsWith(PERSONAL) || is.startsWith(PERSONAL)
                    ? Change.withheld(name)
                    : new Change(name, was, is));
        }
    }

    private MemberFields() {}

    /** What changed from the one to the other. */
    static List<Change> between(Confirmed before, Confirmed after) {
        return ALL.stream().flatMap(field -> field.between(before, after).stream()).toList();
    }

    /** The member with that change taken back; empty when the value is another one now, or the log does not have it. */
    static Optional<Confirmed> undone(Confirmed member, Change change) {
        return ALL.stream().filter(field -> field.name().equals(change.what()) && change.isWhole()
                && field.shown().apply(member).equals(change.after())).findFirst()
                .flatMap(field -> field.with().apply(member, change.before()));
    }

    private static String notify(Notification notification) {
        return switch (notification) {
            case Notification.None none -> none.written();
            case Notification.ByMail mail -> mail.written();
            case Notification.ByPhone phone -> PERSONAL + phone.written();
        };
    }

    private static String groups(Set<GroupName> groups) {
        return groups.isEmpty()
                ? NONE
                : groups.stream().sorted().map(GroupName::value).collect(Collectors.joining(","));
    }

    private static Set<GroupName> groups(String names) {
        return names.equals(NONE)
                ? Set.of()
                : Stream.of(names.split(",", -1)).map(GroupName::new).collect(Collectors.toUnmodifiableSet());
    }
}
