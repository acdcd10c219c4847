package org.clubpost.core.subscription;

import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.Race;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Unsubscribe.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class UnsubscribeTest {

    private final SignUps service = new SignUps();
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());

    private String token(LinkPurpose purpose) {
        return TOKENS.sign(SampleLinks.link(purpose, service.news.id(), anna.id()));
    }

    private Outcome leave(LinkPurpose purpose, LeaveWay way) {
        return service.unsubscribe.leave(token(purpose), way, service.clock.instant());
    }

    private Subscriber.Left gone(LeaveWay way) {
        return Subscriber.Left.of(anna, service.clock.instant(), way);
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAVE_PAGE", "ONE_CLICK", "LEAVE_MAIL", "MANAGE_PAGE", "FRESH_SETTINGS"})
    void lookingShowsTheMemberAndChangesNothing(LinkPurpose purpose) {
        service.stored.create(anna);

        for (var i = 0; i < 5; i++) {
            assertEquals(new Outcome.Member(service.news, anna), service.unsubscribe.look(token(purpose)));
        }

        assertEquals(anna, service.find(ANNA));
    }

    @ParameterizedTest
    @CsvSource({"LEAVE_PAGE,PAGE", "ONE_CLICK,PAGE", "ONE_CLICK,ONE_CLICK", "LEAVE_MAIL,MAIL", "MANAGE_PAGE,PAGE",
            "FRESH_SETTINGS,PAGE"})
    void memberLeavesByALinkThatWasMadeForIt(LinkPurpose purpose, LeaveWay way) {
        service.stored.create(anna);

        assertInstanceOf(Outcome.Left.class, leave(purpose, way));

        assertEquals(gone(way), service.find(ANNA));
        assertEquals(0, service.members());
    }

    @ParameterizedTest
    @CsvSource({"LEAVE_PAGE,ONE_CLICK", "LEAVE_PAGE,MAIL", "LEAVE_MAIL,PAGE", "LEAVE_MAIL,ONE_CLICK", "ONE_CLICK,MAIL",
            "MANAGE_PAGE,ONE_CLICK", "MANAGE_PAGE,MAIL",
            "FRESH_SETTINGS,ONE_CLICK", "FRESH_SETTINGS,MAIL", "COME_BACK,PAGE",
            "COME_BACK,ONE_CLICK", "COME_BACK,MAIL"})
    void linkDoesNotWorkForAnythingElse(LinkPurpose purpose, LeaveWay way) {
        service.stored.create(anna);

        assertEquals(new Outcome.Invalid(), leave(purpose, way));

        assertEquals(anna, service.find(ANNA));
    }

    @ParameterizedTest
    @EnumSource(names = {"COME_BACK", "SAY_WHY", "OLD_ADDRESS", "LET_IN", "REFUSE"})
    void linkWithWhichNobodyLeavesShowsNothingHere(LinkPurpose purpose) {
        service.stored.create(anna);

        assertEquals(new Outcome.Invalid(), service.unsubscribe.look(token(purpose)));
    }

    @Test
    void settingsTokenIsThatOfTheLinkInTheMails() {
        assertEquals(token(LinkPurpose.MANAGE_PAGE),
                service.unsubscribe.settingsToken(new Outcome.Member(service.news, anna)));
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        service.stored.create(anna);
        leave(LinkPurpose.ONE_CLICK, LeaveWay.ONE_CLICK);
        var left = service.find(ANNA);
        service.dayPasses();

        assertEquals(new Outcome.NotMember(service.news), leave(LinkPurpose.ONE_CLICK, LeaveWay.ONE_CLICK));
        assertEquals(new Outcome.NotMember(service.news), service.unsubscribe.look(token(LinkPurpose.LEAVE_PAGE)));

        assertEquals(left, service.find(ANNA));
    }

    @Test
    void ofManyWhoPressTheButtonAtTheSameTimeOneLeaves() throws InterruptedException {
        service.stored.create(anna);

        assertEquals(1,
                Race.winners(8, () -> leave(LinkPurpose.LEAVE_PAGE, LeaveWay.PAGE) instanceof Outcome.Left));

        assertEquals(0, service.members());
    }

    @Test
    void whoeverIsNotWrittenToForNowCanLeaveForGood() {
        var stopped = SampleSubscribers.aSuppressed(service.news.id(), "d@example.org");
        service.stored.with(List.of(stopped));
        var token = TOKENS.sign(new MembershipLink(LinkPurpose.ONE_CLICK, service.news.id(), stopped.id()));

        assertInstanceOf(Outcome.Member.class, service.unsubscribe.look(token));
        var left = Subscriber.Left.of(stopped.asBefore(), service.clock.instant(), LeaveWay.ONE_CLICK);
        assertEquals(new Outcome.Left(service.news, left),
                service.unsubscribe.leave(token, LeaveWay.ONE_CLICK, service.clock.instant()));
        assertEquals(left, service.find(stopped.person().address()));
    }

    @Test
    void linkIsGoodButThereIsNoMembership() {
        var everybodyElse = Stream.of(SampleSubscribers.aPending(service.news.id(), "b@example.org"),
                SampleSubscribers.aFormerMember(service.news.id(), "c@example.org")).toList();
        service.stored.with(everybodyElse);
        for (var person : Stream.concat(Stream.of(anna), everybodyElse.stream()).toList()) {
            var token = TOKENS.sign(new MembershipLink(LinkPurpose.ONE_CLICK, service.news.id(), person.id()));

            assertEquals(new Outcome.NotMember(service.news), service.unsubscribe.look(token));
            assertEquals(new Outcome.NotMember(service.news),
                    service.unsubscribe.leave(token, LeaveWay.ONE_CLICK, service.clock.instant()));
        }
        everybodyElse.forEach(person -> assertEquals(person, service.find(person.person().address())));
        assertFalse(service.isKnown(ANNA));
    }

    @Test
    void whatIsNoTokenIsInvalid() {
        var unknownList = TOKENS.sign(new MembershipLink(LinkPurpose.ONE_CLICK, new ListId("nothing"), anna.id()));
        for (var token : List.of("", "x", unknownList, service.request(ANNA))) {
            assertEquals(new Outcome.Invalid(), service.unsubscribe.look(token));
            assertEquals(new Outcome.Invalid(),
                    service.unsubscribe.leave(token, LeaveWay.ONE_CLICK, service.clock.instant()));
        }
    }

    @Test
    void memberWhoIsChangedInBetweenLeavesAllTheSame() {
        var ungreeted = new Subscriber.Confirmed(anna.list(), anna.person(), anna.consent(), anna.since(), false);
        service.stored.create(ungreeted);
        service.subscribers.beforeTheNextChange(() -> service.stored
                .replace(service.stored.find(anna.list(), anna.id()).orElseThrow(), anna));

        assertInstanceOf(Outcome.Left.class, leave(LinkPurpose.ONE_CLICK, LeaveWay.ONE_CLICK));

        assertInstanceOf(Subscriber.Left.class, service.find(ANNA));
    }

    @Test
    void oldLinkWorksForWhoCameBack() {
        service.stored.create(anna);
        leave(LinkPurpose.LEAVE_PAGE, LeaveWay.PAGE);
        service.confirm.confirm(service.request(ANNA), service.origin());

        assertInstanceOf(Outcome.Left.class, leave(LinkPurpose.LEAVE_PAGE, LeaveWay.PAGE));
    }
}
