package org.clubpost.aws.parts;

import java.net.URI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailStore;

/**
 * What functions are made of. The abstract methods are what is chosen: where things are kept, and which way mail
 * leaves. The others put together what follows from it, and are the same everywhere.
 *
 * <p>A part is made when it is first asked for, so that a function pays, and needs settings and permissions, only for
 * what it uses. Whoever asks again gets the same part, or one that does the same. Safe for use by many threads.
 *
 * <p>What is made with pages or mails is not here, because the adapters know neither: notices, for one, are made by the
 * module {@code notices} of {@link #outbox()}, {@link #clock()} and {@link #random()}.
 */
public interface FunctionParts {

    /** What is kept of lists, people and posts. */
    Database database();

    /** The mails at rest. */
    MailStore mails();

    /** Where the ranges to deliver go. */
    DeliveryQueue queue();

    /** The way out. */
    Outbox outbox();

    /** How fast the way out may be used for copies of posts. */
    SendPermits permits();

    /** The installation's secrets. */
    InstallationSecrets secrets();

    /** Where the service is seen from outside, without a slash at its end. */
    URI publicUrl();

    /** The time. */
    InstantSource clock();

    /** Cryptographically strong randomness. */
    RandomGenerator random();

    /** Finds people by their addresses. */
    default SubscriberIds ids() {
        return new SubscriberIds(secrets().installation());
    }

    /** Signs and reads what is in a member's links. */
    default MembershipTokens tokens() {
        return new MembershipTokens(secrets().signing());
    }

    /** Makes links. */
    default PublicLinks links() {
        return new PublicLinks(publicUrl(), tokens());
    }
}
