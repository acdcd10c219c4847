package org.clubpost.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * permissions/deploy-*.json let somebody deploy the templates of a stack and its lists, permissions/accounts.json beside
 * them cognito.yaml, and nothing else.
 */
class DeployPermissionsTest {

    private static final List<String> POLICIES = List.of("permissions/deploy-1.json", "permissions/deploy-2.json");
    private static final String ACCOUNTS = "permissions/accounts.json";
    private static final List<String> TEMPLATES = List.of("template.yaml", "ses-rules/template.yaml", "edge.yaml");

    /** What the commands of docs/cognito.md call, beside deploying: looking, deleting an account, trying again. */
    private static final Set<String> COMMANDS_OF_ACCOUNTS = Set.of("cognito-idp:AdminDeleteUser",
            "cognito-idp:DescribeUserPool", "cognito-idp:ListUsersInGroup", "logs:FilterLogEvents",
            "sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage", "sqs:StartMessageMoveTask");

    /** The services and actions that no resource of ours can be named for (Service Authorization Reference). */
    private static final Set<String> WITHOUT_RESOURCES = Set.of("cloudformation:GetTemplateSummary",
            "cloudwatch:DescribeAlarms", "logs:DescribeLogGroups", "logs:DescribeQueryDefinitions",
            "logs:PutQueryDefinition", "logs:DeleteQueryDefinition", "sns:GetSubscriptionAttributes",
            "sns:SetSubscriptionAttributes", "sns:Unsubscribe");
    private static final String WITHOUT_NAMES = "(cloudfront|cognito-idp|pricingplanmanager|wafv2):.*"
            + "|lambda:\\w+EventSourceMapping|ses:\\w+ReceiptRule\\w*";

    /** The actions of each type, and of {@code sam}. */
    private static Map<String, Set<String>> handlers() {
        try (InputStream in = Objects
                .requireNonNull(DeployPermissionsTest.class.getResourceAsStream("handlers.txt"))) {
            return new String(in.readAllBytes(), UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> List.of(line.split(" ", -1)))
                    .collect(Collectors.toMap(List::getFirst, line -> Set.copyOf(line.subList(1, line.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> types(String template) {
        return Files.exists(Template.ROOT.resolve(template))
                ? Template.read(template).resources().values().stream().flatMap(DeployPermissionsTest::made)
                : Stream.empty();
    }

    /** What SAM makes of a function (AWS SAM Developer Guide, "Generated CloudFormation resources"). */
    private static Stream<String> made(Template.Resource resource) {
        if (resource.type().startsWith("Custom::")) {
            return Stream.of("Custom::");
        }
        if (!resource.type().equals("AWS::Serverless::Function")) {
            return Stream.of(resource.type());
        }
        var events = Template.map(resource.find("Events").orElse(Map.of())).values().stream()
                .map(event -> Template.text(Template.map(event).get("Type"))).flatMap(type -> switch (type) {
                    case "SQS", "DynamoDB" -> Stream.of("AWS::Lambda::EventSourceMapping");
                    case "Schedule" -> Stream.of("AWS::Events::Rule", "AWS::Lambda::Permission");
                    case "S3" -> Stream.of("AWS::Lambda::Permission");
                    case "SNS" -> Stream.of("AWS::SNS::Subscription", "AWS::Lambda::Permission");
                    default -> throw new AssertionError("what SAM makes of the event " + type + " is not known here");
                });
        var invoked = resource.find("EventInvokeConfig").stream().map(_ -> "AWS::Lambda::EventInvokeConfig");
        return Stream.of(Stream.of("AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias"), events,
                invoked).flatMap(each -> each);
    }

    private static Map<String, Object> json(String path) {
        try {
            return new ObjectMapper().readValue(Template.ROOT.resolve(path).toFile(), new TypeReference<>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Statement> statements(List<String> policies) {
        return policies.stream().flatMap(policy -> Statement.inDocument(json(policy))).toList();
    }

    private static Set<String> allowed(List<String> policies) {
        return statements(policies).stream().flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> needed(List<String> templates) {
        var handlers = handlers();
        var types = templates.stream().flatMap(DeployPermissionsTest::types)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(handlers.keySet().containsAll(types), () -> "handlers.txt does not know: " + types.stream()
                .filter(type -> !handlers.containsKey(type)).toList());
        return Stream.concat(Stream.of("sam"), types.stream())
                .flatMap(type -> handlers.getOrDefault(type, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertExactly(Set<String> needed, Set<String> allowed) {
        assertEquals(List.of(), needed.stream().filter(action -> !allowed.contains(action)).toList(), "missing");
        assertEquals(List.of(), allowed.stream().filter(action -> !needed.contains(action)).toList(), "needless");
    }

    @Test
    void policyIsWhatTheTemplatesNeed() {
        assertExactly(needed(TEMPLATES), allowed(POLICIES));
    }

    /** What every service-linked role has in common is one action; which role it is the condition says. */
    @Test
    void accountsNeedOnePolicyMore() {
        var needed = needed(List.of("cognito.yaml"));
        needed.removeAll(allowed(POLICIES));
        needed.addAll(COMMANDS_OF_ACCOUNTS);
        needed.add("iam:CreateServiceLinkedRole");

        assertExactly(needed, allowed(List.of(ACCOUNTS)));
        assertEquals(List.of(Map.of("StringEquals iam:AWSServiceName", Set.of("email.cognito-idp.amazonaws.com"))),
                statements(List.of(ACCOUNTS)).stream()
                        .filter(statement -> statement.actions().contains("iam:CreateServiceLinkedRole"))
                        .map(Statement::conditions).toList());
    }

    @Test
    void policyIsAboutThisStackWhereverAwsLetsItBe() {
        for (var statement : statements(List.of("permissions/deploy-1.json", "permissions/deploy-2.json", ACCOUNTS))) {
            assertEquals(Set.of(), statement.actions().stream()
                    .filter(action -> statement.resources().contains("*") && !WITHOUT_RESOURCES.contains(action)
                            && !action.matches(WITHOUT_NAMES))
                    .collect(Collectors.toSet()));
            assertTrue(statement.actions().stream().noneMatch(action -> action.contains("*")));
        }
    }

    /** As docs/deploy.md has it for a stack of another name: the bucket of mails and the keys are called as before. */
    @Test
    void whatIsNotCalledAfterTheStackIsNamedApart() {
        var buckets = statements(List.of("permissions/deploy-1.json")).stream()
                .filter(statement -> statement.actions().contains("s3:CreateBucket")).findFirst().orElseThrow();

        assertTrue(buckets.resources().containsAll(
                Set.of("arn:aws:s3:::clubpost-*", "arn:aws:s3:::clubpost-mails-*")), buckets.toString());
    }

    /** A role that it hands on is handed to Lambda only. */
    @Test
    void rolesAreHandedToFunctionsOnly() {
        assertEquals(List.of(Map.of("StringEquals iam:PassedToService", Set.of("lambda.amazonaws.com"))),
                statements(POLICIES).stream().filter(statement -> statement.actions().contains("iam:PassRole"))
                        .map(Statement::conditions).toList());
    }

    /** IAM, "Entity character limits": a managed policy has at most 6,144 characters, white space not counted. */
    @ParameterizedTest
    @ValueSource(
            strings = {"permissions/deploy-1.json", "permissions/deploy-2.json", "permissions/use.json",
                    ACCOUNTS})
    void policyIsShortEnoughForIam(String policy) throws IOException {
        assertTrue(Files.readString(Template.ROOT.resolve(policy)).replaceAll("\\s", "").length() <= 6_144);
    }
}
