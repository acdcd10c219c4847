package org.clubpost.core.directory;

/** How somebody stands to a list, in the words in which it is looked for. */
public enum Status {
    /** Asked to join and has not confirmed it. */
    PENDING,
    /** Waits for the owners. */
    APPLIED,
    /** A member, whether the mail is paused or not. */
    MEMBER,
    /** A member who gets no mail until a day. No entry {@linkplain Entry#standing stands} so: it is a member's. */
    PAUSED,
    /** Not written to, because mail comes back. */
    BOUNCING,
    /** Not written to, because they complained. */
    COMPLAINED,
    /** Left. */
    LEFT,
    /** Taken off by an owner. */
    REMOVED
}
