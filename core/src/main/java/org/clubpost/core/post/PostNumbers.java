package org.clubpost.core.post;

import org.clubpost.core.list.ListId;

/**
 * The numbers of a list's posts, for subjects such as {@code [chess 12]}. Only lists that number their posts ask for
 * them.
 */
public interface PostNumbers {

    /**
     * The post's number on its list. The same post always gets the same number, however often it is asked for and by
     * however many callers. Two posts of a list never share a number. The numbers of a list are 1, 2, 3 and so on,
     * without a gap, in the order in which they were first asked for.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    long of(ListId list, PostId post);
}
