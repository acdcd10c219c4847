package org.clubpost.core.person;

/** Lets whoever has a secret that only the operator was shown sign in as the operator, once. Safe for use by many threads. */
public interface OperatorDoor {

    /** Lets nobody in, where there is no such secret. */
    OperatorDoor CLOSED = new OperatorDoor() {

        @Override
        public boolean fits(String secret) {
            return false;
        }

        @Override
        public boolean pass(String secret) {
            return false;
        }
    };

    /** Whether that is the secret, and it was not used. Uses nothing up. */
    boolean fits(String secret);

    /** The same, and uses it up: of several who have it, one gets true. */
    boolean pass(String secret);
}
