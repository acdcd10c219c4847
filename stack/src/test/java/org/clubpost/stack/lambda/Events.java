package org.clubpost.stack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Events as AWS sends them, with every field that they have: the examples of the AWS Lambda Developer Guide, with our
 * names in them.
 */
final class Events {

    private Events() {}

    /** API Gateway, payload format 2.0: a browser's GET. */
    static String get(String target) {
        return http("GET", target, "").toString();
    }

    /** API Gateway, payload format 2.0: a browser's POST of a form, whose body API Gateway gives in base64. */
    static String form(String target, String body) {
        var event = http("POST", target, body);
        event.withObject("/headers").put("content-type", "application/x-www-form-urlencoded");
        return event.put("body", Base64.getEncoder().encodeToString(body.getBytes(UTF_8))).put("isBase64Encoded", true)
                .toString();
    }

    /** API Gateway, payload format 2.0: a program's POST of JSON. */
    static String json(String target, String body) {
        var event = http("POST", target, body);
        event.withObject("/headers").put("content-type", "application/json").put("accept", "application/json");
        return event.put("body", body).toString();
    }

    /** The same from somebody who has found API Gateway's address, and says of himself what CloudFront says. */
    static String pastCloudFront(String event) {
        var past = read(event);
        past.withObject("/headers").put("x-clubpost-edge", "a-guess");
        return past.toString();
    }

    private static ObjectNode http(String method, String target, String body) {
        var question = target.indexOf('?');
        var path = question < 0 ? target : target.substring(0, question);
        var event = read(
                """
                        {"version": "2.0", "headers": {"accept": "text/html,application/xhtml+xml,*/*;q=0.8",
                          "accept-language": "en-GB,en;q=0.7", "host": "abcdefghij.execute-api.eu-central-1.amazonaws.com",
                          "user-agent": "Amazon CloudFront", "x-amz-cf-id": "Vc3yHyAjgxIhEXAMPLE==",
                          "x-amzn-trace-id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700", "x-clubpost-viewer": "192.0.2.7",
                          "x-clubpost-edge": "an-edge-key",
                          "x-forwarded-for": "192.0.2.7, 198.51.100.9", "x-forwarded-port": "443", "x-forwarded-proto": "https"},
                         "requestContext": {"accountId": "123456789012", "apiId": "abcdefghij",
                          "domainName": "abcdefghij.execute-api.eu-central-1.amazonaws.com", "domainPrefix": "abcdefghij",
                          "http": {"protocol": "HTTP/1.1", "sourceIp": "198.51.100.9", "userAgent": "Amazon CloudFront"},
                          "requestId": "JKJaXmPLvHcESHA=", "stage": "$default", "time": "21/Nov/2026:15:44:32 +0000",
                          "timeEpoch": 1795275872000},
                         "isBase64Encoded": false}""");
        event.put("routeKey", "ANY " + path).put("rawPath", path).put("rawQueryString",
                question < 0 ? "" : target.substring(question + 1));
        event.withObject("/requestContext").put("routeKey", "ANY " + path);
        event.withObject("/requestContext/http").put("method", method).put("path", path);
        event.withObject("/headers").put("content-length", Integer.toString(body.getBytes(UTF_8).length));
        return event;
    }

    /** S3, {@code s3:ObjectCreated:Put}; the keys are written as forms are. */
    static String stored(String... keys) {
        var event = read("{\"Records\": []}");
        for (var key : keys) {
            event.withArray("Records").add(
                    read("""
                            {"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-central-1",
                             "eventTime": "2026-11-21T15:44:32.000Z", "eventName": "ObjectCreated:Put",
                             "userIdentity": {"principalId": "AWS:AROAEXAMPLE:SES"}, "requestParameters": {"sourceIPAddress": "192.0.2.3"},
                             "responseElements": {"x-amz-request-id": "D82B88E5F771F645", "x-amz-id-2": "vlR7PnpV2Ce81l0PRw6jlUpck7Jo5ZsQjryTjKlc5aLWGVHPZLj5NeC6qMa0emYBDXOo6QBU0Wo="},
                             "s3": {"s3SchemaVersion": "1.0", "configurationId": "828aa6fc-f7b5-4305-8584-487c791949c1",
                              "bucket": {"name": "clubpost", "ownerIdentity": {"principalId": "A3I5XTEXAMAI3E"}, "arn": "arn:aws:s3:::clubpost"},
                              "object": {"key": "%s", "size": 1305107, "eTag": "b21b84d653bb07b05b1e6b33684dc11b", "sequencer": "0C0F6F405D6ED209E1"}}}"""
                            .formatted(URLEncoder.encode(key, UTF_8))));
        }
        return event.toString();
    }

    /** SQS, a message for each of these bodies, named {@code m-0} and so on. */
    static String queued(List<String> bodies) {
        var event = read("{\"Records\": []}");
        for (var place = 0; place < bodies.size(); place++) {
            event.withArray("Records").add(
                    read("""
                            {"receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a...", "attributes": {"ApproximateReceiveCount": "1",
                             "SentTimestamp": "1545082649183", "SenderId": "AIDAIENQZJOLO23YVJ4VO", "ApproximateFirstReceiveTimestamp": "1545082649185"},
                             "messageAttributes": {}, "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3", "eventSource": "aws:sqs",
                             "eventSourceARN": "arn:aws:sqs:eu-central-1:123456789012:deliveries", "awsRegion": "eu-central-1"}""")
                            .put("messageId", "m-" + place).put("body", bodies.get(place)));
        }
        return event.toString();
    }

    /**
     * SNS, a message for each of these texts (AWS Lambda Developer Guide, "Invoking Lambda functions with Amazon SNS
     * notifications").
     */
    static String notified(List<String> messages) {
        var event = read("{\"Records\": []}");
        for (var message : messages) {
            var record = read(
                    """
                            {"EventVersion": "1.0", "EventSubscriptionArn": "arn:aws:sns:eu-central-1:123456789012:feedback:21be56ed-a058-49f5-8c98",
                             "EventSource": "aws:sns", "Sns": {"SignatureVersion": "1", "Timestamp": "2026-11-21T15:44:32.000Z",
                              "Signature": "tcc6faL2yUC6dgZdmrwh1Y4cGa/ebXEkAi6RibDsvpi+tE/1+82j...65r==",
                              "SigningCertUrl": "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService.pem", "MessageId": "95df01b4-ee98-5cb9",
                              "MessageAttributes": {"Test": {"Type": "String", "Value": "TestString"}}, "Type": "Notification",
                              "UnsubscribeUrl": "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe",
                              "TopicArn": "arn:aws:sns:eu-central-1:123456789012:feedback", "Subject": "Amazon SES Email Event Notification"}}""");
            record.withObject("/Sns").put("Message", message);
            event.withArray("Records").add(record);
        }
        return event.toString();
    }

    /** A table's stream, which has the keys of its items only: somebody asked to join. */
    static String asked() {
        return """
                {"Records": [{"eventID": "7de3041dd709b024af6f29e4fa13d34c", "eventName": "INSERT", "eventVersion": "1.1",
                 "eventSource": "aws:dynamodb", "awsRegion": "eu-central-1", "dynamodb": {"ApproximateCreationDateTime": 1479499740,
                  "Keys": {"pk": {"S": "SIGNUPS"}, "sk": {"S": "news#00112233445566778899aabbccddeeff"}},
                  "SequenceNumber": "13021600000000001596893679", "SizeBytes": 112, "StreamViewType": "KEYS_ONLY"},
                 "eventSourceARN": "arn:aws:dynamodb:eu-central-1:123456789012:table/club/stream/2026-11-21T15:44:32.000"}]}""";
    }

    /** EventBridge, a schedule. */
    static String scheduled() {
        return """
                {"version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event", "source": "aws.events",
                 "account": "123456789012", "time": "2026-11-21T15:44:00Z", "region": "eu-central-1",
                 "resources": ["arn:aws:events:eu-central-1:123456789012:rule/club-SuperviseFunctionEveryMinute-1XYZ"], "detail": {}}""";
    }

    /**
     * CloudFormation, a custom resource.
     *
     * @param act Create, Update or Delete
     * @param answerTo the URL that takes the answer
     * @param id the physical id; empty when it is not made yet
     */
    static String customResource(String act, String type, String answerTo, String id, String property, String value) {
        return customResource(act, type, answerTo, id, Map.of(property, value));
    }

    /** The same with several properties. */
    static String customResource(String act, String type, String answerTo, String id,
            Map<String, String> properties) {
        var event = read(
                """
                        {"ServiceToken": "arn:aws:lambda:eu-central-1:123456789012:function:setup:live",
                         "StackId": "arn:aws:cloudformation:eu-central-1:123456789012:stack/club/c4b7e2e0", "RequestId": "5478764e-1d2c",
                         "LogicalResourceId": "Resource", "ResourceProperties":
                          {"ServiceToken": "arn:aws:lambda:eu-central-1:123456789012:function:setup:live"}}""");
        event.put("RequestType", act).put("ResourceType", type).put("ResponseURL", answerTo);
        properties.forEach((name, value) -> event.withObject("/ResourceProperties").put(name, value));
        return (id.isEmpty() ? event : event.put("PhysicalResourceId", id)).toString();
    }

    /**
     * Cognito, a trigger of a user pool (Amazon Cognito Developer Guide, "Customizing user pool workflows with Lambda
     * triggers").
     *
     * @param trigger such as {@code PreSignUp_SignUp}
     * @param response what the event comes with for the answer, as JSON
     */
    static String cognito(String trigger, String pool, String user, Map<String, String> attributes, String response) {
        var event = read("""
                {"version": "1", "region": "eu-central-1", "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown",
                 "clientId": "1example23456789"}, "request": {"userAttributes": {}}}""");
        event.put("triggerSource", trigger).put("userPoolId", pool).put("userName", user).set("response",
                read(response));
        attributes.forEach((name, value) -> event.withObject("/request/userAttributes").put(name, value));
        return event.toString();
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON", e);
        }
    }
}
