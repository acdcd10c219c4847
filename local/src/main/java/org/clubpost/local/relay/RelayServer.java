package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail server that takes our mail.
 *
 * @param host its name or address; its certificate must be for this name
 * @param port its port
 * @param isTlsFromStart whether the connection is encrypted before the first word (RFC 8314 section 3.3), or by
 *         STARTTLS (RFC 3207)
 * @param login who we are there
 */
public record RelayServer(String host, int port, boolean isTlsFromStart, Login login) {

    private static final int RELAY_PORT = 25;
    private static final int SUBMISSION_PORT = 587;
    private static final int TLS_PORT = 465;
    private static final Pattern URL = Pattern
            .compile("(smtps?)://(?:([^/:?#]+)@)?(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?/?");

    /**
     * Reads {@code smtp://host:port}, {@code smtp://user@host:port} or {@code smtps://user@host:port}. The default port
     * is 25; with a user 587 (RFC 6409), and with {@code smtps} 465 (RFC 8314). The user may be percent-encoded, and
     * may hold an unencoded {@code @}. An address with a password in it is refused.
     *
     * @param password used when there is a user
     */
    public static Optional<RelayServer> parse(String url, String password) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var isTls = parts.group(1).equals("smtps");
        var user = Optional.ofNullable(parts.group(2)).flatMap(RelayServer::decoded);
        if (parts.group(2) != null && user.isEmpty()) {
            return Optional.empty();
        }
        var port = Optional.ofNullable(parts.group(4)).map(Integer::parseInt)
                .orElse(isTls ? TLS_PORT : user.isPresent() ? SUBMISSION_PORT : RELAY_PORT);
        var host = parts.group(3).replaceAll("[\\[\\]]", "");
        var login = user.<Login>map(name -> new Login.Password(name, password)).orElseGet(Login.Anonymous::new);
        return port <= 0xffff ? Optional.of(new RelayServer(host, port, isTls, login)) : Optional.empty();
    }

    /** Whether it is SES by SMTP, which puts its own Message-ID into each mail. */
    boolean isSes() {
        var name = host.toLowerCase(Locale.ROOT);
        return name.startsWith("email-smtp") && (name.endsWith(".amazonaws.com") || name.endsWith(".amazonaws.com.cn"));
    }

    private static Optional<String> decoded(String user) {
        try {
            return Optional.of(URLDecoder.decode(user.replace("+", "%2B"), UTF_8));
        } catch (IllegalArgumentException badPercent) {
            return Optional.empty();
        }
    }

    /** How we log in to a server (RFC 4954). */
    public sealed interface Login {

        /** We do not log in. The connection is encrypted when the server offers it. */
        record Anonymous() implements Login {}

        /**
         * We log in with a password, which is sent only over an encrypted connection, or to this machine.
         *
         * @param user the name
         * @param password the password
         */
        record Password(String user, String password) implements Login {

            /** Says what this is, and none of its values. */
            @Override
            public String toString() {
                return "Password[hidden]";
            }
        }
    }
}
