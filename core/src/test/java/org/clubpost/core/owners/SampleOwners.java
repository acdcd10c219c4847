package org.clubpost.core.owners;

import java.time.InstantSource;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.notice.Notices;

/** Ways to owners for tests. */
public final class SampleOwners {

    private SampleOwners() {}

    /** Owners who are told by those notices, with budgets of their own. */
    public static Owners of(Notices notices, InstantSource clock) {
        return new Owners(notices, new InMemoryRateLimits(), new InMemoryGatheredNews(), clock);
    }
}
