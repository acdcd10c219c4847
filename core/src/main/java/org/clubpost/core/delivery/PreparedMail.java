package org.clubpost.core.delivery;

import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.subscriber.Subscriber;

/**
 * A post rewritten once for the whole list, with open slots for what differs from member to member. Safe for use by
 * many threads.
 */
public interface PreparedMail {

    /**
     * The Message-ID that every copy has when it leaves us, without the angle brackets: the author's own, or one of
     * ours where there was none.
     */
    String messageId();

    /** The copy for this member: the fixed octets and the member's own values. */
    MailContent copyFor(Subscriber.Confirmed member);

    /** How many octets a copy has at least: what all have in common. */
    long sizeBytes();
}
