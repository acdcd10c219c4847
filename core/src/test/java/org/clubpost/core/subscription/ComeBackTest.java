package org.clubpost.core.subscription;

import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.Race;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.ComeBack.Outcome;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leaving, the goodbye mail, and the way back. */
final class ComeBackTest {

    private final SignUps service = new SignUps();
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written())
            .with(new PersonName("Anna M.")).with(Locale.GERMAN)
            .with(new MemberSettings(OwnPosts.NONE, false).pausedUntil(Optional.of(LocalDate.of(2027, 3, 1))))
            .in(Set.of(new GroupName("board")));

    @BeforeEach
    void annaIsAMember() {
        service.stored.create(anna);
        service.dayPasses();
    }

    private void leave(LinkPurpose purpose, LeaveWay way) {
        var token = TOKENS.sign(new MembershipLink(purpose, anna.list(), anna.id()));
        assertInstanceOf(Unsubscribe.Outcome.Left.class,
                service.unsubscribe.leave(token, way, service.clock.instant()));
    }

    /** Leaves, and gives the token of the link in the goodbye mail. */
    private String goodbye() {
        leave(LinkPurpose.ONE_CLICK, LeaveWay.ONE_CLICK);
        write();
        return SampleLinks.token(service.notices.sent(MemberNotice.Goodbye.class).getLast().back());
    }

    private Optional<Instant> write() {
        return service.letters.write(new NoteTask.Goodbye(anna.list(), service.clock.instant(), anna.id()));
    }

    private Outcome comeBack(String token) {
        return service.comeBack.comeBack(token, service.clock.instant());
    }

    private Outcome look(String token) {
        return service.comeBack.look(token, service.clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLeavesGetsOneGoodbyeInTheirLanguage(LeaveWay way) {
        leave(switch (way) {
            case PAGE -> LinkPurpose.LEAVE_PAGE;
            case MAIL -> LinkPurpose.LEAVE_MAIL;
            case ONE_CLICK -> LinkPurpose.ONE_CLICK;
        }, way);
        var left = service.clock.instant();

        for (var i = 0; i < 3; i++) {
            assertEquals(Optional.of(left.plus(Duration.ofDays(14))), write(), "delivered twice is told once");
        }

        assertEquals(List.of(new MemberNotice.Goodbye(service.news, ANNA, Locale.GERMAN, left,
                SampleLinks.LINKS.comeBack(anna.list(), anna.id(), left), Duration.ofDays(14),
                SampleLinks.LINKS.withoutMail())),
                service.notices.sent());
    }

    @Test
    void whomAnOwnerTakesOffGetsNone() {
        service.membership.remove(service.news, ANNA, new Actor.Operator(), service.clock.instant());
        write();

        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void membershipComesBackAsItWas() {
        var token = goodbye();
        service.clock.advance(Duration.ofDays(13));

        assertInstanceOf(Outcome.Open.class, look(token));
        assertInstanceOf(Subscriber.Left.class, service.find(ANNA), "looking changes nothing");
        assertEquals(new Outcome.Back(service.news, anna), comeBack(token));

        assertEquals(anna, service.find(ANNA));
        assertEquals(1, service.members());
        assertEquals(new Outcome.Member(service.news, anna), comeBack(token), "pressed twice");
        assertEquals(new Outcome.Member(service.news, anna), look(token));
    }

    @Test
    void leaveAfterComingBackHasALinkOfItsOwn() {
        var first = goodbye();
        comeBack(first);
        service.clock.advance(Duration.ofSeconds(1));
        var second = goodbye();

        assertEquals(2, service.notices.sent(MemberNotice.Goodbye.class).size());
        assertEquals(new Outcome.TooLate(service.news), look(first));
        assertEquals(new Outcome.TooLate(service.news), comeBack(first));
        assertEquals(new Outcome.Back(service.news, anna), comeBack(second));
    }

    /** The provider would stop all our mail. */
    @Test
    void nobodyComesBackWhoComplainedOrWasTakenOff() {
        var at = service.clock.instant();
        var token = SampleLinks.token(SampleLinks.LINKS.comeBack(anna.list(), anna.id(), at));
        for (var gone : List.of(Subscriber.Suppressed.of(anna, at, new Stopped.Complaint()),
                Subscriber.Removed.of(anna, at, new Actor.Unknown()))) {
            service.stored.replace(service.stored.find(anna.list(), anna.id()).orElseThrow(), gone);

            assertEquals(new Outcome.TooLate(service.news), look(token));
            assertEquals(new Outcome.TooLate(service.news), comeBack(token));
            assertEquals(gone, service.find(ANNA));
        }
        var bouncing = Subscriber.Suppressed.of(anna, at, new Stopped.Bouncing(BounceReason.USER_UNKNOWN));
        service.stored.replace(service.stored.find(anna.list(), anna.id()).orElseThrow(), bouncing);

        assertEquals(new Outcome.Back(service.news, anna), comeBack(token));
    }

    @Test
    void whoJoinedAgainIsAMember() {
        var token = goodbye();
        service.confirm.confirm(service.request(ANNA), service.origin());
        var joined = service.find(ANNA);

        assertEquals(new Outcome.Member(service.news, (Subscriber.Confirmed) joined), comeBack(token));

        assertEquals(joined, service.find(ANNA));
    }

    @Test
    void requestInTheMeantimeGivesWay() {
        var token = goodbye();
        service.request(ANNA);

        assertEquals(new Outcome.Back(service.news, anna), comeBack(token));
        assertEquals(anna, service.find(ANNA));
    }

    @Test
    void requestInTheMeantimeKeepsNoGoodbyeBack() {
        leave(LinkPurpose.ONE_CLICK, LeaveWay.ONE_CLICK);
        service.request(ANNA);

        write();
        write();

        var token = SampleLinks.token(service.notices.sent(MemberNotice.Goodbye.class).getFirst().back());
        assertEquals(1, service.notices.sent(MemberNotice.Goodbye.class).size());
        assertEquals(new Outcome.Back(service.news, anna), comeBack(token));
    }

    @Test
    void afterItsTimeTheLinkLeadsNowhereAndNothingIsKept() {
        var token = goodbye();
        service.clock.advance(Duration.ofDays(14));

        assertEquals(new Outcome.TooLate(service.news), comeBack(token), "even before it is erased");
        assertEquals(Optional.empty(), write());

        assertEquals(new Subscriber.Left(anna.list(), anna.person(), anna.consent(),
                service.clock.instant().minus(Duration.ofDays(14)), LeaveWay.ONE_CLICK), service.find(ANNA));
        assertEquals(new Outcome.TooLate(service.news), comeBack(token));
        assertEquals(1, service.notices.sent().size());
    }

    @Test
    void whatIsKeptIsErasedBehindARequestToo() {
        goodbye();
        service.clock.advance(Duration.ofDays(14));
        service.request(ANNA);

        write();

        var request = assertInstanceOf(Subscriber.Pending.class, service.find(ANNA));
        assertEquals(new Subscriber.Pending.Past.FormerMember(new Subscriber.Left(anna.list(), anna.person(),
                anna.consent(), service.clock.instant().minus(Duration.ofDays(14)), LeaveWay.ONE_CLICK)),
                request.past());
    }

    @Test
    void whoIsBackIsLeftAlone() {
        comeBack(goodbye());

        assertEquals(Optional.empty(), write());
        assertEquals(anna, service.find(ANNA));
        assertEquals(1, service.notices.sent().size());
    }

    @Test
    void ofManyWhoPressTheButtonAtTheSameTimeOneComesBack() throws InterruptedException {
        var token = goodbye();

        assertEquals(1, Race.winners(8, () -> comeBack(token) instanceof Outcome.Back));
        assertEquals(1, service.members());
    }

    @Test
    void whoeverIsSuppressedStaysSo() {
        var token = goodbye();
        var stored = service.stored.find(anna.list(), anna.id()).orElseThrow();
        service.stored.replace(stored, SampleSubscribers.aSuppressed(anna.list(), ANNA.written()));

        assertEquals(new Outcome.TooLate(service.news), comeBack(token));
        assertEquals(Optional.empty(), write());
    }

    @ParameterizedTest
    @EnumSource(names = "COME_BACK", mode = EnumSource.Mode.EXCLUDE)
    void linkForSomethingElseBringsNobodyBack(LinkPurpose purpose) {
        goodbye();
        var token = TOKENS.sign(SampleLinks.link(purpose, anna.list(), anna.id()));

        assertEquals(new Outcome.Invalid(), look(token));
        assertEquals(new Outcome.Invalid(), comeBack(token));
        assertInstanceOf(Subscriber.Left.class, service.find(ANNA));
    }

    @Test
    void strangerAndUnknownListLearnNothing() {
        var nobody = TOKENS.sign(new MembershipLink(LinkPurpose.COME_BACK, anna.list(), SampleSubscribers.aKey("9"),
                service.clock.instant()));
        var nowhere = TOKENS.sign(new MembershipLink(LinkPurpose.COME_BACK, new ListId("nothing"), anna.id(),
                service.clock.instant()));

        assertEquals(new Outcome.TooLate(service.news), comeBack(nobody));
        assertEquals(new Outcome.Invalid(), comeBack(nowhere));
        assertEquals(new Outcome.Invalid(), comeBack("x"));
    }
}
