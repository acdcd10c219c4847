package org.clubpost.core.admin;

/** What was done. The names are stored, and never change. */
public enum Act {
    /** A list was made. */
    LIST_CREATED,
    /** Settings of a list were changed. */
    LIST_CHANGED,
    /** The list's mail, which had stopped by itself, was let go on. */
    LIST_RELEASED,
    /** The installation got a new key to sign links with. It is in the log of each list. */
    KEYS_ROTATED,
    /** Somebody was asked to run the list, or to decide about its posts. */
    PEOPLE_INVITED,
    /** A list was deleted with its members, and can come back for a while. */
    LIST_DELETED,
    /** A deleted list is back. */
    LIST_RESTORED,
    /** A list was removed. */
    LIST_REMOVED,
    /** Many members were brought in from a file. */
    MEMBERS_IMPORTED,
    /** Members were put into the groups of their domains. */
    MEMBERS_REGROUPED,
    /** Some members were changed together, or taken off. */
    MEMBERS_CHANGED,
    /** Whom an import had brought in were taken off again. */
    IMPORT_UNDONE,
    /** All members were taken off, together with the list. */
    MEMBERS_REMOVED,
    /** Somebody asked to join, or somebody else for them. */
    ASKED,
    /** The request to join was withdrawn. */
    WITHDRAWN,
    /** Somebody proved the address and waits for the owners. */
    APPLIED,
    /** The owners did not let them in. */
    DECLINED,
    /** Somebody became a member. */
    JOINED,
    /** What is stored of a member was changed. */
    CHANGED,
    /** A member has another address now. */
    MOVED,
    /** A member left. */
    LEFT,
    /** Somebody who had left undid it. */
    CAME_BACK,
    /** An owner took a member off. */
    REMOVED,
    /** An owner undid that. */
    RESTORED,
    /** Somebody is not written to any more because mail fails. */
    SUPPRESSED,
    /** Mail goes to them again, or what came back counts no more. */
    RELEASED,
    /** An owner had it found out whether mail to a member arrives. */
    PROBED,
    /** Everything about a person was erased but the key. */
    FORGOTTEN,
    /** A post was paused. */
    POST_PAUSED,
    /** A post was let go on. */
    POST_RESUMED,
    /** A post was stopped for good. */
    POST_CANCELLED,
    /** A post is tried again for those who did not get it. */
    POST_RETRIED,
    /** A held post was let go out. */
    POST_RELEASED,
    /** A held post was refused; of some from before, dropped. */
    POST_REFUSED,
    /** A held post was dropped: it goes to nobody, and nobody is told. */
    POST_DROPPED,
    /** The author of a held post said that it is theirs. */
    POST_CONFIRMED,
    /** Whom a held post names as its author said that it is not theirs. */
    POST_DISOWNED;
}
