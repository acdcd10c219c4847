package org.clubpost.local;

import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.relay.RelayServer;

/** Which way mail leaves. */
public sealed interface Outlet {

    /**
     * Mail does not leave: it goes into the built-in mailbox. The default.
     *
     * @param sync when a mail is on the disk
     */
    record Mailbox(Sync sync) implements Outlet {}

    /**
     * Through an SMTP server.
     *
     * @param server which server
     * @param connections the most connections at the same time
     */
    record Relay(RelayServer server, int connections) implements Outlet {}

    /** Through Amazon SES, with credentials, region and endpoint found as the AWS SDK finds them. */
    record Ses() implements Outlet {}
}
