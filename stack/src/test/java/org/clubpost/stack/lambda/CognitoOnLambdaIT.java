package org.clubpost.stack.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The triggers of a user pool, each from its artifact, with moto's Cognito. */
class CognitoOnLambdaIT {

    private static final String ANNA = "anna@club.example";
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:";

    @TempDir
    private Path folder = Path.of("");
    private Cloud cloud;
    private CognitoIdentityProviderClient cognito;
    private MailingList news;
    private String pool = "";

    @BeforeEach
    void open() {
        cloud = new Cloud();
        cognito = cloud.cognito();
        news = cloud.create(SampleLists.aList().with(
                Groups.NONE.withDomains(List.of(DomainGroup.parse("club.example=staff").orElseThrow()))));
        pool = cognito.createUserPool(request -> request.poolName("members")).userPool().id();
        cognito.adminCreateUser(request -> request.userPoolId(pool).username("u-1")
                .userAttributes(attributes(ANNA).entrySet().stream().filter(each -> !each.getKey().equals("sub"))
                        .map(each -> AttributeType.builder().name(each.getKey()).value(each.getValue()).build())
                        .toList()));
    }

    @AfterEach
    void close() {
        cognito.close();
        cloud.close();
    }

    private static Map<String, String> attributes(String address) {
        return new HashMap<>(Map.of("sub", "u-1", "email", address, "email_verified", "true", "custom:newsletter",
                "yes", "custom:notify", "mail"));
    }

    private String signUp(String address) {
        return Events.cognito("PreSignUp_SignUp", pool, "u-1", Map.of("email", address), """
                {"autoConfirmUser": false, "autoVerifyEmail": false, "autoVerifyPhone": false}""");
    }

    private String confirmed(String trigger) {
        return Events.cognito(trigger, pool, "u-1", attributes(ANNA), "{}");
    }

    private List<String> members(String group) {
        return cognito.listUsersInGroup(request -> request.userPoolId(pool).groupName(group)).users().stream()
                .map(UserType::username).toList();
    }

    private static void assertNamesNobody(RunningFunction function) {
        assertTrue(function.log().stream().noneMatch(line -> line.contains("anna") || line.contains("eve@")),
                () -> String.join("\n", function.log()));
    }

    @Test
    void signUpIsTakenFromTheClubAndRefusedFromElsewhereAndWhenTheTableIsGone() {
        try (var function = RunningFunction.start("PreSignUpFunction", folder, cloud)) {
            var taken = assertInstanceOf(Answer.Returned.class, function.answer(signUp(ANNA)));
            var refused = assertInstanceOf(Answer.Failed.class, function.answer(signUp("eve@elsewhere.example")));

            assertEquals(new Answer.Returned(signUp(ANNA)).tree().path("response"), taken.tree().path("response"));
            assertEquals(pool, taken.tree().path("userPoolId").asText());
            assertEquals("Accounts here are only for addresses at club.example. Sign up with such an address, or ask "
                    + "the club", refused.tree().path("errorMessage").asText());
            assertNamesNobody(function);

            cloud.removeTable();
            var blind = assertInstanceOf(Answer.Failed.class, function.answer(signUp(ANNA)));
            assertEquals("Your address could not be checked just now. Please try again in a minute",
                    blind.tree().path("errorMessage").asText());
        }
    }

    @Test
    void whoConfirmedIsAMemberAndInTheGroupAndWelcomedAndTwiceIsOnce() {
        try (var function = RunningFunction.start("PostConfirmationFunction", folder, cloud)) {
            function.answer(confirmed("PostConfirmation_ConfirmForgotPassword"));
            assertEquals(Optional.empty(), cloud.find(news, ANNA));

            var first = function.answer(confirmed("PostConfirmation_ConfirmSignUp"));
            var second = function.answer(confirmed("PostConfirmation_ConfirmSignUp"));

            assertEquals("u-1", assertInstanceOf(Answer.Returned.class, first).tree().path("userName").asText());
            assertEquals(first.tree(), assertInstanceOf(Answer.Returned.class, second).tree());
            var member = assertInstanceOf(Subscriber.Confirmed.class, cloud.find(news, ANNA).orElseThrow(),
                    () -> String.join("\n", function.log()));
            assertTrue(member.greeted());
            assertEquals(Set.of(new GroupName("staff")), member.groups());
            assertEquals(List.of("u-1"), members("staff"));
            assertEquals(1, cloud.mailsTo(ANNA).size());
            assertEquals(1, function.counted(Metric.CONFIRMATIONS));
            assertNamesNobody(function);
        }
    }

    @Test
    void whatFailsGoesThroughTheQueueAndIsFinished() {
        cloud.sesAt(URI.create("http://127.0.0.1:1"));
        try (var function = RunningFunction.start("PostConfirmationFunction", folder, cloud)) {
            var answer = function.answer(confirmed("PostConfirmation_ConfirmSignUp"));

            assertInstanceOf(Answer.Returned.class, answer);
            assertEquals(1, cloud.delayed(), () -> String.join("\n", function.log()));
            assertNamesNobody(function);
        }
        cloud.sesIsBack();
        try (var finish = RunningFunction.start("FinishFunction", folder, cloud)) {
            var message = pool + " 2026-11-28T10:00:00Z u-1";

            var answer = finish.answer(Events.queued(List.of(message, message, "nonsense")));

            assertEquals(List.of("m-2"), answer.tree().findValuesAsText("itemIdentifier"),
                    () -> answer + String.join("\n", finish.log()));
            assertTrue(assertInstanceOf(Subscriber.Confirmed.class, cloud.find(news, ANNA).orElseThrow()).greeted());
            assertEquals(1, cloud.mailsTo(ANNA).size());
            assertNamesNobody(finish);
        }
    }

    @Test
    void triggersAreAttachedToAPoolThatIsThereAndTakenOffAgain() throws IOException {
        var answers = new CopyOnWriteArrayList<JsonNode>();
        var cloudFormation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cloudFormation.createContext("/", exchange -> {
            answers.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        cloudFormation.start();
        var answerTo = "http://127.0.0.1:" + cloudFormation.getAddress().getPort() + "/a?b=c";
        var properties = Map.of("UserPoolId", pool, "PreSignUp", FUNCTION + "pre:live", "PostConfirmation",
                FUNCTION + "post:live");
        try (var triggers = RunningFunction.start("TriggersFunction", folder, cloud)) {
            triggers.answer(Events.customResource("Create", "Custom::PoolTriggers", answerTo, "", properties));
            var attached = cognito.describeUserPool(request -> request.userPoolId(pool)).userPool().lambdaConfig();
            triggers.answer(Events.customResource("Delete", "Custom::PoolTriggers", answerTo, pool, properties));
            var after = cognito.describeUserPool(request -> request.userPoolId(pool)).userPool().lambdaConfig();

            assertEquals(List.of("SUCCESS", "SUCCESS"),
                    answers.stream().map(answer -> answer.path("Status").asText()).toList(),
                    () -> answers + String.join("\n", triggers.log()));
            assertEquals(FUNCTION + "pre:live", attached.preSignUp());
            assertEquals(FUNCTION + "post:live", attached.postConfirmation());
            assertTrue(after == null || (after.preSignUp() == null && after.postConfirmation() == null));
        } finally {
            cloudFormation.stop(0);
        }
    }
}
