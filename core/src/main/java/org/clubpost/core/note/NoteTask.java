package org.clubpost.core.note;

import java.time.Instant;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** Something to do for the members' topic. It says where to look; what is wanted is read when it is done. */
public sealed interface NoteTask {

    /** On which list. */
    ListId list();

    /** When it is due, to the millisecond. */
    Instant due();

    /** What it is about: the key of a subscriber or the id of a post. Tasks of one list never mix them up. */
    String about();

    /** The same task, due at another time. */
    NoteTask at(Instant later);

    /**
     * Have the topic reach this person as they have chosen by now.
     *
     * @param list the list
     * @param due when
     * @param subscriber who, member or not
     */
    record Follow(ListId list, Instant due, SubscriberId subscriber) implements NoteTask {

        @Override
        public String about() {
            return subscriber.hex();
        }

        @Override
        public Follow at(Instant later) {
            return new Follow(list, later, subscriber);
        }
    }

    /**
     * Say that this post is out.
     *
     * @param list the list
     * @param due when
     * @param post which
     */
    record NewPost(ListId list, Instant due, PostId post) implements NoteTask {

        @Override
        public String about() {
            return post.value();
        }

        @Override
        public NewPost at(Instant later) {
            return new NewPost(list, later, post);
        }
    }
}
