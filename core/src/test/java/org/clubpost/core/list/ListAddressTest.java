package org.clubpost.core.list;

import static org.clubpost.core.list.SampleLists.aList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListAddressTest {

    private static Optional<ListAddress> read(String address) {
        return ListAddress.parse(EmailAddress.of(address), "lists.example.org");
    }

    @ParameterizedTest
    @CsvSource({"news@lists.example.org,news,POST", "news-leave@lists.example.org,news,LEAVE",
            "news-owner@lists.example.org,news,OWNER", "news-bounces@lists.example.org,news,BOUNCES",
            "News-LEAVE@Lists.Example.ORG,news,LEAVE", "owner@lists.example.org,owner,POST",
            "under-18-owner@lists.example.org,under-18,OWNER", "owner-owner@lists.example.org,owner,OWNER"})
    void addressIsTakenApart(String address, String list, ListRole role) {
        assertEquals(Optional.of(new ListAddress(new ListId(list), role)), read(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"news@example.org", "news@sub.lists.example.org", "-leave@lists.example.org",
                    "postmaster@lists.example.org", "postmaster-owner@lists.example.org", "ne.ws@lists.example.org",
                    "news+tag@lists.example.org", "news-leave-leave@lists.example.org"})
    void addressOfNoListIsNone(String address) {
        assertEquals(Optional.empty(), read(address));
    }

    @ParameterizedTest
    @EnumSource
    void everyAddressThatAListHasIsItsOwn(ListRole role) {
        assertEquals(Optional.of(new ListAddress(new ListId("news"), role)), read(aList().address(role).ascii()));
    }

    @Test
    void postsGoToTheBareName() {
        assertEquals(EmailAddress.of("news@lists.example.org"), aList().address());
    }
}
