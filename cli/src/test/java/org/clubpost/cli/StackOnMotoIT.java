package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
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

    @Test
    void stackThatIsNotThereIsNamed() {
        cloudFormation.deleteStack(request -> request.stackName("club"));

        assertTrue(run("list", "ls").startsWith("clubpost: There is no stack \"club\" in eu-central-1. "));
    }
}
