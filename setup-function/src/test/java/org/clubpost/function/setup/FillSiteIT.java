package org.clubpost.function.setup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clubpost.aws.moto.MotoBucket;
import org.clubpost.aws.resource.Chore;
import org.clubpost.aws.resource.Chore.Properties;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class FillSiteIT {

    private final StaticFiles files = StaticFiles.of(Site.load());
    @AutoClose
    private final MotoBucket bucket = MotoBucket.create();
    private final S3Client client = bucket.client();
    private final Properties properties = new Properties(Map.of("Bucket", bucket.name(), "Release", "7"));

    private Set<String> keys() {
        return client.listObjectsV2(request -> request.bucket(bucket.name())).contents().stream()
                .map(object -> object.key()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPageIsThereUnderItsPathWithItsType() {
        var expected = new TreeMap<String, String>();
        files.all().forEach(file -> expected.put(file.path().equals("/") ? "subscribe" : file.path().substring(1),
                file.contentType()));

        var made = new FillSite(client, files).make(properties);

        assertEquals(new Chore.Made(bucket.name(), Map.of()), made);
        assertEquals(expected.keySet(), keys());
        expected.forEach((key, type) -> assertEquals(type,
                client.headObject(request -> request.bucket(bucket.name()).key(key)).contentType()));
        assertTrue(expected.containsKey("subscribe"), "what CloudFront asks for at the root");
    }

    @Test
    void bucketIsEmptyAfterwardsWhateverWasInIt() {
        var chore = new FillSite(client, files);
        chore.make(properties);
        client.putObject(request -> request.bucket(bucket.name()).key("site/index.of-an-older-version.html"),
                RequestBody.fromString("old"));

        chore.remove(bucket.name(), properties);
        chore.remove(bucket.name(), properties);

        assertEquals(new TreeSet<>(), keys());
    }

    @Test
    void bucketThatSomebodyHasDeletedHoldsNothingUp() {
        var gone = new Properties(Map.of("Bucket", bucket.name() + "-gone", "Release", "7"));
        var chore = new FillSite(client, files);

        assertDoesNotThrow(() -> chore.remove(bucket.name() + "-gone", gone));
    }
}
