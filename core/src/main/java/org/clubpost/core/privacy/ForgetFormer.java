package org.clubpost.core.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;

/**
 * Forgets those whose membership ended long ago, and before that what was kept to bring them back, also where a new
 * request has come on top of it; drops requests of theirs that ran out; makes records that lead to somebody forgotten
 * into such a key. To be called once an hour.
 *
 * <p>Each call looks at one of 64 slices of every list, the one whose hour it is; keys are spread evenly, so each list
 * is gone through in less than three days. Nothing is stored about how far it has come: a call that dies, or does not
 * happen, costs its slice one round.
 */
public final class ForgetFormer {

    /** How many subscribers one call changes, so that it ends in time; the others wait for the next round. */
    static final int MOST = 1_000;
    /** A request that ran out is kept for so long, as one of a stranger is: its page can send a fresh link. */
    private static final Duration RUN_OUT = Subscriber.Pending.KEPT;
    private static final WayBack CLOSED = new WayBack.Closed();
    private static final List<Slice> SLICES = Slice.cut(Slice.MAX_BITS);

    private final Lists lists;
    private final Subscribers subscribers;
    private final InstantSource clock;

    /** Goes through the subscribers of these lists. */
    public ForgetFormer(Lists lists, Subscribers subscribers, InstantSource clock) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /**
     * Does what is due in the slice of the hour. May be repeated.
     *
     * @return how many subscribers were changed
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int run() {
        var now = clock.instant();
        var slice = SLICES.get(Math.toIntExact(Math.floorMod(Duration.between(Instant.EPOCH, now).toHours(),
                SLICES.size())));
        var done = 0;
        for (var list : lists.all()) {
            done += run(list, slice, now, MOST - done);
        }
        return done;
    }

    private int run(MailingList list, Slice slice, Instant now, int most) {
        try (var all = subscribers.all(list.id(), slice)) {
            var due = all.filter(each -> changed(list, each, now).isPresent()).limit(most).toList();
            due.forEach(each -> change(list, each, now));
            return due.size();
        }
    }

    private void change(MailingList list, Subscriber read, Instant now) {
        Attempts.untilDone(subscribers, () -> {
            var stored = subscribers.find(list.id(), read.id());
            var becomes = stored.flatMap(each -> changed(list, each.subscriber(), now));
            return becomes.isEmpty() || subscribers.replace(stored.orElseThrow(), becomes.get());
        });
    }

    /** What becomes of that subscriber now; empty when nothing does. */
    private Optional<? extends Subscriber> changed(MailingList list, Subscriber subscriber, Instant now) {
        return subscriber instanceof Subscriber.Pending request && request.isExpired(now.minus(RUN_OUT))
                ? request.ended()
                : subscriber.ended().flatMap(gone -> former(list, gone, now)).map(subscriber::withEnded);
    }

    /** What becomes of what is left of a membership. */
    private Optional<Subscriber.Gone> former(MailingList list, Subscriber.Gone gone, Instant now) {
        return switch (gone) {
            case Subscriber.Left left -> forgotten(list, left, now)
                    .or(() -> isOver(left, left.back(), now) ? Optional.of(left.with(CLOSED)) : Optional.empty());
            case Subscriber.Removed removed -> forgotten(list, removed, now)
                    .or(() -> isOver(removed, removed.back(), now)
                            ? Optional.of(removed.with(CLOSED))
                            : Optional.empty());
            case Subscriber.Suppressed suppressed -> forgotten(list, suppressed, now);
            case Subscriber.Moved moved -> forwarded(moved);
            case Subscriber.Forgotten _ -> Optional.empty();
        };
    }

    /** A record that leads to somebody of whom only the key is left is a key as well. Nobody else knows of it any more. */
    private Optional<Subscriber.Gone> forwarded(Subscriber.Moved moved) {
        return subscribers.find(moved.list(), moved.to()).map(Stored::subscriber)
                .filter(Subscriber.Forgotten.class::isInstance).map(Subscriber.Forgotten.class::cast)
                .map(end -> new Subscriber.Forgotten(moved.list(), moved.id(), end.at(), end.way()));
    }

    private static Optional<Subscriber.Gone> forgotten(MailingList list, Subscriber.Gone gone, Instant now) {
        return gone.at().plus(list.people().forgetAfter()).isAfter(now)
                ? Optional.empty()
                : Optional.of(new Subscriber.Forgotten(gone.list(), gone.id(), now, ForgetWay.TIME));
    }

    /** Whether what is kept to bring somebody back is of no use any more. */
    private static boolean isOver(Subscriber.Gone gone, WayBack back, Instant now) {
        return back instanceof WayBack.Open && back.at(gone.at(), now).isEmpty();
    }
}
