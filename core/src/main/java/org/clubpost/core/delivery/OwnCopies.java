package org.clubpost.core.delivery;

import org.clubpost.core.post.Post;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Subscriber;

/**
 * Decides which members get no copy because they have the mail already and said that this is enough. A mail may name an
 * address that the member had before.
 */
final class OwnCopies {

    private OwnCopies() {}

    static boolean isWanted(Post.Parties parties, Subscriber.Confirmed member) {
        var settings = member.settings();
        var keys = member.keys();
        return keys.stream().anyMatch(parties.authors()::contains)
                ? settings.ownPosts() == MemberSettings.OwnPosts.COPY
                : settings.copyWhenAddressed() || keys.stream().noneMatch(parties.addressed()::contains);
    }
}
