package org.clubpost.core.store;

/** Where a mail is put that comes in by another way than by mail, to be received like any other. */
@FunctionalInterface
public interface Inbox {

    /**
     * Stores the mail under an inbound key, and has it received soon. When this returns, it cannot be lost any more. May
     * be repeated: the same key with the same mail is one post.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void takeIn(MailKey key, MailContent mail);
}
