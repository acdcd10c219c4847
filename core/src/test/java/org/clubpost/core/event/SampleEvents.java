package org.clubpost.core.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.suppression.BounceReason;

/** Events to test with. */
public final class SampleEvents {

    private static final ListId NEWS = new ListId("news");

    private SampleEvents() {}

    /** Somebody, by key alone. */
    public static Event.Who somebody() {
        return new Event.Who(SampleSubscribers.aKey("0a"), Optional.empty());
    }

    /** Somebody, by key and address. */
    public static Event.Who somebodyWithAddress() {
        return new Event.Who(SampleSubscribers.aKey("0b"), Optional.of(EmailAddress.of("o'brien@bücher.example")));
    }

    /** Events of every kind, in every way that there is, at different times where only the way differs. */
    public static List<Event> everyKind() {
        var post = SamplePosts.aPost(NEWS).id();
        var events = new ArrayList<Event>();
        for (var who : List.of(somebody(), somebodyWithAddress())) {
            for (var way : JoinWay.values()) {
                events.add(new Event.MemberConfirmed(NEWS, time(events), who, way));
            }
            for (var way : LeaveWay.values()) {
                events.add(new Event.MemberLeft(NEWS, time(events), who, way));
            }
            events.add(new Event.MemberSuppressed(NEWS, time(events), who, new Stopped.Complaint()));
            events.add(new Event.MemberSuppressed(NEWS, time(events), who,
                    new Stopped.Bouncing(BounceReason.USER_UNKNOWN)));
            for (var way : RemoveWay.values()) {
                events.add(new Event.MemberRemoved(NEWS, time(events), who, way));
            }
            events.add(new Event.AddressChanged(NEWS, time(events), who,
                    new Event.Who(SampleSubscribers.aKey("0d"), who.address())));
        }
        for (var decider : PostState.Held.Decider.values()) {
            events.add(new Event.PostHeld(NEWS, time(events), post, Reason.Cause.MAY_NOT_POST, decider));
        }
        events.add(new Event.PostSent(NEWS, time(events), post, new Tally(5_000_000_000L, 3)));
        return List.copyOf(events);
    }

    /** The time of the next event: a millisecond after the last. */
    private static Instant time(List<Event> before) {
        return FixedClock.START.plusMillis(before.size());
    }
}
