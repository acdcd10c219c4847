package org.clubpost.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"news", "n", "1", "under-18", "a--b", "owner", "leave", "bounces", "newsowner",
                    "abuse-reports", "a123456789012345678901234567890123456789"})
    void goodNameIsRead(String text) {
        assertEquals(Optional.of(new ListId(text)), ListId.parse(text));
        assertEquals(text, new ListId(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "News", "ne ws", "-news", "news-", "-", "ne.ws", "ne_ws", "neẅs", "news\n", "news/x",
                    "../x", "a1234567890123456789012345678901234567890"})
    void badNameIsRefused(String text) {
        assertEquals(Optional.empty(), ListId.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new ListId(text));
    }

    /** RFC 2142, and what every mail server keeps for itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {"postmaster", "abuse", "mailer-daemon", "noreply", "no-reply", "hostmaster", "webmaster",
                    "security", "root"})
    void nameThatMailNeedsForItselfIsRefused(String text) {
        assertEquals(Optional.empty(), ListId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news-leave", "news-owner", "news-bounces", "a-leave-owner"})
    void nameThatWouldBeAnotherAddressOfAListIsRefused(String text) {
        assertEquals(Optional.empty(), ListId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"join", "help", "news-join", "a-b-unsubscribe", "chess-admin", "owner", "admin"})
    void nameThatAnAddressOfAListMayHaveIsReserved(String text) {
        assertTrue(new ListId(text).isReserved());
        assertEquals(Optional.empty(), GroupName.parse(text));
    }

    @Test
    void nobodyGetsCertificatesOfTheDomainByMakingAList() {
        for (var name : List.of("admin", "administrator", "webmaster", "hostmaster", "postmaster")) {
            assertTrue(ListId.parse(name).filter(id -> !id.isReserved()).isEmpty(), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "adjoin", "joiners", "help-desk", "admins"})
    void otherNameIsNotReserved(String text) {
        assertFalse(new ListId(text).isReserved());
        assertEquals(Optional.of(new GroupName(text)), GroupName.parse(text));
    }

    @ParameterizedTest
    @EnumSource(names = {"POST", "DOMAIN"}, mode = EnumSource.Mode.EXCLUDE)
    void wordOfEveryRoleIsReserved(ListRole role) {
        assertTrue(role.words().stream().allMatch(word -> new ListId(word).isReserved()
                && GroupName.parse("a-" + word).isEmpty()));
    }
}
