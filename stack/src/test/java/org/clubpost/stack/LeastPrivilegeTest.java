package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function may do what its code does, on what it does it to, and nothing else. */
class LeastPrivilegeTest {

    private static final Template TEMPLATE = Template.read("template.yaml");
    private static final String MAIL_BUCKET = "arn:${AWS::Partition}:s3:::clubpost-mails-select([2, split([/, ${AWS::StackId}])])";

    /** What Lambda needs to read a table's stream (AWS SAM Developer Guide, "DynamoDBStreamReadPolicy"). */
    private static final Set<String> OF_A_STREAM = Set.of("dynamodb:DescribeStream", "dynamodb:GetRecords",
            "dynamodb:GetShardIterator", "dynamodb:ListStreams");

    static List<String> functions() {
        return TEMPLATE.functions().stream().map(Template.Resource::name).toList();
    }

    private static Template.Resource function(String name) {
        return TEMPLATE.functions().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Needs needs(String function) {
        return Needs.of(function(function).string("Handler"));
    }

    private static Template.Resource role(String function) {
        return TEMPLATE.resource(function(function).string("Role").replaceAll("^\\$\\{(.+)\\.Arn}$", "$1"));
    }

    private static Stream<Statement> about(String function, String service) {
        return Statement.of(role(function)).stream().filter(statement -> statement.isAbout(service));
    }

    /**
     * What Lambda itself does in the function's name: writes its log, reads its queue, puts away what it could not
     * handle.
     */
    private static Set<String> ofTheRuntime(Template.Resource function) {
        var actions = new TreeSet<>(Set.of("logs:CreateLogStream", "logs:PutLogEvents"));
        if (hasEvent(function, "SQS")) {
            actions.addAll(Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"));
        }
        if (hasEvent(function, "DynamoDB")) {
            actions.addAll(OF_A_STREAM);
        }
        if (function.find("EventInvokeConfig", "DestinationConfig", "OnFailure").isPresent()) {
            actions.add("sqs:SendMessage");
        }
        return actions;
    }

    private static boolean hasEvent(Template.Resource function, String type) {
        return Template.map(function.find("Events").orElse(Map.of())).values().stream()
                .anyMatch(event -> type.equals(Template.map(event).get("Type")));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void roleAllowsWhatTheCodeCalls(String name) {
        var needed = new TreeSet<>(needs(name).actions());
        needed.addAll(ofTheRuntime(function(name)));

        var allowed = Statement.of(role(name)).stream().flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(needed, allowed);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void tableIsOpenForTheKeysThatTheCodeMakes(String name) {
        var keys = needs(name).leadingKeys();

        var allowed = about(name, "dynamodb")
                .filter(statement -> !OF_A_STREAM.containsAll(statement.actions())).toList();

        assertEquals(keys.isEmpty()
                ? List.of()
                : List.of(new Statement(allowed.isEmpty() ? Set.of() : allowed.getFirst().actions(),
                        needs(name).hasIndexes()
                                ? Set.of("${Table.Arn}", "${Table.Arn}/index/*")
                                : Set.of("${Table.Arn}"),
                        Map.of("ForAllValues:StringLike dynamodb:LeadingKeys", keys))),
                allowed);
    }

    @Test
    void streamIsOpenForTheFunctionThatItCalls() {
        var readers = TEMPLATE.functions().stream().filter(each -> hasEvent(each, "DynamoDB"))
                .map(Template.Resource::name).toList();

        assertEquals(List.of("AnswerFunction"), readers);
        assertEquals(List.of(new Statement(OF_A_STREAM, Set.of("${Table.Arn}/stream/*"), Map.of())),
                about("AnswerFunction", "dynamodb").filter(statement -> OF_A_STREAM.containsAll(statement.actions()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void mailBucketIsOpenForThePrefixesThatTheCodeUses(String name) {
        var needs = needs(name);
        if (name.equals("SetupFunction")) {
            return; // Its bucket is that of the pages.
        }

        assertEquals(below(needs.readPrefixes()), resources(name, "s3:GetObject"));
        assertEquals(below(needs.writtenPrefixes()), resources(name, "s3:PutObject"));
        assertEquals(needs.readPrefixes().isEmpty() ? Set.of() : Set.of(MAIL_BUCKET), resources(name, "s3:ListBucket"));
    }

    @Test
    void roomsRemoveNothingFromTheBucketButWhatBrowsersSent() {
        assertEquals(below(Set.of("uploads/*")), resources("AdminFunction", "s3:DeleteObject"));
    }

    private static Set<String> below(Set<String> prefixes) {
        return prefixes.stream().map(prefix -> MAIL_BUCKET + "/" + prefix)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> resources(String function, String action) {
        return Statement.of(role(function)).stream().filter(statement -> statement.actions().contains(action))
                .flatMap(statement -> statement.resources().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void variablesAreThoseThatTheCodeReads(String name) {
        var needed = new TreeSet<>(needs(name).variables());

        var given = new TreeSet<>(Template
                .map(function(name).find("Environment", "Variables").orElse(Map.of())).keySet());

        assertEquals(needed, given);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void mailsAreSentOnlyFromTheDomain(String name) {
        assertTrue(about(name, "ses").filter(statement -> statement.actions().contains("ses:SendRawEmail"))
                .allMatch(statement -> statement.conditions()
                        .equals(Map.of("StringLike ses:FromAddress", Set.of("*@${Domain}")))));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void eachFunctionHasItsOwnRoleAndLog(String name) {
        var bare = name.replaceAll("Function$", "");

        assertEquals(bare + "Role", role(name).name());
        assertEquals("${" + bare + "Log}", function(name).string("LoggingConfig", "LogGroup"));
        assertEquals(Set.of("${" + bare + "Log.Arn}:*"), resources(name, "logs:PutLogEvents"));
        assertEquals(List.of(), role(name).list("ManagedPolicyArns"));
    }

    @Test
    void nothingIsAllowedOnEverythingButWhatHasNoResources() {
        var wide = functions().stream().flatMap(name -> Statement.of(role(name)).stream())
                .filter(statement -> statement.resources().contains("*")
                        || statement.actions().stream().anyMatch(action -> action.contains("*")))
                .flatMap(statement -> statement.actions().stream()).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of("ses:CreateReceiptRuleSet", "ses:DeleteReceiptRuleSet", "ses:DeleteSuppressedDestination",
                "ses:DescribeActiveReceiptRuleSet",
                "ses:DescribeReceiptRuleSet", "ses:GetSendQuota", "ses:SetActiveReceiptRuleSet",
                "sns:GetSubscriptionAttributes", "sns:Unsubscribe"), wide);
    }

    @Test
    void sesMayWriteInboundMailsOfOurRulesOnly() {
        var statements = Statement
                .inDocument(TEMPLATE.resource("MailBucketPolicy").find("PolicyDocument").orElseThrow())
                .toList();

        assertEquals(List.of(
                new Statement(Set.of("s3:PutObject"), Set.of("${MailBucket.Arn}/inbound/*"), Map.of(
                        "StringEquals aws:SourceAccount", Set.of("${AWS::AccountId}"), "ArnLike aws:SourceArn",
                        Set.of("arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:receipt-rule-set/*:receipt-rule/${AWS::StackName}-*"))),
                new Statement(Set.of("s3:*"), Set.of("${MailBucket.Arn}", "${MailBucket.Arn}/*"),
                        Map.of("Bool aws:SecureTransport", Set.of("false")))),
                statements);
    }
}
