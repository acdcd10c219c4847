package org.clubpost.aws.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.clubpost.aws.config.Environment;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFunctionTest {

    private static final String SECRET = "anna@example.org";

    private static final String TOKEN = "token";
    private static final CommonPages PAGES = new CommonPages(
            (wanted, otherwise) -> wanted.isEmpty() ? otherwise : Locale.forLanguageTag(wanted.getFirst().getRange()),
            language -> "<p>later</p>", language -> "<p>sorry</p>", language -> language + " none",
            language -> language + " forged", (language, kind, field) -> language + " " + kind + " " + field);

    private final Logger logger = Logger.getLogger("org.clubpost.test");
    private final List<String> logged = new ArrayList<>();
    private final Handler collector = new Handler() {

        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToTheLog() {
        logger.setUseParentHandlers(false);
        logger.addHandler(collector);
    }

    @AfterEach
    void leaveTheLog() {
        logger.removeHandler(collector);
        logger.setUseParentHandlers(true);
    }

    private static Conversation answering(Handled handled) {
        return talking(() -> handled);
    }

    private static Conversation talking(Supplier<Handled> words) {
        return new Talk(_ -> words.get(), _ -> words.get());
    }

    private record Talk(Function<Visit, Handled> showing, Function<Visit, Handled> acting) implements Conversation {

        @Override
        public KnownFields fields() {
            return new KnownFields(Map.of(TOKEN, 10, FormRequest.LANGUAGE_FIELD, 35, "email", 50), false);
        }

        @Override
        public Handled show(Visit visit) {
            return showing.apply(visit);
        }

        @Override
        public Handled act(Visit visit) {
            return acting.apply(visit);
        }
    }

    private static PageFunction function(Map<String, Conversation> conversations) {
        return new PageFunction("test", new FixedClock(), PAGES, conversations);
    }

    private static APIGatewayV2HTTPResponse answer(SampleEvents event, Conversation conversation) {
        return new PageFunction("test", new FixedClock(), PAGES, conversation).answer(event.event(),
                new SampleContext());
    }

    private static Handled saying(String text) {
        return Handled.of(HttpAnswer.html(200, text), "said");
    }

    private static String seen(APIGatewayV2HTTPResponse answer) {
        return answer.getStatusCode() + " " + answer.getBody();
    }

    @Test
    void pathAndMethodSayWhatIsDone() {
        var function = function(Map.of("/confirm", new Talk(_ -> saying("look"), _ -> saying("confirm")),
                "/withdraw", new Talk(_ -> saying("look"), _ -> saying("withdraw"))));

        assertEquals("200 look", seen(function.answer(SampleEvents.get("/confirm").event(), new SampleContext())));
        assertEquals("200 confirm",
                seen(function.answer(SampleEvents.form("/prod/confirm", "").event(), new SampleContext())));
        assertEquals("200 withdraw",
                seen(function.answer(SampleEvents.form("/withdraw", "").event(), new SampleContext())));
        assertEquals("404 en none", seen(function.answer(SampleEvents.get("/other").event(), new SampleContext())));
    }

    @Test
    void whatIsAskedIsReadForTheConversation() {
        var talk = new Talk(visit -> saying(visit.text(TOKEN) + " " + visit.language(Locale.FRENCH)),
                visit -> saying(visit.text(TOKEN) + " " + visit.language(Locale.FRENCH)));

        assertEquals("200 abc fr", seen(answer(SampleEvents.get("/confirm?token=abc"), talk)));
        assertEquals("200 abc de", seen(answer(SampleEvents.form("/confirm?token=abc", "lang=de"), talk)));
    }

    @Test
    void lookThatCannotBeReadIsForged() {
        var answer = answer(SampleEvents.get("/confirm?token=longer-than-ten&lang=de"), talking(() -> {
            throw new AssertionError("must not be asked");
        }));

        assertEquals("404 de forged", seen(answer));
    }

    @Test
    void formThatCannotBeReadIsRefusedWithTheFieldThatIsWrong() {
        var talk = talking(() -> {
            throw new AssertionError("must not be asked");
        });

        assertEquals("400 en too-long token",
                seen(answer(SampleEvents.form("/confirm", "token=longer-than-ten"), talk)));
        assertEquals("400 en unknown extra", seen(answer(SampleEvents.form("/confirm", "extra=1"), talk)));
    }

    @Test
    void forgedLinkAndRefusedRequestAreSaidInTheVisitorsLanguage() {
        var talk = new Talk(Visit::forged,
                visit -> visit.refused(new FieldProblem(FieldProblem.Kind.MISSING, TOKEN)));

        assertEquals("404 de forged", seen(answer(SampleEvents.get("/confirm?lang=de"), talk)));
        assertEquals("400 de missing token", seen(answer(SampleEvents.form("/confirm?lang=de", ""), talk)));
    }

    @Test
    void everyAnswerForbidsWhatCouldLeakALink() {
        var answer = answer(SampleEvents.get("/confirm"),
                answering(Handled.of(HttpAnswer.html(200, "<p>hello</p>"), "shown")));

        assertEquals(Map.of("cache-control", "no-store", "referrer-policy", "no-referrer", "x-robots-tag",
                "noindex, nofollow", "x-content-type-options", "nosniff", "content-type", "text/html; charset=utf-8",
                "content-security-policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
                answer.getHeaders());
        assertEquals(200, answer.getStatusCode());
        assertEquals("<p>hello</p>", answer.getBody());
        assertEquals(null, answer.getCookies());
    }

    @Test
    void headIsGetWithoutTheBody() {
        var answer = answer(SampleEvents.get("/confirm").as("HEAD"),
                answering(Handled.of(HttpAnswer.html(200, "<p>grüß</p>"), "shown")));

        assertEquals("", answer.getBody());
        assertEquals("13", answer.getHeaders().get("content-length"));
        assertEquals(200, answer.getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "get", ""})
    void otherMethodIsRefusedWithTheOnesThatAreAllowed(String method) {
        var answer = answer(SampleEvents.get("/confirm").as(method), talking(() -> {
            throw new AssertionError("must not be asked");
        }));

        assertEquals(405, answer.getStatusCode());
        assertEquals("GET, HEAD, POST", answer.getHeaders().get("allow"));
    }

    @Test
    void worldThatFailedIsAnsweredWithTheTimeToComeBack() {
        var answer = answer(SampleEvents.get("/confirm"), talking(() -> {
            throw new UnavailableException("the table does not answer", new IllegalStateException(SECRET));
        }));

        assertEquals(503, answer.getStatusCode());
        assertEquals("60", answer.getHeaders().get("retry-after"));
        assertEquals("<p>later</p>", answer.getBody());
    }

    @Test
    void bugIsAnsweredWithoutAnyTrace() {
        var answer = answer(SampleEvents.get("/confirm"), talking(() -> {
            throw new IllegalArgumentException(SECRET);
        }));

        assertEquals(500, answer.getStatusCode());
        assertEquals("<p>sorry</p>", answer.getBody());
        assertTrue(logged.getFirst().startsWith("SEVERE {\"function\":\"test\",\"requestId\":\""
                + SampleContext.REQUEST_ID
                + "\",\"outcome\":\"broken\",\"failure\":\"java.lang.IllegalArgumentException at "), logged.getFirst());
        assertFalse(logged.toString().contains(SECRET), "what was typed must not be in the log");
    }

    @Test
    void programGetsItsTroublesInJson() {
        var answer = answer(SampleEvents.json("/subscribe", "{}"), talking(() -> {
            throw new UnavailableException("the table does not answer");
        }));

        assertEquals("{\"message\":\"Please try again in a minute.\",\"status\":\"unavailable\"}\n", answer.getBody());
        assertEquals("application/json", answer.getHeaders().get("content-type"));
    }

    @Test
    void oneLineALogHasNothingOfTheRequest() {
        answer(SampleEvents.form("/confirm?token=hidden", "email=" + SECRET),
                answering(Handled.of(HttpAnswer.html(200, ""), "joined", new ListId("news"))));

        assertEquals(List.of("INFO {\"function\":\"test\",\"requestId\":\"" + SampleContext.REQUEST_ID
                + "\",\"list\":\"news\",\"outcome\":\"joined\",\"status\":200,\"milliseconds\":0}"), logged);
    }

    @Test
    void eventWithNothingInItIsAnswered() {
        var answer = function(Map.of("", answering(saying("")))).answer(new APIGatewayV2HTTPEvent(),
                new SampleContext());

        assertEquals(405, answer.getStatusCode());
    }

    @Test
    void jsonIsEscaped() {
        assertEquals("{\"field\":\"a\\\"\\u0000<\"}\n", HttpAnswer.json(400, Map.of("field", "a\"\u0000<")).body());
    }

    private static final String EDGE_KEY = "0123456789abcdef";

    /** Says from where somebody comes. */
    private static final Talk TALK = new Talk(PageFunctionTest::source, PageFunctionTest::source);

    private static Handled source(Visit visit) {
        return saying(visit.request().origin().sourceAddress());
    }

    /** One that costs a mail. */
    private record Costly() implements Conversation {

        @Override
        public KnownFields fields() {
            return TALK.fields();
        }

        @Override
        public Handled show(Visit visit) {
            return TALK.show(visit);
        }

        @Override
        public Handled act(Visit visit) {
            return TALK.act(visit);
        }

        @Override
        public boolean actsBehindCloudFrontOnly() {
            return true;
        }
    }

    private static APIGatewayV2HTTPResponse behindCloudFront(SampleEvents event) {
        var key = EdgeKey.of(Environment.of(Map.of("CLUBPOST_EDGE_KEY", EDGE_KEY)));
        return new PageFunction("test", new FixedClock(), PAGES, Map.of("", TALK, "/subscribe", new Costly()), key)
                .answer(event.with(FormRequest.VIEWER_FIELD, "2001:db8::7").event(), new SampleContext());
    }

    @Test
    void whoComesThroughCloudFrontIsAnsweredUnderTheAddressThatItSays() {
        for (var event : List.of(SampleEvents.get("/confirm"), SampleEvents.form("/subscribe", "token=t"))) {
            var answer = behindCloudFront(event.with(FormRequest.EDGE_FIELD, EDGE_KEY));

            assertEquals(200, answer.getStatusCode());
            assertEquals("2001:db8::7", answer.getBody());
        }
    }

    /** Links in mails from before there was CloudFront lead past it, also that which programs press to leave. */
    @Test
    void whoComesPastCloudFrontIsAnsweredUnderTheAddressThatIsSeen() {
        for (var event : List.of(SampleEvents.get("/confirm"), SampleEvents.form("/unsubscribe", "token=t"),
                SampleEvents.get("/subscribe"))) {
            var answer = behindCloudFront(event.with(FormRequest.EDGE_FIELD, "guessed"));

            assertEquals(200, answer.getStatusCode(), event.target());
            assertEquals("192.0.2.7", answer.getBody(), event.target());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdeF", "0123456789abcdef0"})
    void whoComesPastCloudFrontForAMailIsTurnedAwayUnread(String shown) {
        for (var event : List.of(SampleEvents.form("/subscribe", "token=t"), SampleEvents.json("/subscribe", "{"))) {
            var answer = behindCloudFront(event.with(FormRequest.EDGE_FIELD, shown));

            assertEquals(403, answer.getStatusCode());
            assertEquals("no-store", answer.getHeaders().get("cache-control"));
        }
        assertTrue(logged.getFirst().contains("\"outcome\":\"past-cloudfront\""), logged.getFirst());
        assertFalse(logged.toString().contains(EDGE_KEY));
    }

    @Test
    void longestPathThatFitsCounts() {
        var function = function(Map.of("", answering(saying("any")), "/confirm", answering(saying("confirm"))));

        assertEquals("confirm", function.answer(SampleEvents.get("/confirm").event(), new SampleContext()).getBody());
        assertEquals("any", function.answer(SampleEvents.get("/other").event(), new SampleContext()).getBody());
    }
}
