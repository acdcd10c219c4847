package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.core.FixedClock;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Stage;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.function.feedback.FeedbackHandler;
import org.clubpost.function.feedback.LaterEvents;
import org.clubpost.function.feedback.Wiring;
import org.clubpost.local.sqlite.SqliteDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SES's events, through the function's handler, on the database of one machine. */
class FeedbackOnSqliteTest {

    private static final Path SAMPLES = Path.of("..",
            "feedback-function/src/test/resources/org/clubpost/function/feedback");
    private static final SubscriberId ANNA = new SubscriberId("00112233445566778899aabbccddeeff");

    @TempDir
    private Path folder = Path.of("");
    private final FixedClock clock = new FixedClock(Instant.parse("2026-03-06T12:00:00Z"));
    private final MailingList news = SampleLists.aList("news");
    private final List<String> waiting = new ArrayList<>();
    private SqliteDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = SqliteDatabase.open(folder.resolve("clubpost.db"), clock);
        database.lists().create(news);
        database.subscribers().create(
                SampleSubscribers.aMember(news.id(), SampleSubscribers.aPerson(ANNA, "anna@club.example")));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private final class Waiting implements LaterEvents {

        @Override
        public void add(String json) {
            waiting.add(json);
        }

        @Override
        public int take(Predicate<String> isDone) {
            waiting.removeIf(isDone);
            return waiting.size();
        }
    }

    private void hear(String event) {
        new FeedbackHandler(Wiring.hearing(database, "eu-central-1", clock), new Waiting()).handleRequest(
                new SNSEvent().withRecords(List.of(
                        new SNSEvent.SNSRecord().withSns(new SNSEvent.SNS().withMessage(event)))),
                new SampleContext());
    }

    private static String sample(String name) throws IOException {
        return Files.readString(SAMPLES.resolve(name + ".json"));
    }

    private BounceRecord record() {
        return database.bounces().find(news.id(), ANNA).orElseThrow();
    }

    @Test
    void everyKindIsHeardTwiceInAnyOrder() throws IOException {
        var events = new ArrayList<String>();
        try (var files = Files.list(SAMPLES)) {
            for (var file : new TreeSet<>(files.filter(each -> each.toString().endsWith(".json"))
                    .collect(Collectors.toSet()))) {
                events.add(Files.readString(file));
            }
        }

        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(17));
        events.forEach(this::hear);

        var history = record().history();
        assertEquals(history.stream().distinct().count(), history.size(), history.toString());
        assertInstanceOf(Subscriber.Suppressed.class,
                database.subscribers().find(news.id(), ANNA).orElseThrow().subscriber());
        assertEquals(List.of(), waiting, "what cannot be traced after an hour is let go");
    }

    @Test
    void fiveDaysOfBouncesLeadToTheMailThatFindsOut() throws IOException {
        var event = sample("bounce-no-email");
        for (var day = 0; day < 5; day++) {
            var at = clock.instant().minus(Duration.ofHours(1));
            // One more that day, which counts nothing, and the same again.
            for (var copy : List.of("a" + day, "b" + day, "a" + day)) {
                hear(event.replace("0107019cba5a1f00", copy).replace("2026-03-06T08:31:00.000Z", at.toString()));
            }
            assertEquals(day + 1, record().points().size());
            assertTrue(day == 4 || record().stage() instanceof Stage.Counting, () -> record().toString());
            clock.advance(Duration.ofDays(1));
        }

        assertInstanceOf(Stage.Doubted.class, record().stage());
    }

    @Test
    void afterARefusalForGoodTheWordThatSesSentNothingIsEnough() throws IOException {
        hear(sample("bounce-on-account-list").replace("0107019cba5a1f00", "before").replace("2026-03-06",
                "2026-03-05"));
        assertInstanceOf(Stage.Counting.class, record().stage());

        hear(sample("bounce-no-email"));
        clock.advance(Duration.ofDays(1));
        hear(sample("bounce-on-account-list").replace("0107019cba5a1f00", "after").replace("2026-03-06", "2026-03-07"));

        assertInstanceOf(Stage.Doubted.class, record().stage());
    }
}
