package org.clubpost.core.delivery;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/** Delivers to the members with a recorded failure that is due again. It records nothing itself. */
final class SecondChances {

    private final Subscribers subscribers;
    private final Forwarding forwarding;
    private final Copies copies;
    private final Batches batches;
    private final InstantSource clock;

    SecondChances(Subscribers subscribers, Copies copies, Batches batches, InstantSource clock) {
        this.subscribers = subscribers;
        this.forwarding = new Forwarding(subscribers);
        this.copies = copies;
        this.batches = batches;
        this.clock = clock;
    }

    /** The next failures that are due, at most as many as one step can clear. */
    List<Failure> next(Iterator<Failure> failures, RetryPolicy policy) {
        var due = new ArrayList<Failure>();
        while (due.size() < Checkpoint.MOST_CLEARED && failures.hasNext()) {
            var failure = failures.next();
            if (policy.isDue(failure, clock.instant())) {
                due.add(failure);
            }
        }
        return due;
    }

    /**
     * Sends to those who are still members, belong to the audience and do not pause, wherever their mail goes by now.
     * Anyone who has left or begun to pause in the meantime gets nothing, and no longer counts as a failure.
     */
    Batches.Batch deliver(MailingList list, Post post, PreparedMail mail, DeliveryRange.Progress open,
            List<Failure> due, Copies.Tenure tenure) {
        var members = new ArrayList<Subscriber.Confirmed>();
        var earlier = new ArrayList<Failure>();
        var cleared = new ArrayList<SubscriberId>();
        for (var failure : due) {
            member(list, post, failure).ifPresentOrElse(member -> {
                members.add(member);
                earlier.add(failure);
            }, () -> cleared.add(failure.subscriber()));
        }
        var gone = cleared.size();
        var fates = copies.send(list, post.id(), mail, members, tenure);
        var failures = new ArrayList<Failure>();
        var ids = new ArrayList<SentId>();
        var stops = new ArrayList<Copies.Stop>();
        for (var i = 0; i < members.size(); i++) {
            var id = earlier.get(i).subscriber();
            switch (fates.get(i)) {
                case Copies.Fate.Left(var why) -> stops.add(why);
                case Copies.Fate.Answered(var outcome) -> {
                    batches.failure(id, outcome, earlier.get(i).attempts() + 1)
                            .ifPresentOrElse(failures::add, () -> cleared.add(id));
                    Batches.sentId(post, mail, members.get(i), outcome).ifPresent(ids::add);
                }
            }
        }
        var madeGood = cleared.size() - gone;
        return new Batches.Batch(
                List.of(new Checkpoint(open, new Tally(madeGood, -cleared.size()), failures, cleared)), ids, stops);
    }

    private Optional<Subscriber.Confirmed> member(MailingList list, Post post, Failure failure) {
        var time = post.state().goingOut().map(PostState.Sending::since).filter(failure.at()::isAfter)
                .orElse(failure.at());
        return subscribers.find(list.id(), failure.subscriber())
                .flatMap(stored -> forwarding.failed(stored.subscriber(), time))
                .filter(member -> post.parties().audience().includes(member.groups()))
                .filter(member -> !Pauses.isPaused(list, member, clock.instant()));
    }
}
