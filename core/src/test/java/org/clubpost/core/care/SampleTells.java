package org.clubpost.core.care;

import java.time.InstantSource;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscribers;

/** What tells people about posts, for tests. */
public final class SampleTells {

    private SampleTells() {}

    /** One that knows these and has told nobody yet. */
    public static Tell aTell(Posts posts, Ranges ranges, Subscribers subscribers, Notices notices,
            InstantSource clock) {
        return new Tell(posts, ranges, subscribers, aWay(notices, clock), clock);
    }

    /** A way to people who were told nothing yet. */
    public static Tell.Way aWay(Notices notices, InstantSource clock) {
        return new Tell.Way(notices, new InMemoryRateLimits(),
                new CancelLinks(SampleSubscribers.IDS, SampleLinks.LINKS), SampleOwners.of(notices, clock));
    }
}
