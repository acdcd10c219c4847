package org.clubpost.function.admin.api.members;

import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Problem;

/**
 * Finds whom a path names.
 *
 * @param subscribers who is on the lists
 */
public record Known(Subscribers subscribers) {

    /** The piece of the path that names somebody. */
    static final String MEMBER = "member";

    /** What to answer about whom the path names, or that there is nobody. */
    ApiAnswer answer(ApiCall call, Function<Subscriber.Known, ApiAnswer> about) {
        return find(call).map(about).orElseGet(() -> nobody().answer());
    }

    /** Nobody is there. */
    static Problem nobody() {
        return Problem.notFound("Nobody with this id is known on this list.");
    }

    private Optional<Subscriber.Known> find(ApiCall call) {
        return SubscriberId.parse(call.piece(MEMBER)).flatMap(id -> subscribers.find(call.list().id(), id))
                .map(Stored::subscriber).filter(Subscriber.Known.class::isInstance).map(Subscriber.Known.class::cast);
    }
}
