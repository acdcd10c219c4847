package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.dynamodb.TableLayout;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** What cfn-lint does not look at: limits, meanings, and what must be the same in two places. */
class TemplateTest {

    private static final Template STACK = Template.read("template.yaml");
    private static final Template RULES = Template.read("ses-rules/template.yaml");

    static Stream<Template.Resource> functions() {
        return STACK.functions().stream();
    }

    static Stream<Template.Resource> functionsInTheCloud() {
        return functions().filter(function -> !function.name().equals("SetupFunction"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void codeIsThereForEachHandler(Template.Resource function) throws ClassNotFoundException {
        var handler = function.string("Handler");
        var module = function.string("CodeUri").replaceAll("/target/.*", "");

        assertEquals(module + "/target/" + module + ".jar", function.string("CodeUri"));
        assertTrue(
                Files.exists(Template.ROOT.resolve(module + "/src/main/java/" + handler.replace('.', '/') + ".java")),
                handler + " is in " + module);
        assertTrue(Arrays.stream(Class.forName(handler, false, getClass().getClassLoader()).getInterfaces())
                .anyMatch(type -> type.getName().startsWith("com.amazonaws.services.lambda.runtime.Request")));
    }

    /**
     * AWS Lambda Developer Guide, "Lambda runtimes", "Configure Lambda function memory", "Configure Lambda function
     * timeout", "Improving startup performance".
     */
    @ParameterizedTest
    @MethodSource("functions")
    void functionIsWithinLambdasLimits(Template.Resource function) {
        assertEquals("java25", function.string("Runtime"));
        assertEquals(List.of("arm64"), function.list("Architectures"));
        assertTrue(function.number("MemorySize") >= 512 && function.number("MemorySize") <= 10_240);
        assertTrue(function.number("Timeout") >= 1 && function.number("Timeout") <= 900);
        assertEquals("live", function.string("AutoPublishAlias"));
        assertEquals("true", function.string("AutoPublishAliasAllProperties"),
                "else a changed variable never reaches the alias");
    }

    @ParameterizedTest
    @MethodSource("functionsInTheCloud")
    void functionThatAnswersPeopleStartsFromASnapshot(Template.Resource function) {
        assertEquals("PublishedVersions", function.string("SnapStart", "ApplyOn"));
    }

    @Test
    void functionsBehindPagesEndBeforeApiGatewayDoes() {
        var timeouts = integrations().values().stream()
                .map(function -> STACK.functions().stream().filter(each -> each.name().equals(function)).findFirst()
                        .orElseThrow())
                .map(function -> function.number("Timeout") * 1_000).toList();
        var patience = STACK.resources("AWS::ApiGatewayV2::Integration")
                .mapToInt(each -> each.number("TimeoutInMillis"))
                .min().orElseThrow();

        assertTrue(patience <= 30_000, "the most that API Gateway takes for an HTTP API");
        assertTrue(timeouts.stream().allMatch(timeout -> timeout < patience));
    }

    /**
     * AWS Lambda Developer Guide, "Configuring the queue": at least six times the time-out, and at least five receives.
     */
    @Test
    void queueWaitsLongEnoughForItsFunction() {
        var function = STACK.resource("DeliverFunction");
        var queue = STACK.resource("DeliveryQueue");
        var source = Template.map(Template.map(function.find("Events", "Range").orElseThrow()).get("Properties"));

        assertEquals("${DeliveryQueue.Arn}", Template.text(source.get("Queue")));
        assertTrue(queue.number("VisibilityTimeout") >= 6 * function.number("Timeout"));
        assertTrue(queue.number("RedrivePolicy", "maxReceiveCount") >= 5);
        assertEquals("${DeadLetterQueue.Arn}", queue.string("RedrivePolicy", "deadLetterTargetArn"));
        assertEquals(1, source.get("BatchSize"));
        assertEquals(List.of("ReportBatchItemFailures"), source.get("FunctionResponseTypes"));
        assertEquals("{MaximumConcurrency={Ref=Senders}}", String.valueOf(source.get("ScalingConfig")));
        assertTrue(STACK.resource("DeadLetterQueue").number("MessageRetentionPeriod") >= queue
                .number("MessageRetentionPeriod"), "a dead letter keeps the age of its message");
    }

    @Test
    void deadLettersAreReadByTheFunctionThatLooksAfterPosts() {
        var function = STACK.resource("SuperviseFunction");

        assertEquals("${DeadLetterQueue}", function.string("Environment", "Variables", "CLUBPOST_DEAD_LETTERS_URL"));
        assertTrue(STACK.resource("DeadLetterQueue").number("VisibilityTimeout") > function.number("Timeout"));
    }

    /** A function that a schedule calls ends before it is called again, so that two never look after the same posts. */
    @ParameterizedTest
    @CsvSource({"SuperviseFunction, EveryMinute, rate(1 minute), 60", "SweepFunction, Hourly, rate(1 hour), 3600",
            "FeedbackFunction, Again, rate(1 day), 86400"})
    void scheduleCallsAFunctionThatIsDone(String name, String event, String rate, int seconds) {
        var function = STACK.resource(name);

        assertEquals(rate, Template.map(Template.map(function.find("Events", event).orElseThrow()).get("Properties"))
                .get("Schedule"));
        assertTrue(function.number("Timeout") < seconds);
    }

    /**
     * Lambda Developer Guide, "Event filtering": an event of another item calls nothing. What fails is not tried for
     * long, because the next minute's schedule does it.
     */
    @Test
    void streamCallsForRequestsThatAMailAnswersAndForNothingElse() throws IOException {
        var source = Template.map(Template.map(STACK.resource("AnswerFunction").find("Events", "SignUp").orElseThrow())
                .get("Properties"));
        var filters = Template.listOf(Template.map(source.get("FilterCriteria")).get("Filters"));

        assertEquals("${Table.StreamArn}", Template.text(source.get("Stream")));
        assertEquals(1, filters.size());
        assertEquals(new ObjectMapper().readTree(
                "{'eventName': ['INSERT'], 'dynamodb': {'Keys': {'pk': {'S': ['SIGNUPS', 'SIGNINS']}}}}".replace('\'',
                        '"')),
                new ObjectMapper().readTree(Template.text(Template.map(filters.getFirst()).get("Pattern"))));
        assertEquals(true, source.get("BisectBatchOnFunctionError"));
        assertEquals(1, source.get("MaximumRetryAttempts"));
    }

    @Test
    void tableIsTheOneThatTheCodeCreates() {
        var layout = TableLayout.createTable("any");
        var table = STACK.resource("Table");

        assertEquals(layout.billingModeAsString(), table.string("BillingMode"));
        assertEquals(layout.attributeDefinitions().stream()
                .collect(Collectors.toMap(each -> each.attributeName(), each -> each.attributeTypeAsString())),
                table.list("AttributeDefinitions").stream().map(TemplateTest::whenMade).collect(Collectors.toMap(
                        each -> String.valueOf(each.get("AttributeName")),
                        each -> String.valueOf(each.get("AttributeType")))));
        assertEquals(keys(layout.keySchema()), keysOf(table.list("KeySchema")));
        assertEquals(layout.globalSecondaryIndexes().stream().map(index -> List.of(index.indexName(),
                keys(index.keySchema()), index.projection().projectionTypeAsString(),
                index.projection().nonKeyAttributes())).toList(),
                table.list("GlobalSecondaryIndexes").stream().map(TemplateTest::whenMade).map(index -> List.of(
                        index.get("IndexName"), keysOf(Template.listOf(index.get("KeySchema"))),
                        Template.map(index.get("Projection")).get("ProjectionType"),
                        Template.listOf(Template.map(index.get("Projection")).getOrDefault("NonKeyAttributes",
                                List.of()))))
                        .toList());
        assertEquals(layout.streamSpecification().streamViewTypeAsString(),
                table.string("StreamSpecification", "StreamViewType"));
        assertEquals(TableLayout.EXPIRES_AT, table.string("TimeToLiveSpecification", "AttributeName"));
        assertEquals("true", table.string("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"));
    }

    /** CloudFormation makes one index of a table in an update, so a stack from before asks for one after the other. */
    @Test
    void eachUpdateOfAnEarlierStackMakesOneIndex() {
        var indexes = STACK.resource("Table").list("GlobalSecondaryIndexes").stream().map(Template::map)
                .filter(index -> index.containsKey("Fn::If"))
                .map(index -> String.valueOf(Template.listOf(index.get("Fn::If")).getFirst())).toList();
        var made = List.of(List.of(), List.of("HasIndexByAddress"), List.of("HasIndexByAddress", "HasIndexByName"),
                List.of("HasIndexByAddress", "HasIndexByName", "HasIndexByJoined"));

        assertEquals(made.getLast(), indexes);
        for (var asked = 0; asked <= 3; asked++) {
            var number = asked;
            assertEquals(made.get(asked), indexes.stream().filter(name -> holds(name, number)).toList());
        }
    }

    /** What a condition on the number of indexes comes to. */
    private static boolean holds(String condition, int number) {
        var text = String.valueOf(Template.map(STACK.root().get("Conditions")).get(condition));
        var isNegated = text.contains("Fn::Not");
        return text.contains(", " + number + "]") != isNegated;
    }

    /** An entry of a list, with the condition on which it is there fulfilled. */
    private static Map<String, Object> whenMade(Object entry) {
        var map = Template.map(entry);
        return map.containsKey("Fn::If") ? Template.map(Template.listOf(map.get("Fn::If")).get(1)) : map;
    }

    private static List<String> keys(List<KeySchemaElement> schema) {
        return schema.stream().map(key -> key.attributeName() + " " + key.keyTypeAsString()).toList();
    }

    private static List<String> keysOf(List<Object> schema) {
        return schema.stream().map(Template::map).map(key -> key.get("AttributeName") + " " + key.get("KeyType"))
                .toList();
    }

    /** docs/deploy.md, "Removing it", says the same. */
    @Test
    void onlyWhatHoldsDataStaysWhenTheStackGoes() {
        var kept = STACK.resources().values().stream()
                .filter(resource -> String.valueOf(resource.body().get("DeletionPolicy")).startsWith("Retain"))
                .collect(Collectors.toMap(Template.Resource::name,
                        resource -> resource.body().get("DeletionPolicy") + ", "
                                + resource.body().get("UpdateReplacePolicy")));

        assertEquals(Map.of("Table", "RetainExceptOnCreate, Retain", "MailBucket", "RetainExceptOnCreate, Retain"),
                kept);
    }

    /** SAM CLI builds no .jar: it fails on a function that does not say that it is built. */
    @ParameterizedTest
    @MethodSource("functions")
    void whatMavenBuildsIsNotBuiltAgain(Template.Resource function) {
        assertTrue(function.string("CodeUri").endsWith(".jar"));
        assertEquals(Map.of("SkipBuild", true), function.body().get("Metadata"));
    }

    /**
     * AWS::CloudFormation::CustomResource, "ServiceTimeout": an answer that never comes is waited for an hour
     * otherwise.
     */
    @Test
    void customResourceIsWaitedForLongerThanItsFunctionRunsAndNoLonger() {
        var patience = STACK.resource("SetupFunction").number("Timeout");

        var custom = Stream.of(STACK, RULES).flatMap(template -> template.resources().values().stream())
                .filter(resource -> resource.type().startsWith("Custom::")).toList();

        assertTrue(custom.size() >= 3);
        assertTrue(custom.stream().allMatch(resource -> resource.number("ServiceTimeout") > patience
                && resource.number("ServiceTimeout") <= 600), custom.toString());
    }

    /** Amazon SES Developer Guide, "Email feedback forwarding": it may be off when a topic tells of bounces. */
    @ParameterizedTest
    @CsvSource({"FeedbackDestination, ConfigurationSet", "OwnMailsFeedbackDestination, OwnMailsConfigurationSet"})
    void whatComesBackIsToldOnceAndToTheFunctionOnly(String destination, String set) {
        var told = STACK.resource(destination);
        var events = Template.map(STACK.resource("FeedbackFunction").find("Events").orElseThrow());

        assertEquals("${" + set + "}", told.string("ConfigurationSetName"));
        assertEquals(List.of("bounce", "complaint", "reject", "deliveryDelay"),
                told.list("EventDestination", "MatchingEventTypes"));
        assertEquals("${FeedbackTopic}", told.string("EventDestination", "SnsDestination", "TopicARN"));
        assertEquals("false", STACK.resource("Identity").string("FeedbackAttributes", "EmailForwardingEnabled"));
        assertEquals("{Type=SNS, Properties={Topic={Ref=FeedbackTopic}}}", String.valueOf(events.get("CameBack")));
        assertEquals(List.of(), STACK.resource("FeedbackTopic").list("Subscription"));
        assertTrue(String.valueOf(STACK.resource("FeedbackTopicPolicy").find("PolicyDocument").orElseThrow())
                .contains("configuration-set/${" + set + "}"));
    }

    /** A copy is not sent to an address that is known to be dead; a mail with which somebody comes back is. */
    @Test
    void ourOwnMailsReachAddressesOnTheSuppressionListToo() {
        assertEquals(List.of("BOUNCE", "COMPLAINT"),
                STACK.resource("ConfigurationSet").list("SuppressionOptions", "SuppressedReasons"));
        assertEquals(Optional.of(List.of()),
                STACK.resource("OwnMailsConfigurationSet").find("SuppressionOptions", "SuppressedReasons"));
        for (var function : STACK.functions()) {
            var role = STACK.resource(function.name().replace("Function", "Role"));
            var sets = Statement.of(role).stream().filter(each -> each.actions().contains("ses:SendEmail"))
                    .flatMap(each -> each.resources().stream()).filter(each -> each.contains("configuration-set"))
                    .map(each -> each.replaceAll(".*configuration-set/", "")).toList();

            assertTrue(sets.isEmpty() || sets.equals(List.of(function.name().equals("DeliverFunction")
                    ? "${ConfigurationSet}"
                    : "${OwnMailsConfigurationSet}")), function.name() + " " + sets);
        }
    }

    /** What the function could not apply waits in a queue of its own, and the same function looks into it. */
    @Test
    void whatCameBackIsNotLost() {
        var function = STACK.resource("FeedbackFunction");
        var again = Template
                .map(Template.map(Template.map(function.find("Events").orElseThrow()).get("Again")).get("Properties"));

        assertEquals("${FeedbackQueue.Arn}",
                function.string("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination"));
        assertEquals("${FeedbackQueue}", function.string("Environment", "Variables", "CLUBPOST_FEEDBACK_QUEUE_URL"));
        assertEquals("{\"Records\": []}", again.get("Input"));
        assertTrue(STACK.resource("FeedbackQueue").number("VisibilityTimeout") > function.number("Timeout"));
    }

    /** Two stacks in one account must not want the same name, wherever a name is not made by CloudFormation. */
    @Test
    void namesAreOfTheStackOnly() {
        var names = new TreeMap<String, String>();
        for (var resource : STACK.resources().values()) {
            if (resource.type().equals("AWS::Lambda::Permission")
                    || resource.type().equals("AWS::Logs::MetricFilter")) {
                continue; // Its FunctionName or LogGroupName is somebody else's.
            }
            for (var property : List.of("TableName", "BucketName", "FunctionName", "RoleName", "QueueName", "TopicName",
                    "LogGroupName", "Name", "DashboardName", "AlarmName", "PolicyName")) {
                resource.find(property).ifPresent(name -> names.put(resource.name(), Template.text(name)));
            }
            Stream.of("OriginAccessControlConfig", "ResponseHeadersPolicyConfig").forEach(config -> resource
                    .find(config, "Name").ifPresent(name -> names.put(resource.name(), Template.text(name))));
        }

        assertTrue(names.size() >= 5, names.toString());
        assertEquals(List.of(), names.entrySet().stream().filter(name -> !name.getValue().contains("${AWS::Stack"))
                .map(Map.Entry::toString).toList());
    }

    @Test
    void bucketsAreClosed() {
        for (var bucket : STACK.resources("AWS::S3::Bucket").toList()) {
            assertEquals(Map.of("BlockPublicAcls", true, "BlockPublicPolicy", true, "IgnorePublicAcls", true,
                    "RestrictPublicBuckets", true), bucket.find("PublicAccessBlockConfiguration").orElseThrow());
            assertTrue(bucket.string("BucketEncryption").contains("AES256"));
            assertTrue(STACK.resources("AWS::S3::BucketPolicy")
                    .filter(policy -> policy.string("Bucket").equals("${" + bucket.name() + "}"))
                    .flatMap(policy -> Statement.inDocument(policy.find("PolicyDocument").orElseThrow()))
                    .anyMatch(statement -> statement.conditions()
                            .equals(Map.of("Bool aws:SecureTransport", Set.of("false")))));
        }
    }

    @Test
    void whatLiesInTheBucketExpires() {
        var prefixes = STACK.resource("MailBucket").list("LifecycleConfiguration", "Rules").stream().map(Template::map)
                .filter(rule -> rule.containsKey("ExpirationInDays")).map(rule -> rule.get("Prefix"))
                .collect(Collectors.toSet());

        assertEquals(Set.of(MailKey.inboundPrefix(), "prepared/", "uploads/"), prefixes);
    }

    /** The routes that there always are; WaysToThePagesTest has the other one. */
    private static Stream<Template.Resource> routes() {
        return STACK.resources("AWS::ApiGatewayV2::Route").filter(route -> !route.body().containsKey("Condition"));
    }

    /** The path of each route, and the function behind it. */
    private static Map<String, String> integrations() {
        var paths = new TreeMap<String, String>();
        routes().forEach(route -> {
            var integration = STACK.resource(route.string("Target").replaceAll("^integrations/\\$\\{(.+)}$", "$1"));
            paths.put(route.string("RouteKey").replaceAll("^\\w+ ", ""),
                    integration.string("IntegrationUri").replaceAll("^\\$\\{(.+)\\.Alias}$", "$1"));
        });
        return paths;
    }

    @Test
    void everyRouteIsSeenFromOutsideAndMayCallItsFunction() {
        var routes = integrations();

        assertEquals(Map.ofEntries(Map.entry("/subscribe", "SubscribeFunction"),
                Map.entry("/confirm", "ConfirmFunction"), Map.entry("/withdraw", "ConfirmFunction"),
                Map.entry("/unsubscribe", "UnsubscribeFunction"), Map.entry("/u", "UnsubscribeFunction"),
                Map.entry("/manage", "ManageFunction"), Map.entry("/s", "ManageFunction"),
                Map.entry("/address", "ManageFunction"), Map.entry("/leave", "ManageFunction"),
                Map.entry("/erase", "ManageFunction"), Map.entry("/my-data", "ManageFunction"),
                Map.entry("/privacy", "ManageFunction"), Map.entry("/moderate", "ModerateFunction"),
                Map.entry("/rooms", "AdminFunction"), Map.entry("/rooms/{proxy+}", "AdminFunction"),
                Map.entry("/api/{proxy+}", "AdminFunction")), routes);
        assertEquals(routes.keySet().stream().map(path -> path.replace("{proxy+}", "*")).collect(Collectors.toSet()),
                behaviours().map(behaviour -> Template.text(behaviour.get("PathPattern")))
                        .collect(Collectors.toSet()));
        var permitted = STACK.resources("AWS::Lambda::Permission")
                .filter(permission -> !permission.body().containsKey("Condition"))
                .collect(Collectors.toMap(each -> each.string("SourceArn").replaceAll("^.*/\\*/\\*", ""),
                        each -> each.string("FunctionName")));
        assertEquals(routes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, route -> "${" + route.getValue() + ".Alias}")), permitted);
    }

    private static Stream<Map<String, Object>> behaviours() {
        return STACK.resource("Distribution").list("DistributionConfig", "CacheBehaviors").stream().map(Template::map);
    }

    @Test
    void answersOfFunctionsAreNeverCachedAndKnowTheVisitor() {
        assertTrue(behaviours().allMatch(behaviour -> Template.text(behaviour.get("CachePolicyId"))
                .equals("4135ea2d-6df8-44a3-9df3-4b5a84be39ad")
                && Template.text(behaviour.get("OriginRequestPolicyId")).equals("b689b0a8-53d0-40ab-baf2-68738e2966ac")
                && Template.text(behaviour.get("FunctionAssociations")).contains("ViewerAddress.FunctionARN")));
        assertTrue(STACK.resource("ViewerAddress").string("FunctionCode")
                .contains("'" + FormRequest.VIEWER_FIELD + "'"));
    }

    @Test
    void everyRouteHasALimitAndTheStageComesAfterTheRoutes() {
        var stage = STACK.resource("HttpStage");
        var keys = routes().map(route -> route.string("RouteKey"))
                .collect(Collectors.toSet());
        var routes = routes().map(Template.Resource::name)
                .collect(Collectors.toSet());

        assertTrue(stage.number("DefaultRouteSettings", "ThrottlingRateLimit") > 0);
        assertTrue(steadyRequests(stage, keys) * 0.05 <= 5, "pages take more than half of a new account's functions");
        assertTrue(keys.containsAll(Template.map(stage.find("RouteSettings").orElseThrow()).keySet()));
        assertEquals(routes, Set.copyOf(Template.listOf(stage.body().get("DependsOn"))));
    }

    /** How many requests a second all routes together let through for ever. */
    private static double steadyRequests(Template.Resource stage, Set<String> routes) {
        var special = Template.map(stage.find("RouteSettings").orElseThrow()).keySet();
        return (routes.size() - special.size()) * (double) stage.number("DefaultRouteSettings", "ThrottlingRateLimit")
                + special.stream().mapToDouble(key -> stage.number("RouteSettings", key, "ThrottlingRateLimit")).sum();
    }

    /** AWS::CloudWatch::Alarm, "Comparison operator", "Statistic", "TreatMissingData". */
    @Test
    void alarmsCanRingAndAreHeard() {
        for (var alarm : STACK.resources("AWS::CloudWatch::Alarm").toList()) {
            var rings = alarm.string("ComparisonOperator") + " " + alarm.string("TreatMissingData");

            assertTrue(Set.of("GreaterThanOrEqualToThreshold notBreaching", "GreaterThanOrEqualToThreshold ignore",
                    "LessThanThreshold breaching").contains(rings), alarm.name() + " " + rings);
            assertEquals(List.of("${AlarmTopic}"), alarm.list("AlarmActions").stream().map(Template::text).toList());
            assertEquals(alarm.list("AlarmActions"), alarm.list("OKActions"));
            assertTrue(alarm.find("Statistic").isPresent(), alarm.name());
        }
    }

    /** Whatever CloudWatch holds of ours costs 0.30 dollars each; what AWS measures itself costs nothing. */
    @Test
    void alarmsReadWhatIsMeasuredAnyway() {
        assertEquals(Set.of("AWS/Lambda", "AWS/SQS", "AWS/SES", "AWS/ApiGateway", "Clubpost/${AWS::StackName}"),
                STACK.resources("AWS::CloudWatch::Alarm").map(alarm -> alarm.string("Namespace"))
                        .collect(Collectors.toSet()));
    }

    /** The one metric of ours is reported only when something is wrong, so it costs nothing. */
    @Test
    void mailThatSesDidNotCheckIsCountedAndAlarms() {
        var filter = STACK.resource("UncheckedMails");
        var made = Template.map(filter.list("MetricTransformations").getFirst());
        var alarm = STACK.resource("UncheckedAlarm");

        assertEquals(1, STACK.resources("AWS::Logs::MetricFilter").count());
        assertEquals("${ReceiveLog}", filter.string("LogGroupName"));
        assertEquals("{ $." + Metric.UNCHECKED.title() + " = * }", filter.string("FilterPattern"));
        assertEquals("$." + Metric.UNCHECKED.title(), made.get("MetricValue"));
        assertEquals(Set.of("MetricNamespace", "MetricName", "MetricValue"), made.keySet());
        assertEquals(List.of(Template.text(made.get("MetricNamespace")), Template.text(made.get("MetricName"))),
                List.of(alarm.string("Namespace"), alarm.string("MetricName")));
        assertEquals(filter.body().get("Condition"), alarm.body().get("Condition"));
    }

    @Test
    void fewAlarmsAreMadeUnlessMoreAreWanted() {
        var chosen = new TreeMap<String, Set<String>>();
        STACK.resources("AWS::CloudWatch::Alarm").forEach(alarm -> chosen
                .computeIfAbsent(String.valueOf(alarm.body().get("Condition")), _ -> new TreeSet<>())
                .add(alarm.name()));

        assertEquals("few", parameter(STACK, "Alarms", "Default"));
        assertEquals(Map.of("HasAlarms", Set.of("ErrorsAlarm", "StuckMailAlarm", "SuperviseAlarm", "UncheckedAlarm",
                "UnreceivedAlarm"),
                "HasAllAlarms", Set.of("BounceRateAlarm", "BouncesAlarm", "ComplaintRateAlarm", "DeadLettersAlarm",
                        "FeedbackAlarm", "PagesAlarm")),
                chosen);
        assertEquals("no", parameter(STACK, "Dashboard", "Default"));
        assertEquals("HasDashboard", STACK.resource("Overview").body().get("Condition"));
    }

    /** The sum of all functions is in CloudWatch without a dimension (AWS Lambda Developer Guide, "Types of metrics"). */
    @Test
    void everyFunctionIsWatched() {
        var alarm = STACK.resource("ErrorsAlarm");

        assertEquals("AWS/Lambda Errors []",
                alarm.string("Namespace") + " " + alarm.string("MetricName") + " " + alarm.list("Dimensions"));
        assertEquals(List.of(), functionsInTheCloud().map(Template.Resource::name)
                .filter(name -> !STACK.resource("Overview").string("DashboardBody").contains("${" + name + "}"))
                .toList());
    }

    @Test
    void savedQueriesAskForAllThatIsCounted() {
        var queries = STACK.resources("AWS::Logs::QueryDefinition").map(query -> query.string("QueryString"))
                .collect(Collectors.joining("\n"));
        var board = STACK.resource("Overview").string("DashboardBody");

        for (var metric : Metric.values()) {
            var sum = "sum(" + (metric.title().contains("-") ? "`" + metric.title() + "`" : metric.title()) + ")";
            assertTrue(queries.contains(sum), sum);
            assertTrue(board.contains(sum), sum);
        }
    }

    @Test
    void savedQueryOfFailuresLooksIntoEveryLog() {
        assertEquals(STACK.resources("AWS::Logs::LogGroup").map(log -> "${" + log.name() + "}")
                .collect(Collectors.toSet()),
                STACK.resource("FailuresQuery").list("LogGroupNames").stream().map(Template::text)
                        .collect(Collectors.toSet()));
    }

    /** CloudWatch Logs, PutRetentionPolicy: the days that there are. */
    @Test
    void logsAreKeptForDaysThatThereAre() {
        var days = Set.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731);

        assertEquals(functions().count(), STACK.resources("AWS::Logs::LogGroup").count());
        assertTrue(
                STACK.resources("AWS::Logs::LogGroup").allMatch(log -> days.contains(log.number("RetentionInDays"))));
    }

    @Test
    void functionsKnowTheNameOfTheBucket() {
        var name = STACK.resource("MailBucket").string("BucketName");

        assertTrue(
                functions().flatMap(function -> function.find("Environment", "Variables", "CLUBPOST_BUCKET").stream())
                        .map(Template::text).allMatch(name::equals));
        assertTrue("clubpost-mails-".length() + 36 <= 63, "a bucket's name has 63 characters at most");
    }

    // ---- ses-rules/
    // ---------------------------------------------------------------------------------------------------------------------------------

    @Test
    void ruleIsOnScansAndWantsTls() {
        var rule = RULES.resource("Rule");

        assertEquals("true", rule.string("Rule", "Enabled"));
        assertEquals("true", rule.string("Rule", "ScanEnabled"));
        assertEquals("Require", rule.string("Rule", "TlsPolicy"));
        assertEquals("${After}", rule.string("After"));
        assertEquals("${Receiving.RuleSetName}", rule.string("RuleSetName"));
    }

    /** The function that publishes to it, and its role, know it by this name. */
    @Test
    void membersTopicHasTheNameThatTheFunctionKnows() {
        assertEquals("${Stack}-${List}-notes", RULES.resource("NotesTopic").string("TopicName"));
        var prefix = STACK.resource("SuperviseFunction").string("Environment", "Variables", "CLUBPOST_NOTE_TOPICS");
        assertTrue(prefix.endsWith(":${AWS::StackName}-"), prefix);
    }

    private static List<String> addresses(String groups) {
        var recipients = new Deployment(RULES, Map.of("Stack", "club", "List", "news", "GroupAddresses", groups))
                .property("Rule", "Rule", "Recipients");
        return Template.listOf(recipients).stream().map(String::valueOf)
                .map(address -> address.replace("import(club-Domain)", "club.example")).toList();
    }

    @Test
    void ruleTakesTheMailOfEveryAddressOfTheList() {
        var list = new TreeSet<String>();
        for (var role : ListRole.values()) {
            role.localParts(new ListId("news")).forEach(local -> list.add(local + "@club.example"));
        }

        assertEquals(list, new TreeSet<>(addresses("")));
        assertEquals(list.size(), addresses("").size());
    }

    @Test
    void ruleTakesTheMailOfEveryAddressOfTheGroupsToo() {
        var groups = List.of("news+board@club.example", "news-board@club.example");

        var taken = addresses(String.join(",", groups));

        assertEquals(addresses(""), taken.subList(0, taken.size() - 2));
        assertEquals(groups, taken.subList(taken.size() - 2, taken.size()));
    }

    @Test
    void ruleStoresWhereTheFunctionLooks() {
        var action = Template
                .map(Template.map(RULES.resource("Rule").list("Rule", "Actions").getFirst()).get("S3Action"));

        assertEquals(MailKey.inboundPrefix(new ListId("news")),
                Template.text(action.get("ObjectKeyPrefix")).replace("${List}", "news"));
        assertEquals("import(${Stack}-MailBucket)", Template.text(action.get("BucketName")));
        assertEquals(1, RULES.resource("Rule").list("Rule", "Actions").size());
    }

    @Test
    void ruleHasTheNameThatTheBucketsPolicyAllows() {
        var allowed = STACK.resource("MailBucketPolicy").string("PolicyDocument");

        assertTrue(allowed.contains("receipt-rule/${AWS::StackName}-*"));
        assertEquals("${Stack}-${List}", RULES.resource("Rule").string("Rule", "Name"));
    }

    @Test
    void whatTheRulesImportIsExported() {
        var exported = Template.map(STACK.root().get("Outputs")).values().stream().map(Template::map)
                .filter(output -> output.containsKey("Export"))
                .map(output -> Template.text(Template.map(output.get("Export")).get("Name"))
                        .replace("${AWS::StackName}", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        var imported = new TreeSet<String>();
        imports(RULES.root(), imported);

        assertEquals(3, imported.size());
        assertTrue(exported.containsAll(imported), exported + " has not all of " + imported);
    }

    private static void imports(Object value, Set<String> names) {
        switch (value) {
            case Map<?, ?> map when map.containsKey("Fn::ImportValue") ->
                names.add(Template.text(map.get("Fn::ImportValue")).replace("${Stack}", ""));
            case Map<?, ?> map -> map.values().forEach(each -> imports(each, names));
            case List<?> list -> list.forEach(each -> imports(each, names));
            default -> {
                // A text names nothing.
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "a", "chess-club-2", "0123456789012345678901234567890123456789"})
    void listThatTheCodeTakesIsTakenByTheRule(String list) {
        var pattern = parameter(RULES, "List", "AllowedPattern");

        assertTrue(ListId.parse(list).isPresent());
        assertTrue(list.matches(pattern));
    }

    @Test
    void namesOfRulesAreShortEnough() {
        var longest = parameter(RULES, "Stack", "AllowedPattern").replaceAll(".*\\{0,(\\d+)}.*", "$1");

        assertTrue(1 + Integer.parseInt(longest) + 1 + 40 <= 64 + 1, "ReceiptRule, Name: at most 64 characters");
    }

    @Test
    void parametersAreFewAndMostHaveADefault() {
        var parameters = Template.map(STACK.root().get("Parameters"));
        var needed = new ArrayList<String>();
        parameters.forEach((name, body) -> {
            if (!Template.map(body).containsKey("Default")) {
                needed.add(name);
            }
        });

        assertEquals(List.of("Domain", "OwnerEmail"), needed);
        assertTrue(parameters.size() <= 15);
    }

    private static String parameter(Template template, String name, String key) {
        return String.valueOf(Template.map(Template.map(template.root().get("Parameters")).get(name)).get(key));
    }

    @Test
    void customResourcesHaveTheirChores() throws Exception {
        var code = Files.readString(Template.ROOT
                .resolve(Path.of("setup-function/src/main/java/org/clubpost/function/setup/Wiring.java")));

        var types = Stream.concat(STACK.resources().values().stream(), RULES.resources().values().stream())
                .map(Template.Resource::type).filter(type -> type.startsWith("Custom::")).distinct().toList();

        assertEquals(3, types.size());
        assertTrue(types.stream().allMatch(type -> code.contains('"' + type + '"')));
    }
}
