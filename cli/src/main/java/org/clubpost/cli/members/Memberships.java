package org.clubpost.cli.members;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.site.ConsentSheet;

/** What is known of one address, list by list. */
final class Memberships {

    private Memberships() {}

    /**
     * One list that knows the address.
     *
     * @param subscriber how it stands there
     * @param facts what can be told about it
     */
    record Known(Subscriber subscriber, ConsentSheet.Facts facts) {}

    /**
     * What each list knows.
     *
     * @param list the only list to ask; empty for all
     * @throws CommandFailure when there is none that knows the address
     */
    static List<Known> of(EmailAddress address, String list, Installation open) {
        var lists = list.isEmpty()
                ? open.lists().ids().stream().flatMap(id -> open.lists().find(id).stream())
                : Stream.of(open.list(list));
        var id = open.ids().of(address);
        var known = lists.flatMap(each -> open.subscribers().find(each.id(), id).map(Stored::subscriber)
                .map(subscriber -> new Known(subscriber, facts(each, subscriber, open))).stream()).toList();
        if (known.isEmpty()) {
            throw new CommandFailure("Nothing is known of this address.");
        }
        return known;
    }

    private static ConsentSheet.Facts facts(MailingList list, Subscriber subscriber, Installation open) {
        var now = Instant.now();
        return ConsentSheet.Facts.of(list, subscriber, open.database().wordings(),
                new Door(open).history().of(list.id(), subscriber.id(), now), now);
    }
}
