package org.clubpost.core.list;

/** How the owners of a list are told what happens. Mails to the owners' own address come at once in any case. */
public enum OwnerNotices {
    /** Each by itself, unless many come. */
    EACH,
    /** Gathered, once an hour. */
    HOURLY,
    /** Gathered, once a day; posts that wait for them once an hour. */
    DAILY
}
