package org.clubpost.core.post;

import org.clubpost.core.list.ListId;

/**
 * The numbers of a list's posts, for subjects such as {@code [chess 12]}. Asked for only by lists that number their
 * posts.
 */
public interface PostNumbers {

    /**
     * The post's number on its list. The same post always gets the same one, however often and by how many callers it
     * is asked for; two posts of a list never share one; and the numbers of a list are 1, 2, 3 and so on, without a
     * gap, in the order in which they were first asked for.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    long of(ListId list, PostId post);
}
