package org.clubpost.core.admin;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Takes those off whom an import brought in, unless they did something since: a membership that a person has used is
 * theirs. It goes through the list step by step, so that a page can show how far it is. It may begin anew at any time, also
 * when it died half-way; the log has one entry for all of it.
 */
public final class UndoImport {

    /** Under what name the entry of an import says which entry undoes it. */
    private static final String UNDONE = "undone-by";
    /** How many entries of a person's history are looked through: an import leaves none. */
    private static final int HISTORY = 50;
    /** How many subscribers one step looks at for each whom it may take off. */
    private static final int LOOKS = 20;

    private final Subscribers subscribers;
    private final ActLog log;
    private final InstantSource clock;

    /** What came of a step. */
    public sealed interface Outcome {

        /**
         * It was done.
         *
         * @param entry the entry of the undoing
         * @param removed how many were taken off in this step
         * @param kept how many in this step have done something since, and stay
         * @param next where the next step begins; empty when this was the last one
         */
        record Step(EntryId entry, int removed, int kept, Optional<SubscriberId> next) implements Outcome {}

        /** The log has no such import. */
        record NoImport() implements Outcome {}
    }

    /** Undoes imports there. */
    public UndoImport(Subscribers subscribers, ActLog log, InstantSource clock) {
        this.subscribers = subscribers;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Does a step.
     *
     * @param id the entry of the import
     * @param from where it begins; empty for the beginning
     * @param most how many it takes off at most
     */
    public Answer<Outcome> step(Actor actor, MailingList list, EntryId id, Optional<SubscriberId> from, int most) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS,
                () -> log.find(list.id(), id, clock.instant()).filter(entry -> entry.act() == Act.MEMBERS_IMPORTED)
                        .<Outcome>map(entry -> step(actor, entry, from, most)).orElseGet(Outcome.NoImport::new));
    }

    /** All steps together. */
    Undo.Outcome all(Actor actor, LogEntry entry) {
        var removed = 0;
        var next = Optional.<SubscriberId>empty();
        do {
            var step = step(actor, entry, next, Integer.MAX_VALUE / LOOKS);
            removed += step.removed();
            next = step.next();
        } while (next.isPresent());
        return removed > 0 ? new Undo.Outcome.Undone(entry) : new Undo.Outcome.ChangedSince(entry);
    }

    private Outcome.Step step(Actor actor, LogEntry entry, Optional<SubscriberId> from, int most) {
        var undoing = undoing(actor, entry);
        var parts = subscribers.by(new Deed(actor, Deed.Extent.PART, Optional.of(entry.id())));
        var removed = 0;
        var kept = 0;
        var looked = 0;
        var last = Optional.<SubscriberId>empty();
        try (var all = subscribers.all(entry.list(), rest(from))) {
            for (var each : (Iterable<Subscriber>) all::iterator) {
                if (removed >= most || looked >= LOOKS * most) {
                    break;
                }
                looked++;
                last = Optional.of(each.id());
                if (isOf(each, entry)) {
                    var isOff = !hasActed(entry, each.id()) && isOff(parts, entry, each.id(), actor);
                    removed += isOff ? 1 : 0;
                    kept += isOff ? 0 : 1;
                }
            }
        }
        count(undoing, removed);
        return new Outcome.Step(undoing.id(), removed, kept, removed >= most || looked >= LOOKS * most
                ? last.flatMap(SubscriberId::successor)
                : Optional.empty());
    }

    private static Slice rest(Optional<SubscriberId> from) {
        var all = Slice.cut(0).getFirst();
        return from.flatMap(all::from).orElse(all);
    }

    /** The one entry of the undoing; the import's says which, so that it is found again. */
    private LogEntry undoing(Actor actor, LogEntry entry) {
        var known = entry.said(UNDONE).flatMap(EntryId::parse)
                .flatMap(id -> log.find(entry.list(), id, clock.instant()));
        if (known.isPresent()) {
            return known.get();
        }
        var fresh = LogEntry.of(entry.list(), actor, Act.IMPORT_UNDONE, List.of(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)).undoing(entry.id());
        log.put(fresh);
        var changes = new ArrayList<>(entry.changes());
        changes.removeIf(change -> change.what().equals(UNDONE));
        changes.add(Change.said(UNDONE, fresh.id().value()));
        log.put(entry.with(changes));
        return fresh;
    }

    private void count(LogEntry undoing, int removed) {
        var before = undoing.said(MemberLines.MEMBERS).map(Integer::parseInt).orElse(0);
        log.put(undoing.with(List.of(Change.said(MemberLines.MEMBERS, Integer.toString(before + removed)))));
    }

    /** Whether somebody is a member by that import and by nothing else. */
    static boolean isOf(Subscriber subscriber, LogEntry entry) {
        return subscriber instanceof Subscriber.Confirmed member
                && member.consent() instanceof Consent.OwnersWord word
                && word.at().truncatedTo(ChronoUnit.MILLIS).equals(entry.time()) && word.by().equals(entry.actor())
                && word.reason().equals(entry.said("reason").orElse(""));
    }

    private boolean hasActed(LogEntry entry, SubscriberId id) {
        return log.of(entry.list(), id, Optional.empty(), HISTORY, clock.instant()).stream()
                .anyMatch(other -> other.actor() instanceof Actor.Member && other.time().isAfter(entry.time()));
    }

    private boolean isOff(Subscribers parts, LogEntry entry, SubscriberId id, Actor actor) {
        return Attempts.until(parts, () -> {
            var stored = parts.find(entry.list(), id).filter(found -> isOf(found.subscriber(), entry));
            return stored.isEmpty()
                    ? Optional.of(false)
                    : Optional.of(true).filter(_ -> parts.replace(stored.get(), removed(stored.get(), actor)));
        });
    }

    private Subscriber removed(Stored stored, Actor actor) {
        return Subscriber.Removed.of((Subscriber.Confirmed) stored.subscriber(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS), actor);
    }

    /** Whether that import is being undone, or was. */
    public static boolean isUndone(LogEntry entry) {
        return entry.act() == Act.MEMBERS_IMPORTED && entry.said(UNDONE).isPresent();
    }
}
