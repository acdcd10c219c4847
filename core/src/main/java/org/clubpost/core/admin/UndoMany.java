package org.clubpost.core.admin;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Takes a change of several members back, for each of whom it is still as the change left it. That is an act on several
 * members again, with one entry.
 */
final class UndoMany {

    private final Subscribers subscribers;
    private final ActLog log;
    private final InstantSource clock;

    UndoMany(Subscribers subscribers, ActLog log, InstantSource clock) {
        this.subscribers = subscribers;
        this.log = log;
        this.clock = clock;
    }

    Undo.Outcome undo(LogEntry entry, Actor actor) {
        var lines = MemberLines.of(entry);
        if (lines.isEmpty() || lines.get().field().equals(MemberLines.RESTORED)) {
            return new Undo.Outcome.Final(entry);
        }
        var parts = subscribers.by(new Deed(actor, Deed.Extent.PART, Optional.of(entry.id())));
        var back = new ArrayList<MemberLines.Line>();
        for (var line : lines.get().people()) {
            if (isBack(parts, entry, lines.get().field(), line)) {
                back.add(new MemberLines.Line(line.id(), line.after(), line.before()));
            }
        }
        if (back.isEmpty()) {
            return new Undo.Outcome.ChangedSince(entry);
        }
        var isRemoval = lines.get().field().equals(MemberLines.REMOVED);
        var changes = new MemberLines(isRemoval ? MemberLines.RESTORED : lines.get().field(), back).changes();
        var all = new ArrayList<>(changes);
        all.add(Change.said(MemberLines.MEMBERS, Integer.toString(back.size())));
        log.put(LogEntry.of(entry.list(), actor, Act.MEMBERS_CHANGED, all,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)).undoing(entry.id()));
        return new Undo.Outcome.Undone(entry);
    }

    private boolean isBack(Subscribers parts, LogEntry entry, String field, MemberLines.Line line) {
        return Attempts.until(parts, () -> {
            var stored = parts.find(entry.list(), line.id());
            var before = stored.flatMap(found -> before(found.subscriber(), entry, field, line));
            return before.isEmpty()
                    ? Optional.of(false)
                    : Optional.of(true).filter(_ -> parts.replace(stored.orElseThrow(), before.get()));
        });
    }

    private Optional<Subscriber.Confirmed> before(Subscriber subscriber, LogEntry entry, String field,
            MemberLines.Line line) {
        return switch (subscriber) {
            case Subscriber.Removed removed when field.equals(MemberLines.REMOVED)
                    && removed.at().truncatedTo(ChronoUnit.MILLIS).equals(entry.time()) ->
                removed.asBefore(clock.instant());
            case Subscriber.Confirmed member -> MemberFields.undone(member,
                    new Change(field, line.before(), line.after()));
            case Subscriber.Known _,Subscriber.Gone _ -> Optional.empty();
        };
    }
}
