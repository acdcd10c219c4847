package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code cognito.yaml}: its functions may do what their code does, and it fits the stack beside which it stands. */
class CognitoTemplateTest {

    private static final Template COGNITO = Template.read("cognito.yaml");
    private static final String TABLE = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/import(${Stack}-Table)";
    private static final String POOL = "${Pool.Arn}";

    static List<String> functions() {
        return COGNITO.functions().stream().map(Template.Resource::name).toList();
    }

    private static Template.Resource function(String name) {
        return COGNITO.functions().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Needs needs(String name) {
        return Needs.of(function(name).string("Handler"));
    }

    /** What the role's own policy allows and what is added to it; without the one statement that only some pools need. */
    private static List<Statement> statements(String name) {
        var role = COGNITO.resource(name.replaceAll("Function$", "Role"));
        var own = Template.listOf(Template.map(Template
                .map(Template.map(role.list("Policies").getFirst()).get("PolicyDocument"))).get("Statement")).stream()
                .filter(statement -> Template.map(statement).containsKey("Action")).toList();
        var added = COGNITO.resources("AWS::IAM::RolePolicy")
                .filter(policy -> policy.string("RoleName").equals("${" + role.name() + "}"))
                .map(policy -> policy.find("PolicyDocument").orElseThrow());
        return Stream.concat(Stream.of(Map.of("Statement", own)), added).flatMap(Statement::inDocument).toList();
    }

    /** As in template.yaml: where somebody waits for the answer, it comes from a snapshot. */
    @ParameterizedTest
    @MethodSource("functions")
    void functionIsSetUpLikeTheOthers(String name) {
        var function = function(name);

        assertEquals("cognito-function/target/cognito-function.jar", function.string("CodeUri"));
        assertEquals("java25", function.string("Runtime"));
        assertEquals(List.of("arm64"), function.list("Architectures"));
        assertEquals("live", function.string("AutoPublishAlias"));
        assertEquals("true", function.string("AutoPublishAliasAllProperties"));
        assertEquals(name.equals("TriggersFunction") ? "None" : "PublishedVersions",
                function.string("SnapStart", "ApplyOn"));
        assertEquals(30, COGNITO.resource(name.replaceAll("Function$", "Log")).number("RetentionInDays"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void roleAllowsWhatTheCodeCallsAndNothingElse(String name) {
        var needed = new TreeSet<>(needs(name).actions());
        needed.addAll(Set.of("logs:CreateLogStream", "logs:PutLogEvents"));
        if (function(name).find("Events").isPresent()) {
            needed.addAll(Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"));
        }

        var allowed = statements(name).stream().flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(needed, allowed);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void roleAllowsItOnWhatItIsAbout(String name) {
        for (var statement : statements(name)) {
            var service = statement.actions().iterator().next().replaceAll(":.*", "");
            switch (service) {
                case "dynamodb" -> assertEquals(new Statement(statement.actions(), Set.of(TABLE),
                        Map.of("ForAllValues:StringLike dynamodb:LeadingKeys", needs(name).leadingKeys())), statement);
                case "cognito-idp" -> assertEquals(Set.of(POOL), statement.resources());
                case "ses" -> assertEquals(Map.of("StringLike ses:FromAddress", Set.of("*@import(${Stack}-Domain)")),
                        statement.conditions());
                case "sqs" -> assertEquals(Set.of("${UnfinishedQueue.Arn}"), statement.resources());
                case "ssm" -> assertTrue(statement.resources().iterator().next()
                        .endsWith(":parameterimport(${Stack}-Secrets)"), statement.toString());
                case "logs" -> assertEquals(Set.of("${" + name.replaceAll("Function$", "Log") + ".Arn}:*"),
                        statement.resources());
                default -> throw new AssertionError("nothing is known of " + statement);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void variablesAreThoseThatTheCodeReads(String name) {
        var given = new TreeSet<>(
                Template.map(function(name).find("Environment", "Variables").orElse(Map.of())).keySet());

        given.remove("JAVA_TOOL_OPTIONS"); // For the virtual machine.
        assertEquals(new TreeSet<>(needs(name).variables()), given);
    }

    @ParameterizedTest
    @CsvSource({"PreSignUp", "PostConfirmation"})
    void poolCallsTheTriggerAndNobodyElseMay(String trigger) {
        var permission = COGNITO.resource(trigger + "Permission");

        assertEquals("${" + trigger + "Function.Alias}", COGNITO.resource("Pool").string("LambdaConfig", trigger));
        assertEquals("${" + trigger + "Function.Alias}", COGNITO.resource("Triggers").string(trigger));
        assertEquals("${" + trigger + "Function.Alias}", permission.string("FunctionName"));
        assertEquals("cognito-idp.amazonaws.com", permission.string("Principal"));
        assertEquals(POOL, permission.string("SourceArn"));
        assertEquals("${AWS::AccountId}", permission.string("SourceAccount"));
    }

    /** Whatever this stack wants of the other one, the other one exports; it cannot be deleted before this one then. */
    @Test
    void everythingImportedIsExported() throws IOException {
        var wanted = Pattern.compile("\\$\\{Stack}-(\\w+)")
                .matcher(Files.readString(Template.ROOT.resolve("cognito.yaml"))).results()
                .map(found -> "${AWS::StackName}-" + found.group(1)).collect(Collectors.toCollection(TreeSet::new));

        var exported = Template.map(Template.read("template.yaml").root().get("Outputs")).values().stream()
                .map(Template::map).filter(output -> output.containsKey("Export"))
                .map(output -> Template.text(Template.map(output.get("Export")).get("Name")))
                .collect(Collectors.toSet());

        assertTrue(wanted.size() >= 5, wanted.toString());
        wanted.removeAll(exported);
        assertEquals(Set.of(), wanted);
    }

    /**
     * CloudFormation changes no value that another stack imports: so what an owner may change of the stack (a name for
     * the pages, the events) is told to this one, and exported by the other one for nobody.
     */
    @ParameterizedTest
    @CsvSource({"PublicUrl, CLUBPOST_PUBLIC_URL", "Events, CLUBPOST_EVENTS"})
    void whatMayChangeIsAParameterAndNotAnExport(String name, String variable) {
        var output = Template.map(Template.map(Template.read("template.yaml").root().get("Outputs")).get(name));

        assertFalse(output.containsKey("Export"), output.toString());
        assertEquals("${" + name + "}", function("FinishFunction").string("Environment", "Variables", variable));
        assertEquals("${" + name + "}",
                function("PostConfirmationFunction").string("Environment", "Variables", variable));
    }

    /** Accounts are people's: they stay when the stack goes, and so does nothing else. */
    @Test
    void onlyThePoolStays() {
        var kept = COGNITO.resources().values().stream()
                .filter(resource -> String.valueOf(resource.body().get("DeletionPolicy")).startsWith("Retain"))
                .map(resource -> resource.name() + " " + resource.body().get("DeletionPolicy") + " "
                        + resource.body().get("UpdateReplacePolicy"))
                .toList();

        assertEquals(List.of("Pool RetainExceptOnCreate Retain"), kept);
    }

    @Test
    void poolSignsInByProvenAddressWithACodeFromOurDomain() {
        var pool = COGNITO.resource("Pool");

        assertEquals(List.of("email"), pool.list("UsernameAttributes"));
        assertEquals(List.of("email"), pool.list("AutoVerifiedAttributes"));
        assertEquals(List.of("email"),
                pool.list("UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate"));
        assertEquals("DEVELOPER", pool.string("EmailConfiguration", "EmailSendingAccount"));
        assertEquals("accounts@import(${Stack}-Domain)", pool.string("EmailConfiguration", "From"));
        assertEquals("CONFIRM_WITH_CODE", pool.string("VerificationMessageTemplate", "DefaultEmailOption"));
        assertTrue(pool.string("VerificationMessageTemplate", "EmailMessage").contains("{####}"));
        assertEquals(2, COGNITO.resource("PoolDomain").number("ManagedLoginVersion"));
        assertEquals("true", COGNITO.resource("PoolBranding").string("UseCognitoProvidedValues"));
    }

    /** The attributes that the pool has are those that the functions look at when nothing else is said. */
    @Test
    void poolHasTheAttributesThatTheFunctionsRead() {
        var schema = COGNITO.resource("Pool").list("Schema").stream().map(Template::map)
                .map(attribute -> "custom:" + attribute.get("Name")).collect(Collectors.toSet());
        var written = COGNITO.resource("PoolClient").list("WriteAttributes");

        for (var variable : List.of("CLUBPOST_CONSENT_ATTRIBUTE", "CLUBPOST_NOTIFY_ATTRIBUTE")) {
            var attribute = function("FinishFunction").string("Environment", "Variables", variable);
            assertEquals(attribute, function("PostConfirmationFunction").string("Environment", "Variables", variable));
            assertTrue(schema.contains(attribute), attribute);
            assertTrue(written.contains(attribute), attribute);
        }
    }

    /** AWS Lambda Developer Guide, "Configuring the queue"; a message keeps its age when it goes to the dead letters. */
    @Test
    void queueWaitsLongEnoughAndIsEncrypted() {
        var queue = COGNITO.resource("UnfinishedQueue");
        var dead = COGNITO.resource("UnfinishedDeadLetters");
        var source = Template
                .map(Template.map(function("FinishFunction").find("Events", "Unfinished").orElseThrow())
                        .get("Properties"));

        assertEquals("${UnfinishedQueue.Arn}", Template.text(source.get("Queue")));
        assertEquals(List.of("ReportBatchItemFailures"), source.get("FunctionResponseTypes"));
        assertTrue(queue.number("VisibilityTimeout") >= 6 * function("FinishFunction").number("Timeout"));
        assertEquals("${UnfinishedDeadLetters.Arn}", queue.string("RedrivePolicy", "deadLetterTargetArn"));
        assertTrue(dead.number("MessageRetentionPeriod") > queue.number("MessageRetentionPeriod"));
        assertTrue(queue.number("VisibilityTimeout") * queue.number("RedrivePolicy", "maxReceiveCount") < queue
                .number("MessageRetentionPeriod"), "else it is gone before it is a dead letter");
        assertEquals("true", queue.string("SqsManagedSseEnabled"));
        assertEquals("true", dead.string("SqsManagedSseEnabled"));
    }

    /** SAM CLI builds no .jar. An answer that never comes would be waited for an hour. */
    @Test
    void functionsAreNotBuiltAgainAndTheCustomResourceIsNotWaitedForForEver() {
        assertTrue(COGNITO.functions().stream()
                .allMatch(each -> Map.of("SkipBuild", true).equals(each.body().get("Metadata"))));
        var patience = COGNITO.resource("Triggers").number("ServiceTimeout");
        assertTrue(patience > function("TriggersFunction").number("Timeout") && patience <= 600);
    }

    /** Deleted before its functions, because it names them; and made after Cognito may call them. */
    @Test
    void triggersAreAttachedWhenTheyCanBeCalled() {
        assertEquals(List.of("PreSignUpPermission", "PostConfirmationPermission"),
                COGNITO.resource("Triggers").body().get("DependsOn"));
    }
}
