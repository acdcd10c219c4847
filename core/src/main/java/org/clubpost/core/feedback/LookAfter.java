package org.clubpost.core.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.note.Letters;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.BounceReason;

/**
 * Looks after members whose mail comes back. A mail goes out to find out; if that comes back too, the list's mail is
 * stopped, the member is reminded {@value #REMINDERS} times, and then taken off. If it does not come back, nothing
 * counts any more. Owners are told of each step. Whoever has the list's mail again, by whatever way, is also taken off
 * the list of those to whom the provider sends nothing.
 *
 * <p>It may be called any number of times. If it dies between a mail to a member and the note of it, that one mail goes
 * out twice. Owners are told of each step before it is noted, and as of the time of the step: told again before their
 * letter goes out, it stands there once.
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

    /** The outer one is empty when the member was changed in the meantime; the inner one when nothing is left to do. */
    private Optional<Optional<Instant>> look(NoteTask.MailFails task) {
        var seen = ports.bounces().find(task.list(), task.subscriber());
        var list = ports.lists().find(task.list());
        var stored = list.flatMap(known -> ports.subscribers().find(known.id(), task.subscriber()));
        if (stored.isEmpty()) {
            return forgotten(task);
        }
        var found = new FailingMember(list.orElseThrow(), stored.get(), seen);
        return switch (stored.get().subscriber()) {
            case Subscriber.Confirmed member -> look(found, member);
            case Subscriber.Suppressed stopped -> look(found, stopped);
            // They asked to join again: that is decided soon, and until then nobody is reminded.
            case Subscriber.Pending _,Subscriber.Applied _ -> Optional.of(found.isStopped()
                    ? Optional.of(clock.instant().plus(Duration.ofDays(1)))
                    : Optional.empty());
            // Whoever took them off may have died before the next line.
            case Subscriber.Removed removed -> removed.by() instanceof Actor.Service && found.isStopped()
                    ? givenUp(found, removed.at())
                    : Optional.of(Optional.empty());
            case Subscriber.Left _,Subscriber.Moved _,Subscriber.Forgotten _ -> forgotten(task);
        };
    }

    private Optional<Optional<Instant>> forgotten(NoteTask.MailFails task) {
        ports.bounces().forget(task.list(), task.subscriber());
        return Optional.of(Optional.empty());
    }

    private Optional<Optional<Instant>> look(FailingMember found, Subscriber.Confirmed member) {
        var now = clock.instant();
        return switch (found.record().stage()) {
            case Stage.Counting _ -> {
                way.provider().remove(member.person().address());
                yield Optional.of(Optional.empty());
            }
            case Stage.Doubted(_, var due) -> now.isBefore(due)
                    ? Optional.of(Optional.of(due))
                    : findOut(found, member, due, now);
            case Stage.Probed(var at) -> now.isBefore(at.plus(TO_COME_BACK))
                    ? Optional.of(Optional.of(at.plus(TO_COME_BACK)))
                    : arrives(found, at.plus(TO_COME_BACK));
            case Stage.Failed(var at, var reason) -> isNewSince(member, at)
                    ? isBack(found, member)
                    : stop(found, member, reason, now);
            case Stage.Stopped _ -> isBack(found, member);
        };
    }

    private Optional<Optional<Instant>> findOut(FailingMember found, Subscriber.Confirmed member, Instant due,
            Instant now) {
        var person = member.person();
        way.provider().remove(person.address());
        way.notices().send(new MemberNotice.MailCheck(found.list(), person.address(), person.language(), person.id(),
                way.links().managePage(member.list(), person.id())));
        tell(found, News.Kind.DOUBTED, found.record().latestReason(), due);
        return noted(found, new Stage.Probed(now), now.plus(TO_COME_BACK));
    }

    private Optional<Optional<Instant>> arrives(FailingMember found, Instant at) {
        tell(found, News.Kind.ARRIVES, found.record().latestReason(), at);
        return reset(found);
    }

    /** The mail is stopped before that is noted: whoever dies in between does it again, and finds it done. */
    private Optional<Optional<Instant>> stop(FailingMember found, Subscriber.Confirmed member, BounceReason reason,
            Instant now) {
        return asService().replace(found.stored(), Subscriber.Suppressed.of(member, now, new Stopped.Bouncing(reason)))
                ? noteStop(found, now, reason)
                : Optional.empty();
    }

    private Optional<Optional<Instant>> noteStop(FailingMember found, Instant at, BounceReason reason) {
        tell(found, News.Kind.STOPPED, Optional.of(reason), at);
        return noted(found, new Stage.Stopped(at, reason, 0, at), at.plus(BETWEEN));
    }

    private Optional<Optional<Instant>> noted(FailingMember found, Stage stage, Instant next) {
        note(found, record -> record.with(stage));
        return Optional.of(Optional.of(next));
    }

    private Optional<Optional<Instant>> isBack(FailingMember found, Subscriber.Confirmed member) {
        way.provider().remove(member.person().address());
        return reset(found);
    }

    private Optional<Optional<Instant>> reset(FailingMember found) {
        note(found, BounceRecord::reset);
        return Optional.of(Optional.empty());
    }

    /**
     * Notes a step of which somebody was told, so it is not taken again when something comes back meanwhile: that is
     * remembered besides. Whoever changed the stage meanwhile knows better, and has the member looked after.
     */
    private void note(FailingMember found, UnaryOperator<BounceRecord> step) {
        Attempts.untilDone(ports.bounces(), () -> {
            var seen = ports.bounces().find(found.list().id(), found.id());
            var record = found.with(seen).record();
            return !found.isStillAt(record.stage()) || ports.bounces().replace(seen, step.apply(record));
        });
    }

    /** Whether the person proved the address after the mail came back that was to find out. */
    private static boolean isNewSince(Subscriber.Confirmed member, Instant at) {
        return member.consent() instanceof Consent.DoubleOptIn given && given.confirmed().at().isAfter(at);
    }

    private Optional<Optional<Instant>> look(FailingMember found, Subscriber.Suppressed stopped) {
        if (!(stopped.why() instanceof Stopped.Bouncing(var why))) {
            // Nobody is reminded who complained.
            return reset(found);
        }
        return found.record().stage() instanceof Stage.Stopped noted
                ? goOn(found, stopped, noted)
                : noteStop(found, stopped.at(), why);
    }

    private Optional<Optional<Instant>> goOn(FailingMember found, Subscriber.Suppressed stopped, Stage.Stopped noted) {
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

    private Optional<Optional<Instant>> remind(FailingMember found, Subscriber.Suppressed stopped, Stage.Stopped noted,
            Instant now) {
        var person = stopped.person();
        var left = REMINDERS - noted.reminded();
        way.notices().send(new MemberNotice.MailStopped(found.list(), person.address(), person.language(), person.id(),
                way.links().comeBack(stopped.list(), person.id(), stopped.at()), noted.reason(),
                now.plus(BETWEEN.multipliedBy(left))));
        return noted(found, new Stage.Stopped(noted.at(), noted.reason(), noted.reminded() + 1, now),
                now.plus(BETWEEN));
    }

    private Optional<Optional<Instant>> giveUp(FailingMember found, Subscriber.Suppressed stopped, Instant now) {
        return asService().replace(found.stored(),
                Subscriber.Removed.of(stopped.asBefore(), now, new Actor.Service()))
                        ? givenUp(found, now)
                        : Optional.empty();
    }

    private Optional<Optional<Instant>> givenUp(FailingMember found, Instant at) {
        tell(found, News.Kind.GIVEN_UP, found.record().latestReason(), at);
        return reset(found);
    }

    private Subscribers asService() {
        return ports.subscribers().by(Deed.of(new Actor.Service()));
    }

    private void tell(FailingMember found, News.Kind kind, Optional<BounceReason> reason, Instant at) {
        way.owners().cameBack(found.list(), new Owners.Fate(kind, found.id(), reason, at));
    }
}
