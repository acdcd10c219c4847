package org.clubpost.local.http;

import java.time.Duration;

/**
 * How much of the HTTP server one client may take. No thread waits for a client in any case.
 *
 * @param connections how many there may be at the same time
 * @param perSource how many of them from one source; a whole club may share an address, and a proxy on this machine or a
 *         trusted one is not counted
 * @param header how long a connection may wait for its next request, to the end of the header
 * @param body how long the body may take
 * @param bodySpace how many octets of bodies that are longer than a form may be in memory at the same time
 */
public record HttpLimits(int connections, int perSource, Duration header, Duration body, long bodySpace) {

    /** Those of a service. A form has a few hundred octets, and none that we read has more than 16 KB. */
    public static final HttpLimits USUAL = new HttpLimits(1000, 200, Duration.ofSeconds(20), Duration.ofSeconds(20),
            BodySpace.usual());
}
