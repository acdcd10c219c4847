package org.clubpost.cli.cloud;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.cli.output.CommandFailure;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The account that this machine's AWS credentials open, in one region. Credentials, region and endpoints come from the
 * SDK's usual chain. The client of a service is made when it is first asked for, and closed with this; all share the
 * credentials and the connections.
 */
public final class Cloud implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    /** SES takes one call a second of most operations (Amazon SES API reference, "Limits"). */
    private static final StandardRetryStrategy RETRIES = AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .maxAttempts(5).build();

    private final Region region;
    private final DefaultCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();
    private final Map<String, CloudFormationClient> elsewhere = new ConcurrentHashMap<>();

    private Cloud(Region region, DefaultCredentialsProvider credentials, SdkHttpClient http) {
        this.region = region;
        this.credentials = credentials;
        this.http = http;
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
        return new Cloud(region, credentials, UrlConnectionHttpClient.builder().connectionTimeout(CONNECT_WITHIN)
                .socketTimeout(ANSWER_WITHIN).build());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C client(
            Class<C> type, Supplier<B> builder) {
        return type.cast(clients.computeIfAbsent(type, _ -> make(builder.get(), region)));
    }

    /** A client closes what it was given, unless that cannot be closed; the credentials are for all clients. */
    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C make(B builder, Region region) {
        AwsCredentialsProvider shared = () -> credentials.resolveCredentials();
        return builder.region(region).credentialsProvider(shared).httpClient(http)
                .overrideConfiguration(configuration -> configuration.retryStrategy(RETRIES)).build();
    }

    /** The region's name, such as {@code eu-central-1}. */
    public String region() {
        return region.id();
    }

    /** CloudFormation's answer about a stack. */
    public Reply<DescribeStacksResponse> describe(String stack) {
        return Reply.of("cloudformation:DescribeStacks",
                () -> cloudFormation().describeStacks(request -> request.stackName(stack)));
    }

    /** Reads a stack out of that answer. */
    public CloudStack read(Reply.Done<DescribeStacksResponse> reply) {
        return CloudStack.of(region(), reply.answer().stacks().getFirst());
    }

    /**
     * The stack of that name.
     *
     * @throws CommandFailure when there is none, or one may not look
     */
    public CloudStack stack(String name) {
        return switch (describe(name)) {
            case Reply.Done<DescribeStacksResponse> done -> read(done);
            case Reply.Refused<DescribeStacksResponse> refused -> throw cannotRead(name, refused);
        };
    }

    /** Why a stack cannot be read, in a line. */
    public CommandFailure cannotRead(String name, Reply.Refused<DescribeStacksResponse> refused) {
        return refused.isMissing()
                ? new CommandFailure("There is no stack \"" + name + "\" in " + region()
                        + ". Which there are says: aws cloudformation list-stacks (another region: AWS_REGION)")
                : refused.failure("CloudFormation");
    }

    /**
     * The keys of a stack.
     *
     * @throws CommandFailure when they are gone, or one may not look
     * @throws org.clubpost.core.UnavailableException when Parameter Store does not answer
     */
    public InstallationSecrets secrets(CloudStack stack) {
        var name = stack.output("SecretsParameter");
        var reply = Reply.of("ssm:GetParameter on " + name,
                () -> ssm().getParameter(request -> request.name(name).withDecryption(true)));
        return switch (reply) {
            case Reply.Done(var answer) -> InstallationSecrets.parse(answer.parameter().value());
            case Reply.Refused<?> refused when refused.isMissing() -> throw new CommandFailure(
                    "The keys of the stack are gone: there is no parameter " + name + ".");
            case Reply.Refused<?> refused -> throw refused.failure("Parameter Store");
        };
    }

    /** CloudFormation. */
    public CloudFormationClient cloudFormation() {
        return client(CloudFormationClient.class, CloudFormationClient::builder);
    }

    /** CloudFormation in another region, such as {@code us-east-1}. */
    public CloudFormationClient cloudFormation(String other) {
        return elsewhere.computeIfAbsent(other, _ -> make(CloudFormationClient.builder(), Region.of(other)));
    }

    /** DynamoDB. */
    public DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.class, DynamoDbClient::builder);
    }

    /** S3. */
    public S3Client s3() {
        return client(S3Client.class, S3Client::builder);
    }

    /** SES, API version 1, which alone has receipt rules. */
    public SesClient ses() {
        return client(SesClient.class, SesClient::builder);
    }

    /** SES, API version 2. */
    public SesV2Client sesV2() {
        return client(SesV2Client.class, SesV2Client::builder);
    }

    /** Lambda. */
    public LambdaClient lambda() {
        return client(LambdaClient.class, LambdaClient::builder);
    }

    /** SNS. */
    public SnsClient sns() {
        return client(SnsClient.class, SnsClient::builder);
    }

    /** CloudWatch. */
    public CloudWatchClient cloudWatch() {
        return client(CloudWatchClient.class, CloudWatchClient::builder);
    }

    /** Parameter Store. */
    public SsmClient ssm() {
        return client(SsmClient.class, SsmClient::builder);
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        elsewhere.values().forEach(SdkClient::close);
        http.close();
        credentials.close();
    }
}
