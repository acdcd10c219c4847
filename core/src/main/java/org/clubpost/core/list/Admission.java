package org.clubpost.core.list;

/** Who becomes a member after the sign-up form and the confirmation. */
public enum Admission {
    /** Everybody who confirms. */
    OPEN,
    /** Those of them whom an owner lets in. */
    APPROVAL,
    /** Nobody: the form takes no requests. */
    CLOSED
}
