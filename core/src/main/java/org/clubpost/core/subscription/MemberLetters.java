package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Letters;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;

/** Writes the mails to one person that have a link for that person alone, and goes to nobody who is not known here. */
public final class MemberLetters implements Letters {

    /** For how long a fresh link to the settings works. */
    public static final Duration FRESH = Duration.ofHours(1);
    /** No member gets more fresh links than this, whoever asks for them. */
    public static final Limit SETTINGS_LINKS = new Limit(Kind.SETTINGS_LINK, 3, Duration.ofDays(1));
    /** No member is told of more pauses than this, however often somebody changes the day. */
    private static final Limit PAUSES = new Limit(Kind.PAUSE_NOTICE, 3, Duration.ofDays(1));

    private final Lists lists;
    private final Subscribers subscribers;
    private final RateLimits limits;
    private final Notices notices;
    private final PublicLinks links;
    private final InstantSource clock;

    /** Writes them with these. */
    public MemberLetters(Lists lists, Subscribers subscribers, RateLimits limits, Notices notices, PublicLinks links,
            InstantSource clock) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.limits = limits;
        this.notices = notices;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> write(NoteTask.Letter task) {
        return switch (task) {
            case NoteTask.Goodbye goodbye -> sayGoodbye(goodbye);
            case NoteTask.PauseBegun pause -> tellOfPause(pause);
            case NoteTask.SettingsLink wanted -> {
                sendSettingsLink(wanted);
                yield Optional.empty();
            }
        };
    }

    /** Says when there is more to do: what is kept for coming back is erased when its time is over. */
    private Optional<Instant> sayGoodbye(NoteTask.Goodbye task) {
        var found = subscribers.find(task.list(), task.subscriber()).map(Stored::subscriber)
                .flatMap(MemberLetters::left);
        if (found.isEmpty() || !(found.get().back() instanceof WayBack.Open open)) {
            return Optional.empty();
        }
        var left = found.get();
        if (!clock.instant().isBefore(left.backUntil())) {
            change(left, new WayBack.Closed());
            return Optional.empty();
        }
        if (!open.told()) {
            lists.find(task.list()).ifPresent(list -> sayGoodbye(list, left));
            change(left, open.asTold());
        }
        return Optional.of(left.backUntil());
    }

    /** Changes the way back of whoever left, in whatever state they are by now, unless they are back. */
    private void change(Subscriber.Left left, WayBack back) {
        Attempts.untilDone(subscribers, () -> subscribers.find(left.list(), left.id())
                .flatMap(stored -> with(stored.subscriber(), left, back)
                        .map(changed -> subscribers.replace(stored, changed)))
                .orElse(true));
    }

    private void sayGoodbye(MailingList list, Subscriber.Left left) {
        var person = left.person();
        notices.send(new Notice.Goodbye(list, person.address(), person.language(), left.at(),
                links.comeBack(list.id(), person.id(), left.at()), WayBack.OPEN_FOR));
    }

    private static Optional<Subscriber.Left> left(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Left left -> Optional.of(left);
            case Subscriber.Pending request when request.past() instanceof Past.FormerMember(var left) ->
                Optional.of(left);
            case Subscriber.Pending _,Subscriber.Confirmed _,Subscriber.Suppressed _ -> Optional.empty();
        };
    }

    /** The same person with another way back; empty when that is not who left then. */
    private static Optional<Subscriber> with(Subscriber now, Subscriber.Left left, WayBack back) {
        if (now instanceof Subscriber.Left same && same.equals(left)) {
            return Optional.of(left.with(back));
        }
        if (now instanceof Subscriber.Pending request && request.past().equals(new Past.FormerMember(left))) {
            return Optional.of(request.with(new Past.FormerMember(left.with(back))));
        }
        return Optional.empty();
    }

    private void sendSettingsLink(NoteTask.SettingsLink task) {
        var list = lists.find(task.list());
        var member = member(task.subscriber(), list);
        var now = clock.instant();
        // It is counted once the mail is handed over, so a provider that takes nothing uses nothing up. One run at a
        // time works such tasks off.
        if (list.isPresent() && member.isPresent()
                && !limits.isReached(SETTINGS_LINKS, task.subscriber().hex(), now)) {
            var person = member.get().person();
            notices.send(new Notice.SettingsLink(list.get(), person.address(), person.language(),
                    links.freshSettings(task.list(), person.id(), now.plus(FRESH)), FRESH));
            limits.allow(SETTINGS_LINKS, task.subscriber().hex(), now);
        }
    }

    /**
     * Says when there is more to do: who was told of as many pauses as may be on one day is told the next day, of what
     * then holds, so that nobody is made to pause without a word. All that waits for that day is one task.
     */
    private Optional<Instant> tellOfPause(NoteTask.PauseBegun task) {
        var now = clock.instant();
        var list = lists.find(task.list());
        var member = member(task.subscriber(), list);
        var until = member.flatMap(known -> known.settings().pauseAt(now, list.orElseThrow().dispatch().zone()));
        if (until.isEmpty()) {
            return Optional.empty();
        }
        var key = task.subscriber().hex() + "/" + task.list();
        if (limits.isReached(PAUSES, key, now)) {
            return Optional.of(now.truncatedTo(ChronoUnit.DAYS).plus(PAUSES.window()));
        }
        var person = member.orElseThrow().person();
        notices.send(new Notice.Paused(list.orElseThrow(), person.address(), person.language(), until.get(),
                links.managePage(task.list(), person.id())));
        limits.allow(PAUSES, key, now);
        return Optional.empty();
    }

    private Optional<Subscriber.Confirmed> member(SubscriberId person, Optional<MailingList> list) {
        return list.flatMap(known -> subscribers.find(known.id(), person)).map(Stored::subscriber)
                .filter(Subscriber.Confirmed.class::isInstance).map(Subscriber.Confirmed.class::cast);
    }
}
