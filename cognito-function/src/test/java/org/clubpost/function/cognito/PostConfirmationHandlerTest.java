package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostConfirmationHandlerTest {

    private static final InTime PATIENT = new InTime(Duration.ofMinutes(1));
    private static final InTime HASTY = new InTime(Duration.ofMillis(5));
    private static final String YES = "custom:newsletter=yes";

    private final Club club = new Club();
    private final PostConfirmationHandler handler = handler(club.welcome());

    private PostConfirmationHandler handler(Welcome welcome) {
        return new PostConfirmationHandler(welcome, club.queue::add, PATIENT, PATIENT, club.clock);
    }

    private static CognitoUserPoolPostConfirmationEvent event(String trigger, Map<String, String> attributes) {
        var event = new CognitoUserPoolPostConfirmationEvent();
        event.setTriggerSource(trigger);
        event.setUserPoolId(Club.POOL);
        event.setUserName("11111111-2222");
        event.setRequest(new CognitoUserPoolPostConfirmationEvent.Request(attributes, Map.of()));
        return event;
    }

    private void confirmed(PostConfirmationHandler called, EmailAddress address, String... attributes) {
        var event = event("PostConfirmation_ConfirmSignUp", Club.attributes(address, attributes));

        assertSame(event, called.handleRequest(event, new SampleContext()));
    }

    private void confirmed(EmailAddress address, String... attributes) {
        confirmed(handler, address, attributes);
    }

    @Test
    void whoSaidYesIsAMemberOfTheListsThatTakeHerAndInTheGroupAndIsWelcomed() {
        confirmed(Club.ANNA, YES, "custom:notify=mail", "locale=en-GB");

        var member = assertInstanceOf(Subscriber.Confirmed.class, club.find(club.news, Club.ANNA));
        assertEquals(new Consent.AccountSignUp("cognito " + Club.POOL,
                "custom:newsletter=yes, custom:notify=mail", club.clock.instant()), member.consent());
        assertEquals(new Notification.ByMail(), member.settings().notification());
        assertEquals(Set.of(new GroupName("students")), member.groups());
        assertEquals(Locale.ENGLISH, member.person().language());
        assertTrue(member.greeted());
        assertFalse(club.isKnown(club.board, Club.ANNA));
        assertEquals(Map.of("students", Set.of("11111111-2222")), club.pools.groups());
        assertEquals(1, club.notices.sent(JoinNotice.Welcome.class).size());
        assertEquals(List.of(), club.queue);
    }

    @Test
    void whoIsTakenByBothListsIsAMemberOfBoth() {
        var vera = EmailAddress.of("vera@club.example");

        confirmed(vera, YES);

        assertInstanceOf(Subscriber.Confirmed.class, club.find(club.news, vera));
        assertInstanceOf(Subscriber.Confirmed.class, club.find(club.board, vera));
        assertEquals(Map.of("staff", Set.of("11111111-2222")), club.pools.groups());
    }

    @Test
    void twiceIsOnce() {
        confirmed(Club.ANNA, YES);
        var member = club.find(club.news, Club.ANNA);
        var sent = club.notices.sent();

        confirmed(Club.ANNA, YES);

        assertEquals(member, club.find(club.news, Club.ANNA));
        assertEquals(sent, club.notices.sent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostConfirmation_ConfirmForgotPassword", "PostConfirmation_SomethingNew"})
    void passwordThatWasResetIsNoSignUp(String trigger) {
        var event = event(trigger, Club.attributes(Club.ANNA, YES));

        assertSame(event, handler.handleRequest(event, new SampleContext()));

        assertFalse(club.isKnown(club.news, Club.ANNA));
        assertEquals(Map.of(), club.pools.groups());
        assertEquals(List.of(), club.queue);
    }

    @Test
    void addressThatIsNotProvenIsWorthNothing() {
        confirmed(Club.ANNA, YES, "email_verified=false");

        assertFalse(club.isKnown(club.news, Club.ANNA));
        assertEquals(Map.of(), club.pools.groups());
    }

    @Test
    void domainIsCheckedAgain() {
        var eve = EmailAddress.of("eve@elsewhere.example");

        confirmed(eve, YES);

        assertFalse(club.isKnown(club.news, eve));
        assertEquals(Map.of(), club.pools.groups());
    }

    @Test
    void whoSaidNoGetsNoMailButIsInTheGroup() {
        confirmed(Club.ANNA, "custom:newsletter=no");

        assertFalse(club.isKnown(club.news, Club.ANNA));
        assertEquals(List.of(), club.notices.sent());
        assertEquals(Map.of("students", Set.of("11111111-2222")), club.pools.groups());
    }

    @Test
    void whoWasNotAskedIsAskedByMailAndOnce() {
        confirmed(handler, Club.ANNA);
        confirmed(handler, Club.ANNA);
        club.desk.answers.run();

        assertInstanceOf(Subscriber.Pending.class, club.find(club.news, Club.ANNA));
        assertEquals(1, club.notices.sent().size());
        assertEquals(1, club.notices.sent(JoinNotice.ConfirmationRequest.class).size());
    }

    @Test
    void whoLeftStaysAway() {
        var left = SampleSubscribers.aFormerMember(club.news.id(), Club.ANNA.written());
        club.subscribers.create(left);

        confirmed(Club.ANNA, YES);
        confirmed(Club.ANNA);

        assertEquals(left, club.find(club.news, Club.ANNA));
        assertEquals(List.of(), club.notices.sent());
    }

    // What cannot be done

    @Test
    void whatFailsIsLeftForLaterAndTheEventComesBack() {
        club.pools.away(true);

        confirmed(Club.ANNA, YES);

        assertEquals(List.of(new Unfinished(Club.key(), club.clock.instant())), club.queue);
        assertFalse(club.isKnown(club.news, Club.ANNA));
    }

    @Test
    void whatDiedHalfWayIsDoneTheSecondTime() {
        club.notices.takeOnly(_ -> false);
        confirmed(Club.ANNA, YES);
        club.notices.takeOnly(_ -> true);

        confirmed(Club.ANNA, YES);
        confirmed(Club.ANNA, YES);

        assertTrue(assertInstanceOf(Subscriber.Confirmed.class, club.find(club.news, Club.ANNA)).greeted());
        assertEquals(1, club.notices.sent(JoinNotice.Welcome.class).size());
        assertEquals(1, club.lists.confirmedMembers(club.news.id()));
        assertEquals(1, club.queue.size());
    }

    @Test
    void whatTakesTooLongIsLeftForLaterAndTheEventComesBack() {
        var never = new CountDownLatch(1);
        var slow = club.welcome(Away.lists(club.lists, () -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                throw new UnavailableException("interrupted", stopped);
            }
        }));

        confirmed(new PostConfirmationHandler(slow, club.queue::add, HASTY, PATIENT, club.clock), Club.ANNA, YES);

        assertEquals(1, club.queue.size());
    }

    @Test
    void eventComesBackEvenIfTheQueueIsAwayToo() {
        club.pools.away(true);

        confirmed(new PostConfirmationHandler(club.welcome(), _ -> {
            throw new UnavailableException("the queue is away");
        }, PATIENT, PATIENT, club.clock), Club.ANNA, YES);

        assertEquals(List.of(), club.queue);
    }

    /** The work and the queue together leave a second of Cognito's five for the start. */
    @Test
    void eventIsBackWithinFourSeconds() {
        assertEquals(Duration.ofSeconds(4), Wiring.WELCOME.limit().plus(Wiring.QUEUE.limit()));
        assertTrue(Wiring.DECIDE.limit().compareTo(Duration.ofSeconds(4)) <= 0);
    }
}
