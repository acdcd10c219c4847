package org.clubpost.aws.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsUnpolledQueueIT {

    private final FixedClock clock = new FixedClock();
    private final SqsStub sqs = new SqsStub(clock);
    private final SqsClient client = SqsClient.builder().httpClient(UrlConnectionHttpClient.create())
            .region(Region.US_EAST_1).endpointOverride(sqs.endpoint())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any"))).build();
    private final SqsUnpolledQueue queue = new SqsUnpolledQueue(client, sqs.queueUrl());
    private final List<String> taken = new ArrayList<>();

    @AfterEach
    void close() {
        client.close();
        sqs.close();
    }

    private List<String> put(int messages) {
        var bodies = IntStream.range(0, messages).mapToObj(number -> "message " + number).toList();
        bodies.forEach(body -> client.sendMessage(request -> request.queueUrl(sqs.queueUrl()).messageBody(body)));
        return bodies;
    }

    @Test
    void lookAtAnEmptyQueueIsOneRequest() {
        assertEquals(0, queue.take(letter -> taken.add(letter.body())));

        assertEquals(1, sqs.requests());
        assertEquals(List.of(), taken);
    }

    @Test
    void whatIsThereIsTakenOnceHoweverMuchItIs() {
        var bodies = put(23);

        assertEquals(23, queue.take(letter -> taken.add(letter.body())));
        assertEquals(0, queue.take(letter -> taken.add(letter.body())));

        assertEquals(bodies, taken);
        assertEquals(List.of(), sqs.waiting());
    }

    @Test
    void oneLookTakesTwoHundredAndTheNextOneTheRest() {
        var bodies = put(205);

        assertEquals(200, queue.take(letter -> taken.add(letter.body())));
        assertEquals(5, queue.take(letter -> taken.add(letter.body())));

        assertEquals(bodies, taken);
    }

    @Test
    void whatIsNotDoneComesAgainWithTheSameId() {
        put(2);
        var ids = new ArrayList<String>();
        queue.take(letter -> letter.body().endsWith("0") && ids.add(letter.id()));
        assertEquals(0, queue.take(letter -> taken.add(letter.body())), "it is hidden for a while");

        clock.advance(Duration.ofMinutes(1));

        assertEquals(1, queue.take(letter -> ids.add(letter.id())));
        assertEquals(List.of("m-1", "m-2"), ids);
        assertEquals(List.of(), sqs.waiting());
    }

    @Test
    void queueThatCannotBeReadIsUnavailable() {
        sqs.close();

        assertThrows(UnavailableException.class, () -> queue.take(_ -> true));
    }
}
