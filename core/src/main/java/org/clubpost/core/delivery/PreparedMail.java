package org.clubpost.core.delivery;

import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.Subscriber;

/**
 * A post rewritten once for the whole list, with slots for what differs from member to member. Safe for use by many
 * threads.
 */
public interface PreparedMail {

    /**
     * The Message-ID that every copy has when it leaves us, without the angle brackets. It is the author's own, or one
     * of ours when the mail had none.
     */
    String messageId();

    /** The copy for this member: the fixed octets with the member's own values in the slots. */
    MailContent copyFor(Subscriber.Confirmed member);

    /** The least number of octets of a copy: what all copies have in common. */
    long sizeBytes();
}
