package org.clubpost.local;

import java.net.URI;
import java.util.Optional;

/** Which way mail leaves. */
public sealed interface Outlet {

    /** It does not: it goes into the built-in mailbox. The default. */
    record Mailbox() implements Outlet {}

    /**
     * Through an SMTP server.
     *
     * @param host its name or address
     * @param port its port
     */
    record Relay(String host, int port) implements Outlet {

        /** Reads {@code smtp://host:port}; without a port it is 25. Empty when it is something else. */
        public static Optional<Relay> parse(String text) {
            try {
                var uri = URI.create(text);
                var isPlain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getPath().matches("/?");
                return "smtp".equals(uri.getScheme()) && uri.getHost() != null && isPlain
                        ? Optional.of(new Relay(uri.getHost(), uri.getPort() < 0 ? 25 : uri.getPort()))
                        : Optional.empty();
            } catch (IllegalArgumentException notAUri) {
                return Optional.empty();
            }
        }
    }

    /** Through Amazon SES, with credentials, region and endpoint found as the AWS SDK finds them. */
    record Ses() implements Outlet {}
}
