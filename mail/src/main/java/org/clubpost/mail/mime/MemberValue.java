package org.clubpost.mail.mime;

/** What can differ between two members' copies of a mail. Each has a code in the stored format, which never changes. */
public enum MemberValue {
    /** The page on which this member leaves the list: for texts. */
    UNSUBSCRIBE_URL('u'),
    /** The address to which a mail program posts for this member to leave at once (RFC 8058): for the header. */
    ONE_CLICK_URL('o'),
    /** A {@code mailto:} URL by which this member leaves (RFC 2369 section 3.2): for the header. */
    UNSUBSCRIBE_MAILTO('l'),
    /** The page on which this member changes settings. */
    MANAGE_URL('g'),
    /** What this member calls themself; may be empty. */
    MEMBER_NAME('n'),
    /** The member's address as they typed it. */
    MEMBER_EMAIL('a');

    private final char code;

    MemberValue(char code) {
        this.code = code;
    }

    /** The code of this value in a stored mail. */
    public char code() {
        return code;
    }
}
