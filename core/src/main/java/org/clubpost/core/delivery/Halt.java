package org.clubpost.core.delivery;

import org.clubpost.core.list.ListId;

/** Says of which lists no post goes out for now. */
@FunctionalInterface
public interface Halt {

    /** All posts go out. */
    Halt NEVER = _ -> false;

    /**
     * Whether no post of that list goes out.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    boolean isHalted(ListId list);
}
