package org.clubpost.core.moderation;

import org.clubpost.core.care.Sweep;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;

/**
 * Ends posts that nobody decided about in time. They will not be sent. The owners are told, and so is an author whose
 * address is proven.
 */
public final class Expiry implements Sweep.HeldPosts {

    private static final Reason EXPIRED = Reason.of(Reason.Cause.EXPIRED, Long.toString(HeldPosts.PATIENCE.toDays()));

    private final HeldMails mails;
    private final Owners owners;
    private final Discard discard;
    private final Stop stop;

    /** Ends these posts. */
    public Expiry(Posts posts, HeldMails mails, Owners owners, Reject reject) {
        this.mails = mails;
        this.owners = owners;
        this.discard = new Discard(posts);
        this.stop = new Stop(posts, reject);
    }

    @Override
    public void letGo(MailingList list, Post post) {
        owners.tell(list, Owners.Word.of(News.Kind.EXPIRED, post.id(), Owners.Sender.UNPROVEN),
                () -> (owner, isLast) -> new PostNotice.PostExpired(list, owner, post.headline().author(),
                        post.headline().subject(), HeldPosts.PATIENCE, isLast));
        mails.read(list, post).ifPresentOrElse(mail -> stop.stop(mail, mail.post(), EXPIRED),
                () -> discard.unread(post, EXPIRED));
    }

    @Override
    public void takeUp(Post post) {
        mails.takeUp(post);
    }
}
