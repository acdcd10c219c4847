package org.clubpost.function.subscribe;

import java.time.Duration;
import java.util.Optional;
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
 */
record Door(Optional<PageOrigin> page) {

    /** Short, so that a page that is no longer named is soon refused. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** The door of that list for who sent that request. */
    static Door of(FormRequest request, Optional<MailingList> list) {
        return new Door(request.page()
                .filter(page -> list.filter(known -> known.signUp().origins().contains(page)).isPresent()));
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
     * What the record of consent has as the form: for a page of others its origin, or its whole address when the script
     * gives one of that origin; otherwise what was given.
     */
    String form(String given) {
        return page.map(named -> named.has(given) ? given : named.text()).orElse(given);
    }
}
