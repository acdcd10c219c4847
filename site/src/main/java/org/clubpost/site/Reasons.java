package org.clubpost.site;

import java.util.HashMap;
import java.util.Locale;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.text.Catalogue;

/**
 * Reasons as sentences for owners, for authors, and for those who run the service. The sentences are the texts {@code
 * reason.CODE} of the {@link Catalogue}, with the reason's values in the slots {@code {0}} and {@code {1}}.
 */
public final class Reasons {

    private Reasons() {}

    /** The sentence; in English when there is none in that language. */
    public static String sentence(Reason reason, Locale language) {
        var values = new HashMap<String, String>();
        for (var value : reason.values()) {
            values.put(Integer.toString(values.size()), value);
        }
        return Catalogue.of(language).text("reason." + reason.cause().code(), values);
    }
}
