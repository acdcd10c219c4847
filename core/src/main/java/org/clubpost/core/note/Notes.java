package org.clubpost.core.note;

import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;

/**
 * The members' topics. Every method may throw {@link org.clubpost.core.UnavailableException} and is safe to repeat: who
 * is reached already is not reached twice.
 */
public interface Notes {

    /** What came of having a topic reach somebody. */
    enum Reach {
        /** It reaches them for the first time. */
        NEW,
        /** It reaches them, and they were welcomed. */
        KNOWN,
        /** Not yet: they have to agree first, or there is no topic or no room. To be asked again. */
        LATER,
        /** It never will: such a phone does not exist or cannot be reached. */
        NEVER
    }

    /** Has the list's topic reach the member in the way that they chose, and in no other. */
    Reach follow(MailingList list, Subscriber.Confirmed member);

    /**
     * Has the list's topic reach that person no more.
     *
     * @return false when that cannot be done yet; to be asked again
     */
    boolean unfollow(ListId list, SubscriberId person);

    /** How many phones the list's topic reaches. */
    int phones(ListId list);

    /** Says it once. A welcome is remembered, so that {@link #follow} says {@link Reach#KNOWN} afterwards. */
    void publish(MailingList list, Note note);
}
