package org.clubpost.core.note;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Works off what is to be done for the members' topics, and the mails to one person, oldest first. To be called again and again. A task is removed
 * when it is done. If this dies in between, or runs twice at the same time, somebody may be told something twice;
 * nothing is forgotten.
 */
public final class CarryNotes {

    /** How many tasks one call looks at, so that it ends in time; the others wait for the next. */
    public static final int MOST = 200;
    /** How many mails to whom owners added go out in one call, so that it ends in time. */
    public static final int MOST_ADDED = 200;
    /** After how many failures a call gives up: then the topics cannot be used at the moment. */
    private static final int FAILURES = 3;
    /** How long until somebody who has to agree first is looked after again. */
    private static final Duration AGAIN = Duration.ofMinutes(10);
    /** After that, the word that a post is new is no longer true. */
    private static final Duration NEWS = Duration.ofDays(1);
    /** For how long a list's cap of text messages holds. */
    private static final Duration MONTH = Duration.ofDays(31);
    private static final RateLimits.Limit TOLD = new RateLimits.Limit(RateLimits.Kind.PHONES_PAUSED, 1, MONTH);

    private final Lists lists;
    private final Subscribers subscribers;
    private final NoteTasks tasks;
    private final Way way;
    private final InstantSource clock;

    /**
     * How people are reached.
     *
     * @param notes the members' topics
     * @param notices for a word to owners
     * @param limits counts text messages
     * @param letters writes mails to one person
     * @param traces erases people
     * @param permits says how fast mails to many may go out: together with the copies of posts no faster than the
     *         provider allows
     * @param reckon finds out what came back
     * @param errands carries out what was decided where no mail can be sent; what fails is tried again after growing waits
     */
    public record Way(Notes notes, Notices notices, RateLimits limits, Letters letters, Traces traces,
            SendPermits permits, Reckon reckon, Errands errands) {

        /**
         * For whoever finds out nothing about what came back and carries nothing out, so that such a task stays for
         * another.
         */
        public Way(Notes notes, Notices notices, RateLimits limits, Letters letters, Traces traces,
                SendPermits permits) {
            this(notes, notices, limits, letters, traces, permits, _ -> {
                throw new UnavailableException("what came back is reckoned elsewhere");
            }, _ -> {
                throw new UnavailableException("what was decided is carried out elsewhere");
            });
        }

        /** For whoever erases nobody, so that such a task stays for another, with a provider that takes as much as comes. */
        public Way(Notes notes, Notices notices, RateLimits limits, Letters letters) {
            this(notes, notices, limits, letters, _ -> {
                throw new UnavailableException("people are erased elsewhere");
            }, SendPermits.unlimited());
        }
    }

    /** Works these tasks off. */
    public CarryNotes(Lists lists, Subscribers subscribers, NoteTasks tasks, Way way, InstantSource clock) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.tasks = tasks;
        this.way = way;
        this.clock = clock;
    }

    /**
     * Does what is due: the mails that somebody waits for, what was decided elsewhere, then the topics, then the mails to whom owners added, as far
     * as the provider takes them now. A task that fails holds up none that comes after it, and topics that cannot be
     * used hold up no mail.
     *
     * @return the number of tasks that are done
     * @throws UnavailableException when some failed; the next call does them
     */
    public int run() {
        var due = tasks.due(clock.instant(), MOST);
        var letters = due.stream().filter(NoteTask.Letter.class::isInstance).toList();
        var errands = due.stream().filter(Errand.class::isInstance).toList();
        var erasures = due.stream().filter(NoteTask.Erase.class::isInstance).toList();
        var reckonings = due.stream().filter(NoteTask.Reckoning.class::isInstance).toList();
        var topics = due.stream()
                .filter(task -> !(task instanceof NoteTask.Letter) && !(task instanceof NoteTask.Erase)
                        && !(task instanceof NoteTask.Reckoning) && !(task instanceof Errand))
                .toList();
        var run = new Run();
        run.work(letters);
        run.work(errands);
        run.work(erasures);
        run.work(reckonings);
        run.work(topics);
        run.workForMany(tasks.dueForMany(clock.instant(), MOST_ADDED));
        return run.done();
    }

    /** What came of the tasks so far. */
    private final class Run {

        private int done;
        private Optional<UnavailableException> failure = Optional.empty();

        /** Works off these, until too many of them failed. */
        void work(List<? extends NoteTask> due) {
            work(due, () -> true);
        }

        /** Works off these, until the provider takes no more for now, or too many of them failed. */
        void workForMany(List<? extends NoteTask> due) {
            work(due, () -> way.permits().take(clock.instant()) instanceof SendPermits.Permit.Granted);
        }

        private void work(List<? extends NoteTask> due, BooleanSupplier may) {
            var failures = 0;
            for (var task : due) {
                try {
                    if (!may.getAsBoolean()) {
                        return;
                    }
                    var again = again(task);
                    again.ifPresent(later -> tasks.add(List.of(later)));
                    tasks.remove(List.of(task));
                    done += again.isEmpty() ? 1 : 0;
                } catch (UnavailableException e) {
                    failure = Optional.of(e);
                    putOff(task);
                    if (++failures == FAILURES) {
                        return;
                    }
                }
            }
        }

        int done() {
            if (failure.isPresent()) {
                throw new UnavailableException("some members could not be told", failure.get());
            }
            return done;
        }
    }

    /** What takes long to come right is not tried each second. Where even that cannot be noted, it is tried at once. */
    private void putOff(NoteTask task) {
        if (task instanceof Errand errand) {
            try {
                tasks.add(List.of(errand.triedAt(clock.instant())));
                tasks.remove(List.of(errand));
            } catch (UnavailableException notNoted) {
                // It stays due.
            }
        }
    }

    /** Does the task, and says what is to be done later; empty when it is done. */
    private Optional<NoteTask> again(NoteTask task) {
        var list = lists.find(task.list());
        return switch (task) {
            case NoteTask.Letter letter -> later(letter, way.letters().write(letter));
            case NoteTask.Erase erase -> later(erase, way.traces().erase(erase));
            case Errand errand -> way.errands().carryOut(errand)
                    ? Optional.empty()
                    : Optional.of(errand.triedAt(clock.instant()));
            case NoteTask.Reckoning reckoning -> later(reckoning, way.reckon().look(reckoning));
            case NoteTask.Follow follow -> list.isEmpty() || follow(list.get(), follow)
                    ? Optional.empty()
                    : later(follow, Optional.of(clock.instant().plus(AGAIN)));
            case NoteTask.NewPost post -> {
                list.ifPresent(known -> tell(known, post));
                yield Optional.empty();
            }
        };
    }

    private static Optional<NoteTask> later(NoteTask task, Optional<Instant> when) {
        return when.map(time -> task.at(time.truncatedTo(ChronoUnit.MILLIS)));
    }

    private boolean follow(MailingList list, NoteTask.Follow task) {
        var found = subscribers.find(list.id(), task.subscriber());
        if (found.isEmpty() || !(found.get().subscriber() instanceof Subscriber.Confirmed member)
                || !isReached(list, member)) {
            return way.notes().unfollow(list.id(), task.subscriber());
        }
        return switch (way.notes().follow(list, member)) {
            case NEW -> {
                welcome(list, member);
                yield true;
            }
            case KNOWN, NEVER -> true;
            case LATER -> false;
        };
    }

    private static boolean isReached(MailingList list, Subscriber.Confirmed member) {
        var wanted = member.settings().notification();
        return !wanted.equals(Notification.none()) && wanted.isAllowedBy(list.notes());
    }

    private void welcome(MailingList list, Subscriber.Confirmed member) {
        var isByPhone = member.settings().notification() instanceof Notification.ByPhone;
        if (!isByPhone || mayText(list, 1)) {
            way.notes().publish(list, new Note.Welcome(member.id()));
        }
    }

    private void tell(MailingList list, NoteTask.NewPost task) {
        if (list.notes().isOn() && clock.instant().isBefore(task.due().plus(NEWS))) {
            way.notes().publish(list, new Note.NewPost(task.post(), mayText(list, phones(list))));
        }
    }

    private int phones(MailingList list) {
        return list.notes().takesPhones() ? way.notes().phones(list.id()) : 0;
    }

    /** Counts so many text messages, unless the list may not cause so many any more. Then its owners learn of it. */
    private boolean mayText(MailingList list, int messages) {
        var cap = new RateLimits.Limit(RateLimits.Kind.TEXT_MESSAGE, list.notes().cap(), MONTH);
        for (var i = 0; i < messages; i++) {
            if (!way.limits().allow(cap, list.id().value(), clock.instant())) {
                tellOwners(list);
                return false;
            }
        }
        return list.notes().takesPhones();
    }

    private void tellOwners(MailingList list) {
        if (!way.limits().isReached(TOLD, list.id().value(), clock.instant())) {
            for (var owner : list.people().owners()) {
                way.notices().send(new OwnerNotice.PhonesPaused(list, owner, list.notes().cap()));
            }
            way.limits().allow(TOLD, list.id().value(), clock.instant());
        }
    }
}
