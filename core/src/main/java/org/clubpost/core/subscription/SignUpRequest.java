package org.clubpost.core.subscription;

import java.time.Instant;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * A request to join that was taken and is not answered yet.
 *
 * @param signUp what was asked for
 * @param person the key of the address
 * @param since when it was asked for first, to the millisecond; whoever asks again before the answer has not asked anew
 * @param due when it is to be looked at next, to the millisecond
 * @param inLine whether it waits for its turn, because the list has written to many new addresses today
 */
public record SignUpRequest(SignUp signUp, SubscriberId person, Instant since, Instant due, boolean inLine) {

    /** How the {@linkplain #name names} of all requests for several lists begin. No list has such a name. */
    static final String JOINT = "+/";

    /** What the mail that answers it is counted under: the list, when it was asked for, and for whom. */
    String name() {
        return signUp.isJoint() ? jointName(since, person) : name(signUp.list(), since, person);
    }

    /** The name of the request for that person and list which was taken then. */
    static String name(ListId list, Instant since, SubscriberId person) {
        return prefix(list) + since.toEpochMilli() + "/" + person.hex();
    }

    /** The name of the request for that person and several lists which was taken then. */
    static String jointName(Instant since, SubscriberId person) {
        return JOINT + since.toEpochMilli() + "/" + person.hex();
    }

    /** How the {@linkplain #name names} of all requests for that list begin. */
    static String prefix(ListId list) {
        return list + "/";
    }

    /** The same request, which waits in no line and is to be looked at next at that time. */
    SignUpRequest outOfLine(Instant later) {
        return new SignUpRequest(signUp, person, since, later, false);
    }
}
