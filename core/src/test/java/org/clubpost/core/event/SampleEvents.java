package org.clubpost.core.event;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;

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

    /** Events of every kind, in every way that there is, a millisecond apart. */
    public static List<Event> everyKind() {
        var post = SamplePosts.aPost(NEWS).id();
        var time = FixedClock.START;
        var people = Stream.of(somebody(), somebodyWithAddress()).flatMap(who -> Stream.concat(
                Stream.of(new Event.MemberConfirmed(NEWS, time, who, JoinWay.FORM),
                        new Event.MemberConfirmed(NEWS, time.plusMillis(1), who, JoinWay.OWNER),
                        new Event.MemberRemoved(NEWS, time.plusMillis(2), who)),
                Stream.of(LeaveWay.values()).filter(way -> way != LeaveWay.OWNER)
                        .map(way -> new Event.MemberLeft(NEWS, time.plusMillis(3 + way.ordinal()), who, way))));
        var held = Stream.of(PostState.Held.Decider.values())
                .map(decider -> new Event.PostHeld(NEWS, time.plusMillis(20 + decider.ordinal()), post,
                        Reason.Cause.MAY_NOT_POST, decider));
        return Stream.<Event>concat(people,
                Stream.concat(held, Stream.of(new Event.PostSent(NEWS, time, post, new Tally(5_000_000_000L, 3)))))
                .toList();
    }
}
