package org.clubpost.core.post;

import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.subscriber.Subscriber;

/** A post rewritten once for the whole list, with open slots for what differs from member to member. Safe for use by many threads. */
public interface PreparedMail {

    /** The copy for this member: the fixed octets and the member's own values. */
    MailContent copyFor(Subscriber.Confirmed member);
}
