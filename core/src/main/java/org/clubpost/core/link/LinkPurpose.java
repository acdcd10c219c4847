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
    MANAGE_PAGE('s');

    private static final List<LinkPurpose> ALL = List.of(values());

    private final byte code;

    LinkPurpose(char code) {
        this.code = (byte) code;
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

    /** The octet that stands for it in a token. Never changes. */
    byte code() {
        return code;
    }
}
