package org.clubpost.core.suppression;

import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** How to find out which mail came back, and to whom it had gone. Never by the address that a report names. */
public sealed interface Trace {

    /**
     * What we gave the mail on its way: SES tags, or an envelope sender of its own.
     *
     * @param list the list
     * @param post the post; empty for a mail that we wrote ourselves
     * @param subscriber the key of the recipient at the time of sending
     * @param purpose what the mail was
     */
    record Marked(ListId list, Optional<PostId> post, SubscriberId subscriber, Purpose purpose) implements Trace {}

    /**
     * Nothing but the id that the provider gave the mail.
     *
     * @param id as in the Message-ID field, without the angle brackets
     */
    record Sent(String id) implements Trace {}

    /** What a mail to one person was. */
    enum Purpose {
        /** A copy of a post. */
        COPY,
        /** A mail that finds out whether mail arrives. */
        PROBE,
        /** Another mail that we wrote ourselves. */
        NOTICE
    }
}
