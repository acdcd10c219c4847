package org.clubpost.core.notice;

/** Writes and sends the mails that are our own. Safe for use by many threads. */
public interface Notices {

    /**
     * Sends the notice now. A recipient that the provider refuses for good is silently passed over, because there is
     * nobody to tell.
     *
     * @throws org.clubpost.core.UnavailableException when the provider does not take mail at the moment. Repeating may
     *         send a second copy if the first was accepted after all.
     */
    void send(Notice notice);
}
