package org.clubpost.aws.event;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Says it with a page, or in JSON to whoever wants that.
 *
 * @param pages the pages
 */
record PageTroubles(CommonPages pages) implements Troubles {

    @Override
    public HttpAnswer unreadable() {
        return HttpAnswer.json(400, Map.of("status", "refused", "message", "This is not a request."));
    }

    @Override
    public HttpAnswer unavailable(FormRequest request) {
        return said(request, 503, pages.unavailable(), "unavailable", "Please try again in a minute.");
    }

    @Override
    public HttpAnswer broken(FormRequest request) {
        return said(request, 500, pages.broken(), "error", "Something went wrong on our side.");
    }

    private HttpAnswer said(FormRequest request, int status, Function<Locale, String> page, String word,
            String message) {
        return request.wantsJson()
                ? HttpAnswer.json(status, Map.of("status", word, "message", message))
                : HttpAnswer.html(status, page.apply(pages.language(request)));
    }
}
