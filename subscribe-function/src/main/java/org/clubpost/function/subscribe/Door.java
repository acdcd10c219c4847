package org.clubpost.function.subscribe;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PageOrigin;

/**
 * Says to browsers which pages of others may read an answer (Fetch standard, section 3.2, "CORS protocol"): those that
 * the list names, one by one, and without credentials. Nobody else's page learns anything, not even that there is a
 * list.
 *
 * @param page the page whose script asks, when the list names it
 * @param sent what the field Origin says; empty when there is none
 */
record Door(Optional<PageOrigin> page, String sent) {

    /** Short, so that a page that is no longer named is soon refused. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** As long as the longest that a list can name. */
    private static final int MAX_ORIGIN = 267;
    private static final Pattern NOT_OF_AN_ORIGIN = Pattern.compile("[^!-~]");
    /** A path of our own, or a mere word; neither claims to be a page of others. */
    private static final Pattern OUR_OWN = Pattern.compile("/(?![/\\\\]).*|[^/\\\\.:]*");

    /** The door of that list for who sent that request. */
    static Door of(FormRequest request, Optional<MailingList> list) {
        return new Door(request.page()
                .filter(page -> list.filter(known -> known.signUp().origins().contains(page)).isPresent()),
                request.pageAsSent().strip());
    }

    /** The answer, with what lets that page's script read it. */
    Handled open(Handled handled) {
        return handled.with(readable(handled.answer()));
    }

    /** The answer to a browser that asks before it sends anything. */
    Handled admit() {
        var answer = readable(HttpAnswer.empty().with("allow", "GET, HEAD, POST, OPTIONS"));
        return Handled.of(page.isEmpty()
                ? answer
                : answer.with("access-control-allow-methods", "GET, POST")
                        .with("access-control-allow-headers", "content-type")
                        .with("access-control-max-age", Long.toString(REMEMBERED.toSeconds())),
                page.isEmpty() ? "not-admitted" : "admitted");
    }

    private HttpAnswer readable(HttpAnswer answer) {
        var varying = answer.with("vary", "Origin");
        return page.map(named -> varying.with("access-control-allow-origin", named.text())
                .with("access-control-expose-headers", "retry-after")).orElse(varying);
    }

    /**
     * What the record of consent has as the form: for a page that the list names its origin, or its whole address when
     * the script gives one of that origin; otherwise what was given. A page that the list does not name cannot claim to
     * be another one: then the origin is kept as the browser sent it. Our own form comes from our own origin or,
     * because our pages give no referrer, from {@code null} (Fetch standard, section 3.2, "Origin header").
     */
    String form(String given) {
        return page.map(named -> named.has(given) ? given : named.text())
                .orElseGet(() -> sent.isEmpty() || isOurOwn(given) ? given : cleaned(sent));
    }

    /** A form that has no name, on a page that has one, is that page's. */
    private boolean isOurOwn(String given) {
        return OUR_OWN.matcher(given).matches()
                && !(given.equals(SignUpFields.UNNAMED_FORM) && PageOrigin.parse(sent).isPresent());
    }

    private static String cleaned(String origin) {
        return NOT_OF_AN_ORIGIN.matcher(origin.substring(0, Math.min(origin.length(), MAX_ORIGIN))).replaceAll("?");
    }
}
