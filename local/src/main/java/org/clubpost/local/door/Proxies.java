package org.clubpost.local.door;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies before this machine whose {@code X-Forwarded-For} counts. From anybody else the field says nothing, since
 * anybody can write it.
 *
 * @param trusted where they are
 */
public record Proxies(List<Network> trusted) {

    private static final String HTTPS = "https";

    /** The field in which a proxy says by which scheme it was asked. */
    public static final String SCHEME = "X-Forwarded-Proto";

    /** There are none. */
    public static final Proxies NONE = new Proxies(List.of());

    /** Copies the list. */
    public Proxies {
        trusted = List.copyOf(trusted);
    }

    /** Whether a connection from there is one of a trusted proxy. */
    public boolean include(InetAddress peer) {
        return trusted.stream().anyMatch(each -> each.contains(peer));
    }

    /**
     * Where a request began, as far as that can be believed: the right-most address that is not a trusted proxy.
     *
     * @param peer who is connected with us
     * @param forwardedFor the values of the field, in their order
     */
    public InetAddress source(InetAddress peer, List<String> forwardedFor) {
        if (!include(peer)) {
            return peer;
        }
        var entries = new ArrayList<String>();
        forwardedFor.forEach(line -> entries.addAll(List.of(line.split(",", -1))));
        var source = peer;
        for (var entry : entries.reversed()) {
            var named = Network.address(withoutPort(entry.strip()));
            if (named.isEmpty()) {
                return source;
            }
            source = named.get();
            if (!include(source)) {
                return source;
            }
        }
        return source;
    }

    /**
     * By which scheme a request began, as far as that can be believed: {@code https} or {@code http}. What comes over the
     * network began with http, unless a trusted proxy says that it was https. Whoever connects on this machine is believed
     * what they say, and may say nothing, since nothing was on a network then that we know of.
     *
     * @param peer who is connected with us
     * @param said the values of {@link #SCHEME}, in their order; with several, all have to be https
     * @return empty when somebody on this machine says nothing
     */
    public Optional<String> scheme(InetAddress peer, List<String> said) {
        if (peer.isLoopbackAddress() && said.isEmpty()) {
            return Optional.empty();
        }
        var isBelieved = peer.isLoopbackAddress() || include(peer);
        return Optional.of(isBelieved && !said.isEmpty() && said.stream()
                .flatMap(line -> Stream.of(line.split(",", -1))).allMatch(one -> one.strip().equalsIgnoreCase(HTTPS))
                        ? HTTPS
                        : "http");
    }

    /** Some proxies write the port too: {@code 192.0.2.7:4711} or {@code [2001:db8::7]:4711}. */
    private static String withoutPort(String entry) {
        if (entry.startsWith("[")) {
            var end = entry.indexOf(']');
            return end < 0 ? entry : entry.substring(1, end);
        }
        var colon = entry.indexOf(':');
        return colon >= 0 && colon == entry.lastIndexOf(':') ? entry.substring(0, colon) : entry;
    }
}
