package org.clubpost.aws.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clubpost.aws.moto.MotoBucket;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.MailStoreContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

class S3MailStoreIT implements MailStoreContract {

    @AutoClose
    private final MotoBucket bucket = MotoBucket.create();

    @Override
    public MailStore testee() {
        return bucket.mails();
    }

    @Override
    public int moreThanOnePage() {
        return MotoServer.KEYS_OF_A_PAGE + 50;
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
        bucket.client().putObject(request -> request.bucket(bucket.name()).key("foreign/a mail (copy).eml"),
                RequestBody.fromString("x"));
        bucket.client().putObject(request -> request.bucket(bucket.name()).key("foreign/mail"),
                RequestBody.fromString("x"));

        assertEquals(List.of(new MailKey("foreign/mail")), testee().keys("foreign/").toList());
    }

    @Test
    void bucketThatIsNotThereIsNotTakenForAnEmptyOne() {
        var nowhere = new S3MailStore(bucket.client(), "no-such-bucket");

        assertThrows(UnavailableException.class, () -> nowhere.find(new MailKey("inbound/news/x")));
        assertThrows(UnavailableException.class, () -> nowhere.keys("inbound/").toList());
        assertThrows(UnavailableException.class,
                () -> nowhere.put(new MailKey("inbound/news/x"), MailContent.of(new byte[1])));
    }
}
