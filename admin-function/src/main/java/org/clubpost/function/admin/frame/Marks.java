package org.clubpost.function.admin.frame;

import org.clubpost.core.link.MembershipTokens;

/**
 * What stands in a form so that only we can have made it. It is bound to the session and to the path that the form goes
 * to, so a form of another site, another session or another room is refused.
 *
 * @param tokens has the keys
 */
record Marks(MembershipTokens tokens) {

    /** The field of a form that has it. */
    static final String FIELD = "mark";

    private static final String FORM = "form\n";
    private static final String NOTICE = "notice\n";

    /** For a form that goes to that path. */
    String of(String session, String path) {
        return tokens.mark(FORM + session + "\n" + path);
    }

    /** Whether it was made for that session and that path. */
    boolean fits(String session, String path, String mark) {
        return tokens.isMark(FORM + session + "\n" + path, mark);
    }

    /** For a notice that the next page is to show. */
    String ofNotice(String session, String notice) {
        return tokens.mark(NOTICE + session + "\n" + notice);
    }

    /** Whether it was made for that notice in that session. */
    boolean fitsNotice(String session, String notice, String mark) {
        return tokens.isMark(NOTICE + session + "\n" + notice, mark);
    }
}
