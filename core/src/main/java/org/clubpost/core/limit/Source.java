package org.clubpost.core.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a request comes from, as one counts it. Whoever has one IPv6 address has at least a network of 64 bits of them,
 * and often one of 48 (RFC 6177 section 2), so single addresses say nothing.
 *
 * @param network the IPv4 address, or the network of 64 bits of an IPv6 address; what is no address is itself
 * @param site the network of 48 bits of an IPv6 address; empty for everything else
 */
public record Source(String network, Optional<String> site) {

    private static final int NETWORK_OCTETS = 8;
    private static final int SITE_OCTETS = 6;
    private static final int IPV6_OCTETS = 16;

    /** The source that has that address, in text form. An IPv4 address within an IPv6 address counts as the former. */
    public static Source of(String address) {
        try {
            // Only a literal is read; no name is looked up.
            var octets = InetAddress.ofLiteral(address).getAddress();
            return octets.length == IPV6_OCTETS
                    ? new Source(prefix(octets, NETWORK_OCTETS), Optional.of(prefix(octets, SITE_OCTETS)))
                    : new Source(HexFormat.of().formatHex(octets), Optional.empty());
        } catch (IllegalArgumentException notAnAddress) {
            return new Source(address, Optional.empty());
        }
    }

    private static String prefix(byte[] octets, int length) {
        return HexFormat.of().formatHex(Arrays.copyOf(octets, length)) + "/" + length * Byte.SIZE;
    }
}
