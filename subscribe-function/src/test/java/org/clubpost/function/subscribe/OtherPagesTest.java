package org.clubpost.function.subscribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PageOrigin;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.SignUpDesk;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.site.ConsentText;
import org.clubpost.site.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form as scripts of other people's pages see it. */
final class OtherPagesTest {

    private static final Site SITE = Site.load();
    private static final String CLUB = "https://club.example";
    private static final String ALLOW = "access-control-allow-origin";

    private final MailingList list = SampleLists.aList()
            .with(SampleLists.aList().signUp().withOrigins(List.of(new PageOrigin(CLUB))));
    private final InMemoryLists lists = new InMemoryLists();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final CollectingNotices notices = new CollectingNotices();
    private final FixedClock clock = new FixedClock();
    private final SignUpDesk desk = new SignUpDesk(lists, subscribers, notices, clock);
    private final SubscribeHandler handler = new SubscribeHandler(desk.subscribe, SITE, clock);

    @BeforeEach
    void thereIsAList() {
        lists.create(list);
    }

    /** Answers, and lets the mail be sent afterwards. */
    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        var answer = handler.handleRequest(event.event(), new SampleContext());
        desk.answers.run();
        return answer;
    }

    private static SampleEvents look(String target) {
        return SampleEvents.get(target).with("accept", "application/json").with("origin", CLUB);
    }

    private static SampleEvents send(String json) {
        return SampleEvents.json("/subscribe?list=news", json).with("origin", CLUB);
    }

    private static Map<String, String> cors(APIGatewayV2HTTPResponse answer) {
        return answer.getHeaders().entrySet().stream()
                .filter(field -> field.getKey().startsWith("access-control") || field.getKey().equals("vary"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The members that are texts or truth values. */
    private static Map<String, String> read(String body) {
        var members = new TreeMap<String, String>();
        try (var json = new JsonFactory().createParser(body)) {
            while (json.nextToken() != null) {
                if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
                    members.put(json.currentName(), json.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return members;
    }

    private static String code(APIGatewayV2HTTPResponse answer) {
        return answer.getStatusCode() + " " + read(answer.getBody()).get("code");
    }

    private Subscriber.Pending pending() {
        return (Subscriber.Pending) subscribers.all(list.id()).toList().getFirst();
    }

    @Test
    void browserIsToldThatTheNamedPageMayTalk() {
        var answer = answer(look("/subscribe?list=news").as("OPTIONS").with("access-control-request-method", "POST"));

        assertEquals(204, answer.getStatusCode());
        assertEquals("", answer.getBody());
        assertEquals(Map.of(ALLOW, CLUB, "access-control-allow-methods", "GET, POST", "access-control-allow-headers",
                "content-type", "access-control-max-age", "600", "access-control-expose-headers", "retry-after",
                "vary", "Origin"), cors(answer));
        assertEquals("no-store", answer.getHeaders().get("cache-control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "http://club.example", "https://club.example:8443",
                    "https://www.club.example", "https://club.example.evil.example", "null", "*", "",
                    "https://club.example, https://evil.example"})
    void otherPagesGetNothingThatBrowsersWouldLetThemRead(String origin) {
        for (var event : List.of(look("/subscribe?list=news"), look("/subscribe?list=news").as("OPTIONS"),
                send("{\"email\":\"anna@example.org\"}"), send("{"), look("/subscribe"),
                look("/subscribe?list=other"))) {
            var answer = answer(event.with("origin", origin));

            assertEquals(Map.of("vary", "Origin"), cors(answer), event.method() + " " + event.target());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subscribe", "/subscribe?list=other", "/subscribe?list=..", "/subscribe?list=news&list=x"})
    void browserThatAsksAboutNoListIsToldNothing(String target) {
        var answer = answer(look(target).as("OPTIONS"));

        assertEquals(204, answer.getStatusCode());
        assertEquals(target.contains("news") ? CLUB : null, answer.getHeaders().get(ALLOW));
    }

    @Test
    void scriptGetsWhatItNeedsToDrawTheForm() {
        var answer = answer(look("/subscribe?list=news&lang=de"));

        assertEquals(200, answer.getStatusCode());
        assertEquals(CLUB, answer.getHeaders().get(ALLOW));
        var consent = new ConsentText(SITE);
        var said = read(answer.getBody());
        assertEquals(Map.of("list", "news", "name", "Chess Club News", "description", "", "language", "de", "open",
                "true", "approval", "false", "consent", consent.words(Locale.GERMAN, list), "wording",
                consent.digest(Locale.GERMAN, list)),
                said.entrySet().stream()
                        .filter(each -> !List.of("emailLabel", "nameLabel", "button", "next", "stamp")
                                .contains(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertEquals("Ihre E-Mail-Adresse", said.get("emailLabel"));
    }

    @Test
    void requestIsTakenAndTheRecordNamesThePage() {
        var wording = new ConsentText(SITE).digest(Locale.GERMAN, list);

        var answer = answer(send("{\"list\":\"news\",\"email\":\"anna@example.org\",\"lang\":\"de\",\"wording\":\""
                + wording + "\"}"));

        assertEquals("202 accepted", code(answer));
        assertEquals(CLUB, answer.getHeaders().get(ALLOW));
        assertEquals(CLUB, pending().form());
        assertEquals(wording, pending().wording());
        assertEquals(1, notices.sent().size());
    }

    @ParameterizedTest
    @CsvSource({"https://club.example/join, https://club.example/join",
            "https://evil.example/join, https://club.example",
            "/subscribe, https://club.example", "'', https://club.example"})
    void recordHasTheAddressOfThePageOnlyWhenItIsOfThatOrigin(String form, String recorded) {
        answer(send("{\"email\":\"anna@example.org\",\"form\":\"" + form + "\"}"));

        assertEquals(recorded, pending().form());
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example, https://club.example/join, https://evil.example",
            "https://evil.example, HTTPS://club.example, https://evil.example",
            "https://evil.example, //club.example/join, https://evil.example",
            "https://evil.example, club.example/join, https://evil.example",
            "null, https://club.example/join, null", "http://evil.example:99999, https://club.example, "
                    + "http://evil.example:99999",
            "https://evil.example/\u00fc\u202e x, https://club.example, https://evil.example/???x",
            "https://lists.example.org, /subscribe, /subscribe", "null, /subscribe, /subscribe",
            "https://evil.example, /join, /join", "https://evil.example, hall, hall",
            "'', https://club.example/join, https://club.example/join"})
    void pageThatIsNotNamedCannotClaimToBeAnother(String origin, String form, String recorded) {
        answer(send("{\"email\":\"anna@example.org\",\"form\":\"" + form + "\"}").with("origin", origin));

        assertEquals(recorded, pending().form());
    }

    @Test
    void noOriginIsTooLongForTheRecord() {
        answer(send("{\"email\":\"anna@example.org\",\"form\":\"" + CLUB + "\"}")
                .with("origin", "https://" + "a".repeat(9000)));

        assertEquals(267, pending().form().length());
    }

    @Test
    void formOfANamedPageWorksWithoutAScript() {
        var answer = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40example.org&wording="
                + new ConsentText(SITE).digest(Locale.ENGLISH, list)).with("origin", CLUB));

        assertEquals(200, answer.getStatusCode());
        assertEquals(CLUB, answer.getHeaders().get(ALLOW));
        assertEquals(CLUB, pending().form());
    }

    @Test
    void wordsThatHaveChangedAreNotAgreedTo() {
        var answer = answer(send("{\"email\":\"anna@example.org\",\"wording\":\"" + "0".repeat(64) + "\"}"));

        assertEquals("409 outdated", code(answer));
        assertEquals("wording", read(answer.getBody()).get("field"));
        assertEquals(List.of(), subscribers.all(list.id()).toList());
    }

    @Test
    void whatIsWrongCanBeShownInTheVisitorsLanguage() {
        var answer = answer(send("{\"email\":\"anna\",\"lang\":\"de\"}"));

        assertEquals("400 malformed", code(answer));
        assertEquals(CLUB, answer.getHeaders().get(ALLOW));
        assertEquals("email", read(answer.getBody()).get("field"));
        assertTrue(read(answer.getBody()).getOrDefault("message", "").contains("E-Mail-Adresse"));
    }

    @ParameterizedTest
    @CsvSource({"'{', 400 unreadable", "'{\"email\":\"a@b.example\",\"phone\":\"1\"}', 400 unknown",
            "'{\"email\":7}', 400 not-text"})
    void brokenRequestIsReadableForTheNamedPage(String body, String expected) {
        var answer = answer(send(body));

        assertEquals(expected, code(answer));
        assertEquals(CLUB, answer.getHeaders().get(ALLOW));
    }

    @Test
    void answerIsTheSameWhateverTheState() {
        subscribers.with(List.of(SampleSubscribers.aMember(list.id(), "member@example.org"),
                SampleSubscribers.aPending(list.id(), "pending@example.org"),
                SampleSubscribers.aFormerMember(list.id(), "left@example.org"),
                SampleSubscribers.aSuppressed(list.id(), "suppressed@example.org")));

        assertEquals(1, List.of("new", "member", "pending", "left", "suppressed").stream()
                .map(name -> answer(send("{\"email\":\"" + name + "@example.org\"}"))).distinct().count());
    }

    @Test
    void limitsAreThoseOfTheForm() {
        for (var number = 0; number < Subscribe.PER_SOURCE.most(); number++) {
            answer(SampleEvents.form("/subscribe", "list=news&email=a" + number + "%40example.org"));
        }

        var answer = answer(send("{\"email\":\"anna@example.org\"}"));

        assertEquals("429 too-many", code(answer));
        assertEquals("3600", answer.getHeaders().get("retry-after"));
        assertEquals(CLUB, answer.getHeaders().get(ALLOW));
    }

    @Test
    void closedListSaysSoToThePagesThatItNames() {
        lists.replace(list, list.with(list.signUp().withOpen(false)));

        var look = answer(look("/subscribe?list=news"));
        var act = answer(send("{\"email\":\"anna@example.org\"}"));

        assertEquals("200 closed", code(look));
        assertEquals("false", read(look.getBody()).get("open"));
        assertEquals("409 closed", code(act));
        assertEquals(List.of(), subscribers.all(list.id()).toList());
    }

    @Test
    void closedListLooksLikeNoneToEverybodyElseUnlessTheFrontPageShowsIt() {
        lists.replace(list, list.with(list.signUp().withOpen(false).withListed(false)));

        assertEquals(answer(look("/subscribe?list=other").with("origin", "https://evil.example")),
                answer(look("/subscribe?list=news").with("origin", "https://evil.example")));
        assertEquals(404, answer(look("/subscribe?list=news").with("accept", "text/html")).getStatusCode());
    }

    @Test
    void scriptIsToldWhichDomainsTheListTakes() {
        lists.replace(list, list.with(list.signUp().withDomains(List.of(new DomainPattern("club.example")))));

        var answer = answer(send("{\"email\":\"anna@example.org\"}"));

        assertTrue(answer(look("/subscribe?list=news")).getBody().contains("\"domains\":[\"club.example\"]"));
        assertEquals("400 other-domain", code(answer));
        assertEquals("email", read(answer.getBody()).get("field"));
    }
}
