package org.clubpost.local.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Tells whether a program on this machine asks for a page of this machine. A proxy here does so for others; some say it
 * in one of these fields, and some do not, which is why the owner's pages need a {@link PageKey} too.
 */
final class FromHere {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> PROXY_FIELDS = List.of("forwarded", "x-forwarded", "x-real-", "x-client-ip",
            "x-cluster-", "x-original-", "x-envoy-", "x-amz", "x-azure-", "x-arr-", "via", "cf-", "cdn-", "true-client",
            "fastly-", "front-end-", "x-proxy", "proxy-", "x-host", "x-remote-");

    private FromHere() {}

    static boolean is(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && peer.getAddress().isLoopbackAddress() && request.getHeaders().contains(HttpHeader.HOST)
                && OWN_NAMES.contains(Request.getServerName(request))
                && request.getHeaders().stream().noneMatch(field -> isOfAProxy(field.getName()));
    }

    private static boolean isOfAProxy(String field) {
        var name = field.toLowerCase(Locale.ROOT);
        return PROXY_FIELDS.stream().anyMatch(name::startsWith);
    }
}
