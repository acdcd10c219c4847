package org.clubpost.core.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.delivery.range.RangeRef;

/** A queue that shows what was put into it. */
public final class CollectingQueue implements DeliveryQueue {

    /** One message. */
    public record Message(RangeRef range, Duration delay) {}

    private final List<Message> added = new ArrayList<>();
    private int taken;

    @Override
    public synchronized void add(Collection<RangeRef> ranges, Duration delay) {
        ranges.forEach(range -> added.add(new Message(range, delay)));
    }

    /** Everything that was ever put in, in that order. */
    public synchronized List<Message> added() {
        return List.copyOf(added);
    }

    /** The next range that was not taken yet, without regard to its delay. */
    public synchronized Optional<RangeRef> take() {
        return taken < added.size() ? Optional.of(added.get(taken++).range()) : Optional.empty();
    }
}
