package org.clubpost.core.moderation;

import java.util.random.RandomGenerator;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;

/**
 * The makers of keys and links.
 *
 * @param ids the keys of people
 * @param links the links in mails
 * @param random a cryptographically strong source
 */
public record Secrets(SubscriberIds ids, PublicLinks links, RandomGenerator random) {

    /** The key for counting what that address gets, whatever the list. */
    String counted(EmailAddress address) {
        return ids.of(address).hex();
    }

    /** The key for counting what that address gets from that list for that purpose. */
    String counted(String purpose, MailingList list, EmailAddress address) {
        return ids.digest(purpose + " " + list.id() + " " + address.compared());
    }
}
