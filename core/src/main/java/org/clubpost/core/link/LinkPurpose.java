package org.clubpost.core.link;

import java.util.List;

/** What a membership link is for. A token made for one purpose does not work for another. */
public enum LinkPurpose {

    /** The https URI of the List-Unsubscribe header field: a POST to it ends the membership at once (RFC 8058). */
    ONE_CLICK('c'),
    /** The link in a mail's text: a page with a button that ends the membership. */
    LEAVE_PAGE('p'),
    /** The mailto URI of the List-Unsubscribe header field: a mail with it ends the membership. */
    LEAVE_MAIL('m'),
    /**
     * The link to the settings in a mail's text. On its page the member changes their settings, and finds the way to
     * the page for leaving.
     */
    MANAGE_PAGE('s'),
    /**
     * The link that a member has sent to their own address, with a time at which it ends. It leads to all settings, those
     * included that say something about the member.
     */
    FRESH_SETTINGS('f', true),
    /** The link in a goodbye mail, with the time of the leave that it undoes: a page with a button that undoes it. */
    COME_BACK('b', true);

    private static final List<LinkPurpose> ALL = List.of(values());

    private final byte code;
    private final boolean isTimed;

    LinkPurpose(char code) {
        this(code, false);
    }

    LinkPurpose(char code, boolean isTimed) {
        this.code = (byte) code;
        this.isTimed = isTimed;
    }

    /** Whether its tokens hold a time. */
    public boolean isTimed() {
        return isTimed;
    }

    /** Whether the octet stands for one of them. */
    static boolean isCode(byte octet) {
        for (var each : ALL) {
            if (each.code == octet) {
                return true;
            }
        }
        return false;
    }

    /** Whether the octet stands for one whose tokens hold a time. */
    static boolean isTimed(byte octet) {
        for (var each : ALL) {
            if (each.code == octet) {
                return each.isTimed;
            }
        }
        return false;
    }

    /** The octet that stands for it in a token. Never changes. */
    byte code() {
        return code;
    }
}
