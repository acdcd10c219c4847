package org.clubpost.aws.moto;

import java.util.UUID;
import org.clubpost.aws.s3.S3MailStore;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket of its own in S3.
 *
 * @param client a client of S3
 * @param name the bucket's name
 */
public record MotoBucket(S3Client client, String name) implements AutoCloseable {

    /** A new bucket without objects. */
    public static MotoBucket create() {
        var client = MotoServer.running().at(S3Client.builder()).build();
        var name = "clubpost-" + UUID.randomUUID();
        client.createBucket(
                request -> request.bucket(name).createBucketConfiguration(b -> b.locationConstraint("eu-central-1")));
        return new MotoBucket(client, name);
    }

    /** The store of mails in the bucket. */
    public S3MailStore mails() {
        return new S3MailStore(client, name);
    }

    /** Lets go of the client. */
    @Override
    public void close() {
        client.close();
    }
}
