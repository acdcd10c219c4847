package org.clubpost.local.door;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where connections come from, as far as they are counted together: one IPv4 address, or one IPv6 network of 64 bits,
 * which is what a household gets (RFC 6177).
 *
 * @param network the octets that count, in hexadecimal
 */
public record Source(String network) {

    private static final int IPV6_NETWORK_OCTETS = 8;

    /** That of an address. */
    public static Source of(InetAddress address) {
        var octets = address.getAddress();
        return new Source(HexFormat.of().formatHex(octets, 0, Math.min(octets.length, IPV6_NETWORK_OCTETS)));
    }
}
