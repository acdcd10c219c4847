package org.clubpost.cli.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.InstantSource;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.store.MailKey;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/**
 * The function of a stack that takes mails in, called by hand. It gets the event that S3 sent it when the mail was
 * stored, and works with its own role.
 */
public final class ReceiveFunction {

    private static final String LOGICAL_NAME = "ReceiveFunction";
    private static final String IN_USE = "live";

    private final LambdaClient lambda;
    private final String name;
    private final String bucket;
    private final InstantSource clock;

    private ReceiveFunction(LambdaClient lambda, String name, String bucket, InstantSource clock) {
        this.lambda = lambda;
        this.name = name;
        this.bucket = bucket;
        this.clock = clock;
    }

    /**
     * That of the stack.
     *
     * @param cloudFormation knows its name; is not closed here
     * @param lambda calls it; is not closed here
     * @throws CommandFailure when the stack has none, or one may not look
     */
    public static ReceiveFunction of(CloudFormationClient cloudFormation, LambdaClient lambda, CloudStack stack) {
        var reply = Reply.of("cloudformation:DescribeStackResource", () -> cloudFormation.describeStackResource(
                request -> request.stackName(stack.name()).logicalResourceId(LOGICAL_NAME)));
        return switch (reply) {
            case Reply.Done(var answer) -> new ReceiveFunction(lambda,
                    answer.stackResourceDetail().physicalResourceId(), stack.output("MailBucketName"),
                    InstantSource.system());
            case Reply.Refused<?> refused -> throw refused.failure("CloudFormation");
        };
    }

    /**
     * Has it take in that mail, and waits.
     *
     * @return false when it failed; its log says why
     * @throws CommandFailure when it may not be called
     * @throws org.clubpost.core.UnavailableException when Lambda does not answer in time; safe to repeat
     */
    public boolean takeIn(MailKey mail) {
        var reply = Reply.of("lambda:InvokeFunction", () -> lambda.invoke(request -> request.functionName(name)
                .qualifier(IN_USE).invocationType(InvocationType.REQUEST_RESPONSE)
                .payload(SdkBytes.fromUtf8String(event(mail, bucket, clock.instant())))));
        return switch (reply) {
            case Reply.Done(var answer) -> answer.functionError() == null;
            case Reply.Refused<?> refused -> throw refused.failure("Lambda");
        };
    }

    /** The event about one stored mail (Amazon S3 User Guide, "Event message structure"). */
    static String event(MailKey mail, String bucket, Instant now) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("eventVersion", "2.1");
            json.writeStringField("eventSource", "aws:s3");
            json.writeStringField("eventTime", now.toString());
            json.writeStringField("eventName", "ObjectCreated:Put");
            json.writeObjectFieldStart("s3");
            json.writeStringField("s3SchemaVersion", "1.0");
            json.writeObjectFieldStart("bucket");
            json.writeStringField("name", bucket);
            json.writeEndObject();
            json.writeObjectFieldStart("object");
            json.writeStringField("key", URLEncoder.encode(mail.value(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
