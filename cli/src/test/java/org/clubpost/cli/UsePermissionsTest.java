package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** permissions/use.json lets somebody use every command on a stack, and nothing else. */
final class UsePermissionsTest {

    private static final JsonNode STATEMENTS = statements();

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.clubpost.cli", "org.clubpost.aws");

    private static final Map<String, String> SERVICES = Map.of("SesV2", "ses", "DynamoDb", "dynamodb");
    /** Calls that are no action of their own, or that only the functions make. */
    private static final Set<String> OTHERS = Set.of("dynamodb:TransactWriteItems", "dynamodb:CreateTable",
            "ses:DeleteSuppressedDestination",
            "sqs:ChangeMessageVisibility", "ses:CreateReceiptRuleSet", "ses:DeleteReceiptRuleSet", "s3:DeleteObject",
            "sns:GetSubscriptionAttributes", "sns:Publish", "sns:PublishBatch", "sns:Unsubscribe",
            "sqs:DeleteMessage", "sqs:ReceiveMessage");
    /** Whose names are not those of the calls (Service Authorization Reference). */
    private static final Map<String, String> NAMES = Map.of("s3:HeadObject", "s3:GetObject", "s3:ListObjectsV2",
            "s3:ListBucket", "s3:GetBucketNotificationConfiguration", "s3:GetBucketNotification",
            "sqs:SendMessageBatch", "sqs:SendMessage", "lambda:Invoke", "lambda:InvokeFunction");
    /** What a transaction and a raw mail want, and what CloudFormation calls for the stack of a list. */
    private static final Set<String> BEHIND_CALLS = Set.of("dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
            "dynamodb:PutItem", "dynamodb:UpdateItem", "lambda:InvokeFunction", "ses:CreateReceiptRule",
            "ses:DeleteReceiptRule", "ses:DescribeReceiptRule", "ses:SendRawEmail", "ses:SetReceiptRulePosition",
            "ses:UpdateReceiptRule", "sns:CreateTopic", "sns:DeleteTopic", "sns:GetDataProtectionPolicy",
            "sns:GetTopicAttributes", "sns:ListTagsForResource", "sns:SetTopicAttributes", "sns:TagResource");
    /** For what a person types as doctor says, to bring the keys back. */
    private static final Set<String> BY_HAND = Set.of("ssm:PutParameter");

    private static JsonNode statements() {
        try {
            return new ObjectMapper().readTree(Path.of("../permissions/use.json").toFile()).path("Statement");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.of(array);
    }

    private static String action(JavaClass client, String call) {
        var name = client.getSimpleName().replaceAll("Client$", "");
        var action = SERVICES.getOrDefault(name, name.toLowerCase(Locale.ROOT)) + ":"
                + call.substring(0, 1).toUpperCase(Locale.ROOT) + call.substring(1);
        return NAMES.getOrDefault(action, action);
    }

    private static Set<String> called() {
        return OURS.stream().flatMap(type -> type.getMethodCallsFromSelf().stream()).map(call -> call.getTarget())
                .filter(target -> target.getOwner().getName()
                        .matches("software\\.amazon\\.awssdk\\.services\\..*Client")
                        && !Set.of("builder", "close", "create", "serviceClientConfiguration")
                                .contains(target.getName()))
                .map(target -> action(target.getOwner(), target.getName()))
                .filter(action -> !OTHERS.contains(action)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void policyIsWhatTheCommandsCall() {
        var needed = called();
        needed.addAll(BEHIND_CALLS);
        needed.addAll(BY_HAND);

        var allowed = each(STATEMENTS).flatMap(statement -> each(statement.path("Action"))).map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(needed, allowed);
    }

    @Test
    void stacksAreMadeChangedAndRemovedOnlyForLists() {
        assertTrue(each(STATEMENTS).filter(statement -> each(statement.path("Action"))
                .anyMatch(action -> action.asText().matches("cloudformation:(Create|Update|Delete)Stack")))
                .allMatch(statement -> statement.path("Resource").asText()
                        .equals("arn:aws:cloudformation:*:*:stack/clubpost-list-*/*")));
    }
}
