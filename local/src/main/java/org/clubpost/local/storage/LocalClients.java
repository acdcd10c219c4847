package org.clubpost.local.storage;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS SDK's own clients, for endpoints on this machine. They need no real credentials and look for none. */
public final class LocalClients {

    /** The table's name. */
    public static final String TABLE = "clubpost";
    /** The bucket's name. */
    public static final String BUCKET = "clubpost";

    private static final Region REGION = Region.of("local");
    private static final StaticCredentialsProvider ANYBODY = StaticCredentialsProvider
            .create(AwsBasicCredentials.create("local", "local"));

    private LocalClients() {}

    /** A client of the table at that endpoint; the caller closes it. */
    public static DynamoDbClient table(URI endpoint) {
        return DynamoDbClient.builder().endpointOverride(endpoint).region(REGION).credentialsProvider(ANYBODY)
                .httpClient(UrlConnectionHttpClient.create()).build();
    }

    /** A client of the bucket at that endpoint; the caller closes it. */
    public static S3Client bucket(URI endpoint) {
        return S3Client.builder().endpointOverride(endpoint).region(REGION).credentialsProvider(ANYBODY)
                .forcePathStyle(true).requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.create()).build();
    }
}
