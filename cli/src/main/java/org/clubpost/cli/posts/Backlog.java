package org.clubpost.cli.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.care.Recovery;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;

/**
 * The mails that came in and were not taken in: no post stands for them, or one that stayed received for longer than
 * events come again, or was set aside.
 *
 * @param posts the posts
 * @param mails where the mails lie
 */
record Backlog(Posts posts, MailStore mails) {

    /** Mails are deleted after 90 days, so older posts have none. */
    private static final Duration HORIZON = Duration.ofDays(100);

    /**
     * A mail.
     *
     * @param key where it lies
     * @param post the post that stands for it
     */
    record Mail(MailKey key, Optional<Post> post) {}

    /** The mails to that list, read as the stream is consumed. The caller closes it. */
    Stream<Mail> of(ListId list, Instant now) {
        var known = known(list, now);
        return mails.keys(MailKey.inboundPrefix(list)).filter(key -> key.inboundList().isPresent())
                .map(key -> new Mail(key, Optional.ofNullable(known.get(key))))
                .filter(mail -> mail.post().map(post -> isOverdue(post, now)).orElse(true));
    }

    private static boolean isOverdue(Post post, Instant now) {
        return post.state() instanceof PostState.Received received
                && (received.isSetAside() || Recovery.isOverdue(post.id().storedAt(), now));
    }

    /** The post of each mail; of several, the one that has come further. */
    private Map<MailKey, Post> known(ListId list, Instant now) {
        var known = new HashMap<MailKey, Post>();
        try (var all = posts.of(list)) {
            all.takeWhile(post -> post.id().storedAt().isAfter(now.minus(HORIZON))).forEach(post -> known
                    .merge(post.mail(), post,
                            (later, earlier) -> later.state() instanceof PostState.Received ? earlier : later));
        }
        return known;
    }
}
