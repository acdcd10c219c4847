package org.clubpost.core.moderation;

import java.util.random.RandomGenerator;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.Mailbox;
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

    /** The key for counting what the mailbox behind that address gets from that list for that purpose. */
    String counted(String purpose, MailingList list, EmailAddress address) {
        return ids.digest(purpose + " " + list.id() + " " + Mailbox.of(address).text());
    }
}
