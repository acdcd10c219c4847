package org.clubpost.core.list;

import org.clubpost.core.address.EmailAddress;

/** Where a member's reply goes. */
public sealed interface ReplyPolicy {

    /** To the author of the post. The default. */
    record Author() implements ReplyPolicy {}

    /** To the list. */
    record WholeList() implements ReplyPolicy {}

    /** To the author and the list. */
    record Both() implements ReplyPolicy {}

    /**
     * To one address that the owners chose.
     *
     * @param address that address
     */
    record Fixed(EmailAddress address) implements ReplyPolicy {}
}
