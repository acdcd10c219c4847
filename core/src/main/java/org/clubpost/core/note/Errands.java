package org.clubpost.core.note;

/** Carries out what was decided where no mail can be sent. */
@FunctionalInterface
public interface Errands {

    /**
     * Carries it out. When it is repeated, nothing is decided twice, and a mail may go out twice.
     *
     * @return whether it is done, for good or because it never can be; false when it is to be tried again later
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean carryOut(Errand task);
}
