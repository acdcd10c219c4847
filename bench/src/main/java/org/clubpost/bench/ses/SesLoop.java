package org.clubpost.bench.ses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * Hands the same mail to SES for each of many members, from several threads, and does nothing else: the limit of whoever sends through the AWS SDK. Region,
 * endpoint and credentials come from the environment, the HTTP client is the one on the class path (or the one named by the system property
 * {@code software.amazon.awssdk.http.service.impl}).
 */
public final class SesLoop {

    private SesLoop() {}

    /** Arguments: the file with the mail, how many members, how many threads. Sends once for each line that it reads. */
    public static void main(String... arguments) throws IOException {
        var mail = SdkBytes.fromByteArrayUnsafe(Files.readAllBytes(Path.of(arguments[0])));
        var members = Integer.parseInt(arguments[1]);
        var threads = Integer.parseInt(arguments[2]);
        try (var client = SesClient.builder()
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())).build()) {
            while (System.in.read() == '\n') {
                send(client, mail, members, threads);
            }
        }
    }

    private static void send(SesClient client, SdkBytes mail, int members, int threads) {
        var next = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            for (var i = 0; i < threads; i++) {
                workers.execute(() -> {
                    for (var member = next.getAndIncrement(); member < members; member = next.getAndIncrement()) {
                        var recipient = "member" + member + "@example.net";
                        client.sendRawEmail(request -> request.source("news-bounces@lists.example.org")
                                .destinations(recipient).rawMessage(raw -> raw.data(mail)));
                    }
                });
            }
        }
    }
}
