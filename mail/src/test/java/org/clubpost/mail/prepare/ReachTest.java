package org.clubpost.mail.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final MailingList LIST = SampleLists.aList().with(new Layout(new ReplyPolicy.WholeList(), "", ""));
    private static final EmailAddress ANNA = EmailAddress.of("anna@anna.example");
    private static final Audience BOARD = Audience.of(List.of(new GroupName("board")));

    private final InMemoryLists lists = new InMemoryLists();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final Reach reach = Reach.of(subscribers, SampleSubscribers.IDS);

    @BeforeEach
    void make() {
        lists.create(LIST);
    }

    private boolean isReached(Audience audience) {
        return reach.reaches(LIST, audience, EmailAddress.of("Anna@ANNA.example"));
    }

    @Test
    void aMemberIsReached() {
        subscribers.create(SampleSubscribers.aMember(LIST.id(), ANNA.written()));

        assertTrue(isReached(Audience.everyone()));
        assertFalse(isReached(BOARD));
    }

    @Test
    void aMemberOfTheGroupIsReachedByItsPosts() {
        var member = SampleSubscribers.aMember(LIST.id(), ANNA.written());
        subscribers.create(member.in(Set.of(new GroupName("board"))));

        assertTrue(isReached(BOARD));
    }

    @Test
    void whoPausesOrIsNoMemberIsNotReached() {
        assertFalse(isReached(Audience.everyone()));

        var member = SampleSubscribers.aMember(LIST.id(), ANNA.written());
        subscribers.create(member.with(member.settings().pausedUntil(Optional.of(LocalDate.of(2026, 4, 1)))));
        assertFalse(isReached(Audience.everyone()));
    }

    @Test
    void aFormerMemberIsNotReached() {
        subscribers.create(SampleSubscribers.aFormerMember(LIST.id(), ANNA.written()));

        assertFalse(isReached(Audience.everyone()));
    }

    private static String cc(MailContent copy) {
        return MimeParser.parse(Octets.of(copy.toByteArray())).header().value("Cc").orElse("none");
    }

    @Test
    void theCopyOfAMembersPostDoesNotNameTheMemberInCc() {
        var preparation = new ListPreparation(Mails.context().links(), new InMemorySentIds(), reach);
        var post = Octets.latin1("From: anna@anna.example\r\nTo: " + LIST.address().ascii() + "\r\n\r\nHello\r\n");

        assertEquals("anna@anna.example", cc(preparation.prepare(LIST, post).render(Mails.ANNA)));

        subscribers.create(SampleSubscribers.aMember(LIST.id(), ANNA.written()));
        assertEquals("none", cc(preparation.prepare(LIST, post).render(Mails.ANNA)));
    }
}
