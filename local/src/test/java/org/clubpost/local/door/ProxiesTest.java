package org.clubpost.local.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    private final Proxies proxies = new Proxies(List.of(Network.parse("192.0.2.7").orElseThrow()));

    private static InetAddress at(String address) {
        return Network.address(address).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                    // who connects | what stands in the field | what is believed
                    "127.0.0.1    | -             | -",
                    "::1          | -             | -",
                    "127.0.0.1    | https         | https",
                    "127.0.0.1    | http          | http",
                    "192.0.2.7    | -             | http",
                    "192.0.2.7    | https         | https",
                    "192.0.2.7    | HTTPS         | https",
                    "192.0.2.7    | http          | http",
                    "192.0.2.7    | https, http   | http",
                    "192.0.2.7    | https, https  | https",
                    "192.0.2.7    | httpsx        | http",
                    "198.51.100.9 | -             | http",
                    "198.51.100.9 | https         | http",
            })
    void schemeIsBelievedOfWhoeverCanKnowIt(String peer, String said, String believed) {
        assertEquals(Optional.ofNullable(believed), proxies.scheme(at(peer), said == null ? List.of() : List.of(said)));
    }
}
