package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.aws.ses.SesStub;
import org.clubpost.aws.ses.SesTrouble;
import org.clubpost.cli.aws.RightSetUp;
import org.clubpost.core.list.ListId;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a stack in AWS. */
final class StackIT {

    private static final String CHESS_STACK = "cloudformation:DescribeStacks club-list-chess";

    private Path directory = Path.of("");
    private RightSetUp setUp;

    /** How a command ended. */
    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        ServiceLog.silence();
        this.directory = directory;
        setUp = new RightSetUp();
        setUp.account().answer("cloudformation:CreateStack", "<StackId>club-list-chess</StackId>")
                .answer(CHESS_STACK, RightSetUp.stack("club-list-chess", "CREATE_COMPLETE", ""));
    }

    @AfterEach
    void close() throws IOException {
        setUp.close();
    }

    private static Answer run(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--stack", "club"));
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Clubpost.run(new PrintWriter(out, true), new PrintWriter(err, true),
                arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private static Answer createChess() {
        return run("list", "create", "chess", "--name", "Chess Club", "--owner", "olga@club.example");
    }

    @Test
    void newListIsStoredAndItsRuleMade() {
        var created = createChess();

        assertEquals(new Answer(0, """
                Created chess@lists.club.example.
                SES takes in its mail (stack club-list-chess).
                """, ""), created);
        var sent = setUp.account().calls("cloudformation:CreateStack").getFirst().fields();
        assertEquals("club-list-chess", sent.get("StackName"));
        assertEquals("DELETE", sent.get("OnFailure"));
        assertEquals("club", sent.get("Parameters.member.1.ParameterValue"));
        assertEquals("chess", sent.get("Parameters.member.2.ParameterValue"));
        assertTrue(run("list", "ls").out().matches("(?s).*chess +0 +chess@lists.club.example +Chess Club\n.*"));
    }

    @Test
    void ruleThatIsThereAlreadyIsTaken() {
        setUp.account().refuse("cloudformation:CreateStack", "AlreadyExistsException").answer(CHESS_STACK,
                RightSetUp.stack("club-list-chess", "CREATE_COMPLETE", "<Outputs><member>"
                        + "<OutputKey>NotesTopicArn</OutputKey><OutputValue>arn</OutputValue></member>"
                        + "<member><OutputKey>Addresses</OutputKey><OutputValue>2</OutputValue></member></Outputs>"));

        assertEquals(new Answer(0, "Created chess@lists.club.example.\n", ""), createChess());
    }

    @Test
    void ruleThatCannotBeMadeIsSaidWithTheReasonAndTheWayOn() {
        setUp.account().answer(CHESS_STACK, RightSetUp.stack("club-list-chess", "DELETE_COMPLETE", ""))
                .answer("cloudformation:DescribeStackEvents",
                        """
                                <StackEvents><member><ResourceStatus>DELETE_COMPLETE</ResourceStatus></member>
                                <member><ResourceStatus>CREATE_FAILED</ResourceStatus>
                                <ResourceStatusReason>Could not write to bucket</ResourceStatusReason></member></StackEvents>""");

        var created = createChess();

        assertEquals(new Answer(1, "Created chess@lists.club.example.\n",
                "clubpost: The list is there, but SES does not take in its mail. CloudFormation could not make the "
                        + "receipt rule: Could not write to bucket. Then: ./clubpost doctor --fix --stack club\n"),
                created);
        assertTrue(setUp.lists().find(new ListId("chess")).isPresent());
    }

    @Test
    void removedListTakesItsRuleWithIt() {
        createChess();
        setUp.account().when("cloudformation:DeleteStack", () -> setUp.account().answer(CHESS_STACK,
                "!ValidationError|Stack with id club-list-chess does not exist"));

        var removed = run("list", "rm", "chess");

        assertEquals(new Answer(0, "Removed chess@lists.club.example.\n", ""), removed);
        assertEquals("club-list-chess",
                setUp.account().calls("cloudformation:DeleteStack").getFirst().fields().get("StackName"));
        assertEquals(Optional.empty(), setUp.lists().find(new ListId("chess")));
    }

    @Test
    void listWithMembersIsRemovedOnlyWhenThatIsMeant() {
        createChess();
        run("members", "add", "chess", "ann@club.example");
        setUp.account().answer(CHESS_STACK, "!ValidationError|Stack with id club-list-chess does not exist");

        var refused = run("list", "rm", "chess");
        var removed = run("list", "rm", "chess", "--with-members");

        assertEquals(new Answer(1, "", "clubpost: chess has 1 member. Keep them with: ./clubpost members export chess "
                + "--stack club > members.csv; then remove it with --with-members.\n"), refused);
        assertEquals(new Answer(0, "Removed chess@lists.club.example.\n", ""), removed);
    }

    @Test
    void ruleThatCannotBeRemovedKeepsTheList() {
        createChess();
        setUp.account().refuse("cloudformation:DeleteStack", "AccessDenied");

        var removed = run("list", "rm", "chess");

        assertEquals(new Answer(1, "", "clubpost: These AWS credentials may not do cloudformation:DeleteStack.\n"),
                removed);
        assertTrue(setUp.lists().find(new ListId("chess")).isPresent());
    }

    @Test
    void membersAreImportedShownAndExported() throws IOException {
        var file = Files.writeString(directory.resolve("members.csv"),
                "email,name\nann@club.example,Ann\nbob@club.example,Bob\n");

        var imported = run("members", "import", "news", file.toString(), "--reason", "members of 2026");
        var shown = run("members", "ls", "news", "--status", "confirmed");
        var removed = run("members", "remove", "news", "ann@club.example");

        assertTrue(imported.out().contains("Added 2, members before 0, "), imported.out());
        assertEquals(3, shown.out().lines().count(), shown.out());
        assertEquals(new Answer(0, "Removed.\n", ""), removed);
        assertTrue(run("members", "export", "news").out().contains("members of 2026"));
        var list = run("list", "show", "news");
        assertTrue(list.out().matches("(?s).*members +1\\n.*"), list.out() + list.err());
        assertEquals(new Answer(0, "Changed name of news.\n", ""), run("list", "set", "news", "name=Club"));
    }

    @Test
    void postsAreListed() {
        assertEquals(new Answer(0, "post  received  state  author  subject  reason\n", ""), run("posts", "ls", "news"));
    }

    @Test
    void stackThatIsNotThereIsOneLine() {
        setUp.account().answer("cloudformation:DescribeStacks club",
                "!ValidationError|Stack with id club does not exist");
        assertEquals(new Answer(1, "", "clubpost: There is no stack \"club\" in eu-central-1. Which there are says: "
                + "aws cloudformation list-stacks (another region: AWS_REGION)\n"), run("list", "ls"));
    }

    @Test
    void stackOfSomethingElseIsOneLine() {
        setUp.account().answer("cloudformation:DescribeStacks club", RightSetUp.stack("club", "CREATE_COMPLETE", ""));

        assertEquals(new Answer(1, "", "clubpost: The stack club (CREATE_COMPLETE) has no output Domain. Is it "
                + "Clubpost's, and was it deployed to the end?\n"), run("list", "ls"));
    }

    @Test
    void keysThatMayNotBeReadAreOneLine() {
        setUp.keysAreForbidden();

        var answer = run("members", "add", "news", "ann@club.example");

        assertEquals(new Answer(1, "",
                "clubpost: These AWS credentials may not do ssm:GetParameter on /clubpost/club/secrets.\n"), answer);
    }

    @Test
    void tableThatMayNotBeReadIsOneLine() {
        setUp.tableIsForbidden();

        var answer = run("list", "ls");

        assertEquals(new Answer(1, "", "clubpost: AWS refuses: AccessDeniedException (DynamoDb).\n"), answer);
    }

    @Test
    void dataAndStackTogetherAreAMistake() {
        var answer = run("list", "ls", "--data", directory.toString());

        assertEquals(2, answer.code());
        assertTrue(answer.err().startsWith("clubpost: Give --data or --stack, not both.\n"), answer.err());
    }

    @Test
    void nameThatNoStackCanHaveIsAMistake() {
        var out = new StringWriter();

        var code = Clubpost.run(new PrintWriter(out), new PrintWriter(out, true), "list", "ls", "--stack", "a b");

        assertEquals(2, code);
        assertTrue(out.toString().startsWith("clubpost: --stack: \"a b\" cannot be the name of a stack"),
                out.toString());
    }

    @Test
    void testMailsGoToEveryPartOfTheSimulatorAndTheAnswersAreShown() {
        try (var ses = new SesStub(Set.of(RightSetUp.DOMAIN))) {
            setUp.sendThrough(ses);

            var answer = run("test-send");

            assertEquals(0, answer.code(), answer.err());
            assertEquals(List.of("success", "bounce", "complaint", "ooto", "suppressionlist").stream()
                    .map(part -> List.of(part + "@simulator.amazonses.com")).toList(),
                    ses.sent().stream().map(mail -> mail.destinations()).toList());
            var first = ses.sent().getFirst();
            assertEquals("clubpost-test@lists.club.example", first.source());
            assertEquals("club-set", first.configurationSet());
            assertTrue(answer.out().contains("taken as " + first.messageId()), answer.out());
            assertEquals(List.of("purpose=other"), first.tags());
            assertTrue(answer.out().endsWith("it writes so to its log, and nothing follows.\n"), answer.out());
        }
    }

    @Test
    void testMailsThatSesRefusesAreShownWithItsReason() {
        try (var ses = new SesStub(Set.of(RightSetUp.DOMAIN))) {
            setUp.sendThrough(ses);
            ses.trouble("bounce@simulator.amazonses.com",
                    new SesTrouble.Refusal(400, "MessageRejected", "Email address is not verified."));
            setUp.account().change("ses:GetConfigurationSetEventDestinations", "true", "false");

            var answer = run("test-send");

            assertEquals(1, answer.code());
            assertTrue(answer.out().contains("MessageRejected: Email address is not verified."), answer.out());
            assertTrue(answer.out().contains("bounce reports: the event destination feedback is switched off\n"),
                    answer.out());
            assertEquals("clubpost: SES refused 1 of 5 mails. Why: ./clubpost doctor --stack club\n", answer.err());
        }
    }
}
