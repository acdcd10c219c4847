package org.clubpost.aws.ses;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;

/**
 * Sends through Amazon SES, one SendRawEmail (API version 2010-12-01) for each mail. Safe for use by many threads.
 *
 * <p>SES cannot tell that a request is a repetition, so nothing is repeated automatically: the client's retries are
 * off. A connection that breaks when the request may have been read leads to {@link SendOutcome.Unclear}. SES replaces
 * our Message-ID and Date with its own; its Message-ID is returned.
 *
 * <p>Connections are the JDK's, which by default keeps no more than five of them open to one host. A process that sends
 * to more members at a time sets the system property {@code http.maxConnections} at its start; otherwise most mails pay
 * for a new TLS handshake.
 */
public final class SesOutbox implements Outbox, AutoCloseable {

    /**
     * SendRawEmail takes 10 MB, encoded or not (Amazon SES quotas, "Message quotas"); a mail that is larger as it
     * stands need not be tried.
     */
    private static final long MAX_BYTES = 10L << 20;

    private final SesClient client;
    private final String configurationSet;
    private final String messageIdDomain;

    /**
     * How to send.
     *
     * @param configurationSet the SES configuration set for all mails; empty for none
     * @param timeout how long SES may take to answer; generous, because giving up leaves it open whether the mail was
     *         sent
     */
    public record Settings(String configurationSet, Duration timeout) {

        /** No configuration set, and a minute to answer. */
        public static final Settings DEFAULT = new Settings("", Duration.ofMinutes(1));
    }

    /**
     * @param client credentials, region and endpoint; the rest is settled here
     * @param settings how to send
     */
    public SesOutbox(SesClientBuilder client, Settings settings) {
        this.client = client
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(settings.timeout()))
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(settings.timeout()).addExecutionInterceptor(new HandOver()))
                .build();
        this.configurationSet = settings.configurationSet();
        this.messageIdDomain = messageIdDomain(this.client.serviceClientConfiguration().region());
    }

    /** SES Developer Guide, "Amazon SES header fields": us-east-1 is the exception. */
    private static String messageIdDomain(Region region) {
        return region.equals(Region.US_EAST_1) ? "email.amazonses.com" : region.id() + ".amazonses.com";
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        if (mail.content().sizeBytes() > MAX_BYTES) {
            return new SendOutcome.Refused(Reason.of(Reason.Cause.SES_MAIL_TOO_LARGE, MAX_BYTES / (1 << 20) + " MB"));
        }
        var handedOver = new AtomicBoolean();
        try {
            var answer = client.sendRawEmail(request(mail, handedOver));
            return new SendOutcome.Accepted(answer.messageId() + "@" + messageIdDomain);
        } catch (SdkException failure) {
            return SesAnswers.outcome(failure, handedOver.get(), mail.recipient());
        }
    }

    private SendRawEmailRequest request(OutgoingMail mail, AtomicBoolean handedOver) {
        return SendRawEmailRequest.builder().source(mail.envelopeSender().ascii())
                .destinations(mail.recipient().ascii())
                .rawMessage(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mail.content().toByteArray())))
                .configurationSetName(configurationSet.isEmpty() ? null : configurationSet)
                .overrideConfiguration(call -> call.putExecutionAttribute(HandOver.DONE, handedOver)).build();
    }

    /** Closes the connections. */
    @Override
    public void close() {
        client.close();
    }
}
