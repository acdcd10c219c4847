package org.clubpost.core.event;

/** How a member came to be removed, other than by leaving. The names are stored, and never change. */
public enum RemoveWay {
    /** An owner took them off the list. */
    OWNER,
    /** Mail to them came back for weeks. */
    BOUNCES,
    /** Everything about them was erased, by themselves or by an owner. */
    ERASED
}
