package org.clubpost.core.list.setting;

/** What a setting is about, in the order in which settings are shown. */
public enum Topic {
    /** What the list is. */
    PROFILE,
    /** Who may write to it. */
    POSTING,
    /** What a post looks like. */
    LAYOUT,
    /** Who gets in, and how. */
    SIGN_UP,
    /** The groups of its members. */
    GROUPS,
    /** How posts go out. */
    DISPATCH,
    /** Who runs it, and how they are told. */
    PEOPLE,
    /** How members are told of a new post. */
    NOTES,
    /** How the club presents itself. */
    BRAND
}
