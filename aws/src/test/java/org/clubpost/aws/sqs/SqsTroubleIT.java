package org.clubpost.aws.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How requests are cut, and what becomes of those that SQS refuses or does not answer. */
class SqsTroubleIT {

    private static final PostId POST = new PostId("0".repeat(24));

    private final SqsStub sqs = new SqsStub(InstantSource.system());
    private final SqsClient client = SqsClient.builder().httpClient(UrlConnectionHttpClient.create())
            .region(Region.US_EAST_1).endpointOverride(sqs.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"))).build();
    private final SqsDeliveryQueue queue = new SqsDeliveryQueue(client, sqs.queueUrl(), attempt -> attempt <= 3);

    @AfterEach
    void close() {
        client.close();
        sqs.close();
    }

    private static List<RangeRef> ranges(int count) {
        var list = SampleLists.aList().id();
        return IntStream.range(0, count).mapToObj(index -> new RangeRef(list, POST, index)).toList();
    }

    private List<String> bodies() {
        return sqs.everything().stream().map(QueuedMessage::body).toList();
    }

    private static List<String> texts(List<RangeRef> ranges) {
        return ranges.stream().map(RangeRef::text).toList();
    }

    @Test
    void tenGoIntoOneRequest() {
        queue.add(ranges(21), Duration.ZERO);

        assertEquals(3, sqs.requests());
        assertEquals(texts(ranges(21)), bodies());
    }

    @Test
    void whatSqsDidNotTakeIsSentAgainAndNothingElse() {
        var ranges = ranges(10);
        sqs.refuseOnce(body -> body.endsWith(" 3") || body.endsWith(" 7"));
        sqs.refuseOnce(body -> body.endsWith(" 7"));

        queue.add(ranges, Duration.ZERO);

        assertEquals(List.of("0", "1", "2", "4", "5", "6", "8", "9", "3", "7"),
                bodies().stream().map(body -> body.substring(body.lastIndexOf(' ') + 1)).toList());
        assertEquals(3, sqs.requests());
    }

    @Test
    void whatSqsNeverTakesIsAnExceptionInTheEnd() {
        for (var i = 0; i < 9; i++) {
            sqs.refuseOnce(body -> body.endsWith(" 1"));
        }

        assertThrows(UnavailableException.class, () -> queue.add(ranges(2), Duration.ZERO));
        assertEquals(3, sqs.requests());
    }

    @Test
    void faultThatPassesIsNotSeen() {
        sqs.fail(1);

        queue.add(ranges(1), Duration.ZERO);

        assertEquals(texts(ranges(1)), bodies());
    }

    @Test
    void queueThatIsNotThereIsUnavailable() {
        sqs.close();

        assertThrows(UnavailableException.class, () -> queue.add(ranges(1), Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0", "PT0.001S,1", "PT1S,1", "PT1.5S,2", "PT15M,900", "PT20M,900"})
    void delayIsInWholeSecondsRoundedUpAndNoLongerThanSqsKnows(Duration delay, int seconds) {
        queue.add(ranges(1), delay);

        assertEquals(List.of(seconds), sqs.everything().stream().map(QueuedMessage::delaySeconds).toList());
    }

    @Test
    void stubGivesAMessageToOneWorkerAtATimeUntilItIsDeleted() {
        queue.add(ranges(1), Duration.ZERO);

        var received = client.receiveMessage(request -> request.queueUrl(sqs.queueUrl())).messages().getFirst();
        assertEquals(ranges(1).getFirst().text(), received.body());
        assertEquals(List.of(), client.receiveMessage(request -> request.queueUrl(sqs.queueUrl())).messages());

        client.changeMessageVisibility(request -> request.queueUrl(sqs.queueUrl())
                .receiptHandle(received.receiptHandle()).visibilityTimeout(0));
        var again = client.receiveMessage(request -> request.queueUrl(sqs.queueUrl())).messages().getFirst();
        assertEquals(received.messageId(), again.messageId());

        client.deleteMessage(request -> request.queueUrl(sqs.queueUrl()).receiptHandle(again.receiptHandle()));
        assertEquals(List.of(), sqs.waiting());
    }
}
