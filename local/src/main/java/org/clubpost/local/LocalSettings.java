package org.clubpost.local;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.local.door.Proxies;
import org.clubpost.local.smtp.Trust;
import org.clubpost.local.webhook.Webhooks;

/**
 * How the service is to run.
 *
 * @param data the directory that holds everything that lasts
 * @param doors where it listens
 * @param domain the domain of the lists' addresses, in lower-case ASCII form
 * @param outlet which way mail leaves
 * @param trust whose mail counts as authenticated
 * @param window how many members of a range are served between two moves of its cursor, 1 to {@value #MAX_WINDOW};
 *         {@link LocalService#WORKERS} times this many may get a post twice after a kill
 * @param webhooks which programs are told of events
 * @param operator the address of whoever runs the service; none for the one of an earlier start
 */
public record LocalSettings(Path data, Doors doors, String domain, Outlet outlet, Trust trust, int window,
        Webhooks webhooks, List<EmailAddress> operator) {

    /** Copies the list. */
    public LocalSettings {
        operator = List.copyOf(operator);
    }

    /** With the operator of an earlier start, if there was one. */
    public LocalSettings(Path data, Doors doors, String domain, Outlet outlet, Trust trust, int window,
            Webhooks webhooks) {
        this(data, doors, domain, outlet, trust, window, webhooks, List.of());
    }

    /**
     * Chosen for speed: nothing of a range goes out while its cursor moves. With twice as many mails between two moves,
     * a fifth more went out each second.
     */
    public static final int USUAL_WINDOW = 128;
    /** The largest window. */
    public static final int MAX_WINDOW = 1000;

    /** Without webhooks. */
    public LocalSettings(Path data, Doors doors, String domain, Outlet outlet, Trust trust, int window) {
        this(data, doors, domain, outlet, trust, window, Webhooks.NONE);
    }

    /**
     * Where the service listens, and the address under which it is seen.
     *
     * @param bind the address of the interface
     * @param httpPort the port of the pages; 0 for any free port
     * @param smtpPort the port that takes mail; 0 for any free port
     * @param publicUrl what stands before every link in a mail; empty for {@code http://localhost:} and the port
     * @param localPages whether the mailbox and the posts are shown to programs on this machine that have the key
     * @param proxies the proxies before the pages
     */
    public record Doors(InetAddress bind, int httpPort, int smtpPort, String publicUrl, boolean localPages,
            Proxies proxies) {

        /** Without proxies. The mailbox and the posts are shown when the service is seen from this machine only. */
        public Doors(InetAddress bind, int httpPort, int smtpPort, String publicUrl) {
            this(bind, httpPort, smtpPort, publicUrl, publicUrl.isEmpty() && bind.isLoopbackAddress(), Proxies.NONE);
        }

        /** The given public address, or the one of this machine. */
        URI publicUrl(int actualHttpPort) {
            return Optional.of(publicUrl).filter(url -> !url.isEmpty()).map(URI::create)
                    .orElseGet(() -> URI.create("http://localhost:" + actualHttpPort));
        }
    }
}
