package org.clubpost.function.cognito;

import java.util.Optional;
import org.clubpost.core.list.GroupName;

/** The users and groups of Cognito's pools. */
interface UserPools {

    /** What became of a wish to put a user into a group. */
    enum Put {
        /** The user is in the group, now or since before. */
        IN,
        /** Somebody gave the group a role of IAM: an address alone must not give anybody such rights. */
        GROUP_HAS_ROLE,
        /** There is no such user any more. */
        USER_GONE
    }

    /**
     * The user as they are now; empty when there is none.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Optional<User> find(User.Id user);

    /**
     * Puts the user into the group of that name, and makes the group if it is missing.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Put put(User.Id user, GroupName group);
}
