package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Letters;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
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
    /** Nobody is told more often than this that a list has them, however often they are taken off and put on again. */
    private static final Limit ADDED = new Limit(Kind.ADDED_NOTICE, 3, Duration.ofDays(1));

    private final Lists lists;
    private final Subscribers subscribers;
    private final RateLimits limits;
    private final Way way;
    private final AskOwners applicants;
    private final InstantSource clock;
    private final Remind remind;

    /**
     * How people are reached.
     *
     * @param notices the way to them
     * @param links makes their links
     * @param share what somebody gets who has proved nothing yet
     * @param owners hear of who left, and are asked about those who wait for them
     * @param wordings keeps the words of reminders
     */
    public record Way(Notices notices, PublicLinks links, Share share, Owners owners, Wordings wordings) {

        /** The words of reminders are not kept. */
        public Way(Notices notices, PublicLinks links, Share share, Owners owners) {
            this(notices, links, share, owners, Wordings.NONE);
        }
    }

    /** Writes them with these. */
    public MemberLetters(Lists lists, Subscribers subscribers, RateLimits limits, Way way, InstantSource clock) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.limits = limits;
        this.way = way;
        this.applicants = new AskOwners(lists, subscribers, way.notices(), way.owners(), way.links(), clock);
        this.clock = clock;
        this.remind = new Remind(lists, subscribers, way.notices(), way.wordings(), way.links(), way.share(), clock);
    }

    @Override
    public Optional<Instant> write(NoteTask.Letter letter) {
        return switch (letter) {
            case NoteTask.Goodbye goodbye -> sayGoodbye(goodbye);
            case NoteTask.Refusal refusal -> {
                applicants.refuse(refusal);
                yield Optional.empty();
            }
            case NoteTask.Application application -> applicants.tend(application);
            case NoteTask.PauseBegun pause -> tellOfPause(pause);
            case NoteTask.Reminder reminder -> remind.write(reminder);
            case NoteTask.MailFails _ -> throw new IllegalArgumentException("nothing that a member did");
            case NoteTask.AboutAddress _ -> throw new IllegalArgumentException("not about a membership");
            case NoteTask.Added added -> {
                tellThatAdded(added);
                yield Optional.empty();
            }
            case NoteTask.SettingsLink wanted -> {
                sendSettingsLink(wanted);
                yield Optional.empty();
            }
        };
    }

    /** Says when there is more to do: what is kept for coming back is erased when its time is over. */
    private Optional<Instant> sayGoodbye(NoteTask.Goodbye task) {
        var found = subscribers.find(task.list(), task.subscriber()).map(Stored::subscriber)
                .flatMap(Subscriber::left);
        if (found.isEmpty() || !(found.get().back() instanceof WayBack.Open open)) {
            return Optional.empty();
        }
        var left = found.get();
        if (!clock.instant().isBefore(left.backUntil())) {
            change(left, new WayBack.Closed());
            return Optional.empty();
        }
        if (!open.told()) {
            lists.find(task.list()).ifPresent(list -> {
                way.owners().left(list, left);
                sayGoodbye(list, left);
            });
            change(left, open.asTold());
        }
        return Optional.of(left.backUntil());
    }

    /** Changes the way back of whoever left, in whatever state they are by now, unless they are back. */
    private void change(Subscriber.Left left, WayBack back) {
        Attempts.untilDone(subscribers, () -> subscribers.find(left.list(), left.id())
                .filter(stored -> stored.subscriber().left().equals(Optional.of(left)))
                .map(stored -> subscribers.replace(stored, stored.subscriber().withEnded(left.with(back))))
                .orElse(true));
    }

    private void sayGoodbye(MailingList list, Subscriber.Left left) {
        var person = left.person();
        way.notices().send(new MemberNotice.Goodbye(list, person.address(), person.language(), left.at(),
                way.links().comeBack(list.id(), person.id(), left.at()), WayBack.OPEN_FOR,
                way.links().withoutMail()));
    }

    /**
     * Who left meanwhile, or signed up and was welcomed, is told nothing. The member is marked after the mail was handed
     * over: if this dies in between, that one member is told twice, and nobody is never told.
     */
    private void tellThatAdded(NoteTask.Added task) {
        var list = lists.find(task.list());
        var member = member(task.subscriber(), list).filter(Subscriber.Confirmed::isToBeTold);
        if (member.isPresent()) {
            tellThatAdded(list.orElseThrow(), member.get());
            Membership.change(subscribers, task.list(), task.subscriber(),
                    now -> now.isToBeTold() ? now.asGreeted() : now);
        }
    }

    private void tellThatAdded(MailingList list, Subscriber.Confirmed member) {
        var key = list.id().value() + " " + member.id().hex();
        if (limits.isReached(ADDED, key, clock.instant())) {
            return;
        }
        var person = member.person();
        var links = way.links();
        way.notices().send(new JoinNotice.Added(list, person.address(), person.language(),
                new JoinNotice.WaysOut(links.leavePage(list.id(), person.id()), links.oneClick(list.id(), person.id()),
                        links.leaveMail(list, person.id())),
                links.managePage(list.id(), person.id())));
        limits.allow(ADDED, key, clock.instant());
    }

    private void sendSettingsLink(NoteTask.SettingsLink task) {
        var list = lists.find(task.list());
        var member = member(task.subscriber(), list);
        var now = clock.instant();
        // It is counted once the mail is handed over, so a provider that takes nothing uses nothing up. One run at a
        // time works such tasks off.
        if (member.isPresent() && !limits.isReached(SETTINGS_LINKS, task.subscriber().hex(), now)) {
            var person = member.get().person();
            way.notices().send(new MemberNotice.SettingsLink(list.orElseThrow(), person.address(), person.language(),
                    way.links().freshSettings(task.list(), person.id(), now.plus(FRESH)), FRESH));
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
        way.notices().send(new MemberNotice.Paused(list.orElseThrow(), person.address(), person.language(), until.get(),
                way.links().managePage(task.list(), person.id())));
        limits.allow(PAUSES, key, now);
        return Optional.empty();
    }

    private Optional<Subscriber.Confirmed> member(SubscriberId person, Optional<MailingList> list) {
        return list.flatMap(known -> new Forwarding(subscribers).member(known.id(), person));
    }
}
