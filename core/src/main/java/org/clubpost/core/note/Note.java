package org.clubpost.core.note;

import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** All that members' topics ever say. It is said in a fixed sentence with the list's name. */
public sealed interface Note {

    /**
     * A new post is out.
     *
     * @param post which one; not said, but a way may keep from saying the same twice by it
     * @param phones whether phones are told, too
     */
    record NewPost(PostId post, boolean phones) implements Note {}

    /**
     * From now on you are told.
     *
     * @param reader who is told that, alone
     */
    record Welcome(SubscriberId reader) implements Note {}
}
