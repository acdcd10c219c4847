package org.clubpost.aws.config;

import java.time.Duration;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes the clients of AWS's SDK, on the JDK's own HTTP client. Credentials, region and endpoints come from the SDK's
 * usual chain: environment variables (such as {@code AWS_REGION} and {@code AWS_ENDPOINT_URL_SESV2}), system
 * properties, the shared files, the function's role. Each client is made once and closed by whoever asked for it.
 */
public final class AwsClients {

    /** A table, a queue or a bucket that does not begin to answer in this time is tried again. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    /** Events come after whatever else a function has to do in its time. */
    private static final Duration SNS_ANSWERS_WITHIN = Duration.ofSeconds(10);

    /** Ten copies go to SES at a time; the JDK keeps only five connections to a host open by itself. */
    private static final String KEPT_CONNECTIONS = "20";

    static {
        // The JDK reads it when the first connection is done with. A variable for the virtual machine would do the
        // same, but the machine writes a line of its own to the log about each.
        System.getProperties().putIfAbsent("http.maxConnections", KEPT_CONNECTIONS);
    }

    private AwsClients() {}

    /** A client of DynamoDB. */
    public static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder().httpClientBuilder(http()).build();
    }

    /** A client of S3. */
    public static S3Client s3() {
        return S3Client.builder().httpClientBuilder(http()).build();
    }

    /** A client of SQS. */
    public static SqsClient sqs() {
        return SqsClient.builder().httpClientBuilder(http()).build();
    }

    /** A client of SNS, which gives up after ten seconds, all its attempts together. */
    public static SnsClient sns() {
        return SnsClient.builder().httpClientBuilder(http())
                .overrideConfiguration(limits -> limits.apiCallTimeout(SNS_ANSWERS_WITHIN)).build();
    }

    /**
     * What {@link org.clubpost.aws.ses.SesOutbox} makes its client of. The outbox decides by itself about timeouts and
     * retries.
     */
    public static SesV2ClientBuilder ses() {
        return SesV2Client.builder();
    }

    /** A client of SES's second API, for everything but sending. */
    public static SesV2Client sesAccount() {
        return SesV2Client.builder().httpClientBuilder(http()).build();
    }

    /**
     * A client of SES's first API (2010-12-01), for everything but sending: quotas, and the rules by which mail comes
     * in, which only this one has.
     */
    public static SesClient sesControl() {
        return SesClient.builder().httpClientBuilder(http()).build();
    }

    static UrlConnectionHttpClient.Builder http() {
        return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_WITHIN).socketTimeout(ANSWER_WITHIN);
    }
}
