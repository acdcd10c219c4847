package org.clubpost.local.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.clubpost.aws.cloudevent.CloudEvents;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.SampleEvents;
import org.clubpost.local.sqlite.OpenFailure;
import org.clubpost.local.sqlite.SqliteDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round of a webhook at a time, against a real web server; time is ours. */
class WebhookSenderIT {

    private static final CloudEvents FORMAT = new CloudEvents(URI.create("http://localhost:8080"));
    private static final Event EVENT = SampleEvents.everyKind().getFirst();

    @TempDir
    private Path folder = Path.of("");
    private final FixedClock clock = new FixedClock(FixedClock.START.plusSeconds(1));
    private final WebhookSecret secret = WebhookSecret.of(InstallationSecrets.generate(new SecureRandom()));
    private final WebhookClient client = new WebhookClient(secret, clock);
    private SqliteDatabase database;
    private Deliveries deliveries;

    @BeforeEach
    void open() throws OpenFailure {
        database = SqliteDatabase.open(folder.resolve("clubpost.db"), clock);
        deliveries = database.deliveries();
    }

    @AfterEach
    void close() throws SQLException {
        client.close();
        database.close();
    }

    private void happen(List<Event> events) {
        WebhookService.channel(deliveries, FORMAT).publish(events);
    }

    private void round(URI webhook) {
        new WebhookSender(webhook, deliveries, client, clock).deliver();
    }

    @Test
    void eventIsPostedOnceSigned() throws InterruptedException {
        try (var receiver = Receiver.answering()) {
            deliveries.serve(Set.of(receiver.url()));
            happen(List.of(EVENT));

            round(receiver.url());
            round(receiver.url());

            var request = receiver.next();
            assertEquals(FORMAT.json(EVENT), request.body());
            assertEquals(EVENT.id(), request.id());
            assertEquals("application/cloudevents+json", request.mediaType());
            assertEquals(Long.toString(clock.instant().getEpochSecond()), request.timestamp());
            assertEquals(secret.signature(request.id(), clock.instant().getEpochSecond(), request.body()),
                    request.signature());
            assertEquals(0, receiver.waiting());
            assertEquals(List.of(), deliveries.all());
        }
    }

    @Test
    void receiverThatFailsGetsItInTheEndWithTheSameId() throws InterruptedException {
        try (var receiver = Receiver.answering(500, 302, 404)) {
            deliveries.serve(Set.of(receiver.url()));
            happen(List.of(EVENT));
            for (var attempt = 0; attempt < 4; attempt++) {
                round(receiver.url());
                round(receiver.url());
                clock.advance(Duration.ofHours(1));
            }

            var requests = List.of(receiver.next(), receiver.next(), receiver.next(), receiver.next());
            assertEquals(List.of(500, 302, 404, 204), requests.stream().map(Receiver.Request::status).toList());
            assertTrue(requests.stream().allMatch(request -> request.id().equals(EVENT.id())
                    && request.path().equals("/hooks")), "no redirect is followed");
            assertEquals(0, receiver.waiting());
            assertEquals(List.of(), deliveries.all());
        }
    }

    @Test
    void eventThatOneReceiverRefusesHoldsUpNoOther() throws InterruptedException {
        var events = SampleEvents.everyKind().subList(0, 3);
        try (var receiver = Receiver.answering(400)) {
            deliveries.serve(Set.of(receiver.url()));
            happen(events);

            round(receiver.url());
            round(receiver.url());

            assertEquals(List.of(400, 204, 204), List.of(receiver.next().status(), receiver.next().status(),
                    receiver.next().status()));
            assertEquals(List.of("status 400"), deliveries.all().stream().map(Delivery::problem).toList());
        }
    }

    @Test
    void deadReceiverHoldsUpNoOther() throws InterruptedException {
        URI dead;
        try (var gone = Receiver.answering()) {
            dead = gone.url();
        }
        try (var receiver = Receiver.answering()) {
            deliveries.serve(Set.of(dead, receiver.url()));
            happen(List.of(EVENT));

            round(dead);
            round(receiver.url());

            assertEquals(EVENT.id(), receiver.next().id());
            assertEquals(List.of(dead), deliveries.all().stream().map(Delivery::webhook).toList());
            assertEquals("no connection (ConnectException)", deliveries.all().getFirst().problem());
        }
    }

    @Test
    void receiverThatNeverTakesItIsGivenUpAndSeen() {
        try (var receiver = Receiver.answering(500, 500, 500, 500, 500, 500, 500, 500, 500, 500)) {
            deliveries.serve(Set.of(receiver.url()));
            happen(List.of(EVENT));
            for (var attempt = 0; attempt < 12; attempt++) {
                round(receiver.url());
                clock.advance(Duration.ofHours(24));
            }

            var given = deliveries.all().getFirst();
            assertEquals(10, receiver.waiting());
            assertTrue(given.due().isEmpty());
            assertEquals(10, given.attempts());
            assertEquals("status 500", given.problem());
            clock.advance(Duration.ofDays(Deliveries.DAYS));
            database.sweep();
            assertEquals(List.of(), deliveries.all());
        }
    }

    @Test
    void receiverThatIsGoneIsAskedNoMoreUntilTheNextStart() throws InterruptedException {
        try (var receiver = Receiver.answering(410)) {
            deliveries.serve(Set.of(receiver.url()));
            happen(SampleEvents.everyKind().subList(0, 2));

            round(receiver.url());
            happen(SampleEvents.everyKind().subList(2, 3));
            round(receiver.url());
            assertEquals(410, receiver.next().status());
            assertEquals(0, receiver.waiting());
            assertEquals(List.of(), deliveries.all());

            deliveries.serve(Set.of(receiver.url()));
            happen(List.of(EVENT));
            round(receiver.url());
            assertEquals(204, receiver.next().status());
        }
    }

    /** Dies before or after the receiver is noted to have it. */
    @Test
    void killAfterTheReceiverHasItSendsItAgainWithTheSameId() throws InterruptedException {
        try (var receiver = Receiver.answering()) {
            deliveries.serve(Set.of(receiver.url()));
            happen(List.of(EVENT));
            var killed = new WebhookSender(receiver.url(), new Life(2, false).of(Deliveries.class, deliveries), client,
                    clock);

            assertThrows(Life.Ended.class, killed::deliver);
            happen(List.of(EVENT));
            round(receiver.url());

            assertEquals(EVENT.id(), receiver.next().id());
            assertEquals(EVENT.id(), receiver.next().id());
            assertEquals(0, receiver.waiting());
        }
    }

    @Test
    void webhookThatIsNoLongerWantedIsForgotten() {
        var one = URI.create("http://127.0.0.1:1/one");
        var two = URI.create("http://127.0.0.1:1/two");
        deliveries.serve(Set.of(one, two));
        happen(List.of(EVENT));

        deliveries.serve(Set.of(two));
        happen(SampleEvents.everyKind().subList(1, 2));

        assertEquals(List.of(two, two), deliveries.all().stream().map(Delivery::webhook).toList());
    }
}
