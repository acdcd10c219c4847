package org.clubpost.core.list;

/** Who may post to a list. An address counts only when the mail proves that it was sent from there. */
public enum PostingPolicy {

    /** Only its owners. */
    OWNERS,
    /** Its owners, and the posters named in its settings. The default: an announcement list. */
    POSTERS,
    /** Its owners, its posters and every confirmed member: a discussion list. */
    MEMBERS,
    /** Anyone who can prove an address. */
    ANYONE
}
