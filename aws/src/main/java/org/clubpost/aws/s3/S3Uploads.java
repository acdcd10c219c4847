package org.clubpost.aws.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.UploadKey;
import org.clubpost.core.store.Uploads;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Files that browsers send straight to a bucket, by a policy that we sign: one key, one size, ten minutes. The bucket's
 * lifecycle removes what is left there. Safe for use by many threads.
 */
public final class S3Uploads implements Uploads {

    private final S3Client client;
    private final Place place;
    private final Supplier<AwsCredentialsIdentity> credentials;

    /**
     * Where files go.
     *
     * @param bucket the bucket's name
     * @param region its region
     * @param address where a browser reaches the bucket
     */
    public record Place(String bucket, String region, URI address) {

        /** That bucket of AWS. */
        public static Place of(String bucket, String region) {
            return new Place(bucket, region,
                    URI.create("https://" + bucket + ".s3." + region + ".amazonaws.com/"));
        }
    }

    /**
     * Takes files there.
     *
     * @param client reaches S3; is not closed here
     * @param credentials whose leave browsers get; they must be good for as long as a form is
     */
    public S3Uploads(S3Client client, Place place, Supplier<AwsCredentialsIdentity> credentials) {
        this.client = client;
        this.place = place;
        this.credentials = credentials;
    }

    /** Takes files in that bucket, with the leave and in the region of the client. */
    public static S3Uploads of(S3Client client, String bucket) {
        var made = client.serviceClientConfiguration();
        return new S3Uploads(client, Place.of(bucket, made.region().id()),
                () -> made.credentialsProvider().resolveIdentity().join());
    }

    @Override
    public Form form(UploadKey key, long most, URI onwards, Instant now) {
        var who = credentials.get();
        var signing = new PostPolicy(place.region(), now);
        var fields = new TreeMap<>(Map.of("key", key.value(), "success_action_redirect", onwards.toString(),
                "x-amz-algorithm", PostPolicy.ALGORITHM, "x-amz-credential", signing.credential(who.accessKeyId()),
                "x-amz-date", signing.time()));
        if (who instanceof AwsSessionCredentialsIdentity session) {
            fields.put("x-amz-security-token", session.sessionToken());
        }
        var policy = PostPolicy.written(policy(fields, most, now.plus(VALID)));
        fields.put("policy", policy);
        fields.put("x-amz-signature", signing.signature(policy, who.secretAccessKey()));
        return new Form(place.address().toString(), fields);
    }

    /** Each value here is ours: none has a quote or a backslash. */
    private String policy(Map<String, String> fields, long most, Instant end) {
        var conditions = new ArrayList<>(List.of("{\"bucket\":\"" + place.bucket() + "\"}",
                "[\"content-length-range\",0," + most + "]"));
        fields.forEach((name, value) -> conditions.add("{\"" + name + "\":\"" + value + "\"}"));
        return "{\"expiration\":\"" + Instant.ofEpochSecond(end.getEpochSecond()) + "\",\"conditions\":["
                + conditions.stream().collect(Collectors.joining(",")) + "]}";
    }

    @Override
    public Optional<MailContent> find(UploadKey key, long most) {
        try {
            return client.getObject(request -> request.bucket(place.bucket()).key(key.value()),
                    (response, body) -> read(response, body, most));
        } catch (NoSuchKeyException nothingThere) {
            return Optional.empty();
        } catch (SdkException failed) {
            throw new UnavailableException("the bucket cannot be read", failed);
        }
    }

    @Override
    public OptionalLong size(UploadKey key) {
        try {
            return OptionalLong.of(client
                    .headObject(request -> request.bucket(place.bucket()).key(key.value())).contentLength());
        } catch (NoSuchKeyException nothingThere) {
            return OptionalLong.empty();
        } catch (SdkException failed) {
            throw new UnavailableException("the bucket cannot be read", failed);
        }
    }

    @Override
    public void keep(UploadKey key, byte[] octets) {
        try {
            client.putObject(request -> request.bucket(place.bucket()).key(key.value()), RequestBody.fromBytes(octets));
        } catch (SdkException failed) {
            throw new UnavailableException("the bucket cannot be written", failed);
        }
    }

    @Override
    public void remove(UploadKey key) {
        try {
            client.deleteObject(request -> request.bucket(place.bucket()).key(key.value()));
        } catch (SdkException failed) {
            throw new UnavailableException("the bucket cannot be written", failed);
        }
    }

    private static Optional<MailContent> read(GetObjectResponse response, AbortableInputStream body, long most)
            throws IOException {
        if (response.contentLength() > most) {
            body.abort();
            return Optional.empty();
        }
        return Optional.of(MailContent.of(body.readAllBytes()));
    }
}
