package org.clubpost.aws.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.MailStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3MailStoreIT implements MailStoreContract {

    private static final String BUCKET = "mails";

    private final LocalS3 server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
    private S3Client client;

    @BeforeAll
    void start() {
        server.start();
        client = client(server.getPort());
        client.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterAll
    void stop() {
        client.close();
        server.shutdown();
    }

    private static S3Client client(int port) {
        return S3Client.builder().httpClient(UrlConnectionHttpClient.create()).region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
    }

    @Override
    public MailStore testee() {
        return new S3MailStore(client, BUCKET);
    }

    @Test
    void timeOfStoringHasWholeSeconds() {
        var key = new MailKey("inbound/news/seconds");
        testee().put(key, MailContent.of("x".getBytes(US_ASCII)));

        var storedAt = testee().find(key).orElseThrow().storedAt();

        assertEquals(storedAt.truncatedTo(ChronoUnit.SECONDS), storedAt);
    }

    @Test
    void objectsThatAreNoMailsAreNotNamed() {
        client.putObject(request -> request.bucket(BUCKET).key("foreign/a mail (copy).eml"),
                RequestBody.fromString("x"));
        client.putObject(request -> request.bucket(BUCKET).key("foreign/mail"), RequestBody.fromString("x"));

        assertEquals(List.of(new MailKey("foreign/mail")), testee().keys("foreign/").toList());
    }

    @Test
    void bucketThatIsNotThereIsNotTakenForAnEmptyOne() {
        var nowhere = new S3MailStore(client, "no-such-bucket");

        assertThrows(UnavailableException.class, () -> nowhere.find(new MailKey("inbound/news/x")));
        assertThrows(UnavailableException.class, () -> nowhere.keys("inbound/").toList());
        assertThrows(UnavailableException.class,
                () -> nowhere.put(new MailKey("inbound/news/x"), MailContent.of(new byte[1])));
    }
}
