package org.clubpost.core.delivery.range;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clubpost.core.act.Deed;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberId;

/** Ranges in memory. */
public final class InMemoryRanges implements Ranges {

    private final Posts posts;
    private final Map<PostId, List<DeliveryRange>> ranges;
    private final Map<RangeRef, Lease> leases;
    private final Map<PostId, Map<SubscriberId, Failure>> failures;

    /** Ranges of these posts. */
    public InMemoryRanges(Posts posts) {
        this(posts, new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private InMemoryRanges(Posts posts, Map<PostId, List<DeliveryRange>> ranges, Map<RangeRef, Lease> leases,
            Map<PostId, Map<SubscriberId, Failure>> failures) {
        this.posts = posts;
        this.ranges = ranges;
        this.leases = leases;
        this.failures = failures;
    }

    /** For one thread. */
    @Override
    public Ranges by(Deed deed) {
        return new InMemoryRanges(posts.by(deed), ranges, leases, failures);
    }

    @Override
    public synchronized boolean plan(Post seen, Post sending, List<DeliveryRange> planned) {
        var done = posts.replace(seen, sending);
        if (done) {
            ranges.put(seen.id(), new ArrayList<>(planned));
        }
        return done;
    }

    @Override
    public synchronized List<DeliveryRange> of(PostId id) {
        return List.copyOf(ranges.getOrDefault(id, List.of()));
    }

    private Optional<DeliveryRange> range(RangeRef ref) {
        return of(ref.post()).stream().filter(range -> range.ref().equals(ref)).findFirst();
    }

    private Optional<Lease> current(RangeRef ref) {
        return Optional.ofNullable(leases.get(ref));
    }

    @Override
    public synchronized LeaseOutcome lease(RangeRef ref, String holder, Instant now, Duration length) {
        var range = range(ref);
        if (range.isEmpty()) {
            return new LeaseOutcome.Unknown();
        }
        if (range.get().isFinished()) {
            return new LeaseOutcome.Finished();
        }
        var current = current(ref).filter(lease -> !lease.holder().equals(holder) && now.isBefore(lease.until()));
        if (current.isPresent()) {
            return new LeaseOutcome.Busy(current.get().until());
        }
        var lease = new Lease(ref, holder, now.plus(length));
        leases.put(ref, lease);
        return new LeaseOutcome.Granted(lease, range.get());
    }

    @Override
    public synchronized boolean advance(Lease lease, Checkpoint step) {
        var range = range(lease.ref());
        if (range.isEmpty() || !isHeld(lease)) {
            return false;
        }
        put(new DeliveryRange(lease.ref(), range.get().slice(), step.progress(),
                range.get().tally().plus(step.added())));
        if (step.progress() instanceof DeliveryRange.Progress.Finished) {
            leases.remove(lease.ref());
        } else {
            leases.put(lease.ref(), lease);
        }
        rewrite(lease.ref().post(), step.failures());
        step.cleared().forEach(failures.getOrDefault(lease.ref().post(), new TreeMap<>())::remove);
        return true;
    }

    private void put(DeliveryRange changed) {
        ranges.getOrDefault(changed.ref().post(), List.of()).replaceAll(
                each -> each.ref().equals(changed.ref()) ? changed : each);
    }

    private boolean isHeld(Lease lease) {
        return current(lease.ref()).filter(now -> now.holder().equals(lease.holder())).isPresent();
    }

    @Override
    public synchronized boolean extend(Lease lease) {
        var held = isHeld(lease);
        if (held) {
            leases.put(lease.ref(), lease);
        }
        return held;
    }

    @Override
    public synchronized void reopen(RangeRef ref) {
        range(ref).filter(DeliveryRange::isFinished)
                .ifPresent(range -> put(new DeliveryRange(ref, range.slice(),
                        DeliveryRange.fresh(ref, range.slice()).progress(), range.tally())));
    }

    @Override
    public synchronized void rewrite(PostId id, Collection<Failure> failed) {
        for (var failure : failed) {
            failures.computeIfAbsent(id, _ -> new TreeMap<>()).put(failure.subscriber(), failure);
        }
    }

    @Override
    public synchronized void release(Lease lease) {
        current(lease.ref()).filter(now -> now.holder().equals(lease.holder()))
                .ifPresent(_ -> leases.remove(lease.ref()));
    }

    @Override
    public synchronized Stream<Failure> failures(PostId id) {
        return List.copyOf(failures.getOrDefault(id, Map.of()).values()).stream();
    }
}
