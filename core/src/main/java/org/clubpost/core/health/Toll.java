package org.clubpost.core.health;

/**
 * What came back of some posts together.
 *
 * @param copies how many copies were sent
 * @param refused how many came back for good
 * @param complaints how many were complained of
 */
public record Toll(long copies, long refused, long complaints) {

    /** Nothing was sent. */
    public static final Toll NONE = new Toll(0, 0, 0);

    /** Both together. */
    Toll plus(Toll other) {
        return new Toll(copies + other.copies, refused + other.refused, complaints + other.complaints);
    }

    /** This one without the other; never below 0. */
    Toll minus(Toll other) {
        return new Toll(Math.max(0, copies - other.copies), Math.max(0, refused - other.refused),
                Math.max(0, complaints - other.complaints));
    }
}
