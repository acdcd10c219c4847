package org.clubpost.function.admin.mails;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import org.clubpost.core.store.MailStore;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.token.PersonalLinks;
import org.clubpost.mail.verdict.Sender;
import org.clubpost.mail.view.MailView;

/**
 * The posts that paths name, and their mails.
 *
 * @param posts the posts
 * @param mails their mails
 * @param links knows the tokens that nobody is to see in somebody else's mail
 */
public record StoredPosts(Posts posts, MailStore mails, PublicLinks links) {

    private static final Set<ListRole> OF_OTHERS = EnumSet.of(ListRole.DOMAIN, ListRole.BOUNCES);

    /**
     * A mail that was opened.
     *
     * @param sender who sent it, as far as that is known
     * @param view the mail without the receiving side's block, and without personal links that it quotes
     */
    public record Opened(Sender sender, MailView view) {}

    /** The post that the first free piece of the path names; empty when it is not of this list. */
    public Optional<Post> find(RoomVisit visit) {
        return PostId.parse(visit.piece(0)).flatMap(id -> find(visit.list(), id));
    }

    /** That post; empty when it is not of this list. */
    public Optional<Post> find(MailingList list, PostId id) {
        return posts.find(id).filter(post -> post.list().equals(list.id()));
    }

    /**
     * Its mail; empty when the store no longer has it, and when it was sent to the domain: such a mail lies with a list's, and
     * is none of its owners' business. So does what came back of it, and reports name members, whom moderators do not see.
     */
    public Optional<Opened> open(MailingList list, Post post) {
        return mails.find(post.mail())
                .map(stored -> Incoming.read(post.id(), list, Octets.of(stored.content().toByteArray())))
                .filter(incoming -> !OF_OTHERS.contains(incoming.role()))
                .map(incoming -> new Opened(incoming.sender(), MailView.of(
                        new PersonalLinks(links).cleaned(incoming.mail().with(incoming.own())))));
    }
}
