package org.clubpost.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.clubpost.aws.moto.MotoBucket;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.core.store.Uploads;
import org.clubpost.core.store.UploadsContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** moto takes every form, whatever its policy says; the policy is looked at here. */
class S3UploadsIT implements UploadsContract {

    @AutoClose
    private final MotoBucket bucket = MotoBucket.create();
    private final URI address = URI.create(MotoServer.running().endpoint() + "/" + bucket.name());
    private final S3Uploads uploads = new S3Uploads(bucket.client(),
            new S3Uploads.Place(bucket.name(), "eu-central-1", address),
            () -> AwsSessionCredentials.create("AKIAIOSFODNN7EXAMPLE", "a secret", "a token"));

    @Override
    public Uploads testee() {
        return uploads;
    }

    @Override
    public URI pages() {
        return address;
    }

    @Test
    void policyFixesKeySizeTimeAndWayBack() {
        var key = UploadsContract.fresh();

        var form = uploads.form(key, 20_000_000, ONWARDS, Instant.parse("2026-03-06T09:30:00.5Z"));

        var policy = new String(Base64.getDecoder().decode(form.fields().get("policy")), UTF_8);
        assertTrue(policy.startsWith("{\"expiration\":\"2026-03-06T09:40:00Z\",\"conditions\":[{\"bucket\":\""
                + bucket.name() + "\"},[\"content-length-range\",0,20000000],{\"key\":\"" + key.value() + "\"}"),
                policy);
        for (var field : form.fields().entrySet()) {
            assertTrue(field.getKey().equals("policy") || field.getKey().equals("x-amz-signature")
                    || policy.contains("{\"" + field.getKey() + "\":\"" + field.getValue() + "\"}"), field.getKey());
        }
        assertEquals("a token", form.fields().get("x-amz-security-token"));
        assertEquals(Optional.of(address.getScheme() + "://" + address.getRawAuthority()), form.origin());
    }

    @Test
    void bucketOfAwsIsReachedByItsName() {
        assertEquals(URI.create("https://mails.s3.eu-central-1.amazonaws.com/"),
                S3Uploads.Place.of("mails", "eu-central-1").address());
    }
}
