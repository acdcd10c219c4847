package org.clubpost.core.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTest {

    @Test
    void addressesOfOneNetworkAreOneSource() {
        assertEquals(Source.of("2001:db8:1:2::1"), Source.of("2001:DB8:1:2:ffff:ffff:ffff:ffff"));
        assertNotEquals(Source.of("2001:db8:1:2::1").network(), Source.of("2001:db8:1:3::1").network());
    }

    @Test
    void networksOfOneSiteHaveThatSite() {
        assertEquals(Source.of("2001:db8:1:2::1").site(), Source.of("2001:db8:1:ffff::1").site());
        assertNotEquals(Source.of("2001:db8:1::1").site(), Source.of("2001:db8:2::1").site());
    }

    @Test
    void shorterAddressIsASourceAndHasNoSite() {
        assertEquals(Optional.empty(), Source.of("192.0.2.1").site());
        assertNotEquals(Source.of("192.0.2.1"), Source.of("192.0.2.2"));
        assertEquals(Source.of("192.0.2.1"), Source.of("::ffff:192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "192.0.2.256", "lists.example.org", "2001:db8::1::2", "unix:/run/x"})
    void whatIsNoAddressIsItself(String text) {
        assertEquals(new Source(text, Optional.empty()), Source.of(text));
    }
}
