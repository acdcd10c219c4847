package org.clubpost.site;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.clubpost.core.reason.Reason;

/**
 * Reasons as sentences for owners, for authors, and for those who run the service. The sentences stand in
 * {@code reasons.properties}, one file a language.
 */
public final class Reasons {

    private static final String SENTENCES = "org.clubpost.site.reasons";

    private Reasons() {}

    /** The sentence; in English when there is none in that language. */
    public static String sentence(Reason reason, Locale language) {
        var sentences = ResourceBundle.getBundle(SENTENCES, language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(sentences.getString(reason.cause().code()), language)
                .format(reason.values().toArray());
    }
}
