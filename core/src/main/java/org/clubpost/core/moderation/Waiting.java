package org.clubpost.core.moderation;

import java.time.Duration;
import java.util.List;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.PostState.Held;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.TokenDigest;

/**
 * Puts posts into the state {@link Held}. First the links that decide are stored, then they are sent out, and
 * only then does the state say that people know. If a process dies in the meantime, the next one makes up for it.
 *
 * @param posts the posts
 */
record Waiting(Posts posts) {

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
        var held = held(read, reason, decider).with(links.stream().map(ModerationToken::digest).toList());
        if (!posts.replace(read.post(), read.in(held))) {
            return false;
        }
        tell.run();
        posts.replace(read.in(held), read.in(held.asTold()));
        return true;
    }

    /** Keeps the links of an earlier run that died before it told everybody, because somebody may have got them. */
    private static Held held(ReadPost read, Reason reason, Held.Decider decider) {
        var earlier = read.post().state() instanceof Held before && !before.told() && before.decider() == decider
                ? before.links()
                : List.<TokenDigest>of();
        return new Held(reason, decider, earlier, false, read.post().id().storedAt().plus(PATIENCE));
    }
}
