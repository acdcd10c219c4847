package org.clubpost.core.notice;

/** Writes and sends the mails that are our own. Safe for use by many threads. */
public interface Notices {

    /**
     * Sends the notice now. A recipient that the provider refuses for good is passed over in silence: there is nobody
     * to tell.
     *
     * @throws org.clubpost.core.UnavailableException when the provider does not take mail now. Repeating may send a
     *         second copy when the first was accepted after all.
     */
    void send(Notice notice);
}
