package org.clubpost.core.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Which post a copy belongs to, by the copy's Message-ID. SES gives every copy an id of its own (SES Developer Guide,
 * "Amazon SES header fields", Message-ID), and a member's reply refers to that id. With this port the reply can be tied
 * to the post again, in the same way for every reader. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface SentIds {

    /** Remembers the ids for {@value #DAYS} days from now. They are few enough to be in memory. */
    void remember(Collection<SentId> ids, Instant now);

    /** The originals of the given ids, by id; only of ids that are remembered. */
    Map<String, String> originals(Collection<String> sent);

    /** Whose copy that is, and of which post; empty of an id that is not remembered, or without that. */
    Optional<SentId.Copy> copy(String sent);

    /** For so many days a reply to a copy keeps its thread. */
    int DAYS = 180;
}
