package org.clubpost.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageOriginTest {

    @ParameterizedTest
    @CsvSource({"https://club.example, https://club.example", "HTTPS://Club.Example/, https://club.example",
            "https://club.example:443, https://club.example", "https://club.example:8443, https://club.example:8443",
            "https://bücher.example, https://xn--bcher-kva.example", "http://localhost, http://localhost",
            "http://localhost:80, http://localhost", "http://LOCALHOST:8000/, http://localhost:8000"})
    void originIsWrittenAsBrowsersSendIt(String typed, String sent) {
        var origin = PageOrigin.parse(typed);

        assertEquals(Optional.of(new PageOrigin(sent)), origin);
        assertEquals(origin, PageOrigin.parse(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "null", "club.example", "http://club.example", "https://", "https://*.club.example",
                    "https://club.example/join", "https://club.example?x", "https://club.example#x",
                    "https://anna@club.example", "https://club.example:0", "https://club.example:65536",
                    "https://club.example:99999999999", "https://club.example:", "https://club", "https://localhost",
                    "http://localhost.club.example", "https://192.0.2.1", "https://[::1]", "file://",
                    "https://club.example https://other.example", "https://club.example\r\nX: y",
                    "ftp://club.example"})
    void whatIsNoOriginIsRefused(String typed) {
        assertEquals(Optional.empty(), PageOrigin.parse(typed));
    }

    @Test
    void onlyTheCanonicalFormIsAValue() {
        assertThrows(IllegalArgumentException.class, () -> new PageOrigin("https://Club.example"));
        assertThrows(IllegalArgumentException.class, () -> new PageOrigin("*"));
    }

    @ParameterizedTest
    @CsvSource({"https://club.example, true", "https://club.example/join?x=1, true",
            "https://club.example.evil/, false",
            "https://club.example:8443/, false", "http://club.example/, false", "/subscribe, false"})
    void addressIsOfThisOriginOnlyWithTheSameSchemeHostAndPort(String address, boolean expected) {
        assertEquals(expected, new PageOrigin("https://club.example").has(address));
    }
}
