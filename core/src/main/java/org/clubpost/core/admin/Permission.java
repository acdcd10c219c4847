package org.clubpost.core.admin;

/** Something that not everybody may do. A {@link Role} includes some of them. */
public enum Permission {
    /** Make lists, and remove them. */
    MAKE_LISTS,
    /** Delete a list with its members, and bring it back. */
    DELETE_LIST,
    /** Change the settings of a list. */
    CHANGE_LIST,
    /** See who is on a list, and what was done there. */
    SEE_MEMBERS,
    /** Bring members in, change what is stored of them, take them off, erase them. */
    CHANGE_MEMBERS,
    /** Pause posts, let them go on, stop them. */
    STEER_POSTS,
    /** Let held posts go out, or refuse them. */
    DECIDE_POSTS
}
