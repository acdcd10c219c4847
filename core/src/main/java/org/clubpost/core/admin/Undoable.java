package org.clubpost.core.admin;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.WayBack;

/**
 * Which entries of a list's log can be put back, as far as the list and what was read of its log tell; nothing more is read
 * for it. So a settings change is offered only as long as the settings are as it left them. An act on a member or a post is
 * offered until another act that was read touched the same, and as long as what it takes is kept. What members do
 * themselves stands in no list's log, so {@link Undo} may say all the same that something has changed since.
 */
public final class Undoable {

    private final Actor actor;
    private final MailingList list;
    private final Instant now;
    private final Set<EntryId> undone = new HashSet<>();
    private final Map<About, List<LogEntry>> newestFirst = new HashMap<>();
    private final Set<EntryId> ofAnOlderList = new HashSet<>();

    private Undoable(Actor actor, MailingList list, Instant now) {
        this.actor = actor;
        this.list = list;
        this.now = now;
    }

    /**
     * Knows what that actor can put back.
     *
     * @param read what was read of the log or of a member's history, in any order. The more of what is newer than an
     *         entry is among it, the better
     */
    public static Undoable of(Actor actor, MailingList list, Collection<LogEntry> read, Instant now) {
        var known = new Undoable(actor, list, now);
        var all = read.stream().distinct().sorted(Comparator.comparing(LogEntry::id, Comparator.reverseOrder()))
                .toList();
        for (var entry : all) {
            if (!known.undone.contains(entry.id())) {
                entry.undoes().ifPresent(known.undone::add);
            }
        }
        all.stream().dropWhile(entry -> !isMade(entry)).skip(1).map(LogEntry::id).forEach(known.ofAnOlderList::add);
        known.newestFirst.putAll(all.stream().collect(Collectors.groupingBy(LogEntry::about)));
        return known;
    }

    /** Whether the list was made then, perhaps by the name of one that was removed; not brought back. */
    private static boolean isMade(LogEntry entry) {
        return entry.act() == Act.LIST_CREATED && entry.undoes().isEmpty();
    }

    /** Whether the act was taken back, as far as that is known here. */
    public boolean isUndone(LogEntry entry) {
        return undone.contains(entry.id()) || UndoImport.isUndone(entry);
    }

    /** Whether it can be put back. */
    public boolean isOffered(LogEntry entry) {
        return Role.of(actor, list).filter(role -> Undo.mayTry(role, entry)).isPresent() && !isUndone(entry)
                && !ofAnOlderList.contains(entry.id()) && switch (entry.about()) {
                    case About.WholeList _ -> isListAsLeft(entry);
                    case About.OnePerson _ -> isKept(entry) && isLatest(entry);
                    case About.OnePost _ -> isLatest(entry);
                };
    }

    private boolean isListAsLeft(LogEntry entry) {
        return switch (entry.act()) {
            case LIST_CHANGED -> Undo.canSettle(list, entry);
            case MEMBERS_IMPORTED -> !entry.said(KeepMembers.ADDED).filter("0"::equals).isPresent();
            case MEMBERS_CHANGED -> MemberLines.of(entry)
                    .filter(lines -> !lines.field().equals(MemberLines.REMOVED) || isWithin(entry)).isPresent();
            default -> true;
        };
    }

    private boolean isWithin(LogEntry entry) {
        return now.isBefore(entry.time().plus(WayBack.OPEN_FOR));
    }

    /** What a person was called, and how they were a member, is kept for a while only. */
    private boolean isKept(LogEntry entry) {
        return switch (entry.act()) {
            case REMOVED -> isWithin(entry);
            case MOVED -> now.isBefore(entry.time().plus(MemberText.UNDO));
            case CHANGED -> entry.changes().stream().allMatch(Change::isWhole)
                    || now.isBefore(entry.time().plus(MemberText.UNDO));
            default -> true;
        };
    }

    private boolean isLatest(LogEntry entry) {
        return newestFirst.getOrDefault(entry.about(), List.of()).stream()
                .filter(other -> other.id().compareTo(entry.id()) > 0 && !isUndone(other))
                .filter(other -> other.undoes().filter(id -> id.compareTo(entry.id()) > 0).isEmpty())
                .noneMatch(other -> touches(other, entry));
    }

    /** Whether the newer act changed what the older one left. Of a member, two changes of different fields do not. */
    private static boolean touches(LogEntry newer, LogEntry older) {
        if (newer.act() == Act.PROBED || newer.act() == Act.RELEASED) {
            return false;
        }
        return newer.act() != Act.CHANGED || (older.act() == Act.CHANGED && newer.changes().stream().map(Change::what)
                .anyMatch(what -> older.changes().stream().map(Change::what).anyMatch(what::equals)));
    }
}
