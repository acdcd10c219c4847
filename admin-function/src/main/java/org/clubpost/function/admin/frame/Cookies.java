package org.clubpost.function.admin.frame;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.clubpost.aws.event.FormRequest;

/**
 * The cookies of the rooms. On https they have the prefix {@code __Host-} (RFC 6265bis section 4.1.3.2), so that no other
 * host can have set them. On http nobody could keep them secret on their way, so the rooms are shown there only to
 * browsers on this machine. Those get them without the prefix and with the port in the name, because browsers do not
 * keep the cookies of ports apart.
 *
 * @param publicUrl where the service is seen from outside
 */
public record Cookies(URI publicUrl) {

    /** The cookie of a session. */
    public static final String SESSION = "clubpost";
    static final String NOTICE = "clubpost-notice";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private boolean isHttps() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Whether that request came on a way on which a cookie can be kept secret. */
    public boolean areSafe(FormRequest request) {
        return isHttps()
                ? !request.isPlain()
                : (isLoopback(publicUrl.getHost()) && isLoopback(withoutPort(request.host())));
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    private static String withoutPort(String host) {
        var port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    /** What the browser sent of the cookie of that name; empty when it sent none. */
    public String read(FormRequest request, String name) {
        return request.cookie(full(name));
    }

    /** The header field that sets the cookie. */
    public String set(String name, String value, Duration life) {
        return full(name) + "=" + value + "; Path=/; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (isHttps() ? "; Secure" : "");
    }

    /** The header field that removes the cookie. */
    public String remove(String name) {
        return set(name, "", Duration.ZERO);
    }

    private String full(String name) {
        return isHttps() ? "__Host-" + name : name + "-" + publicUrl.getPort();
    }
}
