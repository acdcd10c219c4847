package org.clubpost.function.admin.posts;

import java.net.URI;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.CompiledMail;
import org.clubpost.mail.view.MailView;

/**
 * The copies of members, made once more from the prepared mail, to be looked at. The links in them lead nowhere: whoever
 * looks at somebody's copy must not be able to act as that member.
 *
 * @param mails the prepared mails
 * @param subscribers the members
 * @param ids finds people
 * @param nowhere what stands in place of a member's own links
 */
public record Copies(MailStore mails, Subscribers subscribers, SubscriberIds ids, URI nowhere) {

    /** The member with that address; empty when there is none. */
    Optional<Subscriber.Confirmed> member(MailingList list, EmailAddress address) {
        return subscribers.find(list.id(), ids.of(address)).map(Stored::subscriber)
                .filter(Subscriber.Confirmed.class::isInstance).map(Subscriber.Confirmed.class::cast);
    }

    /** That member's copy; empty when the prepared mail is not there. */
    Optional<MailView> of(Post post, Subscriber.Confirmed member) {
        return mails.find(post.id().preparedMail()).map(stored -> {
            var compiled = CompiledMail.load(Octets.of(stored.content().toByteArray()));
            var copy = compiled.render(value -> value(value, member), member.person().language());
            return MailView.of(MimeParser.parse(Octets.of(copy.toByteArray())));
        });
    }

    private String value(MemberValue value, Subscriber.Confirmed member) {
        return switch (value) {
            case UNSUBSCRIBE_URL, MANAGE_URL, ONE_CLICK_URL, UNSUBSCRIBE_MAILTO -> nowhere.toASCIIString();
            case MEMBER_NAME -> member.person().name().text();
            case MEMBER_EMAIL -> member.person().address().ascii();
        };
    }
}
