package org.clubpost.local.door;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address or a network of addresses (RFC 4632 section 3.1, RFC 4291 section 2.3).
 *
 * @param address the first address of it, or any
 * @param bits how many of its bits count
 */
public record Network(InetAddress address, int bits) {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]{0,16}:[0-9A-Fa-f:.]{1,43}");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    /** Reads an address such as {@code 10.0.0.7} or a network such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
    public static Optional<Network> parse(String text) {
        var slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return address.map(each -> new Network(each, each.getAddress().length * Byte.SIZE));
        }
        var bits = text.substring(slash + 1);
        // A network of no bits is everybody, and whoever trusts everybody has made a mistake.
        return address.filter(each -> BITS.matcher(bits).matches() && Integer.parseInt(bits) > 0
                && Integer.parseInt(bits) <= each.getAddress().length * Byte.SIZE)
                .map(each -> new Network(each, Integer.parseInt(bits)));
    }

    /** Reads an address as it is written, and asks nobody what a name means. */
    static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether that address is in it. */
    public boolean contains(InetAddress other) {
        var ours = address.getAddress();
        var theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
