package org.clubpost.stack.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.aws.moto.MotoTopic;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.stack.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The packaged function hears from SNS what SES tells. */
class FeedbackOnLambdaIT {

    private static final Path SAMPLES = Template.ROOT
            .resolve("feedback-function/src/test/resources/org/clubpost/function/feedback");
    private static final String ANNA = "anna@club.example";
    private static final String KEY_IN_SAMPLES = "00112233445566778899aabbccddeeff";
    private static final PostId POST = new PostId("019cba5a1f00a1b2c3d4e5f6");
    private static final String COPY = "0107019cba5a1f00-5b8b6f0a-1111-2222-3333-444455556666-000000"
            + "@eu-central-1.amazonses.com";

    @TempDir
    private Path folder = Path.of("");
    private Cloud cloud;
    private MailingList news;
    private SubscriberId anna;
    private MotoTopic topic;
    private MotoQueue heard;

    @BeforeEach
    void open() {
        cloud = new Cloud();
        news = cloud.create(SampleLists.aList());
        cloud.join(news, ANNA);
        anna = new SubscriberIds(cloud.installationSecret()).of(EmailAddress.of(ANNA));
        cloud.table().sentIds().remember(
                List.of(new SentId(COPY, "original@club.example",
                        Optional.of(new SentId.Copy(news.id(), POST, anna)))),
                Instant.now());
        topic = MotoTopic.create();
        heard = MotoQueue.create();
        topic.subscribe(heard, "{}");
    }

    @AfterEach
    void close() {
        heard.close();
        topic.close();
        cloud.close();
    }

    private RunningFunction start() {
        return RunningFunction.start("FeedbackFunction", folder, cloud);
    }

    /** Every sample, by its name. */
    private Map<String, String> samples() throws IOException {
        var samples = new TreeMap<String, String>();
        try (var files = Files.list(SAMPLES)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                samples.put(file.getFileName().toString().replace(".json", ""),
                        Files.readString(file).replace(KEY_IN_SAMPLES, anna.hex()));
            }
        }
        return samples;
    }

    /** As SNS hands it on. */
    private List<String> published(List<String> events) {
        events.forEach(event -> topic.client().publish(request -> request.topicArn(topic.arn()).message(event)));
        return heard.everything();
    }

    private Optional<BounceRecord> record() {
        return cloud.table().bounces().find(news.id(), anna);
    }

    private boolean isStopped() {
        return cloud.table().subscribers().find(news.id(), anna).orElseThrow()
                .subscriber() instanceof Subscriber.Suppressed;
    }

    @Test
    void everyKindOfEventIsHeardTwiceInAnyOrderAndAppliedOnce() throws IOException {
        var events = new ArrayList<>(samples().values());
        events.removeIf(String::isBlank); // SNS takes no empty message.
        var all = new ArrayList<>(published(events));
        assertEquals(events.size(), all.size());
        all.addAll(List.copyOf(all));
        Collections.shuffle(all, new Random(17));

        try (var feedback = start()) {
            for (var from : IntStream.iterate(0, at -> at < all.size(), at -> at + 10).toArray()) {
                var part = all.subList(from, Math.min(all.size(), from + 10));
                assertEquals("null", feedback.answer(Events.notified(part)).json(),
                        () -> String.join("\n", feedback.log()));
            }

            assertTrue(isStopped(), "there were complaints");
            // A bounce for good and one for now, of undetermined, not-spam, abuse and other, of Anna's address, and of Ben's.
            var history = record().orElseThrow().history();
            assertTrue(history.size() >= 6 && history.size() <= 10, history.toString());
            assertTrue(feedback.log().stream().noneMatch(line -> line.contains(ANNA)));
            assertEquals(0, waiting());
        }
    }

    @Test
    void whatIsNotKnownYetWaits() throws IOException {
        var now = Instant.now().toString();
        var event = Objects.requireNonNull(samples().get("notification-no-email"))
                .replace("2026-03-06T08:31:00.000Z", now).replace("0107019cba5a1f00", "0107019cba5affff");

        try (var feedback = start()) {
            assertEquals("null", feedback.answer(Events.notified(published(List.of(event)))).json());
        }

        assertEquals(1, waiting());
        assertEquals(Optional.empty(), record());
    }

    @Test
    void whatLambdaGaveUpIsTakenUpByTheSchedule() throws IOException {
        var event = Events.notified(published(List.of(samples().get("bounce-no-email"))));
        var body = new ObjectMapper().createObjectNode();
        body.putObject("requestContext").put("requestId", "e4b46cbf").put("condition", "RetriesExhausted");
        body.set("requestPayload", new ObjectMapper().readTree(event));
        cloud.feedback().client().sendMessage(
                request -> request.queueUrl(cloud.feedback().url()).messageBody(body.toString()));

        try (var feedback = start()) {
            assertEquals("null", feedback.answer("{\"Records\": []}").json(),
                    () -> String.join("\n", feedback.log()));
        }

        assertEquals(1, record().orElseThrow().history().size());
        assertEquals(0, waiting());
    }

    @Test
    void tableThatIsAwayFailsTheEventSoThatLambdaTriesAgain() throws IOException {
        var event = Events.notified(published(List.of(samples().get("complaint"))));

        try (var feedback = start()) {
            cloud.removeTable();
            assertInstanceOf(Answer.Failed.class, feedback.answer(event));
        }
    }

    private int waiting() {
        var attributes = List.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
        return cloud.feedback().client()
                .getQueueAttributes(request -> request.queueUrl(cloud.feedback().url()).attributeNames(attributes))
                .attributes().values().stream().mapToInt(Integer::parseInt).sum();
    }
}
