package org.clubpost.bench.ses;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * Hands the same mail to SES for each of many members, from several threads, and does nothing else: the limit of
 * whoever sends through the AWS SDK, or ({@link LeanSes}) without it. Region, endpoint and credentials come from the
 * environment; the SDK's HTTP client is the one that the system property {@code
 * software.amazon.awssdk.http.service.impl} names.
 */
public final class SesLoop {

    private static final String SENDER = "news-bounces@lists.example.org";

    private SesLoop() {}

    /** Sends the mail to one member. */
    private interface Sender {

        void send(String recipient) throws IOException, GeneralSecurityException;
    }

    /**
     * Arguments: the file with the mail, how many members, how many threads, {@code sdk} or {@code lean}. Sends once
     * for each line that it reads.
     */
    public static void main(String... arguments) throws IOException {
        var mail = Files.readAllBytes(Path.of(arguments[0]));
        var members = Integer.parseInt(arguments[1]);
        var threads = Integer.parseInt(arguments[2]);
        try (var client = SesV2Client.builder()
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())).build()) {
            var sender = arguments[3].equals("lean") ? lean(mail) : throughSdk(client, mail);
            while (System.in.read() == '\n') {
                send(sender, members, threads);
            }
        }
    }

    private static Sender throughSdk(SesV2Client client, byte[] mail) {
        var data = SdkBytes.fromByteArrayUnsafe(mail);
        return recipient -> client.sendEmail(request -> request.fromEmailAddress(SENDER)
                .destination(to -> to.toAddresses(recipient)).content(content -> content.raw(raw -> raw.data(data))));
    }

    private static Sender lean(byte[] mail) {
        var ses = new LeanSes(URI.create(System.getenv("AWS_ENDPOINT_URL_SESV2") + "/v2/email/outbound-emails"),
                System.getenv("AWS_REGION"), System.getenv("AWS_ACCESS_KEY_ID"), System.getenv("AWS_SECRET_ACCESS_KEY"));
        return recipient -> ses.send(SENDER, recipient, mail);
    }

    private static void send(Sender sender, int members, int threads) {
        var next = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            for (var i = 0; i < threads; i++) {
                var _ = workers.submit(() -> {
                    for (var member = next.getAndIncrement(); member < members; member = next.getAndIncrement()) {
                        sender.send("member" + member + "@example.net");
                    }
                    return members;
                });
            }
        }
    }
}
