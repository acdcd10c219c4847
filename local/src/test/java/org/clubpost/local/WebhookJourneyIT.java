package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Membership;
import org.clubpost.local.webhook.Receiver;
import org.clubpost.local.webhook.WebhookSecret;
import org.clubpost.local.webhook.Webhooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service tells a program of events, over the wire, whatever becomes of either. */
class WebhookJourneyIT {

    private static final ListId NEWS = new ListId("news");

    @TempDir
    private Path data = Path.of("");

    private LocalSettings telling(Receiver receiver, boolean addresses) {
        var usual = TestClubpost.settings(data);
        return new LocalSettings(data, usual.doors(), usual.domain(), usual.outlet(), usual.trust(), usual.window(),
                new Webhooks(Set.of(receiver.url()), addresses, Optional.empty()));
    }

    private static void verified(LocalData data, Receiver.Request request) {
        assertEquals(WebhookSecret.of(data.secrets()).signature(request.id(), Long.parseLong(request.timestamp()),
                request.body()), request.signature());
    }

    @Test
    void programHearsWhatACommandDidAlsoWhenItFailsAtFirst() throws Exception {
        try (var receiver = Receiver.answering(503); var clubpost = TestClubpost.start(telling(receiver, true))) {
            var ids = new SubscriberIds(clubpost.data().secrets().installation());
            var anna = EmailAddress.of("anna@club.example");
            clubpost.database().subscribers().create(SampleSubscribers.aMember(NEWS,
                    SampleSubscribers.aPerson(ids.of(anna), "anna@club.example")));
            assertTrue(new Membership(clubpost.database().subscribers(), ids)
                    .remove(clubpost.database().lists().find(NEWS).orElseThrow(), anna, new Actor.Operator(),
                            Instant.now()));

            var ended = new HashSet<String>();
            var seen = new HashSet<String>();
            while (ended.size() < 2) {
                var request = receiver.next();
                verified(clubpost.data(), request);
                var event = new ObjectMapper().readTree(request.body());
                assertEquals("anna@club.example", event.path("data").path("address").asText());
                seen.add(event.path("type").asText());
                if (request.status() == 204) {
                    ended.add(request.id());
                }
            }

            assertEquals(Set.of("org.clubpost.member.confirmed", "org.clubpost.member.removed"), seen);
            var log = Files.readString(new DataLayout(data).log());
            assertTrue(log.contains("status 503"), log);
            assertFalse(log.contains("anna@") || log.contains("s3cret"), log);
        }
    }

    @Test
    void whatHappenedBeforeAStopIsToldAfterTheStart() throws Exception {
        try (var receiver = Receiver.answering()) {
            try (var clubpost = TestClubpost.start(telling(receiver, false))) {
                assertEquals(0, receiver.waiting());
                clubpost.database();
            }
            try (var command = LocalData.open(data)) {
                command.database().subscribers()
                        .create(SampleSubscribers.aMember(NEWS, "anna@club.example"));
            }
            try (var clubpost = TestClubpost.start(telling(receiver, false))) {
                var request = receiver.next();

                verified(clubpost.data(), request);
                assertTrue(request.body().contains("org.clubpost.member.confirmed"), request.body());
                assertFalse(request.body().contains("@"), request.body());
            }
        }
    }

    @Test
    void serviceWithoutWebhooksRecordsNothing() throws StartFailure, IOException {
        try (var clubpost = TestClubpost.start(data)) {
            clubpost.database().subscribers().create(SampleSubscribers.aMember(NEWS, "anna@club.example"));

            assertEquals(0, clubpost.database().events().oldest(10).size());
        }
    }
}
