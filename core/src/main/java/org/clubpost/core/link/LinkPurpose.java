package org.clubpost.core.link;

import java.util.List;
import java.util.Optional;

/** What a membership link is for. A token made for one purpose does not work for another. */
public enum LinkPurpose {

    /** The https URI of the List-Unsubscribe header field: a POST to it ends the membership at once (RFC 8058). */
    ONE_CLICK('c'),
    /** The link in a mail's text: a page with a button that ends the membership. */
    LEAVE_PAGE('p', 'P'),
    /** The mailto URI of the List-Unsubscribe header field: a mail with it ends the membership. */
    LEAVE_MAIL('m'),
    /**
     * The link to the settings in a mail's text. On its page the member changes their settings, and finds the way to
     * the page for leaving.
     */
    MANAGE_PAGE('s', 'S'),
    /**
     * The link that a member has sent to their own address, with a time at which it ends. It leads to all settings,
     * those included that say something about the member.
     */
    FRESH_SETTINGS('f', true),
    /** The link in a goodbye mail, with the time of the leave that it undoes: a page with a button that undoes it. */
    COME_BACK('b', true),
    /**
     * The form on the page after a leave, with the time of the leave that it is about: it says why, and does nothing else.
     */
    SAY_WHY('w', true),
    /**
     * The link in the mail that tells an old address of the new one, with the time of the change that it undoes: a page
     * with a button that undoes it.
     */
    OLD_ADDRESS('a', true),
    /** An owner's link, with the time of the request that it decides about: a page with a button that lets them in. */
    LET_IN('l', true),
    /** The owner's other link: a page with a button that refuses them. */
    REFUSE('r', true);

    private static final List<LinkPurpose> ALL = List.of(values());

    private final byte code;
    private final boolean isTimed;
    private final Optional<Byte> shortCode;

    LinkPurpose(char code) {
        this(code, false, Optional.empty());
    }

    LinkPurpose(char code, boolean isTimed) {
        this(code, isTimed, Optional.empty());
    }

    LinkPurpose(char code, char shortCode) {
        this(code, false, Optional.of((byte) shortCode));
    }

    LinkPurpose(char code, boolean isTimed, Optional<Byte> shortCode) {
        this.code = (byte) code;
        this.isTimed = isTimed;
        this.shortCode = shortCode;
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

    /** The one for which the octet stands in a short token. */
    static Optional<LinkPurpose> ofShort(byte octet) {
        return ALL.stream().filter(each -> each.shortCode.filter(code -> code == octet).isPresent()).findFirst();
    }

    /** Whether the octet stands for one in a short token. Asked for each place of a text, so it makes no objects. */
    static boolean isShortCode(byte octet) {
        return octet == 'P' || octet == 'S';
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

    /** The octet that stands for it in a short token. Never changes. Empty when it has no short tokens. */
    Optional<Byte> shortCode() {
        return shortCode;
    }

    /** The octet that stands for it in a token. Never changes. */
    byte code() {
        return code;
    }
}
