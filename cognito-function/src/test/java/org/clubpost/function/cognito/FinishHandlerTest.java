package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

final class FinishHandlerTest {

    private final Club club = new Club();
    private final Unfinished anna = new Unfinished(Club.key(), club.clock.instant().minusSeconds(90));
    private final FinishHandler handler = new FinishHandler(club.welcome(), club.pools,
            new FunctionLog("finish-sign-up"));

    private void account(String... attributes) {
        club.pools.add(new User(Club.key(), Club.attributes(Club.ANNA, attributes), Map.of()));
    }

    /** The numbers of the messages that come again. */
    private List<String> handle(String... bodies) {
        var event = new SQSEvent();
        event.setRecords(IntStream.range(0, bodies.length).mapToObj(place -> {
            var message = new SQSMessage();
            message.setMessageId(Integer.toString(place));
            message.setBody(bodies[place]);
            return message;
        }).toList());
        return handler.handleRequest(event, new SampleContext()).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier).toList();
    }

    @Test
    void whoeverWaitsIsWelcomedWithTheTimeOfTheirOwnSignUpAndTwiceIsOnce() {
        account("custom:newsletter=yes");

        assertEquals(List.of(), handle(anna.text(), anna.text()));
        assertEquals(List.of(), handle(anna.text()));

        var member = assertInstanceOf(Subscriber.Confirmed.class, club.find(club.news, Club.ANNA));
        assertEquals(new Consent.AccountSignUp("cognito " + Club.POOL, "custom:newsletter=yes", anna.since()),
                member.consent());
        assertEquals(1, club.notices.sent(JoinNotice.Welcome.class).size());
        assertEquals(List.of("students"), List.copyOf(club.pools.groups().keySet()));
    }

    @Test
    void whoChangedTheirMindMeanwhileIsNotSubscribed() {
        account("custom:newsletter=no");

        assertEquals(List.of(), handle(anna.text()));

        assertFalse(club.isKnown(club.news, Club.ANNA));
    }

    @Test
    void accountThatIsGoneNeedsNothing() {
        assertEquals(List.of(), handle(anna.text()));

        assertFalse(club.isKnown(club.news, Club.ANNA));
    }

    @Test
    void whatFailsComesAgainAndTheOthersDoNot() {
        account("custom:newsletter=yes");
        club.notices.takeOnly(_ -> false);

        assertEquals(List.of("0", "1"), handle(anna.text(), "what is that"));

        club.notices.takeOnly(_ -> true);
        assertEquals(List.of("1"), handle(anna.text(), "what is that"));
        assertEquals(1, club.notices.sent(JoinNotice.Welcome.class).size());
    }

    @Test
    void poolThatIsAwayIsAskedAgain() {
        club.pools.away(true);

        assertEquals(List.of("0"), handle(anna.text()));
    }
}
