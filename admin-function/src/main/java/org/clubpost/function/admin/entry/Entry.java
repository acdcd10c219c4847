package org.clubpost.function.admin.entry;

import java.time.Duration;
import java.util.Locale;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.person.EnterByMail;
import org.clubpost.core.person.Sessions;
import org.clubpost.function.admin.frame.Cookies;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.words.Words;

/**
 * What the pages to sign in have in common.
 *
 * @param enter lets people in
 * @param frame makes pages
 */
record Entry(EnterByMail enter, Frame frame) {

    /** The box to tick for a long session. */
    static final String STAY = "stay";

    /** What this browser keeps from asking. */
    Asked asked(Visit visit) {
        return Asked.parse(frame.cookies().read(visit.request(), Asked.COOKIE));
    }

    /** How long the session is to last. */
    static Duration life(Visit visit) {
        return visit.text(STAY).isEmpty() ? Sessions.USUAL : Sessions.LONG;
    }

    /** What the browser says of itself. */
    static String agent(Visit visit) {
        return visit.request().origin().userAgent();
    }

    /** The words for somebody of whom only the request is known. */
    static Words words(Visit visit) {
        return Words.of(visit.language(Locale.ENGLISH));
    }

    /** Signed in, and on the way to where the browser wanted to go. The session is new, whatever cookie there was. */
    Handled in(Visit visit, Sessions.Opened opened) {
        var cookies = frame.cookies();
        return Handled.of(HttpAnswer.seeOther(asked(visit).onwards())
                .withCookie(cookies.set(Cookies.SESSION, opened.cookie(), opened.life()))
                .withCookie(cookies.remove(Asked.COOKIE)), "signed-in");
    }
}
