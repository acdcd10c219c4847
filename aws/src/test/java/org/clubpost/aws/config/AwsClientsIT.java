package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.aws.ses.SesStub;
import org.clubpost.aws.sqs.SqsDeliveryQueue;
import org.clubpost.aws.sqs.SqsStub;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Endpoint, region and credentials by the SDK's own chain, here by system properties, which stand for the variables of
 * the same meaning.
 */
class AwsClientsIT {

    private final Map<String, Optional<String>> before = new HashMap<>();

    private void set(String property, String value) {
        before.put(property, Optional.ofNullable(System.setProperty(property, value)));
    }

    private void setAll(String endpointProperty, String endpoint) {
        set("aws.region", "eu-central-1");
        set("aws.accessKeyId", "any");
        set("aws.secretAccessKey", "any");
        set(endpointProperty, endpoint);
    }

    @AfterEach
    void restore() {
        before.forEach((property, value) -> value.ifPresentOrElse(old -> System.setProperty(property, old),
                () -> System.clearProperty(property)));
    }

    @Test
    void sesIsReachedWhereTheChainSays() {
        try (var ses = new SesStub(Set.of("lists.example.org"))) {
            setAll("aws.endpointUrlSes", ses.endpoint().toString());
            try (var outbox = new SesOutbox(AwsClients.ses(), SesOutbox.Settings.DEFAULT)) {
                var outcome = outbox.send(new OutgoingMail(EmailAddress.of("news-bounces@lists.example.org"),
                        EmailAddress.of("anna@example.org"), MailContent.of("From: news@lists.example.org\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII))));

                assertEquals(ses.sent().getFirst().messageId() + "@eu-central-1.amazonses.com",
                        assertInstanceOf(SendOutcome.Accepted.class, outcome).messageId());
            }
        }
    }

    @Test
    void sqsIsReachedWhereTheChainSays() {
        try (var sqs = new SqsStub(InstantSource.system())) {
            setAll("aws.endpointUrlSqs", sqs.endpoint().toString());
            try (var client = AwsClients.sqs()) {
                new SqsDeliveryQueue(client, sqs.queueUrl())
                        .add(List.of(new RangeRef(new ListId("news"), new PostId("0".repeat(24)), 0)), Duration.ZERO);

                assertEquals(1, sqs.waiting().size());
            }
        }
    }
}
