package org.clubpost.core.directory;

import org.clubpost.core.list.Lists;

/**
 * Brings what earlier versions wrote into the orders of the directory. To be called once an hour: after some calls there is
 * nothing left to do.
 */
public final class CompleteDirectory {

    /** How many records one call changes, so that it ends in time. */
    static final int MOST = 5_000;

    private final Lists lists;
    private final Directory directory;

    /** Goes through these lists. */
    public CompleteDirectory(Lists lists, Directory directory) {
        this.lists = lists;
        this.directory = directory;
    }

    /**
     * Does some of it. May be repeated.
     *
     * @return how many records were changed
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int run() {
        var done = 0;
        for (var list : lists.ids()) {
            done += done < MOST ? directory.complete(list, MOST - done) : 0;
        }
        return done;
    }
}
