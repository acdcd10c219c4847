package org.clubpost.function.admin.api;

import java.util.List;
import java.util.Set;
import org.clubpost.function.admin.api.Problem.Wrong;

/**
 * One thing that a program can ask for. It holds no logic: it calls a use case, and says in JSON what came of it. Safe for
 * use by many threads.
 *
 * <p>Before it is asked, all is certain that it says of itself here. May throw {@link
 * org.clubpost.core.UnavailableException}. Whatever it does may be done twice without harm.
 */
public interface Operation {

    /** Where it is. */
    Route route();

    /** What somebody needs for it. */
    Needs needs();

    /** The members that the JSON object in the body may have; none for an operation that takes no body. */
    default List<BodyField> body() {
        return List.of();
    }

    /** How long the body may be, in octets. */
    default int mostOctets() {
        return Api.MOST_OCTETS;
    }

    /** The parameters that the query may have. */
    default Set<String> query() {
        return Set.of();
    }

    /** Whether it only looks, although its method is POST: what is looked for is not to stand in a path. */
    default boolean isLook() {
        return false;
    }

    /**
     * What is wrong with the meaning of the members of the body, all of it, as far as it can be told without doing
     * anything. A member may be missing here, or be something else than {@link #body} says; what that is called is
     * {@linkplain BodyField said} elsewhere.
     */
    default List<Wrong> wrong(ApiCall call) {
        return List.of();
    }

    /** Carries it out. Nothing is {@linkplain #wrong wrong} then. */
    ApiAnswer answer(ApiCall call);
}
