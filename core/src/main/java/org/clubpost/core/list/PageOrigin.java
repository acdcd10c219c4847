package org.clubpost.core.list;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;

/**
 * Where a page comes from whose scripts may talk to the sign-up form: scheme, host and port (RFC 6454 section 4), such
 * as {@code https://club.example} or, for trying things out, {@code http://localhost:8000}.
 *
 * @param text as browsers write it in the field Origin (RFC 6454 section 6.2): in lower case, an international host in
 *         its ASCII form, no port where it is the usual one, no slash at the end; at most 267 characters
 */
public record PageOrigin(String text) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?i)(?:(?<scheme>https)://(?<host>[^\\s/:?#@\\[\\]]{1,253})|(?<local>http://localhost))"
                    + "(?::(?<port>[1-9]\\d{0,4}))?/?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65_535;

    /**
     * @throws IllegalArgumentException when it is no such origin, or not written like this; for text from outside use
     *         {@link #parse}
     */
    public PageOrigin {
        if (!canonical(text).equals(Optional.of(text))) {
            throw new IllegalArgumentException("not the origin of a page");
        }
    }

    /**
     * Reads an origin as people type it or as a browser sends it. Empty for anything else, such as {@code *}, {@code
     * null}, an address with a path, or {@code http} on another machine.
     */
    public static Optional<PageOrigin> parse(String typed) {
        return canonical(typed).map(PageOrigin::new);
    }

    private static Optional<String> canonical(String typed) {
        var matcher = SHAPE.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var isLocal = matcher.group("local") != null;
        var usual = isLocal ? HTTP : HTTPS;
        var port = matcher.group("port") == null ? usual : Integer.parseInt(matcher.group("port"));
        if (port > LAST_PORT) {
            return Optional.empty();
        }
        var end = port == usual ? "" : ":" + port;
        return isLocal
                ? Optional.of("http://localhost" + end)
                : host(matcher.group("host")).map(host -> "https://"
                        + host + end);
    }

    /** A host of the web is a domain, and what a domain is mail addresses know already. */
    private static Optional<String> host(String typed) {
        return EmailAddress.parse("x@" + typed).map(EmailAddress::domain);
    }

    /** Whether the address of a page is of this origin. */
    public boolean has(String address) {
        return address.equals(text) || address.startsWith(text + "/");
    }

    @Override
    public String toString() {
        return text;
    }
}
