package org.clubpost.core.post;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.clubpost.core.list.ListId;

/** Seen mails in memory. */
public final class InMemorySeenMails implements SeenMails {

    private record Mail(ListId list, String fingerprint) {}

    private record Sight(PostId post, Instant until) {}

    private final Map<Mail, Sight> seen = new HashMap<>();

    @Override
    public synchronized PostId first(ListId list, String fingerprint, PostId post, Instant now, Instant until) {
        return seen.merge(new Mail(list, fingerprint), new Sight(post, until),
                (old, fresh) -> now.isBefore(old.until()) && !old.post().equals(post) ? old : fresh).post();
    }

    @Override
    public synchronized boolean pass(ListId list, String fingerprint, PostId noted, PostId post, Instant until) {
        var mail = new Mail(list, fingerprint);
        var sight = seen.get(mail);
        if (sight == null || !(sight.post().equals(noted) || sight.post().equals(post))) {
            return false;
        }
        seen.put(mail, new Sight(post, until));
        return true;
    }
}
