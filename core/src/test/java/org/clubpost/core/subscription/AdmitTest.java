package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscription.Admit.Answer;
import org.junit.jupiter.api.Test;

final class AdmitTest {

    private static final DomainPattern CLUB = new DomainPattern("club.example");
    private static final DomainPattern UNI = new DomainPattern("*.uni.example");
    private static final EmailAddress STUDENT = EmailAddress.of("ben@maths.uni.example");

    private final MailingList news = byTable(SampleLists.aList("news"), "club.example=staff",
            "*.uni.example=students");
    private final MailingList board = byTable(SampleLists.aList("board"), "club.example=staff");
    private final MailingList bare = SampleLists.aList("bare");

    private static MailingList byTable(MailingList list, String... entries) {
        return list.with(Groups.NONE.withDomains(
                List.of(entries).stream().map(entry -> DomainGroup.parse(entry).orElseThrow()).toList()));
    }

    private static Answer admit(EmailAddress address, MailingList... lists) {
        return new Admit(new InMemoryLists(lists)).admit(List.of(lists).stream().map(MailingList::id).toList(),
                address);
    }

    @Test
    void whoIsInATableMayJoinThoseListsWhoseTableItIs() {
        assertEquals(new Answer.Admitted(List.of(news)), admit(STUDENT, board, news, bare));
        assertEquals(new Answer.Admitted(List.of(board, news)),
                admit(EmailAddress.of("vera@club.example"), board, news, bare));
    }

    @Test
    void whoIsInNoTableIsRefusedAndToldWhichDomainsThereAre() {
        assertEquals(new Answer.Refused(List.of(board, news), List.of(CLUB, UNI)),
                admit(EmailAddress.of("eve@elsewhere.example"), board, news));
    }

    @Test
    void wildcardDoesNotMeanTheDomainItself() {
        assertEquals(new Answer.Refused(List.of(news), List.of(CLUB, UNI)),
                admit(EmailAddress.of("rector@uni.example"), news));
    }

    @Test
    void domainsForSigningUpCountInPlaceOfTheTable() {
        var strict = news.with(news.signUp().withDomains(List.of(CLUB)));

        assertEquals(new Answer.Refused(List.of(strict), List.of(CLUB)), admit(STUDENT, strict));
        assertEquals(new Answer.Admitted(List.of(strict)), admit(EmailAddress.of("vera@club.example"), strict));
    }

    @Test
    void listWithoutDomainsTakesNobody() {
        assertEquals(new Answer.Refused(List.of(bare), List.of()), admit(STUDENT, bare));
    }

    @Test
    void listThatDoesNotExistTakesNobody() {
        var admit = new Admit(new InMemoryLists());

        assertEquals(new Answer.Refused(List.of(), List.of()), admit.admit(List.of(new ListId("gone")), STUDENT));
    }
}
