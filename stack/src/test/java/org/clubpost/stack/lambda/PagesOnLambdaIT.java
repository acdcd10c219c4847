package org.clubpost.stack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions behind pages, each from its artifact: a person signs up, confirms, changes the settings and leaves. */
class PagesOnLambdaIT {

    private static final String FORM = "list=news&email=anna%40club.example&name=Anna+M%C3%BC%C3%9Fig";

    @TempDir
    private Path folder = Path.of("");
    private Cloud cloud;
    private MailingList news;

    @BeforeEach
    void open() {
        cloud = new Cloud();
        news = cloud.create(SampleLists.aList());
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private RunningFunction start(String name) {
        return RunningFunction.start(name, folder, cloud);
    }

    private static int status(Answer answer) {
        return answer.tree().path("statusCode").asInt();
    }

    private static String body(Answer answer) {
        var text = answer.tree().path("body").asText();
        return answer.tree().path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(text), UTF_8)
                : text;
    }

    @Test
    void requestIsTakenFromAFormAndFromAProgramAndTwice() {
        try (var subscribe = start("SubscribeFunction"); var answers = start("AnswerFunction")) {
            var form = subscribe.answer(Events.form("/subscribe", FORM));
            var again = subscribe.answer(Events.form("/subscribe", FORM));
            var program = subscribe
                    .answer(Events.json("/subscribe", "{\"list\":\"news\",\"email\":\"ben@club.example\"}"));
            var broken = subscribe.answer(Events.json("/subscribe", "{\"list\":"));
            var shown = subscribe.answer(Events.get("/subscribe?list=news"));

            assertEquals(List.of(200, 200, 202, 400, 200), List.of(status(form), status(again), status(program),
                    status(broken), status(shown)), () -> String.join("\n", subscribe.log()));
            assertEquals(form.tree(), again.tree());
            assertTrue(body(shown).contains("<form"), body(shown));
            assertEquals(List.of(), cloud.mailsTo("anna@club.example"));
            answers.answer(Events.asked());
            answers.answer(Events.asked());
            assertEquals(1, cloud.mailsTo("anna@club.example").size(),
                    () -> "who asks twice at once is answered once: " + answers.log());
            assertEquals(1, cloud.mailsTo("ben@club.example").size());
            assertTrue(answers.log().stream().noneMatch(line -> line.contains("club.example")));
            assertEquals(3, subscribe.counted(Metric.SIGN_UPS));
            assertTrue(subscribe.log().stream()
                    .anyMatch(line -> line.contains("\"outcome\":\"primed\",\"status\":404")));
            assertTrue(subscribe.log().stream().noneMatch(line -> line.contains("club.example")));
        }
    }

    @Test
    void confirmationHoldsOnceAndGetChangesNothing() {
        try (var subscribe = start("SubscribeFunction");
                var answers = start("AnswerFunction");
                var confirm = start("ConfirmFunction")) {
            subscribe.answer(Events.form("/subscribe", FORM));
            answers.answer(Events.asked());
            var token = cloud.token("anna@club.example", "/confirm");

            var shown = confirm.answer(Events.get("/confirm?token=" + token));
            var membersAfterGet = cloud.table().lists().confirmedMembers(news.id());
            var done = confirm.answer(Events.form("/confirm", "token=" + token));
            var again = confirm.answer(Events.form("/confirm", "token=" + token));
            var forged = confirm.answer(Events.get("/confirm?token=forged"));

            assertEquals(200, status(shown), () -> String.join("\n", confirm.log()));
            assertEquals(0, membersAfterGet);
            assertEquals(1, cloud.table().lists().confirmedMembers(news.id()));
            assertTrue(status(done) < 400 && status(again) < 400, done.json());
            assertTrue(status(forged) >= 400, forged.json());
            assertEquals(2, cloud.mailsTo("anna@club.example").size());
            assertEquals(1, cloud.mailsTo("owner@club.example").size());
            assertEquals(1, confirm.counted(Metric.CONFIRMATIONS));
        }
    }

    @Test
    void memberChangesSettingsAndLeavesByOneClickTwice() {
        cloud.join(news, "anna@club.example");
        var settings = cloud.membershipToken(LinkPurpose.MANAGE_PAGE, news, "anna@club.example");
        var token = cloud.membershipToken(LinkPurpose.ONE_CLICK, news, "anna@club.example");
        try (var manage = start("ManageFunction"); var unsubscribe = start("UnsubscribeFunction")) {
            var shown = manage.answer(Events.get("/manage?token=" + settings));
            var changed = manage.answer(Events.form("/manage",
                    "token=" + settings + "&language=de&own-posts=none&copy=yes&pause-until="));
            var asked = manage.answer(Events.form("/manage", "token=" + settings + "&send-link=yes"));
            var needsFresh = manage.answer(Events.form("/manage",
                    "token=" + settings + "&name=Anna+Neu&language=de&own-posts=none"));
            var refused = manage.answer(Events.form("/manage", "token=" + settings));
            var left = unsubscribe.answer(
                    Events.form("/unsubscribe?token=" + token, "List-Unsubscribe=One-Click"));
            var leftAgain = unsubscribe.answer(
                    Events.form("/unsubscribe?token=" + token, "List-Unsubscribe=One-Click"));
            var forged = unsubscribe.answer(Events.form("/unsubscribe?token=x", "List-Unsubscribe=One-Click"));

            assertEquals(List.of(200, 200, 400, 200, 409), List.of(status(shown), status(changed), status(refused),
                    status(asked), status(needsFresh)), () -> String.join("\n", manage.log()));
            assertTrue(body(changed).contains("Ihre Einstellungen"), body(changed));
            assertEquals(List.of(200, 200), List.of(status(left), status(leftAgain)),
                    () -> String.join("\n", unsubscribe.log()));
            assertFalse(left.tree().path("headers").has("set-cookie"));
            assertTrue(status(forged) >= 400, forged.json());
            assertEquals(0, cloud.table().lists().confirmedMembers(news.id()));
            assertEquals(1, unsubscribe.counted(Metric.LEAVES));
        }
    }

    /** Links in mails from before there was CloudFront lead past it; only what costs a mail is refused there. */
    @Test
    void whoComesPastCloudFrontCanLeaveAndNotSignUp() {
        cloud.join(news, "anna@club.example");
        var token = cloud.membershipToken(LinkPurpose.ONE_CLICK, news, "anna@club.example");
        try (var subscribe = start("SubscribeFunction"); var unsubscribe = start("UnsubscribeFunction")) {
            var form = subscribe.answer(Events.pastCloudFront(Events.form("/subscribe", FORM)));
            var program = subscribe.answer(Events.pastCloudFront(
                    Events.json("/subscribe", "{\"list\":\"news\",\"email\":\"ben@club.example\"}")));
            var shown = subscribe.answer(Events.pastCloudFront(Events.get("/subscribe?list=news")));
            var left = unsubscribe.answer(Events.pastCloudFront(
                    Events.form("/unsubscribe?token=" + token, "List-Unsubscribe=One-Click")));
            var page = subscribe.answer(Events.get("/site/index.en.html"));

            assertEquals(List.of(403, 403, 200, 200),
                    List.of(status(form), status(program), status(shown), status(left)),
                    () -> String.join("\n", subscribe.log()));
            assertEquals(List.of(), cloud.mailsTo("ben@club.example"));
            assertEquals(0, cloud.table().lists().confirmedMembers(news.id()));
            assertEquals(200, status(page));
            assertTrue(body(page).contains("<html"), body(page));
        }
    }

    @Test
    void whoMayNotReachItsTableSaysSoInWords() {
        try (var subscribe = start("SubscribeFunction")) {
            subscribe.answer(Events.get("/subscribe?list=news"));
            cloud.close();

            var answer = subscribe
                    .answer(Events.json("/subscribe", "{\"list\":\"news\",\"email\":\"ben@club.example\"}"));

            assertEquals(503, status(answer), answer.json());
        }
    }
}
