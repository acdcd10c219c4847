package org.clubpost.core.suppression;

/** Who or what is the cause of a bounce. */
public enum Blame {

    /** The address: nobody reads mail there any more. */
    ADDRESS,
    /** The mailbox or its mail system, for a while. */
    MAILBOX,
    /** Whoever sends: authentication, reputation, how much and how fast. Says nothing about the member. */
    SENDER,
    /** The post: its size, its files, its words. Says nothing about the member. */
    POST,
    /** Nobody knows, or it is no bounce at all. */
    NOBODY
}
