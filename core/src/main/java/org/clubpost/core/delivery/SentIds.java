package org.clubpost.core.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Which post a copy was of, by the copy's Message-ID. SES gives every copy an id of its own (SES Developer Guide,
 * "Amazon SES header fields", Message-ID), and that is what a member's reply refers to; with this the reply can be tied
 * to the post again, for every reader the same. Every method may throw {@link org.clubpost.core.UnavailableException}
 * and is safe to repeat.
 */
public interface SentIds {

    /** Remembers the ids for {@value #DAYS} days from now; of few enough to be in memory. */
    void remember(Collection<SentId> ids, Instant now);

    /** The originals of those of the ids that are remembered, by id. */
    Map<String, String> originals(Collection<String> sent);

    /** How long a copy can be replied to with its thread kept. */
    int DAYS = 180;
}
