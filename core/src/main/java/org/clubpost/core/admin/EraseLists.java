package org.clubpost.core.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.Posts;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;

/**
 * Erases the deleted lists that can no longer come back: their mails, posts, members and whatever else is kept of them,
 * the list at last. To be called again and again; a call does a bounded part, and the next one goes on. When it dies in
 * the middle, what was done is done.
 *
 * @param deleted the deleted lists
 * @param posts their posts
 * @param mails the mails of those
 * @param clock the time
 */
public record EraseLists(DeletedLists deleted, Posts posts, MailStore mails, InstantSource clock) {

    /** Clocks differ a little, and somebody may just be bringing it back. */
    static final Duration LATER = Duration.ofHours(1);
    private static final int POSTS_OF_A_CALL = 40;
    private static final int MAILS_OF_A_CALL = 400;
    private static final int RECORDS_AT_ONCE = 200;
    private static final int STEPS_OF_A_CALL = 50;

    /**
     * Erases a part.
     *
     * @return how many lists are gone now
     */
    public int run() {
        var gone = 0;
        for (var list : over()) {
            if (erase(list)) {
                gone++;
            }
        }
        return gone;
    }

    private List<ListId> over() {
        var now = clock.instant();
        return deleted.all().stream().filter(known -> isOver(known.until(), now)).map(known -> known.list().id())
                .toList();
    }

    private static boolean isOver(Instant until, Instant now) {
        return !now.isBefore(until.plus(LATER));
    }

    /** Whether nothing is left. */
    private boolean erase(ListId list) {
        return erasePosts(list) && eraseMails(list) && eraseRest(list);
    }

    private boolean erasePosts(ListId list) {
        List<Post> some;
        try (var all = posts.of(list)) {
            some = all.limit(POSTS_OF_A_CALL).toList();
        }
        var steps = STEPS_OF_A_CALL;
        for (var post : some) {
            mails.remove(post.mail());
            mails.remove(post.id().preparedMail());
            while (steps-- > 0 && deleted.erase(list, post.id(), RECORDS_AT_ONCE)) {
                // There is more of it.
            }
            if (steps <= 0) {
                return false;
            }
        }
        return some.size() < POSTS_OF_A_CALL;
    }

    /** Mails that never became posts. */
    private boolean eraseMails(ListId list) {
        List<MailKey> some;
        try (var all = mails.keys(MailKey.inboundPrefix(list))) {
            some = all.limit(MAILS_OF_A_CALL).toList();
        }
        some.forEach(mails::remove);
        return some.size() < MAILS_OF_A_CALL;
    }

    private boolean eraseRest(ListId list) {
        for (var step = 0; step < STEPS_OF_A_CALL; step++) {
            if (!deleted.erase(list, RECORDS_AT_ONCE)) {
                return true;
            }
        }
        return false;
    }
}
