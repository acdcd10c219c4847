package org.clubpost.function.subscribe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscription.SignUpDesk;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.site.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What robots meet at the form, and that nobody else does. */
class RobotsTest {

    private static final String WITH_SCRIPT = "script-src 'self'";

    private final MailingList list = SampleLists.aList();
    private final InMemoryLists lists = new InMemoryLists();
    private final FixedClock clock = new FixedClock();
    private final SignUpDesk desk = new SignUpDesk(lists, new InMemorySubscribers(lists), new CollectingNotices(),
            clock);
    private final SubscribeHandler handler = new SubscribeHandler(desk.subscribe, Site.load(), clock);

    @BeforeEach
    void thereIsAList() {
        lists.create(list);
    }

    private void askForWork() {
        lists.replace(list, list.with(list.signUp().withWork(true)));
    }

    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        return handler.handleRequest(event.event(), new SampleContext());
    }

    private Document shown(String path) {
        return Jsoup.parse(answer(SampleEvents.get(path)).getBody());
    }

    private APIGatewayV2HTTPResponse send(Map<String, String> fields) {
        return answer(SampleEvents.form("/subscribe", fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"))));
    }

    /** The fields as a browser has them, with an address. */
    private static Map<String, String> filledIn(Document page) {
        var fields = new TreeMap<String, String>();
        for (var input : page.select("form input")) {
            if (!input.attr("type").equals("checkbox") || input.hasAttr("checked")) {
                fields.put(input.attr("name"), input.attr("value"));
            }
        }
        fields.put("email", "anna@example.org");
        fields.put("name", "Anna");
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subscribe?list=news", "/subscribe"})
    void formThatIsSentAtOnceIsShownOnceMoreWithItsEntries(String path) {
        var fields = filledIn(shown(path));

        var answer = send(fields);
        var page = Jsoup.parse(answer.getBody());

        assertEquals(400, answer.getStatusCode());
        assertTrue(page.select("[role=alert]").text().contains("That was very fast."), page.text());
        assertEquals("anna@example.org", page.select("input[name=email]").val());
        assertEquals("Anna", page.select("input[name=name]").val());
        clock.advance(Duration.ofSeconds(2));
        assertEquals(200, send(filledIn(page)).getStatusCode(), "time goes on from the first look");
    }

    /** Or the same question would come again. */
    @ParameterizedTest
    @ValueSource(strings = {"/subscribe?list=news", "/subscribe"})
    void addressThatWasJustPutRightStaysRight(String path) {
        var fields = filledIn(shown(path));
        fields.put("email", "anna@gmial.com");
        fields.put("step", "corrected");

        var page = Jsoup.parse(send(fields).getBody());

        assertEquals("anna@gmail.com", page.select("input[name=email]").val());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subscribe?list=news", "/subscribe"})
    void formOfYesterdayIsShownOnceMore(String path) {
        var fields = filledIn(shown(path));
        clock.advance(Duration.ofHours(25));

        var page = Jsoup.parse(send(fields).getBody());

        assertTrue(page.select("[role=alert]").text().contains("open for a long time"), page.text());
        clock.advance(Duration.ofSeconds(2));
        assertEquals(200, send(filledIn(page)).getStatusCode());
    }

    @Test
    void stampThatIsNotOursIsNone() {
        var fields = filledIn(shown("/subscribe?list=news"));
        fields.put("stamp", "1.00000000000000000000000000000000");

        assertEquals(400, send(fields).getStatusCode());
        assertEquals(400, answer(SampleEvents.json("/subscribe",
                "{\"list\":\"news\",\"email\":\"anna@example.org\",\"stamp\":\"x\"}")).getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subscribe?list=news", "/subscribe"})
    void trapIsNothingForPeople(String path) {
        var page = shown(path);
        var trap = page.selectFirst(".trap input");

        assertNotNull(trap);
        assertEquals("-1", trap.attr("tabindex"));
        assertEquals("off", trap.attr("autocomplete"));
        assertEquals(1, page.select("label[for=" + trap.id() + "]").size(), "without styles one can read what it is");
        var fields = filledIn(page);
        fields.put(trap.attr("name"), "https://spam.example");
        assertEquals(200, send(fields).getStatusCode(), "a robot must not learn anything");
        assertTrue(desk.requests.due(clock.instant().plusSeconds(9), 10).isEmpty());
    }

    @Test
    void formsWithoutAStampAreFew() {
        var fields = Map.of("list", "news", "email", "anna@example.org");
        for (var i = 0; i < Subscribe.UNPROVEN.most(); i++) {
            assertEquals(200, send(fields).getStatusCode());
        }

        var answer = send(fields);
        var page = Jsoup.parse(answer.getBody());
        var json = answer(SampleEvents.json("/subscribe", "{\"list\":\"news\",\"email\":\"anna@example.org\"}"));

        assertEquals(429, answer.getStatusCode());
        assertTrue(page.select("[role=alert]").text().contains("press the button once more"), page.text());
        assertEquals(429, json.getStatusCode());
        assertTrue(json.getBody().contains("\"code\":\"unproven\""), json.getBody());
        clock.advance(Duration.ofSeconds(2));
        assertEquals(200, send(filledIn(page)).getStatusCode(), "a person presses once more");
    }

    @Test
    void severalListsWithoutAStampAreFewToo() {
        var fields = Map.of("form", "/", "lists", "news", "email", "anna@example.org");
        for (var i = 0; i < Subscribe.UNPROVEN.most(); i++) {
            assertEquals(200, send(fields).getStatusCode());
        }

        assertEquals(429, send(fields).getStatusCode());
    }

    @Test
    void withoutWorkNoScriptIsAllowed() {
        var answer = answer(SampleEvents.get("/subscribe?list=news"));

        assertFalse(answer.getBody().contains("<script"), answer.getBody());
        assertFalse(String.valueOf(answer.getHeaders().get("content-security-policy")).contains("script"));
    }

    @Test
    void pageWithOurScriptLooksLikeOneWithout() {
        askForWork();

        var policy = String.valueOf(
                answer(SampleEvents.get("/subscribe?list=news")).getHeaders().get("content-security-policy"));

        assertTrue(policy.contains("img-src 'self' data:;"), "the club's logo: " + policy);
        assertFalse(policy.contains("unsafe"), policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subscribe?list=news", "/subscribe"})
    void workIsAskedForAndCountsOnce(String path) throws IOException {
        askForWork();
        var answer = answer(SampleEvents.get(path));
        var fields = filledIn(Jsoup.parse(answer.getBody()));
        assertTrue(String.valueOf(answer.getHeaders().get("content-security-policy")).contains(WITH_SCRIPT));
        fields.put("altcha", solved(Jsoup.parse(answer.getBody()).select("[data-challenge]").attr("data-challenge")));
        clock.advance(Duration.ofSeconds(2));

        for (var i = 0; i < Subscribe.UNPROVEN.most() + 1; i++) {
            assertEquals(200, send(fields).getStatusCode(), "the first by work, the others as without");
        }
        var page = Jsoup.parse(send(fields).getBody());

        assertTrue(page.select("[role=alert]").text().contains("JavaScript"), page.text());
        var again = filledIn(page);
        again.put("altcha", solved(page.select("[data-challenge]").attr("data-challenge")));
        assertEquals(200, send(again).getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "e30=", "W10=", "eyJudW1iZXIiOiJ4In0=", "eyJudW1iZXIiOnsiYSI6MX19",
                    "eyJhIjpbW1tbXV1dXQ=="})
    void whatIsNoWorkIsNoErrorEither(String work) {
        askForWork();
        var fields = filledIn(shown("/subscribe?list=news"));
        fields.put("altcha", work);
        clock.advance(Duration.ofSeconds(2));

        assertEquals(200, send(fields).getStatusCode());
    }

    @Test
    void scriptsOfOthersGetStampAndChallenge() {
        askForWork();

        var offer = answer(SampleEvents.get("/subscribe?list=news").with("accept", "application/json")).getBody();

        assertTrue(Pattern.compile("\"stamp\":\"\\d+\\.[0-9a-f]{32}\"").matcher(offer).find(), offer);
        assertTrue(offer.contains("\"challenge\":\"{\\\"algorithm\\\":\\\"SHA-256\\\""), offer);
        assertNotEquals(offer, answer(SampleEvents.get("/subscribe?list=news").with("accept", "application/json"))
                .getBody());
    }

    /** What the script of the page sends. */
    private static String solved(String challenge) throws IOException {
        var values = new TreeMap<String, String>();
        try (var json = new JsonFactory().createParser(challenge)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME) {
                    var name = json.currentName();
                    json.nextToken();
                    values.put(name, json.getText());
                }
            }
        }
        for (var number = 0; number <= Integer.parseInt(values.get("maxnumber")); number++) {
            if (hash(values.get("salt") + number).equals(values.get("challenge"))) {
                var solution = "{\"algorithm\":\"SHA-256\",\"challenge\":\"" + values.get("challenge")
                        + "\",\"number\":" + number + ",\"salt\":\"" + values.get("salt") + "\",\"signature\":\""
                        + values.get("signature") + "\",\"took\":12}";
                return Base64.getEncoder().encodeToString(solution.getBytes(UTF_8));
            }
        }
        throw new AssertionError("there is no solution of " + challenge);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
