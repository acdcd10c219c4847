package org.clubpost.core.care;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Dispatch.Report;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Those who get the reports about a post.
 *
 * @param subscribers some of them are members
 */
record Readers(Subscribers subscribers) {

    /** One of them. */
    record Reader(EmailAddress address, Locale language, PostNotice.PostReport.Reader role) {}

    /** Those whom the list's settings name, and the authors who want a receipt; nobody twice. */
    List<Reader> of(MailingList list, Post post) {
        var readers = new LinkedHashMap<EmailAddress, Reader>();
        var report = list.dispatch().report();
        var poster = post.parties().poster();
        if (report == Report.POSTER) {
            poster.forEach(each -> readers.put(each,
                    new Reader(each, list.profile().language(), PostNotice.PostReport.Reader.AUTHOR)));
        }
        if (report == Report.OWNERS || (report == Report.POSTER && poster.isEmpty())) {
            list.people().owners().forEach(each -> readers.put(each,
                    new Reader(each, list.profile().language(), PostNotice.PostReport.Reader.OWNER)));
        }
        for (var author : post.parties().authors()) {
            member(list.id(), author)
                    .filter(member -> member.settings().ownPosts() == MemberSettings.OwnPosts.RECEIPT)
                    .map(Subscriber.Confirmed::person).ifPresent(person -> readers.putIfAbsent(person.address(),
                            new Reader(person.address(), person.language(), PostNotice.PostReport.Reader.AUTHOR)));
        }
        return List.copyOf(readers.values());
    }

    /** The same, and its author and the owners, because something is wrong with the post or with us. */
    List<Reader> ofFault(MailingList list, Post post) {
        var readers = new LinkedHashMap<EmailAddress, Reader>();
        var language = list.profile().language();
        of(list, post).forEach(each -> readers.put(each.address(), each));
        post.parties().poster().forEach(each -> readers.putIfAbsent(each,
                new Reader(each, language, PostNotice.PostReport.Reader.AUTHOR)));
        list.people().owners().forEach(each -> readers.putIfAbsent(each,
                new Reader(each, language, PostNotice.PostReport.Reader.OWNER)));
        return List.copyOf(readers.values());
    }

    private Optional<Subscriber.Confirmed> member(ListId list, SubscriberId id) {
        return subscribers.find(list, id).filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed)
                .map(stored -> (Subscriber.Confirmed) stored.subscriber());
    }
}
