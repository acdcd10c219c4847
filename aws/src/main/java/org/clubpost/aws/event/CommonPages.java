package org.clubpost.aws.event;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The pages that look the same in every function, each in one of our languages.
 *
 * @param language chooses the best of our languages for a visitor who wants those, given best first; the fallback when
 *         we have none of them
 * @param unavailable says that it is worth trying again in a minute
 * @param broken says that it is our fault
 * @param notFound says that there is no such page
 * @param forged says that the link is not one of ours
 * @param refused says that the request cannot be understood
 */
public record CommonPages(BiFunction<List<LanguageRange>, Locale, Locale> language,
        Function<Locale, String> unavailable, Function<Locale, String> broken, Function<Locale, String> notFound,
        Function<Locale, String> forged, Refusal refused) {

    /** The page that says that a request cannot be understood. */
    @FunctionalInterface
    public interface Refusal {

        /**
         * Writes it.
         *
         * @param kind the {@linkplain FieldProblem#kind kind} of problem, as {@linkplain Handled#word a word}
         * @param field the name of the field
         */
        String page(Locale language, String kind, String field);
    }

    /** The language for a visitor about whom only the request is known. */
    Locale language(FormRequest request) {
        return language.apply(request.languages(), Locale.ENGLISH);
    }
}
