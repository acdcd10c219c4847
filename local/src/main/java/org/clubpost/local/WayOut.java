package org.clubpost.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.feedback.ReturnPaths;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.outbox.SharedRate;
import org.clubpost.local.mailbox.MailboxFile;
import org.clubpost.local.mailbox.MailboxOutbox;
import org.clubpost.local.relay.OwnReturnPaths;
import org.clubpost.local.relay.RelayLimits;
import org.clubpost.local.relay.SmtpOutbox;

/**
 * The way out that the settings name: the outbox, how many copies are handed over to it at a time, and how fast.
 *
 * @param settings the settings of the service
 * @param parts where what is opened is closed in the end
 */
record WayOut(LocalSettings settings, Parts parts) {

    /** How many copies of a range are handed over at the same time: as many as keep two processors busy. */
    private static final int TO_THE_MAILBOX = 8;
    private static final int TO_SES = 16;
    private static final Deliver.Times TIMES = new Deliver.Times(Duration.ofSeconds(10), Duration.ofSeconds(1),
            Duration.ofSeconds(3), Duration.ofMinutes(15));
    /** A name that is never anybody's (RFC 6761 section 6.4). */
    private static final String REFUSED_DOMAIN = "refused.invalid";

    Outbox outbox(MailboxFile mailbox, ReturnPaths paths, InstantSource clock) {
        return switch (settings.outlet()) {
            case Outlet.Mailbox(var sync) -> new MailboxOutbox(mailbox, sync, WayOut::isRefused, clock);
            case Outlet.Relay(var server, var connections) -> {
                var relay = parts.add(new SmtpOutbox(server, settings.domain(), RelayLimits.of(connections)));
                yield SmtpOutbox.takesReturnPaths(server) ? new OwnReturnPaths(relay, paths::of) : relay;
            }
            case Outlet.Ses _ -> parts.add(new SesOutbox(AwsClients.ses(), SesOutbox.Settings.DEFAULT));
        };
    }

    Deliver.Settings delivery() {
        return new Deliver.Settings(settings.window(), switch (settings.outlet()) {
            case Outlet.Mailbox _ -> TO_THE_MAILBOX;
            // A range that is alone, the last of a post, uses all of them; several ranges wait for one another.
            case Outlet.Relay(_, var connections) -> connections;
            case Outlet.Ses _ -> TO_SES;
        }, TIMES, RetryPolicy.PATIENT);
    }

    /** SES says how much it allows; the mailbox and a relay take as much as they can. */
    SendPermits permits(SharedRate rate, RandomGenerator random) {
        if (!(settings.outlet() instanceof Outlet.Ses)) {
            return SendPermits.unlimited();
        }
        var client = AwsClients.sesControl();
        parts.add(client);
        return CloudParts.permits(client, rate, random);
    }

    /** To see what becomes of a refused address, add a member of this domain. */
    private static boolean isRefused(EmailAddress recipient) {
        return recipient.domain().equals(REFUSED_DOMAIN);
    }
}
