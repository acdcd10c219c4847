package org.clubpost.core.subscriber;

/** Why nothing but a key is left of somebody. */
public enum ForgetWay {

    /** The person asked for it. */
    PERSON,
    /** An owner or the operator did it. */
    OWNER,
    /** The membership ended long ago. */
    TIME
}
