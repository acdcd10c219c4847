package org.clubpost.function.admin.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.core.person.EnterByMail.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

    private static final Kept KEPT = new Kept("id", "secret");

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "/subscribe", "/rooms//evil.example/a/b/c/d",
                    "/roomsx", "/rooms/a?b", "/rooms\\@evil.example", "", "javascript:alert(1)"})
    void wayOnLeadsNowhereButIntoTheRooms(String foreign) {
        assertEquals("/rooms", new Asked(KEPT, foreign).onwards());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rooms", "/rooms/me", "/rooms/news/", "/rooms/news/members/0123abcd"})
    void wayOnIntoTheRoomsIsKept(String path) {
        assertEquals(new Asked(KEPT, path), Asked.parse(new Asked(KEPT, path).written()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.%%%", "a.b.c.d"})
    void whatIsNoCookieOfOursIsNothing(String cookie) {
        assertEquals(new Asked(Kept.NOTHING, "/rooms"), Asked.parse(cookie));
    }

    @Test
    void cookieThatIsFarTooLongIsNothing() {
        assertEquals(Kept.NOTHING, Asked.parse("a.b." + "A".repeat(5_000)).kept());
    }
}
