package org.clubpost.core.subscriber;

/** How a member ended the membership. */
public enum LeaveWay {

    /** The member's mail program posted to the one-click link in the header (RFC 8058). */
    ONE_CLICK,
    /** The member pressed the button on the page behind the link in the mail's text. */
    PAGE,
    /** The member's mail program sent a mail (the mailto form of RFC 2369 section 3.2). */
    MAIL
}
