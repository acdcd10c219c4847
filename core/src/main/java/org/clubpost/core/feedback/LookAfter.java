package org.clubpost.core.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Letters;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.BounceReason;

/**
 * Looks after members whose mail comes back. A mail goes out to find out; if that comes back too, the list's mail is
 * stopped, the member is reminded {@value #REMINDERS} times, and then taken off. If it does not come back, nothing
 * counts any more. Owners are told of each step. Whoever has the list's mail again, by whatever way, is also taken off
 * the list of those to whom the provider sends nothing.
 *
 * <p>It may be called any number of times. If it dies between a mail and the note of it, that one mail goes out twice.
 */
public final class LookAfter implements Letters {

    /** How long the mail that finds out has to come back: longer than mail systems try (RFC 5321 section 4.5.4.1). */
    public static final Duration TO_COME_BACK = Duration.ofDays(7);
    /** How long until the next reminder, and from the last one until the end. */
    public static final Duration BETWEEN = Duration.ofDays(7);
    /** How many reminders there are. */
    public static final int REMINDERS = 3;
    /** How long somebody has to whom no reminders are sent: as long as with reminders. */
    static final Duration WITHOUT_REMINDERS = BETWEEN.multipliedBy(REMINDERS + 1L);

    private final Letters others;
    private final Ports ports;
    private final Way way;
    private final InstantSource clock;

    /**
     * Where it looks and writes.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param bounces what came back
     */
    public record Ports(Lists lists, Subscribers subscribers, Bounces bounces) {}

    /**
     * How people are reached.
     *
     * @param notices the way to them
     * @param links makes their links
     * @param owners hear of each step
     * @param provider sends nothing to some addresses
     */
    public record Way(Notices notices, PublicLinks links, Owners owners, ProviderSuppression provider) {}

    /**
     * Looks after them there.
     *
     * @param others writes all other mails
     */
    public LookAfter(Letters others, Ports ports, Way way, InstantSource clock) {
        this.others = others;
        this.ports = ports;
        this.way = way;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> write(NoteTask.Letter task) {
        if (task instanceof NoteTask.MailFails mine) {
            return Attempts.until(ports.bounces(), () -> look(mine));
        }
        if (task instanceof NoteTask.Goodbye goodbye) {
            ports.bounces().forget(goodbye.list(), goodbye.subscriber());
        }
        return others.write(task);
    }

    /** A member, with what is known of them. */
    private record Case(MailingList list, Stored stored, Optional<BounceRecord> seen) {

        BounceRecord record() {
            return seen.orElseGet(() -> BounceRecord.of(list.id(), stored.subscriber().id()));
        }

        boolean isStopped() {
            return record().stage() instanceof Stage.Stopped;
        }
    }

    /** The outer one is empty when something was changed in the meantime; the inner one when nothing is left to do. */
    private Optional<Optional<Instant>> look(NoteTask.MailFails task) {
        var seen = ports.bounces().find(task.list(), task.subscriber());
        var list = ports.lists().find(task.list());
        var stored = list.flatMap(known -> ports.subscribers().find(known.id(), task.subscriber()));
        if (stored.isEmpty()) {
            return forgotten(task);
        }
        var found = new Case(list.orElseThrow(), stored.get(), seen);
        return switch (stored.get().subscriber()) {
            case Subscriber.Confirmed member -> look(found, member);
            case Subscriber.Suppressed stopped -> look(found, stopped);
            // They asked to join again: that is decided soon, and until then nobody is reminded.
            case Subscriber.Pending _,Subscriber.Applied _ -> Optional.of(found.isStopped()
                    ? Optional.of(clock.instant().plus(Duration.ofDays(1)))
                    : Optional.empty());
            // Whoever took them off may have died before the next line.
            case Subscriber.Removed removed -> removed.by() instanceof Actor.Service && found.isStopped()
                    ? reset(found, News.Kind.GIVEN_UP)
                    : Optional.of(Optional.empty());
            case Subscriber.Left _,Subscriber.Moved _,Subscriber.Forgotten _ -> forgotten(task);
        };
    }

    private Optional<Optional<Instant>> forgotten(NoteTask.MailFails task) {
        ports.bounces().forget(task.list(), task.subscriber());
        return Optional.of(Optional.empty());
    }

    private Optional<Optional<Instant>> look(Case found, Subscriber.Confirmed member) {
        var now = clock.instant();
        return switch (found.record().stage()) {
            case Stage.Counting _ -> {
                way.provider().remove(member.person().address());
                yield Optional.of(Optional.empty());
            }
            case Stage.Doubted(_, var due) -> now.isBefore(due)
                    ? Optional.of(Optional.of(due))
                    : findOut(found, member, now);
            case Stage.Probed(var at) -> now.isBefore(at.plus(TO_COME_BACK))
                    ? Optional.of(Optional.of(at.plus(TO_COME_BACK)))
                    : reset(found, News.Kind.ARRIVES);
            case Stage.Failed(var at, var reason) -> isNewSince(member, at)
                    ? isBack(found, member)
                    : stop(found, member, reason, now);
            case Stage.Stopped _ -> isBack(found, member);
        };
    }

    private Optional<Optional<Instant>> findOut(Case found, Subscriber.Confirmed member, Instant now) {
        var person = member.person();
        way.provider().remove(person.address());
        way.notices().send(new MemberNotice.MailCheck(found.list(), person.address(), person.language(), person.id(),
                way.links().managePage(member.list(), person.id())));
        tell(found, News.Kind.DOUBTED);
        return noted(found, new Stage.Probed(now), now.plus(TO_COME_BACK));
    }

    /** The mail is stopped before that is noted: whoever dies in between does it again, and finds it done. */
    private Optional<Optional<Instant>> stop(Case found, Subscriber.Confirmed member, BounceReason reason,
            Instant now) {
        return asService().replace(found.stored(), Subscriber.Suppressed.of(member, now, new Stopped.Bouncing(reason)))
                ? noteStop(found, now, reason)
                : Optional.empty();
    }

    private Optional<Optional<Instant>> noteStop(Case found, Instant at, BounceReason reason) {
        tell(found, News.Kind.STOPPED);
        return noted(found, new Stage.Stopped(at, reason, 0, at), at.plus(BETWEEN));
    }

    /** Owners are told of a step before it is noted: they may be told twice, and nothing is kept from them. */
    private Optional<Optional<Instant>> noted(Case found, Stage stage, Instant next) {
        return replaced(found, found.record().with(stage)) ? Optional.of(Optional.of(next)) : Optional.empty();
    }

    private Optional<Optional<Instant>> isBack(Case found, Subscriber.Confirmed member) {
        way.provider().remove(member.person().address());
        return reset(found);
    }

    private Optional<Optional<Instant>> reset(Case found, News.Kind told) {
        tell(found, told);
        return reset(found);
    }

    private Optional<Optional<Instant>> reset(Case found) {
        return replaced(found, found.record().reset()) ? Optional.of(Optional.empty()) : Optional.empty();
    }

    /** Whether the person proved the address after the mail came back that was to find out. */
    private static boolean isNewSince(Subscriber.Confirmed member, Instant at) {
        return member.consent() instanceof Consent.DoubleOptIn given && given.confirmed().at().isAfter(at);
    }

    private Optional<Optional<Instant>> look(Case found, Subscriber.Suppressed stopped) {
        if (!(stopped.why() instanceof Stopped.Bouncing(var why))) {
            // Nobody is reminded who complained.
            return reset(found);
        }
        return switch (found.record().stage()) {
            case Stage.Failed(_, var reason) -> noteStop(found, stopped.at(), reason);
            case Stage.Stopped noted -> goOn(found, stopped, noted);
            case Stage.Counting _,Stage.Doubted _,Stage.Probed _ -> noteStop(found, stopped.at(), why);
        };
    }

    private Optional<Optional<Instant>> goOn(Case found, Subscriber.Suppressed stopped, Stage.Stopped noted) {
        var now = clock.instant();
        var isSilent = Scoring.isNobodyThere(noted.reason());
        var next = isSilent ? noted.at().plus(WITHOUT_REMINDERS) : noted.last().plus(BETWEEN);
        if (now.isBefore(next)) {
            return Optional.of(Optional.of(next));
        }
        return isSilent || noted.reminded() >= REMINDERS
                ? giveUp(found, stopped, now)
                : remind(found, stopped, noted, now);
    }

    private Optional<Optional<Instant>> remind(Case found, Subscriber.Suppressed stopped, Stage.Stopped noted,
            Instant now) {
        var person = stopped.person();
        var left = REMINDERS - noted.reminded();
        way.notices().send(new MemberNotice.MailStopped(found.list(), person.address(), person.language(), person.id(),
                way.links().comeBack(stopped.list(), person.id(), stopped.at()), noted.reason(),
                now.plus(BETWEEN.multipliedBy(left))));
        return noted(found, new Stage.Stopped(noted.at(), noted.reason(), noted.reminded() + 1, now),
                now.plus(BETWEEN));
    }

    private Optional<Optional<Instant>> giveUp(Case found, Subscriber.Suppressed stopped, Instant now) {
        return asService().replace(found.stored(),
                Subscriber.Removed.of(stopped.asBefore(), now, new Actor.Service()))
                        ? reset(found, News.Kind.GIVEN_UP)
                        : Optional.empty();
    }

    private Subscribers asService() {
        return ports.subscribers().by(Deed.of(new Actor.Service()));
    }

    private boolean replaced(Case found, BounceRecord changed) {
        return ports.bounces().replace(found.seen(), changed);
    }

    private void tell(Case found, News.Kind kind) {
        way.owners().cameBack(found.list(), kind, found.stored().subscriber().id(), found.record().latestReason());
    }
}
