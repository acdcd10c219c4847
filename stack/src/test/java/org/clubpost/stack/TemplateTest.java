package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        return Stream.of(STACK, Template.read("cognito.yaml")).flatMap(template -> template.functions().stream());
    }

    static Stream<Template.Resource> functionsInTheCloud() {
        return functions().filter(function -> !Set.of("SetupFunction", "TriggersFunction").contains(function.name()));
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
    void queueOfDeadLettersWaitsLongEnoughToo() {
        var function = STACK.resource("DeadLetterFunction");
        var source = Template
                .map(Template.map(function.find("Events", "DeadLetter").orElseThrow()).get("Properties"));

        assertEquals("${DeadLetterQueue.Arn}", Template.text(source.get("Queue")));
        assertTrue(STACK.resource("DeadLetterQueue").number("VisibilityTimeout") >= 6 * function.number("Timeout"));
        assertEquals(List.of("ReportBatchItemFailures"), source.get("FunctionResponseTypes"));
    }

    /** A function that a schedule calls ends before it is called again, so that two never look after the same posts. */
    @ParameterizedTest
    @CsvSource({"SuperviseFunction, EveryMinute, rate(1 minute), 60", "SweepFunction, Hourly, rate(1 hour), 3600"})
    void scheduleCallsAFunctionThatIsDone(String name, String event, String rate, int seconds) {
        var function = STACK.resource(name);

        assertEquals(rate, Template.map(Template.map(function.find("Events", event).orElseThrow()).get("Properties"))
                .get("Schedule"));
        assertTrue(function.number("Timeout") < seconds);
    }

    @Test
    void tableIsTheOneThatTheCodeCreates() {
        var layout = TableLayout.createTable("any");
        var table = STACK.resource("Table");

        assertEquals(layout.billingModeAsString(), table.string("BillingMode"));
        assertEquals(layout.attributeDefinitions().stream()
                .collect(Collectors.toMap(each -> each.attributeName(), each -> each.attributeTypeAsString())),
                table.list("AttributeDefinitions").stream().map(Template::map).collect(Collectors.toMap(
                        each -> String.valueOf(each.get("AttributeName")),
                        each -> String.valueOf(each.get("AttributeType")))));
        assertEquals(keys(layout.keySchema()), keysOf(table.list("KeySchema")));
        var index = layout.globalSecondaryIndexes().getFirst();
        var ours = Template.map(table.list("GlobalSecondaryIndexes").getFirst());
        assertEquals(1, table.list("GlobalSecondaryIndexes").size());
        assertEquals(index.indexName(), ours.get("IndexName"));
        assertEquals(keys(index.keySchema()), keysOf(Template.listOf(ours.get("KeySchema"))));
        assertEquals(Map.of("ProjectionType", index.projection().projectionTypeAsString()), ours.get("Projection"));
        assertEquals(TableLayout.EXPIRES_AT, table.string("TimeToLiveSpecification", "AttributeName"));
        assertEquals("true", table.string("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"));
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
                .filter(resource -> "Retain".equals(resource.body().get("DeletionPolicy")))
                .collect(Collectors.toMap(Template.Resource::name,
                        resource -> String.valueOf(resource.body().get("UpdateReplacePolicy"))));

        assertEquals(Map.of("Table", "Retain", "MailBucket", "Retain"), kept);
    }

    /** Two stacks in one account must not want the same name, wherever a name is not made by CloudFormation. */
    @Test
    void namesAreOfTheStackOnly() {
        var names = new TreeMap<String, String>();
        for (var resource : STACK.resources().values()) {
            if (resource.type().equals("AWS::Lambda::Permission")) {
                continue; // Its FunctionName is somebody else's.
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
    void mailsOfEveryKindExpire() {
        var prefixes = STACK.resource("MailBucket").list("LifecycleConfiguration", "Rules").stream().map(Template::map)
                .filter(rule -> rule.containsKey("ExpirationInDays")).map(rule -> rule.get("Prefix"))
                .collect(Collectors.toSet());

        assertEquals(Set.of(MailKey.inboundPrefix(), "prepared/"), prefixes);
    }

    /** The path of each route, and the function behind it. */
    private static Map<String, String> integrations() {
        var paths = new TreeMap<String, String>();
        STACK.resources("AWS::ApiGatewayV2::Route").forEach(route -> {
            var integration = STACK.resource(route.string("Target").replaceAll("^integrations/\\$\\{(.+)}$", "$1"));
            paths.put(route.string("RouteKey").replaceAll("^\\w+ ", ""),
                    integration.string("IntegrationUri").replaceAll("^\\$\\{(.+)\\.Alias}$", "$1"));
        });
        return paths;
    }

    @Test
    void everyRouteIsSeenFromOutsideAndMayCallItsFunction() {
        var routes = integrations();

        assertEquals(Map.of("/subscribe", "SubscribeFunction", "/confirm", "ConfirmFunction", "/withdraw",
                "ConfirmFunction", "/unsubscribe", "UnsubscribeFunction", "/manage", "ManageFunction",
                "/moderate", "ModerateFunction"), routes);
        assertEquals(routes.keySet(), behaviours().map(behaviour -> Template.text(behaviour.get("PathPattern")))
                .collect(Collectors.toSet()));
        var permitted = STACK.resources("AWS::Lambda::Permission")
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
        var keys = STACK.resources("AWS::ApiGatewayV2::Route").map(route -> route.string("RouteKey"))
                .collect(Collectors.toSet());
        var routes = STACK.resources("AWS::ApiGatewayV2::Route").map(Template.Resource::name)
                .collect(Collectors.toSet());

        assertTrue(stage.number("DefaultRouteSettings", "ThrottlingRateLimit") > 0);
        assertTrue(keys.containsAll(Template.map(stage.find("RouteSettings").orElseThrow()).keySet()));
        assertEquals(routes, Set.copyOf(Template.listOf(stage.body().get("DependsOn"))));
    }

    /** AWS::CloudWatch::Alarm, "Comparison operator", "Statistic", "TreatMissingData". */
    @Test
    void alarmsCanRingAndAreHeard() {
        var alarms = STACK.resources("AWS::CloudWatch::Alarm").toList();

        assertTrue(alarms.size() >= 7);
        for (var alarm : alarms) {
            assertEquals("GreaterThanOrEqualToThreshold", alarm.string("ComparisonOperator"), alarm.name());
            assertTrue(Set.of("notBreaching", "ignore").contains(alarm.string("TreatMissingData")), alarm.name());
            assertEquals(List.of("${AlarmTopic}"), alarm.list("AlarmActions").stream().map(Template::text).toList());
            assertTrue(alarm.find("Statistic").isPresent() != alarm.find("Metrics").isPresent(), alarm.name());
        }
    }

    @Test
    void alarmOfRefusedCopiesLooksAtAMetricThatTheFunctionsWrite() {
        var alarm = STACK.resource("RefusedCopiesAlarm");

        assertEquals(Metric.NAMESPACE, alarm.string("Namespace"));
        assertEquals(Metric.FAILED.title(), alarm.string("MetricName"));
        assertEquals(Map.of("Name", Metric.DIMENSION, "Value", Map.of("Ref", "AWS::StackName")),
                alarm.list("Dimensions").getFirst());
    }

    @Test
    void everyFunctionIsWatched() {
        var watched = STACK.resource("ErrorsAlarm").list("Metrics").toString();

        assertEquals(List.of(), functionsInTheCloud().map(Template.Resource::name)
                .filter(name -> !watched.contains("{Ref=" + name + "}")).toList());
        assertEquals(List.of(), functionsInTheCloud().map(Template.Resource::name)
                .filter(name -> !STACK.resource("Dashboard").string("DashboardBody").contains("${" + name + "}"))
                .toList());
    }

    @Test
    void dashboardShowsTheMetrics() {
        var body = STACK.resource("Dashboard").string("DashboardBody");

        assertTrue(Stream.of(Metric.values())
                .allMatch(metric -> body.contains(
                        "[\"" + Metric.NAMESPACE + "\", \"" + metric.title() + "\", \"" + Metric.DIMENSION + "\"")));
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

    @Test
    void ruleTakesTheMailOfEveryAddressOfTheList() {
        var expected = Arrays.stream(ListRole.values())
                .map(role -> "${List}" + role.suffix() + "@import(${Stack}-Domain)").collect(Collectors.toSet());

        var taken = RULES.resource("Rule").list("Rule", "Recipients").stream().map(Template::text)
                .collect(Collectors.toSet());

        assertEquals(expected, taken);
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
        assertTrue(parameters.size() <= 7);
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
