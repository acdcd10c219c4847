package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

/** What a mail to the address for leaving brings about when nothing proves who wrote it. */
class OfferToLeaveTest {

    private final SignUps service = new SignUps();
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());

    private OfferToLeave.Outcome offer(String address) {
        return service.offers.offer(service.news, EmailAddress.of(address), SamplePosts.aPost(service.news.id()).id());
    }

    @Test
    void aMemberGetsTheLinkToLeave() {
        service.stored.create(anna);

        offer(ANNA.written());

        assertEquals(List.of(new MemberNotice.LeaveOffer(service.news, ANNA, anna.person().language(),
                SampleLinks.LINKS.leavePage(anna.list(), anna.id()))), service.notices.sent());
    }

    @Test
    void itIsCountedOverAllListsAndTogetherWithTheFormsMails() {
        var other = SampleLists.aList(new ListId("chess"));
        service.lists.create(other);
        service.stored.create(anna);
        service.stored.create(SampleSubscribers.aMember(other.id(), ANNA.written()));

        for (var i = 0; i < 5; i++) {
            service.clock.advance(Duration.ofHours(2));
            offer(ANNA.written());
            service.offers.offer(other, ANNA, SamplePosts.aPost(other.id()).id());
        }

        assertEquals(3, service.notices.sent().size());
        assertEquals(OfferToLeave.Outcome.TOO_OFTEN, offer(ANNA.written()));
    }

    @Test
    void theSameMailTwiceIsCountedOnce() {
        service.stored.create(anna);
        var mail = SamplePosts.aPost(service.news.id()).id();

        for (var i = 0; i < 5; i++) {
            service.offers.offer(service.news, ANNA, mail);
        }
        service.clock.advance(Duration.ofHours(1));
        assertEquals(OfferToLeave.Outcome.OFFERED, offer(ANNA.written()));

        assertEquals(6, service.notices.sent().size());
    }

    @Test
    void whoIsNoMemberIsOfferedNothing() {
        assertEquals(OfferToLeave.Outcome.NO_MEMBER, offer(ANNA.written()));
        assertFalse(service.offers.knows(service.news, ANNA));
        service.stored.create(Subscriber.Left.of(anna, service.clock.instant(), LeaveWay.PAGE));
        assertEquals(OfferToLeave.Outcome.NO_MEMBER, offer(ANNA.written()));
        assertTrue(service.offers.knows(service.news, ANNA));

        assertEquals(List.of(), service.notices.sent());
    }
}
