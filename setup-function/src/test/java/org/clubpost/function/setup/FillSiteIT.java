package org.clubpost.function.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clubpost.function.setup.Chore.Properties;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class FillSiteIT {

    private static final Properties PROPERTIES = new Properties(Map.of("Bucket", "pages", "Release", "7"));

    private final LocalS3 server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
    private final StaticFiles files = StaticFiles.of(Site.load());
    private S3Client client;

    @BeforeEach
    void start() {
        server.start();
        client = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
        client.createBucket(request -> request.bucket("pages"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdown();
    }

    private Set<String> keys() {
        return client.listObjectsV2(request -> request.bucket("pages")).contents().stream()
                .map(object -> object.key()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPageIsThereUnderItsPathWithItsType() {
        var expected = new TreeMap<String, String>();
        files.all().stream().filter(file -> !file.path().equals("/"))
                .forEach(file -> expected.put(file.path().substring(1), file.contentType()));

        var made = new FillSite(client, files).make(PROPERTIES);

        assertEquals(new Chore.Made("pages", Map.of()), made);
        assertEquals(expected.keySet(), keys());
        expected.forEach((key, type) -> assertEquals(type,
                client.headObject(request -> request.bucket("pages").key(key)).contentType()));
        assertTrue(expected.containsKey("site/index.en.html"), "what CloudFront shows at the root");
    }

    @Test
    void bucketIsEmptyAfterwardsWhateverWasInIt() {
        var chore = new FillSite(client, files);
        chore.make(PROPERTIES);
        client.putObject(request -> request.bucket("pages").key("site/index.of-an-older-version.html"),
                RequestBody.fromString("old"));

        chore.remove("pages", PROPERTIES);
        chore.remove("pages", PROPERTIES);

        assertEquals(new TreeSet<>(), keys());
    }
}
