package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.SenderPattern;
import org.junit.jupiter.api.Test;

class KnowSendersTest {

    private static final EmailAddress SAM = EmailAddress.of("Sam@stranger.example");
    private static final SenderPattern SAMS = new SenderPattern("sam@stranger.example");
    private final Office office = new Office();
    private final KnowSenders senders = new KnowSenders(office.runLists);

    private MailingList now() {
        return office.lists.find(office.list.id()).orElseThrow();
    }

    @Test
    void whoIsAllowedMayPostAlsoWhereOnlyOwnersCould() {
        office.lists.replace(now(), now().with(now().posting().withPolicy(PostingPolicy.OWNERS)));

        senders.allow(Office.OWNER, office.list.id(), SAM);
        senders.allow(Office.OWNER, office.list.id(), SAM);

        assertEquals(List.of(SAM), now().people().posters());
        assertEquals(PostingPolicy.POSTERS, now().posting().policy());
    }

    @Test
    void lastWordCounts() {
        senders.allow(Office.OWNER, office.list.id(), SAM);
        senders.shutOut(Office.OWNER, office.list.id(), SAM);
        assertEquals(List.of(), now().people().posters());
        assertEquals(List.of(SAMS), now().posting().screening().banned());

        senders.allow(Office.OWNER, office.list.id(), SAM);

        assertEquals(List.of(SAM), now().people().posters());
        assertEquals(List.of(), now().posting().screening().banned());
    }

    @Test
    void ownerIsNeverShutOut() {
        senders.shutOut(Office.OWNER, office.list.id(), EmailAddress.of("owner@club.example"));

        assertEquals(List.of(), now().posting().screening().banned());
    }

    @Test
    void whatIsKnownOfOthersStays() {
        var pat = EmailAddress.of("pat@else.example");
        var kim = EmailAddress.of("kim@else.example");
        senders.allow(Office.OWNER, office.list.id(), pat);
        senders.shutOut(Office.OWNER, office.list.id(), kim);

        senders.allow(Office.OWNER, office.list.id(), SAM);
        assertEquals(List.of(new SenderPattern(kim.compared())), now().posting().screening().banned());
        senders.shutOut(Office.OWNER, office.list.id(), SAM);

        assertEquals(List.of(pat), now().people().posters());
        assertEquals(List.of(new SenderPattern(kim.compared()), SAMS), now().posting().screening().banned());
    }

    @Test
    void strangerMayNot() {
        assertInstanceOf(Answer.Denied.class, senders.allow(Office.STRANGER, office.list.id(), SAM));
        assertInstanceOf(Answer.Denied.class, senders.shutOut(Office.STRANGER, office.list.id(), SAM));
    }
}
