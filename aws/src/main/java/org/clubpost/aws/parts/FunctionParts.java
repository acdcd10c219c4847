package org.clubpost.aws.parts;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Operators;
import org.clubpost.core.care.UnreceivedEvents;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.feedback.ProviderSuppression;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.note.NoteWords;
import org.clubpost.core.note.Notes;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.Inbox;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.Uploads;
import org.clubpost.core.suppression.Feedback;

/**
 * What functions are made of. The abstract methods are the choice of an installation: where things are kept, and which
 * way mail leaves. The other methods put together what follows from that choice, and are the same everywhere.
 *
 * <p>A part is made when it is first asked for. So a function pays only for what it uses, and needs settings and
 * permissions only for that. A later call returns the same part, or one that does the same. Safe for use by many
 * threads.
 *
 * <p>Parts that need pages or mails are not here, because the adapters know neither. The module {@code notices}, for
 * example, makes the notices from {@link #outbox()}, {@link #clock()} and {@link #random()}.
 */
public interface FunctionParts {

    /** The same parts, with a database through which changes come by that way. The log says so of each. */
    FunctionParts by(Way way);

    /** The stored lists, people and posts. */
    Database database();

    /** The mails at rest. */
    MailStore mails();

    /** Where mails are put that were written here. In the cloud, S3 tells of each mail that is stored. */
    default Inbox inbox() {
        return mails()::put;
    }

    /** Files that browsers send past the functions. */
    Uploads uploads();

    /** The queue that the ranges to deliver go to. */
    DeliveryQueue queue();

    /** The events of mails that came as often as events come, and were not done. */
    UnreceivedEvents unreceived();

    /**
     * The topics for members, where the installation has some; empty where members are told by mail only.
     *
     * @param words puts notes into words
     */
    Optional<Notes> notes(NoteWords words);

    /** The way out. */
    Outbox outbox();

    /** The addresses to which the provider sends nothing; one without such a list has none. */
    default ProviderSuppression providerSuppression() {
        return ProviderSuppression.NONE;
    }

    /** Told of what comes back by mail. SES tells of it in another way, so nothing is done where mail leaves by SES. */
    default Consumer<Feedback> cameBack() {
        return _ -> {
        };
    }

    /** How fast copies of posts may be sent. */
    SendPermits permits();

    /** The installation's secrets. */
    InstallationSecrets secrets();

    /** Where the service is seen from outside, without a slash at its end. */
    URI publicUrl();

    /** The region of AWS in which everything lies; empty on one machine. */
    default Optional<String> region() {
        return Optional.empty();
    }

    /** The address of whoever runs the installation; none when it was given none. */
    default List<EmailAddress> operator() {
        return List.of();
    }

    /** Those who get mail that is for whoever runs the installation. */
    default Operators operators() {
        return new Operators(operator(), database().lists(), database().listMakers());
    }

    /** The time. */
    InstantSource clock();

    /** Cryptographically strong randomness. */
    RandomGenerator random();

    /** The way to owners, who are told by those notices. */
    default Owners owners(Notices notices) {
        return new Owners(notices, database().rateLimits(), database().gatheredNews(), clock());
    }

    /** Finds people by their addresses. */
    default SubscriberIds ids() {
        return new SubscriberIds(secrets().installation());
    }

    /**
     * Gives the keys of the moment, with which links are signed. On Lambda they stay what they were when the function
     * started: {@code ./clubpost secrets rotate} has new versions of the functions published.
     */
    default Supplier<SigningKeys> signing() {
        var keys = secrets().signing();
        return () -> keys;
    }

    /** Signs and reads what is in a member's links. */
    default MembershipTokens tokens() {
        return new MembershipTokens(signing());
    }

    /** Makes links. */
    default PublicLinks links() {
        return new PublicLinks(publicUrl(), tokens());
    }
}
