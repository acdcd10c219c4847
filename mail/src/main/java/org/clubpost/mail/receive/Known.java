package org.clubpost.mail.receive;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Surroundings;
import org.clubpost.mail.verdict.Sender;

/** What the ports know of lists, members and earlier mails. */
record Known(Reception.Stores stores, Secrets secrets, InstantSource clock) implements Surroundings {

    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public boolean isOurs(MailingList list, EmailAddress address) {
        return ListAddress.find(address, list.domain(), stores.lists()).isPresent();
    }

    @Override
    public boolean isMember(MailingList list, EmailAddress address) {
        return member(list, address).isPresent();
    }

    @Override
    public boolean isMember(MailingList list, GroupName group, EmailAddress address) {
        return member(list, address).filter(member -> member.groups().contains(group)).isPresent();
    }

    private Optional<Subscriber.Confirmed> member(MailingList list, EmailAddress address) {
        return stores.subscribers().find(list.id(), secrets.ids().of(address)).map(Stored::subscriber)
                .filter(Subscriber.Confirmed.class::isInstance).map(Subscriber.Confirmed.class::cast);
    }

    @Override
    public PublicLinks links() {
        return secrets.links();
    }

    @Override
    public Sight sight(Incoming mail) {
        return new Recognition(stores, clock).sight(mail);
    }

    @Override
    public boolean saidToday(Incoming mail, String words) {
        return mail.sender() instanceof Sender.Proven(var author)
                && isSaidToday(mail, secrets.ids().digest("words " + words + " " + author.compared()));
    }

    /** A mail that went nowhere does not count, and one that was put away because it was stored again. */
    private boolean isSaidToday(Incoming mail, String fingerprint) {
        var now = clock.instant();
        var list = mail.list().id();
        var noted = stores.seen().first(list, fingerprint, mail.post(), now, now.plus(DAY));
        if (noted.equals(mail.post())) {
            return false;
        }
        var isThere = stores.posts().find(noted).map(Post::state).filter(state -> !isNowhere(state)).isPresent();
        return isThere || !stores.seen().pass(list, fingerprint, noted, mail.post(), now.plus(DAY));
    }

    private static boolean isNowhere(PostState state) {
        return state instanceof PostState.Discarded || state instanceof PostState.Rejected;
    }
}
