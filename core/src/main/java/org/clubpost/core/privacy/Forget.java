package org.clubpost.core.privacy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;
import org.clubpost.core.subscription.AddressChanges;
import org.clubpost.core.subscription.SignUpRequests;

/**
 * Puts {@link Subscriber.Forgotten} in the place of a subscriber, whatever the state, and drops the
 * request and the wish for another address that wait, what came back from them, and what owners remark about them.
 * May be repeated, and may end after any write: what the person began after they asked to be erased stays.
 */
public final class Forget {

    private final Subscribers subscribers;
    private final SignUpRequests requests;
    private final AddressChanges changes;
    private final Bounces bounces;
    private final MemberTexts texts;

    /** Forgets in these ports. */
    public Forget(Subscribers subscribers, SignUpRequests requests, AddressChanges changes, Bounces bounces,
            MemberTexts texts) {
        this.subscribers = subscribers;
        this.requests = requests;
        this.changes = changes;
        this.bounces = bounces;
        this.texts = texts;
    }

    /**
     * Forgets the person on that list.
     *
     * @param asked when they asked, or an owner did, to the millisecond
     * @return whether there was anything to forget
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean onRequest(ListId list, SubscriberId person, Instant asked, ForgetWay way) {
        var dropped = dropRequest(list, person, asked);
        return Attempts.until(subscribers, () -> {
            var stored = subscribers.find(list, person);
            if (stored.isEmpty() || isAfter(asked, stored.get().subscriber())) {
                return Optional.of(dropped);
            }
            return forgotten(stored.get(), asked, way) ? Optional.of(true) : Optional.empty();
        });
    }

    private boolean dropRequest(ListId list, SubscriberId person, Instant asked) {
        var request = requests.find(list, person).filter(each -> !each.since().isAfter(asked));
        request.ifPresent(requests::remove);
        return request.isPresent();
    }

    /**
     * What leads from earlier addresses goes first, as far as the record names them: once it is gone, nothing does.
     * What it no longer names follows by and by ({@link ForgetFormer}).
     */
    private boolean forgotten(Stored stored, Instant at, ForgetWay way) {
        var subscriber = stored.subscriber();
        changes.forget(subscriber.id());
        bounces.forget(subscriber.list(), subscriber.id());
        texts.forget(subscriber.list(), subscriber.id());
        for (var move : moves(subscriber)) {
            changes.forget(move.from());
            bounces.forget(subscriber.list(), move.from());
            texts.forget(subscriber.list(), move.from());
            Attempts.untilDone(subscribers, () -> subscribers.find(subscriber.list(), move.from())
                    .filter(old -> old.subscriber() instanceof Subscriber.Moved)
                    .map(old -> replaced(old, at, way)).orElse(true));
        }
        return replaced(stored, at, way);
    }

    private static List<Move> moves(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Confirmed member -> member.moves();
            case Subscriber.Left left -> moves(left.back());
            case Subscriber.Removed removed -> moves(removed.back());
            case Subscriber.Pending _,Subscriber.Applied _ ->
                subscriber.ended().map(Forget::moves).orElse(List.of());
            case Subscriber.Suppressed suppressed -> suppressed.kept().moves();
            case Subscriber.Moved _,Subscriber.Forgotten _ -> List.of();
        };
    }

    private static List<Move> moves(WayBack back) {
        return back instanceof WayBack.Open open ? open.moves() : List.of();
    }

    /**
     * Whether the person has come back to that list since they were forgotten, or somebody asked for it in their name.
     */
    boolean isBack(ListId list, SubscriberId person) {
        return subscribers.find(list, person)
                .filter(stored -> !(stored.subscriber() instanceof Subscriber.Forgotten)).isPresent();
    }

    private boolean replaced(Stored stored, Instant at, ForgetWay way) {
        var subscriber = stored.subscriber();
        return subscribers.replace(stored, new Subscriber.Forgotten(subscriber.list(), subscriber.id(), at, way));
    }

    /** Whether it is forgotten already, or began after that time. */
    private static boolean isAfter(Instant asked, Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Forgotten _ -> true;
            case Subscriber.Pending request -> isAfter(asked, request.requested().at());
            case Subscriber.Applied applied -> isAfter(asked, applied.consent());
            case Subscriber.Confirmed member -> isAfter(asked, member.consent()) || cameAfter(asked, member);
            case Subscriber.Former former -> isAfter(asked, former.consent()) || cameAfter(asked, former);
            case Subscriber.Moved moved -> isAfter(asked, moved.at().minus(Move.MARGIN));
        };
    }

    /** Whether a membership with another address was given this one after that time. */
    private static boolean cameAfter(Instant asked, Subscriber subscriber) {
        var moves = moves(subscriber);
        return !moves.isEmpty() && isAfter(asked, moves.getLast().at().minus(Move.MARGIN));
    }

    private static boolean isAfter(Instant asked, Consent consent) {
        return isAfter(asked, switch (consent) {
            case Consent.DoubleOptIn given -> given.confirmed().at();
            case Consent.OwnersWord word -> word.at();
            case Consent.AccountSignUp(_, _, var at) -> at;
        });
    }

    private static boolean isAfter(Instant asked, Instant began) {
        return began.truncatedTo(ChronoUnit.MILLIS).isAfter(asked);
    }
}
