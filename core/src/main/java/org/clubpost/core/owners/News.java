package org.clubpost.core.owners;

import java.time.Instant;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/**
 * Something that the owners of a list are to be told together with other things. It says where to look; what there is to
 * tell is read when it is told.
 *
 * @param list the list
 * @param kind what it is
 * @param about the key of a subscriber or the id of a post
 * @param due when it is told, to the millisecond
 */
public record News(ListId list, Kind kind, String about, Instant due) {

    /** What there is to tell. */
    public enum Kind {
        /** Somebody joined. */
        JOINED,
        /** A post waits for the owners. */
        HELD,
        /** A post still waits, and will soon be let go. */
        STILL_HELD,
        /** A mail came in for the owners. */
        FOR_OWNERS,
        /** A post was let go because nobody decided about it. */
        EXPIRED
    }

    /** News of a person. */
    public static News of(ListId list, Kind kind, SubscriberId person, Instant due) {
        return new News(list, kind, person.hex(), due);
    }

    /** News of a post. */
    public static News of(ListId list, Kind kind, PostId post, Instant due) {
        return new News(list, kind, post.value(), due);
    }
}
