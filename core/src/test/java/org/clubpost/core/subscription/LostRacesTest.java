package org.clubpost.core.subscription;

import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.list.Admission;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whoever loses against somebody else every time gives up, with nothing half done. */
final class LostRacesTest {

    private final SignUps service = new SignUps();
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());
    private final AtomicInteger lost = new AtomicInteger();

    /** Somebody else writes the same subscriber before each change, without any change to what is known. */
    private void loses(Executable useCase) {
        service.subscribers.beforeEachChange(() -> {
            lost.incrementAndGet();
            var stored = service.stored.find(service.news.id(), anna.id()).orElseThrow();
            service.stored.replace(stored, stored.subscriber());
        });
        var before = service.find(ANNA);
        var told = service.notices.sent();

        assertThrows(UnavailableException.class, useCase);

        assertEquals(Pause.ATTEMPTS, lost.get());
        assertEquals(before, service.find(ANNA));
        assertEquals(told, service.notices.sent());
    }

    private String token(LinkPurpose purpose) {
        return TOKENS.sign(new MembershipLink(purpose, service.news.id(), anna.id()));
    }

    @Test
    void whoConfirmsIsNotGreeted() {
        var token = service.request(ANNA);

        loses(() -> service.confirm.confirm(token, service.origin()));

        assertEquals(0, service.members());
    }

    @Test
    void whoConfirmsWhereTheOwnersDecideDoesNotWaitForThem() {
        service.lists.replace(service.news, service.news.with(service.news.signUp().with(Admission.APPROVAL)));
        var token = service.request(ANNA);

        loses(() -> service.confirm.confirm(token, service.origin()));
    }

    @Test
    void whoAnswersTheMailIsNotGreeted() {
        var token = service.request(ANNA);
        var reply = new ConfirmByReply(service.lists, service.subscribers, service.confirm,
                new FreshLink(service.confirm, service.desk.requests, service.desk.share),
                new CountSignUps(new InMemoryFunnel(), service.clock));

        loses(() -> reply.confirm(ANNA, List.of(token), service.origin()));

        assertEquals(0, service.members());
    }

    @Test
    void whoWithdrawsHasAnOpenRequestStill() {
        var token = service.request(ANNA);

        loses(() -> service.confirm.withdraw(token, service.clock.instant()));
    }

    @Test
    void whoLeavesIsAMemberStill() {
        service.stored.create(anna);

        loses(() -> service.unsubscribe.leave(token(LinkPurpose.ONE_CLICK), LeaveWay.ONE_CLICK,
                service.clock.instant()));

        assertEquals(1, service.members());
    }

    @Test
    void whoAsksToJoinAgainGetsNoLinkThatDoesNotWork() {
        service.request(ANNA);
        service.gapPasses();
        service.subscribe.request(service.signUp(ANNA));

        loses(service.desk.answers::run);
    }

    @Test
    void whoChangesTheirSettingsHasTheOldOnes() {
        service.stored.create(anna);
        var choice = new Manage.Choice.Usual(Locale.GERMAN, MemberSettings.OwnPosts.COPY, true, Optional.empty());

        loses(() -> service.manage.change(token(LinkPurpose.MANAGE_PAGE), choice, service.clock.instant()));
    }

    @Test
    void whoComesBackIsStillGone() {
        service.stored.create(anna);
        service.unsubscribe.leave(token(LinkPurpose.ONE_CLICK), LeaveWay.ONE_CLICK, service.clock.instant());
        var back = TOKENS.sign(new MembershipLink(LinkPurpose.COME_BACK, anna.list(), anna.id(),
                service.clock.instant()));

        loses(() -> service.comeBack.comeBack(back, service.clock.instant()));

        assertEquals(0, service.members());
    }

    @Test
    void whomAnOwnerBringsInIsNoMember() {
        service.request(ANNA);

        loses(() -> service.membership.add(service.news,
                List.of(new Membership.Newcomer(ANNA, new PersonName("Anna"))), "on paper", service.clock.instant()));

        assertEquals(0, service.members());
    }

    @Test
    void whomAnOwnerTakesOutIsAMemberStill() {
        service.stored.create(anna);

        loses(() -> service.membership.remove(service.news, ANNA, new Actor.Operator(), service.clock.instant()));
    }

    @Test
    void whomAnOwnerChangesIsAsBefore() {
        service.stored.create(anna);

        loses(() -> service.membership.change(service.news, ANNA, member -> member.with(Locale.GERMAN)));
    }

    /** The last attempt counts like the first. */
    @Test
    void whoLosesAllButTheLastTimeSucceeds() {
        service.stored.create(anna);
        for (var times = 1; times < Pause.ATTEMPTS; times++) {
            service.subscribers.beforeTheNextChange(() -> {
                var stored = service.stored.find(service.news.id(), anna.id()).orElseThrow();
                service.stored.replace(stored, stored.subscriber());
            });
        }

        assertInstanceOf(Unsubscribe.Outcome.Left.class, service.unsubscribe
                .leave(token(LinkPurpose.ONE_CLICK), LeaveWay.ONE_CLICK, service.clock.instant()));
        assertFalse(service.find(ANNA) instanceof Subscriber.Confirmed);
    }
}
