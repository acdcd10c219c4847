package org.clubpost.core.note;

import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * The members' topics where there is nothing but mail: a short mail to each member who wants one. A member was welcomed
 * by the mail that every new member gets.
 */
public final class MailedNotes implements Notes {

    /** Longer than a note is worth sending. */
    private static final RateLimits.Limit ONCE = new RateLimits.Limit(RateLimits.Kind.POST_NOTICE, 1,
            Duration.ofDays(30));

    private final Subscribers subscribers;
    private final Notices notices;
    private final RateLimits limits;
    private final PublicLinks links;
    private final InstantSource clock;

    /**
     * @param subscribers who is told
     * @param notices the way to them
     * @param limits remembers who was told
     * @param links to the page where a member changes that
     * @param clock the time
     */
    public MailedNotes(Subscribers subscribers, Notices notices, RateLimits limits, PublicLinks links,
            InstantSource clock) {
        this.subscribers = subscribers;
        this.notices = notices;
        this.limits = limits;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Reach follow(MailingList list, Subscriber.Confirmed member) {
        return isByMail(member) ? Reach.KNOWN : Reach.NEVER;
    }

    @Override
    public boolean unfollow(ListId list, SubscriberId person) {
        return true;
    }

    @Override
    public int phones(ListId list) {
        return 0;
    }

    @Override
    public void publish(MailingList list, Note note) {
        switch (note) {
            case Note.NewPost(var post, _) -> mail(list, post);
            case Note.Welcome _ -> {
                // Everybody got the welcome mail.
            }
        }
    }

    /** When it dies in between, only the one who was being told is told twice. */
    private void mail(MailingList list, PostId post) {
        try (var all = subscribers.all(list.id())) {
            for (var each : (Iterable<Subscriber>) all::iterator) {
                if (each instanceof Subscriber.Confirmed member && isByMail(member) && !isPaused(list, member)) {
                    var key = "note " + post.value() + " " + member.id().hex();
                    if (!limits.isReached(ONCE, key, clock.instant())) {
                        notices.send(new MemberNotice.NewPostOut(list, member.person().address(),
                                member.person().language(), links.managePage(list.id(), member.id())));
                        limits.allow(ONCE, key, clock.instant());
                    }
                }
            }
        }
    }

    private boolean isPaused(MailingList list, Subscriber.Confirmed member) {
        return member.settings().pauseAt(clock.instant(), list.dispatch().zone()).isPresent();
    }

    private static boolean isByMail(Subscriber.Confirmed member) {
        return member.settings().notification() instanceof Notification.ByMail;
    }
}
