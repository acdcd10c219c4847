package org.clubpost.core.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.list.GroupName;

/**
 * Who is looked for. What is empty does not matter.
 *
 * @param status how they stand
 * @param group a group that they are in
 * @param language the language of our mails to them, in any of its regions
 * @param joinedSince when they joined, or asked to, at the earliest
 */
public record Filter(Optional<Status> status, Optional<GroupName> group, Optional<Locale> language,
        Optional<Instant> joinedSince) {

    /** Everybody. */
    public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /** Everybody who stands so. */
    public static Filter of(Status status) {
        return NONE.with(status);
    }

    /** The same of those who stand so. */
    public Filter with(Status wanted) {
        return new Filter(Optional.of(wanted), group, language, joinedSince);
    }

    /** The same of those in that group. */
    public Filter in(GroupName wanted) {
        return new Filter(status, Optional.of(wanted), language, joinedSince);
    }

    /** The same of those who are written to in that language. */
    public Filter in(Locale wanted) {
        return new Filter(status, group, Optional.of(wanted), joinedSince);
    }

    /** The same of those who joined then or later. */
    public Filter since(Instant wanted) {
        return new Filter(status, group, language, Optional.of(wanted));
    }

    /** Whether everybody is meant. */
    public boolean isOpen() {
        return equals(NONE);
    }

    /** Whether that entry is meant. */
    public boolean accepts(Entry entry, LocalDate today) {
        return status.filter(wanted -> !isSo(entry, wanted, today)).isEmpty()
                && group.filter(wanted -> !entry.groups().contains(wanted)).isEmpty()
                && language.filter(wanted -> !wanted.getLanguage().equals(entry.language().getLanguage())).isEmpty()
                && joinedSince.filter(entry.joined()::isBefore).isEmpty();
    }

    private static boolean isSo(Entry entry, Status wanted, LocalDate today) {
        return wanted == Status.PAUSED ? entry.isPaused(today) : entry.standing() == wanted;
    }
}
