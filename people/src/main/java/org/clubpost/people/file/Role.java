package org.clubpost.people.file;

/** What a column is for. */
public enum Role {
    /** The address. */
    ADDRESS,
    /** A further address of the same person. */
    FURTHER_ADDRESS,
    /** The address, if addresses stand there: the name means the street as well. */
    PERHAPS_ADDRESS,
    /** The whole name. */
    NAME,
    /** The whole name, when no other column has it. */
    OTHER_NAME,
    /** The first name. */
    FIRST_NAME,
    /** The last name. */
    LAST_NAME,
    /** A word that says whether the person is a member. */
    STATUS,
    /** Something that says that the person is no member, when it is there. */
    LEFT,
    /** Something that says that the person is no member, when it says no or is not there. */
    CONSENT,
    /** When or how a person agreed: it says that they are no member when it says no, and nothing when it is empty. */
    CONSENT_DETAIL,
    /** Groups of the list. */
    GROUPS,
    /** Nothing that is used. */
    NONE
}
