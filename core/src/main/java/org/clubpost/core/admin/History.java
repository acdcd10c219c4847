package org.clubpost.core.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Everything that happened to a person on a list, in order: what the log has, and what the record tells by itself, such
 * as how somebody joined who was brought in with many others, or before there was a log.
 */
public final class History {

    /** The most entries that are read of one address. */
    private static final int MOST = 1_000;

    private final Subscribers subscribers;
    private final ActLog log;

    /** Reads there. */
    public History(Subscribers subscribers, ActLog log) {
        this.subscribers = subscribers;
        this.log = log;
    }

    /**
     * The history of a person, oldest first, also from before a change of the address. It is empty for somebody of whom
     * nothing is known.
     */
    public List<LogEntry> of(ListId list, SubscriberId id, Instant now) {
        return of(list, id, subscribers.find(list, id).map(Stored::subscriber), now);
    }

    /** The same as far as the list wants to keep it. What the record itself tells is kept as long as the record. */
    public List<LogEntry> of(MailingList list, SubscriberId id, Instant now) {
        return of(list, id, subscribers.find(list.id(), id).map(Stored::subscriber), now);
    }

    /** The same of somebody whose record was read already, as far as the list wants to keep it. */
    public List<LogEntry> of(MailingList list, SubscriberId id, Optional<Subscriber> known, Instant now) {
        return of(list.id(), id, known, entry -> !list.people().logKept().isOver(entry.time(), now), now);
    }

    /**
     * The same of somebody whose record was read already, which is one read, and one more for each address before.
     *
     * @param known the record of that id; empty when there is none
     */
    public List<LogEntry> of(ListId list, SubscriberId id, Optional<Subscriber> known, Instant now) {
        return of(list, id, known, _ -> true, now);
    }

    private List<LogEntry> of(ListId list, SubscriberId id, Optional<Subscriber> known, Predicate<LogEntry> kept,
            Instant now) {
        var all = new TreeMap<EntryId, LogEntry>();
        known.ifPresent(subscriber -> MemberEntries.of(subscriber).forEach(entry -> all.put(entry.id(), entry)));
        for (var each : ids(id, known)) {
            log.of(list, each, Optional.empty(), MOST, now).stream().filter(kept)
                    .forEach(entry -> all.put(entry.id(), entry));
        }
        return told(List.copyOf(all.values()));
    }

    /** The consent that is on record; also that of a membership that ended, or from before a new request. */
    public static Optional<Consent> consent(Subscriber subscriber) {
        return MemberEntries.consent(subscriber);
    }

    private static List<SubscriberId> ids(SubscriberId id, Optional<Subscriber> known) {
        var ids = new ArrayList<>(List.of(id));
        if (known.isPresent() && known.get() instanceof Subscriber.Confirmed member) {
            member.moves().forEach(move -> ids.add(move.from()));
        }
        return ids;
    }

    /**
     * Without what is said in another way too. Who waited for the owners was no member yet; and what the record tells
     * by itself is known under both keys after a change of address.
     */
    private static List<LogEntry> told(List<LogEntry> all) {
        return all.stream().filter(entry -> switch (entry.act()) {
            case JOINED -> isFirst(entry, all) && all.stream().noneMatch(other -> other.act() == Act.APPLIED
                    && other.time().equals(entry.time()));
            case ASKED, APPLIED -> isFirst(entry, all);
            case MOVED -> isFirst(entry, all.stream().filter(other -> other.act() == Act.MOVED)
                    .sorted(Comparator.comparing(other -> other.actor() instanceof Actor.Member)).toList());
            case WITHDRAWN,
                    DECLINED,
                    CHANGED,
                    LEFT,
                    CAME_BACK,
                    REMOVED,
                    RESTORED,
                    SUPPRESSED,
                    RELEASED,
                    PROBED,
                    FORGOTTEN,
                    KEYS_ROTATED,
                    LIST_CREATED,
                    LIST_CHANGED,
                    LIST_REMOVED,
                    LIST_RELEASED,
                    PEOPLE_INVITED,
                    LIST_DELETED,
                    LIST_RESTORED,
                    MEMBERS_IMPORTED,
                    MEMBERS_REGROUPED,
                    MEMBERS_CHANGED,
                    IMPORT_UNDONE,
                    MEMBERS_REMOVED,
                    POST_PAUSED,
                    POST_RESUMED,
                    POST_CANCELLED,
                    POST_RETRIED,
                    POST_RELEASED,
                    POST_REFUSED,
                    POST_DROPPED,
                    POST_CONFIRMED,
                    POST_DISOWNED ->
                true;
        }).toList();
    }

    private static boolean isFirst(LogEntry entry, List<LogEntry> all) {
        return all.stream().filter(other -> other.act() == entry.act() && other.time().equals(entry.time())).findFirst()
                .equals(Optional.of(entry));
    }
}
