package org.clubpost.aws.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.aws.ses.SesOutbox;
import org.clubpost.aws.ses.SesStub;
import org.clubpost.aws.sqs.SqsDeliveryQueue;
import org.clubpost.aws.sqs.SqsStub;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostId;
import org.clubpost.core.store.MailContent;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Endpoint, region and credentials by the SDK's own chain, here by system properties, which stand for the variables of
 * the same meaning.
 */
class AwsClientsIT {

    @AutoClose
    private final SystemProperties account = SystemProperties.ofAnAccount();

    @Test
    void sesIsReachedWhereTheChainSays() {
        try (var ses = new SesStub(Set.of("lists.example.org"))) {
            account.with("aws.endpointUrlSesV2", ses.endpoint().toString());
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
    void everyServiceIsReachedWhereOneEndpointSays() {
        var moto = MotoServer.running();
        account.with("aws.endpointUrl", moto.endpoint().toString());
        try (var dynamoDb = AwsClients.dynamoDb();
                var s3 = AwsClients.s3();
                var sqs = AwsClients.sqs();
                var ses = AwsClients.sesControl()) {
            assertEquals(List.of(),
                    dynamoDb.listTables(request -> request.exclusiveStartTableName("zzz")).tableNames());
            assertEquals(List.of(), s3.listBuckets(request -> request.prefix("zzz")).buckets());
            assertEquals(List.of(), sqs.listQueues(request -> request.queueNamePrefix("zzz")).queueUrls());
            assertEquals(200, ses.getSendQuota().max24HourSend());
        }
    }

    @Test
    void sqsIsReachedWhereTheChainSays() {
        try (var sqs = new SqsStub(InstantSource.system())) {
            account.with("aws.endpointUrlSqs", sqs.endpoint().toString());
            try (var client = AwsClients.sqs()) {
                new SqsDeliveryQueue(client, sqs.queueUrl())
                        .add(List.of(new RangeRef(new ListId("news"), new PostId("0".repeat(24)), 0)), Duration.ZERO);

                assertEquals(1, sqs.waiting().size());
            }
        }
    }
}
