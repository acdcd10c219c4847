package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscription.SayWhy.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why somebody left. */
final class SayWhyTest {

    private final SignUps service = new SignUps();
    private final SayWhy testee = new SayWhy(service.lists, service.subscribers, SampleLinks.TOKENS);
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());
    private final Subscriber.Left left = Subscriber.Left.of(anna, service.clock.instant(), LeaveWay.PAGE);
    private final String why = token(service.news.id());

    private String token(ListId list) {
        return SampleLinks.TOKENS
                .sign(new MembershipLink(LinkPurpose.SAY_WHY, list, anna.id(), service.clock.instant()));
    }

    @BeforeEach
    void annaLeft() {
        service.stored.create(left);
    }

    private void becomes(Subscriber changed) {
        service.stored.replace(service.stored.find(service.news.id(), anna.id()).orElseThrow(), changed);
    }

    @Test
    void lastReasonThatWasChosenIsKept() {
        for (var reason : LeaveReason.values()) {
            assertEquals(new Outcome.Said(service.news, reason), testee.say(why, reason));
            assertEquals(new Outcome.Said(service.news, reason), testee.say(why, reason));
            assertEquals(left.because(reason), service.find(ANNA));
        }
    }

    @Test
    void whoAsksToJoinAgainCanStillSayWhy() {
        var asked = SampleSubscribers.aPending(service.news.id(), ANNA.written());
        becomes(asked.with(new Past.FormerMember(left)));

        testee.say(why, LeaveReason.MOVED);

        assertEquals(asked.with(new Past.FormerMember(left.because(LeaveReason.MOVED))), service.find(ANNA));
    }

    @Test
    void reasonIsForThatLeaveOnly() {
        becomes(anna);
        assertEquals(new Outcome.Past(service.news), testee.say(why, LeaveReason.OTHER));
        service.dayPasses();
        becomes(Subscriber.Left.of(anna, service.clock.instant(), LeaveWay.ONE_CLICK));
        assertEquals(new Outcome.Past(service.news), testee.say(why, LeaveReason.OTHER));
        becomes(SampleSubscribers.aPending(service.news.id(), ANNA.written()));
        assertEquals(new Outcome.Past(service.news), testee.say(why, LeaveReason.OTHER));
        becomes(SampleSubscribers.aSuppressed(service.news.id(), ANNA.written()));
        assertEquals(new Outcome.Past(service.news), testee.say(why, LeaveReason.OTHER));
    }

    @Test
    void onlyTheTokenOfTheFormIsGoodForIt() {
        for (var other : new String[]{"", "nothing", token(new ListId("nothing")), SampleLinks.TOKENS
                .sign(new MembershipLink(LinkPurpose.LEAVE_PAGE, service.news.id(), anna.id()))}) {
            assertEquals(new Outcome.Invalid(), testee.say(other, LeaveReason.OTHER));
        }
        assertEquals(left, service.find(ANNA));
    }

    @Test
    void changeInTheMeantimeIsNotOverwritten() {
        service.subscribers.beforeTheNextChange(() -> becomes(left.with(left.back())));

        testee.say(why, LeaveReason.TOO_MANY);

        assertEquals(Optional.of(LeaveReason.TOO_MANY), ((Subscriber.Left) service.find(ANNA)).reason());
    }
}
