package org.clubpost.core.subscription;

import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * What follows when somebody has become a member by their own act: they are welcomed, the owners are told, and the
 * member is marked as greeted. A caller who finds a member that is not greeted lets this be done again.
 */
final class Greeting {

    private final Subscribers subscribers;
    private final Notices notices;
    private final Owners owners;
    private final PublicLinks links;

    Greeting(Subscribers subscribers, Notices notices, Owners owners, PublicLinks links) {
        this.subscribers = subscribers;
        this.notices = notices;
        this.owners = owners;
        this.links = links;
    }

    /**
     * Greets the member, who stays as they are if they were changed in the meantime.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat; some of the mails may then be sent twice
     */
    void greet(MailingList list, Subscriber.Confirmed member) {
        var person = member.person();
        notices.send(new JoinNotice.Welcome(list, person.address(), person.language(),
                links.leavePage(list.id(), person.id()), links.managePage(list.id(), person.id())));
        owners.tell(list, Owners.Word.of(News.Kind.JOINED, person.id()),
                () -> (owner, isLast) -> new OwnerNotice.MemberJoined(list, owner, person, isLast));
        subscribers.find(list.id(), person.id())
                .filter(stored -> stored.subscriber().equals(member))
                .ifPresent(stored -> subscribers.replace(stored, member.asGreeted()));
    }
}
