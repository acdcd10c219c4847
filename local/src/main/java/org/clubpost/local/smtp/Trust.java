package org.clubpost.local.smtp;

import java.net.InetAddress;

/** Whose mail counts as authenticated, on a machine that cannot check SPF, DKIM and DMARC. */
public enum Trust {

    /** Mail that is submitted on this machine: anyone who can do that runs the service. The default. */
    LOOPBACK,
    /** Nobody's mail: every verdict says that nothing was proved. */
    NONE;

    boolean includes(InetAddress client) {
        return this == LOOPBACK && client.isLoopbackAddress();
    }
}
