package org.clubpost.core.subscription;

import java.time.InstantSource;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Lets a member leave in whose name a mail asks for it that does not do so by itself, because nothing proves it or it was
 * sent as a post: sends a mail with the link to leave, and nothing of that mail. A person gets as many as anybody can cause by the form, and they are counted apart, so that forged
 * mails keep nobody from signing up. When the person is no member, or got as many as may be, nothing happens.
 *
 * @param subscribers the members
 * @param unanswered counts
 * @param notices the way to members
 * @param ids find members, and stand for mailboxes in what is counted
 * @param links makes the link
 * @param clock the time
 */
public record OfferToLeave(Subscribers subscribers, Unanswered unanswered, Notices notices, SubscriberIds ids,
        PublicLinks links, InstantSource clock) {

    /** What came of an offer. */
    public enum Outcome {
        /** The member got it. */
        OFFERED,
        /** The member got as many as may be. */
        TOO_OFTEN,
        /** The address is no member's. */
        NO_MEMBER
    }

    /**
     * Offers it.
     *
     * @param address the address that the mail names as its author
     * @param mail the post that stands for the mail; for the same one the mail is counted once
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome offer(MailingList list, EmailAddress address, PostId mail) {
        var member = new Forwarding(subscribers).member(list.id(), ids.of(address))
                .map(Subscriber.Confirmed::person);
        if (member.isEmpty()) {
            return Outcome.NO_MEMBER;
        }
        if (!mayOffer(member.get().address(), mail)) {
            return Outcome.TOO_OFTEN;
        }
        var person = member.get();
        notices.send(new MemberNotice.LeaveOffer(list, person.address(), person.language(),
                links.leavePage(list.id(), person.id())));
        return Outcome.OFFERED;
    }

    /** Whether the list knows the address, as that of somebody who joins, is on it or left it lately. */
    public boolean knows(MailingList list, EmailAddress address) {
        return subscribers.find(list.id(), ids.of(address)).isPresent();
    }

    private boolean mayOffer(EmailAddress address, PostId mail) {
        return unanswered.take("leave/" + ids.mailbox(address), "leave/" + mail, true,
                clock.instant()) instanceof Unanswered.Turn.Now;
    }
}
