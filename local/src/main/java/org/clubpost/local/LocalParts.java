package org.clubpost.local;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.care.UnreceivedEvents;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.note.NoteWords;
import org.clubpost.core.note.Notes;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.store.Inbox;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.Uploads;
import org.clubpost.core.suppression.Feedback;

/**
 * The parts that are chosen for the functions on this machine.
 *
 * @param database the stored lists, people and posts
 * @param mails the mails at rest
 * @param uploads where browsers send large files
 * @param inbox where mails are put that were written here
 * @param queue where the ranges to deliver go
 * @param outbox the way out
 * @param cameBack told of what came back from members
 * @param permits how fast it may be used
 * @param secrets of this data directory
 * @param signing gives the keys of the moment
 * @param publicUrl what stands before every link
 * @param operator the address of whoever runs the installation, or none
 * @param clock the time
 * @param random cryptographically strong
 */
record LocalParts(Database database, MailStore mails, Uploads uploads, Inbox inbox, DeliveryQueue queue, Outbox outbox,
        Consumer<Feedback> cameBack, SendPermits permits,
        InstallationSecrets secrets, Supplier<SigningKeys> signing, URI publicUrl,
        List<EmailAddress> operator, InstantSource clock, RandomGenerator random)
        implements
            FunctionParts {

    /** Copies the list. */
    LocalParts {
        operator = List.copyOf(operator);
    }

    /** Without an address of whoever runs the installation. */
    LocalParts(Database database, MailStore mails, Uploads uploads, Inbox inbox, DeliveryQueue queue, Outbox outbox,
            Consumer<Feedback> cameBack, SendPermits permits, InstallationSecrets secrets,
            Supplier<SigningKeys> signing, URI publicUrl, InstantSource clock, RandomGenerator random) {
        this(database, mails, uploads, inbox, queue, outbox, cameBack, permits, secrets, signing, publicUrl, List.of(),
                clock, random);
    }

    @Override
    public FunctionParts by(Way way) {
        return new LocalParts(database.by(way), mails, uploads, inbox, queue, outbox, cameBack, permits, secrets,
                signing,
                publicUrl, operator, clock, random);
    }

    /** Here an event comes again for as long as it takes. */
    @Override
    public UnreceivedEvents unreceived() {
        return UnreceivedEvents.NONE;
    }

    /** Here members are told by mail. */
    @Override
    public Optional<Notes> notes(NoteWords words) {
        return Optional.empty();
    }
}
