package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    private static final EmailAddress ROOT = EmailAddress.of("root@machine.example");
    private static final EmailAddress ANNA = EmailAddress.of("anna@club.example");
    private static final EmailAddress BEN = EmailAddress.of("ben@club.example");

    private final InMemoryListMakers makers = new InMemoryListMakers();

    private static MailingList list(String name, EmailAddress... owners) {
        return MailingList.create(new ListId(name), "lists.example.org", name, List.of(owners));
    }

    private List<EmailAddress> of(List<EmailAddress> named, MailingList... lists) {
        return new Operators(named, new InMemoryLists(lists), makers).addresses();
    }

    @Test
    void addressThatWasGivenCountsAlone() {
        assertEquals(List.of(ROOT), of(List.of(ROOT), list("news", ANNA)));
    }

    @Test
    void addressOfTheListsOwnDomainIsNone() {
        assertEquals(List.of(ANNA), of(List.of(EmailAddress.of("postmaster@lists.example.org")), list("news", ANNA)));
    }

    @Test
    void withoutOneItIsWhoeverOwnsEveryList() {
        assertEquals(List.of(ANNA), of(List.of(), list("news", ANNA, BEN), list("board", ANNA)));
        assertEquals(List.of(), of(List.of(), list("news", ANNA), list("board", BEN)));
        assertEquals(List.of(), of(List.of()));
    }

    @Test
    void whereOthersMadeListsAnOwnerSaysNothing() {
        var granted = new Makers.Step(Instant.EPOCH, BEN, true, Office.OPERATOR);
        var withdrawn = new Makers.Step(Instant.EPOCH, BEN, false, Office.OPERATOR);
        makers.replace(Makers.NOBODY, Makers.NOBODY.after(granted));
        assertEquals(List.of(), of(List.of(), list("news", BEN)));
        makers.replace(makers.read(), makers.read().after(withdrawn));

        assertEquals(List.of(), of(List.of(), list("news", BEN)), "lists that they made stay");
        assertEquals(List.of(ROOT), of(List.of(ROOT), list("news", BEN)));
    }
}
