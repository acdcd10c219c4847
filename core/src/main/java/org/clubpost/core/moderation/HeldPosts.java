package org.clubpost.core.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.PostState.Held;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Puts posts into the state {@link Held}. First the links that decide are stored, then they are sent out, and
 * only then does the state say that people know. If a process dies in the meantime, the next one makes up for it.
 *
 * @param posts the posts
 */
record HeldPosts(Posts posts) {

    /** How long a post is held for a decision. */
    static final Duration PATIENCE = Duration.ofDays(14);

    /**
     * Holds a post.
     *
     * @param links the links that decide
     * @param tell sends them out
     * @return false when the post's state changed in the meantime; then nobody was told
     */
    boolean begin(ReadPost read, Reason reason, Held.Decider decider, List<ModerationToken> links, Runnable tell) {
        var before = held(read, reason, decider);
        var held = before.with(links.stream().map(ModerationToken::digest)
                .filter(link -> !before.links().contains(link)).toList());
        if (!posts.replace(read.post(), read.in(held))) {
            return false;
        }
        tell.run();
        posts.replace(read.in(held), read.in(held.asTold()));
        return true;
    }

    /**
     * Keeps what an earlier run began that died before it told everybody: how long the post is held, and the links for
     * the same people, because somebody may have got them.
     */
    private static Held held(ReadPost read, Reason reason, Held.Decider decider) {
        return read.post().state() instanceof Held before && !before.told()
                ? new Held(reason, decider, before.decider() == decider ? before.links() : List.of(), false,
                        before.until())
                : new Held(reason, decider, List.of(), false, begin(read.post()).plus(PATIENCE));
    }

    /** A post that waited for a time of its own may be old already. */
    private static Instant begin(Post post) {
        return post.state() instanceof PostState.Waiting waiting ? waiting.until() : post.id().storedAt();
    }
}
