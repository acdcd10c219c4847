package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

/** What a mail to the address for leaving brings about when nothing proves who wrote it. */
class OfferToLeaveTest {

    private final SignUps service = new SignUps();
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());

    private void offer(String address) {
        service.offers.offer(service.news, EmailAddress.of(address), SamplePosts.aPost(service.news.id()).id());
    }

    @Test
    void aMemberGetsTheLinkToLeave() {
        service.stored.create(anna);

        offer(ANNA.written());

        assertEquals(List.of(new Notice.LeaveOffer(service.news, ANNA, anna.person().language(),
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
    }

    @Test
    void theSameMailTwiceIsCountedOnce() {
        service.stored.create(anna);
        var mail = SamplePosts.aPost(service.news.id()).id();

        for (var i = 0; i < 5; i++) {
            service.offers.offer(service.news, ANNA, mail);
        }
        service.clock.advance(Duration.ofHours(1));
        offer(ANNA.written());

        assertEquals(6, service.notices.sent().size());
    }

    @Test
    void whoIsNoMemberIsOfferedNothing() {
        offer(ANNA.written());
        service.stored.create(Subscriber.Left.of(anna, service.clock.instant(), LeaveWay.PAGE));
        offer(ANNA.written());

        assertEquals(List.of(), service.notices.sent());
    }
}
