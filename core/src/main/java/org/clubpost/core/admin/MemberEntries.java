package org.clubpost.core.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Way;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.Subscriber;

/**
 * What there is to tell of a member: what the record says by itself, and what a change of it is. The same thing has the
 * same id, wherever it is told from, so nothing is told twice.
 */
final class MemberEntries {

    /** Under what name an entry says how somebody came or went. */
    static final String WAY = "way";
    private static final String WHY = "why";

    private MemberEntries() {}

    /** What the record tells by itself, in no order. */
    static List<LogEntry> of(Subscriber subscriber) {
        var all = new ArrayList<>(agreed(subscriber));
        switch (subscriber) {
            case Subscriber.Pending request -> {
                all.add(entry(request, request.requested().at(), Act.ASKED, new Actor.Unknown(),
                        List.of(Change.said("form", request.form()))));
                request.ended().map(MemberEntries::ended).ifPresent(all::add);
            }
            case Subscriber.Applied applied -> applied.ended().map(MemberEntries::ended).ifPresent(all::add);
            case Subscriber.Confirmed member -> member.moves()
                    .forEach(move -> all.add(entry(member, move.at(), Act.MOVED, new Actor.Member(), List.of())));
            case Subscriber.Gone gone -> all.add(ended(gone));
        }
        return all;
    }

    /** What the change is; empty when it is nothing to tell. */
    static Optional<LogEntry> of(Subscriber seen, Subscriber changed, Instant now) {
        if (isDropped(seen, changed)) {
            return Optional.of(dropped(seen, now));
        }
        return switch (changed) {
            case Subscriber.Confirmed member -> of(seen, member, now);
            case Subscriber.Applied applied -> seen instanceof Subscriber.Applied
                    ? Optional.empty()
                    : Optional.of(entry(applied, applied.at(), Act.APPLIED, new Actor.Member(), List.of()));
            case Subscriber.Gone gone ->
                seen.getClass() == changed.getClass() ? Optional.empty() : Optional.of(ended(gone));
            // A stranger may have caused it. It is told of as long as it is there.
            case Subscriber.Pending _ -> Optional.empty();
        };
    }

    private static Optional<LogEntry> of(Subscriber seen, Subscriber.Confirmed member, Instant now) {
        if (seen instanceof Subscriber.Confirmed before) {
            var changes = MemberFields.between(before, member);
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(entry(member, now, Act.CHANGED, new Actor.Member(), changes));
        }
        if (seen instanceof Subscriber.Applied) {
            return Optional.of(entry(member, member.since(), Act.JOINED, new Actor.Unknown(), way(member.consent())));
        }
        if (consent(seen).equals(Optional.of(member.consent()))) {
            return seen.former().map(former -> back(former, member, now));
        }
        return Optional.of(joined(member, member.consent()));
    }

    private static LogEntry back(Subscriber.Former former, Subscriber.Confirmed member, Instant now) {
        return switch (former) {
            case Subscriber.Removed _ -> entry(member, now, Act.RESTORED, new Actor.Unknown(), List.of());
            case Subscriber.Suppressed _ -> entry(member, now, Act.RELEASED, new Actor.Member(), List.of());
            case Subscriber.Left _ -> entry(member, now, Act.CAME_BACK, new Actor.Member(), List.of());
        };
    }

    /** That this person became a member. */
    static LogEntry joined(Subscriber subscriber, Consent consent) {
        return switch (consent) {
            case Consent.DoubleOptIn given ->
                entry(subscriber, given.confirmed().at(), Act.JOINED, new Actor.Member(), way(consent));
            case Consent.OwnersWord word -> entry(subscriber, word.at(), Act.JOINED, word.by(), way(consent));
            case Consent.AccountSignUp account ->
                entry(subscriber, account.at(), Act.JOINED, new Actor.Member(), way(consent));
        };
    }

    private static List<Change> way(Consent consent) {
        return List.of(Change.said(WAY, word(JoinWay.of(consent))));
    }

    /** What an entry calls the way. */
    static String word(JoinWay way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    /** What the consent that is on record tells. */
    static List<LogEntry> agreed(Subscriber subscriber) {
        var all = new ArrayList<LogEntry>();
        consent(subscriber).ifPresent(consent -> {
            var isWaiting = subscriber instanceof Subscriber.Applied;
            if (consent instanceof Consent.DoubleOptIn given) {
                all.add(entry(subscriber, given.requested().at(), Act.ASKED, new Actor.Unknown(),
                        List.of(Change.said("form", given.form()))));
                if (isWaiting) {
                    all.add(entry(subscriber, given.confirmed().at(), Act.APPLIED, new Actor.Member(), List.of()));
                }
            }
            if (!isWaiting) {
                all.add(joined(subscriber, consent));
            }
        });
        return all;
    }

    /** The consent that is on record, also that of a membership from before a new request. */
    static Optional<Consent> consent(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Applied applied -> Optional.of(applied.consent());
            case Subscriber.Confirmed member -> Optional.of(member.consent());
            case Subscriber.Pending _,Subscriber.Gone _ -> subscriber.former().map(Subscriber.Former::consent);
        };
    }

    /** Whether a request was dropped, so that what was before it is back. */
    private static boolean isDropped(Subscriber seen, Subscriber changed) {
        return (seen instanceof Subscriber.Pending || seen instanceof Subscriber.Applied)
                && seen.ended().equals(Optional.of(changed));
    }

    /** That a request was dropped: by whoever it is about, or by the owners when they had to decide. */
    static LogEntry dropped(Subscriber seen, Instant now) {
        return seen instanceof Subscriber.Applied
                ? entry(seen, now, Act.DECLINED, new Actor.Unknown(), List.of())
                : entry(seen, now, Act.WITHDRAWN, new Actor.Member(), List.of());
    }

    private static LogEntry ended(Subscriber.Gone gone) {
        return switch (gone) {
            case Subscriber.Left left -> {
                var said = new ArrayList<>(List.of(Change.said(WAY, left.way().name().toLowerCase(Locale.ROOT))));
                left.reason().ifPresent(reason -> said.add(Change.said("reason", reason.word())));
                yield entry(left, left.at(), Act.LEFT, new Actor.Member(), said);
            }
            case Subscriber.Removed removed -> entry(removed, removed.at(), Act.REMOVED, removed.by(), List.of());
            case Subscriber.Suppressed suppressed -> entry(suppressed, suppressed.at(), Act.SUPPRESSED,
                    new Actor.Service(), List.of(Change.said(WHY, suppressed.why().written())));
            case Subscriber.Moved moved -> entry(moved, moved.at(), Act.MOVED, new Actor.Member(), List.of());
            case Subscriber.Forgotten forgotten -> entry(forgotten, forgotten.at(), Act.FORGOTTEN,
                    actor(forgotten.way()), List.of());
        };
    }

    private static Actor actor(ForgetWay way) {
        return switch (way) {
            case PERSON -> new Actor.Member();
            case OWNER -> new Actor.Unknown();
            case TIME -> new Actor.Service();
        };
    }

    /** An entry of the history of that person. */
    static LogEntry entry(Subscriber subscriber, Instant time, Act act, Actor actor, List<Change> changes) {
        return entry(subscriber.list(), subscriber.id(), time, act, actor, changes);
    }

    private static LogEntry entry(ListId list, SubscriberId id, Instant time, Act act, Actor actor,
            List<Change> changes) {
        var about = new About.OnePerson(id);
        return new LogEntry(LogEntry.id(time, list, act, about, changes), list, actor, Way.UNKNOWN, act, about, false,
                changes, Optional.empty());
    }
}
