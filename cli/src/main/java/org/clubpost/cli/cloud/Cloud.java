package org.clubpost.cli.cloud;

import java.time.Duration;
import java.util.Map;
import org.clubpost.aws.config.AwsClients;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.config.SsmParameters;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * The account that this machine's AWS credentials open, in one region. Credentials, region and endpoints come from the
 * SDK's usual chain.
 */
public final class Cloud implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    /**
     * SES takes one call a second of most operations (Amazon SES API reference, "Limits"); together these waits are
     * some nine seconds.
     */
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(300);

    private final Region region;
    private final SignedCalls calls;

    private Cloud(Region region, SignedCalls calls) {
        this.region = region;
        this.calls = calls;
    }

    /**
     * Opens it.
     *
     * @throws CommandFailure when no region or no credentials are configured
     */
    public static Cloud open() {
        Region region;
        try {
            region = DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException none) {
            throw new CommandFailure(
                    "No AWS region is configured. Set it with: aws configure (or the variable AWS_REGION)");
        }
        var credentials = DefaultCredentialsProvider.builder().build();
        try {
            credentials.resolveCredentials();
        } catch (SdkClientException none) {
            credentials.close();
            throw new CommandFailure("No AWS credentials are found. Set them with: aws configure");
        }
        var http = UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_WITHIN).socketTimeout(ANSWER_WITHIN);
        return new Cloud(region, new SignedCalls(http.build(), credentials, region,
                Cloud::waitBefore));
    }

    private static boolean waitBefore(int attempt) {
        if (attempt > ATTEMPTS) {
            return false;
        }
        try {
            Thread.sleep(FIRST_WAIT.multipliedBy(1L << (attempt - 2)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted between two attempts", e);
        }
    }

    /** The region's name, such as {@code eu-central-1}. */
    public String region() {
        return region.id();
    }

    /** Calls for which the SDK's modules are not used. */
    public SignedCalls calls() {
        return calls;
    }

    /** CloudFormation's answer about a stack. */
    public Reply describe(String stack) {
        return calls.query(Service.CLOUD_FORMATION, "DescribeStacks", Map.of("StackName", stack));
    }

    /** Reads a stack out of that answer. */
    public CloudStack read(Reply.Done answer) {
        return CloudStack.of(region(), XmlElement.parse(answer.body()));
    }

    /**
     * The stack of that name.
     *
     * @throws CommandFailure when there is none, or one may not look
     */
    public CloudStack stack(String name) {
        return switch (describe(name)) {
            case Reply.Done done -> read(done);
            case Reply.Refused refused -> throw cannotRead(name, refused);
        };
    }

    /** Why a stack cannot be read, in a line. */
    public CommandFailure cannotRead(String name, Reply.Refused refused) {
        if (refused.isMissing()) {
            return new CommandFailure("There is no stack \"" + name + "\" in " + region()
                    + ". Which there are says: aws cloudformation list-stacks (another region: AWS_REGION)");
        }
        return AwsErrors.ofCredentials(refused.code()).orElseGet(() -> new CommandFailure(refused.isForbidden()
                ? "These AWS credentials may not do " + refused.permission() + "."
                : "CloudFormation refuses: " + refused.code() + ": " + refused.message()));
    }

    /** A client of DynamoDB; the caller closes it. */
    public static DynamoDbClient dynamoDb() {
        return AwsClients.dynamoDb();
    }

    /** A client of S3; the caller closes it. */
    public static S3Client s3() {
        return AwsClients.s3();
    }

    /** A client of SES; the caller closes it. */
    public static SesClient ses() {
        return AwsClients.ses().httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_WITHIN).socketTimeout(ANSWER_WITHIN))
                .build();
    }

    /** Parameter Store; the caller closes it. */
    public static SsmParameters parameters() {
        return SsmParameters.open();
    }

    /**
     * The keys of a stack.
     *
     * @throws CommandFailure when they are gone
     * @throws org.clubpost.core.UnavailableException when Parameter Store does not answer or forbids it
     */
    public static InstallationSecrets secrets(CloudStack stack) {
        var name = stack.output("SecretsParameter");
        try (var parameters = parameters()) {
            return InstallationSecrets.parse(parameters.find(name).orElseThrow(() -> new CommandFailure(
                    "The keys of the stack are gone: there is no parameter " + name + ".")));
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
