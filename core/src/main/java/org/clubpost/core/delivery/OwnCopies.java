package org.clubpost.core.delivery;

import org.clubpost.core.post.Post;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Subscriber;

/** Decides which members get no copy because they have the mail already and said that this is enough. */
final class OwnCopies {

    private OwnCopies() {}

    static boolean isWanted(Post.Parties parties, Subscriber.Confirmed member) {
        var settings = member.settings();
        return parties.authors().contains(member.id())
                ? settings.ownPosts() == MemberSettings.OwnPosts.COPY
                : settings.copyWhenAddressed() || !parties.addressed().contains(member.id());
    }
}
