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
            aList(new ListId("owner")), aList(new ListId("owner-join")), aList(new ListId("under-18")),
            aList(new ListId("news-old-board")));

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
            "News-LEAVE@Lists.Example.ORG,news,LEAVE", "news+Leave@lists.example.org,news,LEAVE",
            "news-unsubscribe@lists.example.org,news,LEAVE", "news+unsubscribe@lists.example.org,news,LEAVE",
            "news-join@lists.example.org,news,JOIN", "news+join@lists.example.org,news,JOIN",
            "News-Subscribe@lists.example.org,news,JOIN", "news-help@lists.example.org,news,HELP",
            "news-request@lists.example.org,news,REQUEST", "news-admin@lists.example.org,news,ADMIN",
            "news-confirm@lists.example.org,news,CONFIRM", "news+owner@lists.example.org,news,OWNER",
            "owner-join-join@lists.example.org,owner-join,JOIN", "owner-join@lists.example.org,owner-join,POST",
            "owner@lists.example.org,owner,POST",
            "under-18-owner@lists.example.org,under-18,OWNER", "owner-owner@lists.example.org,owner,OWNER"})
    void addressIsTakenApart(String address, String list, ListRole role) {
        assertEquals(Optional.of(new ListAddress(new ListId(list), role)), read(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"news@example.org", "news@sub.lists.example.org", "-leave@lists.example.org",
                    "postmaster-owner@lists.example.org", "news-owners@lists.example.org",
                    "news-help+x@lists.example.org", "news-confirm+@lists.example.org",
                    "news-confirmx@lists.example.org", "news-confirmxyz@lists.example.org",
                    "newsjoin@lists.example.org", "xnews-join@lists.example.org", "ne.ws@lists.example.org",
                    "news+tag@lists.example.org", "news-@lists.example.org",
                    "old-board@lists.example.org", "news-leave-leave@lists.example.org"})
    void addressOfNoListIsNone(String address) {
        assertEquals(Optional.empty(), read(address));
    }

    /** Postmaster and abuse are read by each list, because a mail to them has no list of its own. */
    @Test
    void addressesOfTheDomainAreThoseOfAnyList() {
        for (var word : ListRole.DOMAIN.words()) {
            assertEquals(Optional.of(new ListAddress(new ListId("news"), ListRole.DOMAIN)),
                    ListAddress.read(EmailAddress.of(word + "@lists.example.org"), aList()));
            assertEquals(Optional.empty(), ListAddress.read(EmailAddress.of(word + "@example.org"), aList()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAddressThatAListHasIsItsOwn(ListRole role) {
        assertEquals(Optional.of(new ListAddress(new ListId("news"), role)), read(aList().address(role).ascii()));
        for (var local : role.localParts(new ListId("news"))) {
            assertEquals(Optional.of(new ListAddress(new ListId("news"), role)), read(local + "@lists.example.org"));
        }
    }

    @ParameterizedTest
    @CsvSource({"news-confirm+AbC234@lists.example.org,CONFIRM,abc234",
            "news-confirm-abc234@lists.example.org,CONFIRM,abc234",
            "news+confirm-abc@lists.example.org,CONFIRM,abc", "news-bounces+m7x@lists.example.org,BOUNCES,m7x",
            "news-bounces-m7x@lists.example.org,BOUNCES,m7x"})
    void whatStandsBehindTheRoleIsRead(String address, ListRole role, String more) {
        assertEquals(Optional.of(new ListAddress(new ListId("news"), role, Audience.everyone(), more)), read(address));
    }

    /** Every generated local part has 64 octets at most (RFC 5321 section 4.5.3.1.1). */
    @Test
    void addressWithATokenFitsForTheLongestName() {
        var longest = new ListId("a".repeat(40));
        var address = aList(longest).confirmAddress("2".repeat(ListAddress.MAX_TOKEN));

        assertEquals(64, address.localPart().length());
        assertEquals(Optional.of(new ListAddress(longest, ListRole.CONFIRM, Audience.everyone(), "2".repeat(15))),
                ListAddress.read(address, aList(longest)));
    }

    /** They are the domain's, and are taken in with the mail of one list. */
    @ParameterizedTest
    @ValueSource(strings = {"postmaster@lists.example.org", "Abuse@lists.example.org"})
    void addressesOfTheDomainAreTakenInForTheFirstList(String address) {
        assertEquals(Optional.of(new ListAddress(new ListId("news"), ListRole.DOMAIN)), read(address));
        assertEquals(Optional.empty(), ListAddress.find(EmailAddress.of(address), "lists.example.org",
                new InMemoryLists()));
    }

    @Test
    void postsGoToTheBareName() {
        assertEquals(EmailAddress.of("news@lists.example.org"), aList().address());
    }

    @Test
    void addressIsOfThisListOnly() {
        var news = withGroups(aList(new ListId("news")));

        assertEquals(Optional.of(new ListAddress(news.id(), ListRole.LEAVE)),
                ListAddress.read(EmailAddress.of("News-leave@lists.example.org"), news));
        assertEquals(Optional.of(Audience.of(List.of(new GroupName("board")))),
                ListAddress.read(EmailAddress.of("news+board@lists.example.org"), news).map(ListAddress::audience));
        for (var other : List.of("news@club.example", "chess@lists.example.org", "newsboard@lists.example.org",
                "news-party@lists.example.org", "news.board@lists.example.org")) {
            assertEquals(Optional.empty(), ListAddress.read(EmailAddress.of(other), news), other);
        }
    }
}
