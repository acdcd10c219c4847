package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.aws.s3.S3MailStore;
import org.clubpost.cli.aws.AccountStub;
import org.clubpost.core.note.Errand;
import org.clubpost.core.store.MailKey;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * The commands against a stack in an AWS that we have not written. moto does not make receipt rules, so the stack of a
 * list is one that is there already.
 */
final class StackOnMotoIT {

    private static final String SECRETS = "/clubpost/club/secrets";
    private static final List<String> PROPERTIES = List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region",
            "aws.endpointUrl");
    private static final String RULE = """
            Resources:
              Rule:
                Type: AWS::SNS::Topic
            Outputs:
              NotesTopicArn:
                Value: !Ref Rule
              Addresses:
                Value: '2'
            """;

    @AutoClose
    private final MotoTable table = MotoTable.create();
    @AutoClose
    private final CloudFormationClient cloudFormation = MotoServer.running().at(CloudFormationClient.builder()).build();

    /** The stack, with the outputs that the commands read. */
    private static String template(String table) {
        return """
                AWSTemplateFormatVersion: '2010-09-09'
                Parameters:
                  OwnerEmail:
                    Type: String
                  KeyVersion:
                    Type: Number
                    Default: 7
                Resources:
                  AlarmTopic:
                    Type: AWS::SNS::Topic
                    Properties:
                      Subscription:
                        - Protocol: email
                          Endpoint: !Ref OwnerEmail
                  MailBucket:
                    Type: AWS::S3::Bucket
                  ReceiveFunction:
                    Type: AWS::SNS::Topic
                    Properties:
                      TopicName: club-receive
                Outputs:
                  Version:
                    Value: 0.1.0
                  Domain:
                    Value: lists.club.example
                  TableName:
                    Value: %s
                  SecretsParameter:
                    Value: %s
                  MailBucketName:
                    Value: !Ref MailBucket
                  ConfigurationSetName:
                    Value: club-set
                  QueueUrl:
                    Value: https://sqs.eu-central-1.amazonaws.com/111122223333/club-queue
                  AlarmTopicArn:
                    Value: !Ref AlarmTopic
                  FeedbackTopicArn:
                    Value: !Ref AlarmTopic
                """.formatted(table, SECRETS);
    }

    @BeforeEach
    void open() {
        ServiceLog.silence();
        System.setProperty("aws.accessKeyId", "any");
        System.setProperty("aws.secretAccessKey", "any");
        System.setProperty("aws.region", "eu-central-1");
        System.setProperty("aws.endpointUrl", MotoServer.running().endpoint().toString());
        cloudFormation.createStack(request -> request.stackName("club").templateBody(template(table.name()))
                .parameters(Parameter.builder().parameterKey("OwnerEmail").parameterValue("olga@club.example")
                        .build()));
        cloudFormation.createStack(request -> request.stackName("club-list-chess").templateBody(RULE));
        try (var ssm = MotoServer.running().at(SsmClient.builder()).build()) {
            ssm.putParameter(request -> request.name(SECRETS).type(ParameterType.SECURE_STRING).overwrite(true)
                    .value(InstallationSecrets.generate(new SecureRandom()).text()));
        }
    }

    @AfterEach
    void close() {
        PROPERTIES.forEach(System::clearProperty);
    }

    private static String run(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--stack", "club"));
        var out = new StringWriter();
        Clubpost.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments.toArray(String[]::new));
        return out.toString();
    }

    @Test
    void listIsCreatedFilledAndRemoved(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("members.csv"),
                "email,name\nann@club.example,Ann\nbob@club.example,Bob\n");

        assertEquals("Created chess@lists.club.example.\n",
                run("list", "create", "chess", "--name", "Chess Club", "--owner", "olga@club.example"));
        var imported = run("members", "import", "chess", file.toString(), "--reason", "members of 2026");
        assertTrue(imported.contains("Added 2, members before 0, "), imported);
        assertEquals("Removed.\n", run("members", "remove", "chess", "ann@club.example"));
        var exported = run("members", "export", "chess");
        assertTrue(exported.contains("bob@club.example") && exported.contains("members of 2026"), exported);
        assertEquals("Removed chess@lists.club.example.\n", run("list", "rm", "chess", "--with-members"));

        assertThrows(CloudFormationException.class,
                () -> cloudFormation.describeStacks(request -> request.stackName("club-list-chess")));
    }

    private static InstallationSecrets secrets() {
        try (var ssm = MotoServer.running().at(SsmClient.builder()).build()) {
            return InstallationSecrets.parse(ssm.getParameter(request -> request.name(SECRETS).withDecryption(true))
                    .parameter().value());
        }
    }

    private String keyVersion() {
        return cloudFormation.describeStacks(request -> request.stackName("club")).stacks().getFirst().parameters()
                .stream().filter(each -> each.parameterKey().equals("KeyVersion")).findFirst().orElseThrow()
                .parameterValue();
    }

    @Test
    void keysRotateInTwoRoundsAndOldOnesVerify() {
        var before = secrets();

        var answer = run("secrets", "rotate");

        var after = secrets();
        assertTrue(answer.contains("Every function learns key 2"), answer);
        assertTrue(answer.contains("New links are signed with key 2"), answer);
        assertEquals(before.installation(), after.installation());
        assertEquals(2, after.signing().current());
        assertEquals(before.signing().keys().get(1), after.signing().keys().get(1));
        assertEquals("9", keyVersion());
        var shown = run("secrets", "ls");
        assertTrue(shown.contains("signs and verifies") && shown.contains("with the installation"), shown);
        assertTrue(before.text().lines().map(line -> line.substring(line.indexOf('=') + 2))
                .filter(value -> value.length() > 10).noneMatch(shown::contains), "no key is shown");
    }

    /** The process died when the functions knew the new key, and before it was made the one that signs. */
    @Test
    void rotationThatBrokeOffIsFinishedByTheNextOne() {
        var halfWay = secrets().withNewKey(new SecureRandom(), LocalDate.of(2026, 11, 28));
        try (var ssm = MotoServer.running().at(SsmClient.builder()).build()) {
            ssm.putParameter(request -> request.name(SECRETS).type(ParameterType.SECURE_STRING).overwrite(true)
                    .value(halfWay.text()));
        }

        run("secrets", "rotate");

        assertEquals(halfWay.withNewestCurrent(), secrets());
    }

    @Test
    void doctorSeesWhatIsThereAndStandsWhatIsNot() {
        var answer = run("doctor", "--dns", "127.0.0.1:9");

        assertTrue(answer.contains("right  stack"), answer);
        assertTrue(answer.contains("right  keys"), answer);
        assertTrue(answer.contains("right  alarm mails"), answer);
        assertTrue(answer.contains("warn   lists"), answer);
        assertTrue(answer.contains("WRONG  identity"), answer);
    }

    /** moto runs no functions, so another server stands in for Lambda. */
    @Test
    void mailsThatWereNotTakenInAreGivenToTheFunction() {
        run("list", "create", "chess", "--name", "Chess Club", "--owner", "olga@club.example");
        try (var lambda = new AccountStub(); var s3 = MotoServer.running().at(S3Client.builder()).build()) {
            System.setProperty("aws.endpointUrlLambda", lambda.endpoint().toString());
            lambda.answer("lambda:InvokeFunction", "null");
            var bucket = cloudFormation.describeStackResource(
                    request -> request.stackName("club").logicalResourceId("MailBucket")).stackResourceDetail()
                    .physicalResourceId();
            var key = new MailKey("inbound/chess/one");
            s3.putObject(request -> request.bucket(bucket).key(key.value()), RequestBody.fromString("Subject: Hi"));

            var shown = run("posts", "receive", "--dry-run");
            assertEquals("""
                    inbound/chess/one (without a post)
                    1 mail not taken in. To have them taken in: the same without --dry-run.
                    """, shown);
            assertEquals(List.of(), lambda.calls("lambda:InvokeFunction"));
            assertEquals("inbound/chess/one (without a post): taken in\n1 mail: 1 taken in.\n",
                    run("posts", "receive", "chess"));
            var body = lambda.calls("lambda:InvokeFunction").getFirst().fields().get("body");
            assertTrue(String.valueOf(body).contains("\"key\":\"inbound%2Fchess%2Fone\""), body);
            lambda.refuse("lambda:InvokeFunction", "AccessDeniedException");
            assertEquals("clubpost: These AWS credentials may not do lambda:InvokeFunction.\n",
                    run("posts", "receive"));
        } finally {
            System.clearProperty("aws.endpointUrlLambda");
            run("list", "rm", "chess");
        }
    }

    @Test
    void whatTakesAMailIsLeftToTheFunctions(@TempDir Path directory) throws IOException {
        run("list", "create", "chess", "--name", "Chess Club", "--owner", "olga@club.example");
        var text = Files.writeString(directory.resolve("text.txt"), "Tonight.\n").toString();
        try (var s3 = MotoServer.running().at(S3Client.builder()).build()) {
            var bucket = cloudFormation.describeStackResource(request -> request.stackName("club")
                    .logicalResourceId("MailBucket")).stackResourceDetail().physicalResourceId();
            var mails = new S3MailStore(s3, bucket);

            var written = run("posts", "write", "chess", text, "--subject", "Rehearsal");
            assertEquals("Handed in. What becomes of it: ./clubpost posts ls chess --stack club\n", written);
            assertEquals(written, run("posts", "write", "chess", text, "--subject", "Rehearsal"));
            assertTrue(run("posts", "write", "chess", text, "--subject", "Rehearsal", "--test")
                    .startsWith("A test goes to olga@club.example"));
            assertTrue(run("list", "appoint", "chess", "otto@club.example", "--as", "owner")
                    .startsWith("They are asked by mail"));
            assertTrue(run("members", "invite", "chess", "ben@club.example").startsWith("They are asked by mail"));

            try (var keys = mails.keys("inbound/chess/written-")) {
                assertEquals(1, keys.count(), "twice the same is one post");
            }
            try (var keys = mails.keys("inbound/chess/drafts/")) {
                assertEquals(1, keys.count());
            }
        }
        var due = new DynamoTable(MotoServer.running().at(DynamoDbClient.builder()).build(), table.name()).noteTasks()
                .due(Instant.now().plusSeconds(1), 100).stream()
                .map(task -> task instanceof Errand errand ? errand.what() : task)
                .map(what -> what.getClass().getSimpleName()).toList();
        assertTrue(due.containsAll(List.of("TestCopy", "RoleOffer")), due::toString);
        run("list", "rm", "chess");
    }

    @Test
    void stackThatIsNotThereIsNamed() {
        cloudFormation.deleteStack(request -> request.stackName("club"));

        assertTrue(run("list", "ls").startsWith("clubpost: There is no stack \"club\" in eu-central-1. "));
    }
}
