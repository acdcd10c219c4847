package org.clubpost.core.owners;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.BounceReason;

/**
 * Something that the owners of a list are to be told together with other things. It says where to look; what there is
 * to tell is read when it is told.
 *
 * @param list the list
 * @param kind what it is
 * @param about the key of a subscriber, perhaps with the reason why mail came back, or the id of a post
 * @param due when it is told, to the millisecond
 */
public record News(ListId list, Kind kind, String about, Instant due) {

    /** What there is to tell. */
    public enum Kind {
        /** Somebody joined. */
        JOINED,
        /** Somebody left. */
        LEFT,
        /** Somebody waits to be let in. */
        APPLIED,
        /** A post waits for the owners. */
        HELD,
        /** A post still waits, and will soon be let go. */
        STILL_HELD,
        /** A mail came in for the owners. */
        FOR_OWNERS,
        /** A post was let go because nobody decided about it. */
        EXPIRED,
        /** So much mail to a member came back that a mail went out to find out. */
        DOUBTED,
        /** That mail did not come back. */
        ARRIVES,
        /** It came back, and the list's mail to the member is stopped. */
        STOPPED,
        /** A member complained, and the list's mail to them is stopped. */
        COMPLAINED,
        /** A member whose mail was stopped was taken off, because nothing came of the reminders. */
        GIVEN_UP
    }

    private static final String WITH = "/";

    /** What news of a member are about from whom mail came back for that reason, if it did. */
    static String about(SubscriberId member, Optional<BounceReason> reason) {
        return reason.map(why -> member.hex() + WITH + why.word()).orElseGet(member::hex);
    }

    /** The member whom they are about. */
    SubscriberId member() {
        return new SubscriberId(about.split(WITH, 2)[0]);
    }

    /** Why mail came back from that member. */
    Optional<BounceReason> reason() {
        var parts = about.split(WITH, 2);
        return parts.length == 1 ? Optional.empty() : BounceReason.parse(parts[1]);
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
