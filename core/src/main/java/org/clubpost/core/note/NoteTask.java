package org.clubpost.core.note;

import java.time.Instant;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/**
 * Something to do for the members' topic, or a mail to write to one person. It says where to look; what is wanted is read
 * when it is done.
 */
public sealed interface NoteTask {

    /** A mail to write to one person. */
    sealed interface Letter extends NoteTask {

        /** Who it is about, member or not. */
        SubscriberId subscriber();

        @Override
        default String about() {
            return subscriber().hex();
        }
    }

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

    /**
     * Say goodbye to this person, who left, and later erase what is kept for coming back.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record Goodbye(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public Goodbye at(Instant later) {
            return new Goodbye(list, later, subscriber);
        }
    }

    /**
     * Tell this member that they pause, because a link that somebody found is good for that.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record PauseBegun(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public PauseBegun at(Instant later) {
            return new PauseBegun(list, later, subscriber);
        }
    }

    /**
     * Send this member a fresh link to all their settings.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record SettingsLink(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public SettingsLink at(Instant later) {
            return new SettingsLink(list, later, subscriber);
        }
    }
}
