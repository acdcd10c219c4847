package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * The requests to join that were taken and are not answered yet. One person has one at most on each list, and one for each choice of several lists. Every method
 * may throw {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface SignUpRequests {

    /** A request is removed when it is answered. One that never could be is forgotten after this time. */
    Duration KEPT = Duration.ofDays(2);

    /**
     * Adds a request. When there is one of the same person for the same lists, it stays as it is, so that nobody puts
     * another name into the request that somebody else made. It takes the same work in either case, so nobody can tell
     * them apart.
     */
    void add(SignUpRequest request);

    /**
     * The requests that are due, in line or not, the earliest due first.
     *
     * @param limit the most to return, 1 to 1,000
     */
    List<SignUpRequest> due(Instant now, int limit);

    /**
     * A request of that person for that list, and perhaps for others as well, due or not; possibly one that is forgotten
     * by now.
     */
    Optional<SignUpRequest> find(ListId list, SubscriberId person);

    /** All that wait in line, due or not. */
    List<SignUpRequest> inLine();

    /**
     * Puts a request off. Of many who do so at the same time, one succeeds, and has the request for itself until then.
     *
     * @param seen the request as it was read
     * @return false when it is due at another time by now, or there no more
     */
    boolean putOff(SignUpRequest seen, Instant due, boolean inLine);

    /**
     * Removes a request, unless it is due at another time by now. One that is not there any more is no error.
     *
     * @param seen the request as it was read or {@linkplain #putOff put off}
     */
    void remove(SignUpRequest seen);
}
