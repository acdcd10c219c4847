package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * What an owner changes of several members together. The log has one entry for all of them, written before the first is
 * changed, so that it can be undone as a whole, also when it died half-way. Each has their part of it in their history.
 */
public final class EditMany {

    /** The most members at once. */
    public static final int MOST = 100;

    private final Subscribers subscribers;
    private final ActLog log;
    private final InstantSource clock;

    /**
     * What came of it.
     *
     * @param entry the entry of the log; empty when nothing had to be changed
     * @param members how many were changed
     */
    public record Done(Optional<EntryId> entry, int members) {}

    /** Changes members there. */
    public EditMany(Subscribers subscribers, ActLog log, InstantSource clock) {
        this.subscribers = subscribers;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes the change. May be repeated: whoever is as wanted stays so.
     *
     * @param people keys, {@value #MOST} at most; whoever is no member is left out
     * @return empty when the change is not possible on this list: no such group, or no day until which a pause may last
     * @throws IllegalArgumentException when there are more
     */
    public Answer<Optional<Done>> edit(Actor actor, MailingList list, Collection<SubscriberId> people, Edit edit) {
        if (people.size() > MOST) {
            throw new IllegalArgumentException("too many at once: " + people.size());
        }
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS,
                () -> isPossible(list, edit)
                        ? Optional.of(edit(actor, list, planned(list, people, edit), edit))
                        : Optional.empty());
    }

    private boolean isPossible(MailingList list, Edit edit) {
        return switch (edit) {
            case Edit.IntoGroup(var group) -> list.groups().all().contains(group);
            case Edit.Pause(var until) -> until.filter(day -> !MemberSettings.mayPauseUntil(day, clock.instant(),
                    list.dispatch().zone())).isEmpty();
            case Edit.OutOfGroup _,Edit.Language _,Edit.Removal _ -> true;
        };
    }

    private MemberLines planned(MailingList list, Collection<SubscriberId> people, Edit edit) {
        var lines = new ArrayList<MemberLines.Line>();
        var field = MemberLines.REMOVED;
        var forwarding = new Forwarding(subscribers);
        for (var member : people.stream().distinct().flatMap(id -> forwarding.member(list.id(), id).stream())
                .distinct().toList()) {
            if (edit instanceof Edit.Removal) {
                lines.add(new MemberLines.Line(member.id(), "", ""));
            }
            for (var change : MemberFields.between(member, edit.of(member))) {
                field = change.what();
                lines.add(new MemberLines.Line(member.id(), change.before(), change.after()));
            }
        }
        return new MemberLines(field, lines);
    }

    private Done edit(Actor actor, MailingList list, MemberLines planned, Edit edit) {
        if (planned.people().isEmpty()) {
            return new Done(Optional.empty(), 0);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entry = LogEntry.of(list.id(), actor, Act.MEMBERS_CHANGED, planned.changes(), now);
        log.put(entry);
        var parts = subscribers.by(Deed.partOf(actor));
        var members = (int) planned.people().stream()
                .filter(line -> change(parts, list, line.id(), edit, new Claim(actor, now))).count();
        var changes = new ArrayList<>(entry.changes());
        changes.add(Change.said(MemberLines.MEMBERS, Integer.toString(members)));
        log.put(entry.with(changes));
        return new Done(Optional.of(entry.id()), members);
    }

    /**
     * Who does it, and when.
     *
     * @param actor who
     * @param at when
     */
    private record Claim(Actor actor, Instant at) {}

    private static boolean change(Subscribers parts, MailingList list, SubscriberId id, Edit edit, Claim act) {
        return Attempts.until(parts, () -> {
            var stored = parts.find(list.id(), id);
            if (stored.isEmpty() || !(stored.get().subscriber() instanceof Subscriber.Confirmed member)) {
                return Optional.of(false);
            }
            var changed = edit instanceof Edit.Removal
                    ? Subscriber.Removed.of(member, act.at(), act.actor())
                    : edit.of(member);
            return changed.equals(member)
                    ? Optional.of(false)
                    : Optional.of(true).filter(_ -> parts.replace(stored.get(), changed));
        });
    }
}
