package org.clubpost.function.cognito;

/** Where a user waits with whom something is still to be done. */
@FunctionalInterface
interface UnfinishedQueue {

    /**
     * Adds a user, who will be taken up a minute later, when what is under way now is over.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat; may then have added them twice
     */
    void add(Unfinished unfinished);
}
