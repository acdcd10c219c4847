package org.clubpost.aws.ses;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clubpost.aws.event.MailTags;
import org.clubpost.aws.event.SesMessageIds;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.suppression.Trace;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Sends through Amazon SES, one SendEmail with a raw mail (API version 2) for each mail. Safe for use by many threads.
 *
 * <p>SES cannot tell that a request is a repetition, so nothing is repeated automatically: the client's retries are
 * off. A connection that breaks when the request may have been read leads to {@link SendOutcome.Unclear}. SES replaces
 * our Message-ID and Date with its own; its Message-ID is returned.
 *
 * <p>Each mail has {@linkplain MailTags tags}, which stand in the reports of bounces and complaints. Copies of posts go
 * through one configuration set, and whatever we write ourselves through another one: see {@link Settings}.
 *
 * <p>A mail is in memory five times or so while it goes out, because the request is JSON with the mail in base64. So
 * whoever sends large mails bounds how many are under way, as {@code core.delivery} does.
 *
 * <p>Connections are the JDK's, which by default keeps no more than five of them open to one host. A process that sends
 * to more members at a time sets the system property {@code http.maxConnections} at its start; otherwise most mails pay
 * for a new TLS handshake.
 */
public final class SesOutbox implements Outbox, AutoCloseable {

    /**
     * SES takes 40 MB by its second API, the parts of the mail encoded (Amazon SES quotas, "Message quotas"); the mail as
     * it stands counts, and not the base64 of the request.
     */
    private static final long MAX_BYTES = 40L << 20;

    private final SesV2Client client;
    private final Settings settings;
    private final String region;

    /**
     * How to send.
     *
     * @param copies the SES configuration set for copies of posts; empty for none
     * @param ownMails the one for the mails that we write ourselves, which reaches addresses on the suppression list too;
     *         empty for none
     * @param timeout how long SES may take to answer; generous, because giving up leaves it open whether the mail was
     *         sent
     */
    public record Settings(String copies, String ownMails, Duration timeout) {

        /** No configuration set, and a minute to answer. */
        public static final Settings DEFAULT = new Settings("", Duration.ofMinutes(1));

        /** The same configuration set for all mails. */
        public Settings(String configurationSet, Duration timeout) {
            this(configurationSet, configurationSet, timeout);
        }

        private String of(OutgoingMail mail) {
            return mail.mark().filter(mark -> mark.purpose() == Trace.Purpose.COPY).isPresent() ? copies : ownMails;
        }
    }

    /**
     * @param client credentials, region and endpoint; the rest is settled here
     * @param settings how to send
     */
    public SesOutbox(SesV2ClientBuilder client, Settings settings) {
        this.client = client
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(settings.timeout()))
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(settings.timeout()).addExecutionInterceptor(new HandOver()))
                .build();
        this.settings = settings;
        this.region = this.client.serviceClientConfiguration().region().id();
    }

    @Override
    public long largest() {
        return MAX_BYTES;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        if (mail.content().sizeBytes() > MAX_BYTES) {
            return new SendOutcome.Refused(Reason.of(Reason.Cause.SES_MAIL_TOO_LARGE, MAX_BYTES / (1 << 20) + " MB"));
        }
        var handedOver = new AtomicBoolean();
        try {
            var answer = client.sendEmail(request(mail, handedOver));
            return new SendOutcome.Accepted(SesMessageIds.inMail(answer.messageId(), region));
        } catch (SdkException failure) {
            return SesAnswers.outcome(failure, handedOver.get(), mail.recipient());
        }
    }

    private SendEmailRequest request(OutgoingMail mail, AtomicBoolean handedOver) {
        var set = settings.of(mail);
        return SendEmailRequest.builder().fromEmailAddress(mail.envelopeSender().ascii())
                .destination(to -> to.toAddresses(mail.recipient().ascii()))
                .content(content -> content.raw(
                        raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mail.content().toByteArray()))))
                .emailTags(MailTags.of(mail).entrySet().stream().map(tag -> MessageTag.builder().name(tag.getKey())
                        .value(tag.getValue()).build()).toList())
                .configurationSetName(set.isEmpty() ? null : set)
                .overrideConfiguration(call -> call.putExecutionAttribute(HandOver.DONE, handedOver)).build();
    }

    /** Closes the connections. */
    @Override
    public void close() {
        client.close();
    }
}
