package org.clubpost.core.list;

import static org.clubpost.core.list.SampleLists.aList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListAddressTest {

    /** As many parts as 20 characters can have. */
    private static final String MANY_PARTS = "a-b-c-d-e-f-g-h-i-jk";
    private static final Lists LISTS = new InMemoryLists(withGroups(aList(new ListId("news"))),
            aList(new ListId("owner")), aList(new ListId("under-18")), aList(new ListId("news-old-board")));

    private static MailingList withGroups(MailingList list) {
        var names = Stream.of("board", "old-board", "two-words", MANY_PARTS).map(GroupName::new).toList();
        return list.with(new Groups(names,
                List.of(DomainGroup.parse("*.uni.example=students").orElseThrow()), List.of()));
    }

    private static Optional<ListAddress> read(String address) {
        return ListAddress.find(EmailAddress.of(address), "lists.example.org", LISTS);
    }

    @ParameterizedTest
    @CsvSource({"news+board@lists.example.org,board", "news-board@lists.example.org,board",
            "News-Two-WORDS@lists.example.org,two-words", "news+students@lists.example.org,students",
            "news+old-board@lists.example.org,old-board", "news-" + MANY_PARTS + "@lists.example.org," + MANY_PARTS,
            "news+" + MANY_PARTS + "@lists.example.org," + MANY_PARTS})
    void groupHasTwoAddresses(String address, String group) {
        assertEquals(Optional.of(new ListAddress(new ListId("news"), ListRole.POST,
                Audience.of(List.of(new GroupName(group))))), read(address));
    }

    @Test
    void listComesBeforeTheGroupOfAnother() {
        assertEquals(Optional.of(new ListAddress(new ListId("news-old-board"), ListRole.POST)),
                read("news-old-board@lists.example.org"));
    }

    @Test
    void addressOfAGroupIsRead() {
        var list = withGroups(aList(new ListId("news")));

        assertEquals(List.of("news-board@lists.example.org", "news-two-words@lists.example.org"), list.addresses(
                Audience.of(List.of(new GroupName("two-words"), new GroupName("board")))).stream()
                .map(EmailAddress::written).toList());
        assertEquals(List.of(list.address()), list.addresses(Audience.everyone()));
    }

    /** However many parts the name has, few lists are looked up. */
    @Test
    void lookingUpIsBounded() {
        var looked = new AtomicInteger();
        var lists = (Lists) Proxy.newProxyInstance(Lists.class.getClassLoader(), new Class<?>[]{Lists.class},
                (_, _, _) -> {
                    looked.incrementAndGet();
                    return Optional.empty();
                });

        assertEquals(Optional.empty(), ListAddress.find(EmailAddress.of("a-b-c-d-e-f-g-h-i-j-k-l-m@lists.example.org"),
                "lists.example.org", lists));
        assertTrue(looked.get() <= 11, looked + " lists were looked up");
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
                    "news+tag@lists.example.org", "news+owner@lists.example.org", "news-@lists.example.org",
                    "old-board@lists.example.org", "news-leave-leave@lists.example.org"})
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
