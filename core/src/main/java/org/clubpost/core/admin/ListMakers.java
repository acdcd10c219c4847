package org.clubpost.core.admin;

import org.clubpost.core.Contested;

/**
 * Where it is kept who may make lists. Every method may throw {@link org.clubpost.core.UnavailableException} and is safe
 * to repeat.
 */
public interface ListMakers extends Contested {

    /** Who may, as of now, in one read; nobody when nothing is kept. */
    Makers read();

    /**
     * Puts others in the place of what the caller saw, in one write.
     *
     * @return false when somebody else changed it in the meantime; then nothing changes
     */
    boolean replace(Makers seen, Makers changed);
}
