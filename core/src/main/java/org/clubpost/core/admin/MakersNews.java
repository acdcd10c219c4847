package org.clubpost.core.admin;

/** How those who may make lists learn that somebody may, or may not any more. */
@FunctionalInterface
public interface MakersNews {

    /**
     * Has them told, and the one whom it is about.
     *
     * @param after who may make lists since then
     * @param step what was done
     */
    void tell(Makers after, Makers.Step step);
}
