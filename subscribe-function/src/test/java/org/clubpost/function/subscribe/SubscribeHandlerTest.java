package org.clubpost.function.subscribe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.SignUpRules;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.SignUpDesk;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.site.ConsentText;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.SignUpPage;
import org.clubpost.site.Site;
import org.clubpost.site.StaticFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeHandlerTest {

    private static final Site SITE = Site.load();

    private final MailingList list = SampleLists.aList();
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
        new AnswerHandler(List.of(desk.answers::run)).handleRequest(InputStream.nullInputStream(),
                OutputStream.nullOutputStream(), new SampleContext());
        return answer;
    }

    private List<Subscriber> stored() {
        return subscribers.all(list.id()).toList();
    }

    private static String accepted() {
        return "{\"code\":\"accepted\",\"message\":\"" + new SignUpPage(SITE).acceptedMessage(Locale.ENGLISH)
                + "\",\"status\":\"accepted\"}\n";
    }

    @Test
    void formIsShown() {
        var answer = answer(SampleEvents.get("/subscribe?list=news"));

        assertEquals(200, answer.getStatusCode());
        assertTrue(answer.getBody().contains("<input type=\"hidden\" name=\"list\" value=\"news\">"));
        assertTrue(answer.getBody().contains("<html lang=\"en\">"));
    }

    @Test
    void formSpeaksTheVisitorsLanguage() {
        assertTrue(answer(SampleEvents.get("/subscribe?list=news").with("accept-language", "ja,de-AT;q=0.8")).getBody()
                .contains("<html lang=\"de\">"));
        assertTrue(answer(SampleEvents.get("/subscribe?list=news&lang=de").with("accept-language", "en")).getBody()
                .contains("<html lang=\"de\">"));
    }

    @Test
    void whoSaysNoLanguageGetsTheLists() {
        lists.replace(list, list.with(new Profile("Schach", "", Locale.GERMAN)));

        assertTrue(answer(SampleEvents.get("/subscribe?list=news")).getBody().contains("<html lang=\"de\">"));
    }

    @Test
    void browserIsToldWhereTheMailGoes() {
        var answer = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40example.org&name=Anna&lang=de"));

        assertEquals(200, answer.getStatusCode());
        assertTrue(answer.getBody().contains("<h1>Sehen Sie in Ihr Postfach</h1>"), answer.getBody());
        assertTrue(answer.getBody().contains("anna<wbr>@example.org"), answer.getBody());
        assertTrue(answer.getBody().contains("name=\"email\" value=\"anna@example.org\""), answer.getBody());
        assertFalse(answer.getHeaders().containsKey("location"), "no URL holds the address");
    }

    @Test
    void wrongAddressLeadsBackToTheFormFilledIn() {
        var answer = answer(SampleEvents.form("/subscribe",
                "list=news&email=anna%40example.org&name=Anna&step=change"));

        assertEquals(200, answer.getStatusCode());
        assertTrue(answer.getBody().contains("id=\"email\" name=\"email\" type=\"email\" value=\"anna@example.org\""),
                answer.getBody());
        assertTrue(answer.getBody().contains("value=\"Anna\""), answer.getBody());
        assertEquals(List.of(), stored());
        assertEquals(List.of(), notices.sent());
    }

    /** Whoever asks for one more mail learns no more than the first time, and the limits are the same. */
    @Test
    void oneMoreMailIsAskedForAsTheFirst() {
        subscribers.with(List.of(SampleSubscribers.aMember(list.id(), "anna@example.org")));

        var member = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40example.org&step=again"));
        var other = answer(SampleEvents.form("/subscribe", "list=news&email=otto%40example.org&step=again"));
        answer(SampleEvents.form("/subscribe", "list=news&email=emil%40example.org"));

        assertEquals(other.getBody(), member.getBody().replace("anna", "otto"));
        assertTrue(member.getBody().contains("role=\"status\""), member.getBody());
        for (var number = 0; number < 20; number++) {
            answer(SampleEvents.form("/subscribe", "list=news&email=otto%40example.org&step=again"));
            answer(SampleEvents.form("/subscribe", "list=news&email=emil%40example.org"));
            clock.advance(Duration.ofHours(2));
        }
        assertEquals(mailsTo("emil@example.org"), mailsTo("otto@example.org"));
    }

    private long mailsTo(String address) {
        return notices.sent().stream().filter(sent -> sent.recipient().equals(EmailAddress.of(address))).count();
    }

    @Test
    void likelySlipIsAskedAboutAndNothingIsDoneYet() {
        var answer = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40gmial.com&name=Anna"));

        assertEquals(200, answer.getStatusCode());
        assertTrue(answer.getBody().contains("<h1>Is the address right?</h1>"), answer.getBody());
        assertTrue(answer.getBody().contains("name=\"name\" value=\"Anna\""), answer.getBody());
        assertEquals(List.of(), stored());
        assertEquals(List.of(), notices.sent());
    }

    @ParameterizedTest
    @CsvSource({"corrected, anna@gmail.com", "kept, anna@gmial.com", "again, anna@gmial.com"})
    void answerAboutASlipIsTaken(String step, String address) {
        var answer = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40gmial.com&step=" + step));

        assertEquals(List.of(address), notices.sent().stream().map(sent -> sent.recipient().written()).toList());
        assertTrue(answer.getBody().contains("value=\"" + address + "\""), answer.getBody());
    }

    @Test
    void programIsToldOfASlipAndNotAsked() {
        var answer = answer(SampleEvents.json("/subscribe", "{\"list\":\"news\",\"email\":\"anna@gmial.com\"}"));

        assertEquals(202, answer.getStatusCode());
        assertTrue(answer.getBody().contains("\"suggestion\":\"anna@gmail.com\""), answer.getBody());
        assertEquals(1, notices.sent().size());
    }

    @Test
    void programGetsJson() {
        var answer = answer(SampleEvents.json("/subscribe", "{\"list\":\"news\",\"email\":\"anna@example.org\"}"));

        assertEquals(202, answer.getStatusCode());
        assertEquals(accepted(), answer.getBody());
        assertEquals(1, notices.sent(JoinNotice.ConfirmationRequest.class).size());
    }

    @Test
    void consentIsRecordedWithTheWordsThatWereShown() {
        answer(SampleEvents.form("/subscribe",
                "list=news&email=anna%40example.org&name=Anna&lang=de&form=%2Fsubscribe&homepage="));

        var pending = (Subscriber.Pending) stored().getFirst();
        assertEquals("/subscribe", pending.form());
        assertEquals(new ConsentText(SITE).digest(Locale.GERMAN, list), pending.wording());
        assertEquals(Optional.of(new ConsentText(SITE).words(Locale.GERMAN, list)),
                desk.wordings.find(pending.wording()));
        assertEquals(SampleSubscribers.ORIGIN, pending.requested());
        assertEquals("Anna", pending.person().name().text());
        assertEquals(Locale.GERMAN, pending.person().language());
    }

    @Test
    void answerIsTheSameWhateverTheState() {
        subscribers.with(List.of(SampleSubscribers.aMember(list.id(), "member@example.org"),
                SampleSubscribers.aPending(list.id(), "pending@example.org"),
                SampleSubscribers.aFormerMember(list.id(), "left@example.org"),
                SampleSubscribers.aSuppressed(list.id(), "suppressed@example.org")));

        var answers = List.of("new", "member", "pending", "left", "suppressed").stream()
                .map(name -> answer(SampleEvents.json("/subscribe",
                        "{\"list\":\"news\",\"email\":\"" + name + "@example.org\"}")))
                .map(answer -> answer.getStatusCode() + answer.getHeaders().toString() + answer.getBody()).distinct()
                .toList();

        assertEquals(1, answers.size());
    }

    @Test
    void robotGetsTheSameAnswerAndNothingIsSent() {
        var person = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40example.org"));
        var robot = answer(
                SampleEvents.form("/subscribe", "list=news&email=otto%40example.org&homepage=http%3A%2F%2Fx"));

        assertEquals(person.getStatusCode(), robot.getStatusCode());
        assertEquals(person.getHeaders(), robot.getHeaders());
        assertEquals(person.getBody().replace("anna", "otto"), robot.getBody());
        assertEquals(1, notices.sent().size());
        assertEquals(1, stored().size());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                    "list=news,                                   email",
                    "list=news&email=,                            email",
                    "list=news&email=anna,                        email",
                    "list=news&email=a%40b.example&phone=1,       phone",
                    "list=news&email=a%40b.example&email=c,       email",
                    "list=news&email=a%40b.example&lang=..%2F..,  lang",
                    "list=news&email=a%40b.example&form=a%0Ab,    form",
                    "list=news&email=a%40b.example&step=other,    step",
                    "email=a%40b.example,                         list"})
    void wrongFieldIsNamed(String body, String field) {
        var page = answer(SampleEvents.form("/subscribe", body));
        var json = answer(SampleEvents.form("/subscribe", body).with("accept", "application/json"));

        assertEquals(400, page.getStatusCode());
        assertTrue(page.getBody().contains(field), "the page must name " + field);
        assertEquals(400, json.getStatusCode());
        assertTrue(json.getBody().contains("\"field\":\"" + field + "\",\"message\":\""), json.getBody());
        assertEquals(List.of(), stored());
    }

    @ParameterizedTest
    @CsvSource({"en,Only addresses at club.example", "de,In diese Liste kommen nur Adressen bei club.example"})
    void addressOfAnotherDomainIsToldWhy(String language, String why) {
        lists.replace(list, list.with(list.signUp().withDomains(List.of(new DomainPattern("club.example"),
                new DomainPattern("*.club.example")))));

        var answer = answer(SampleEvents.form("/subscribe",
                "list=news&email=anna%40example.org&name=Anna&lang=" + language));

        assertEquals(400, answer.getStatusCode());
        assertTrue(answer.getBody().contains(why), answer.getBody());
        assertTrue(answer.getBody().contains("anna@example.org"), "the form is filled in again");
        assertEquals(List.of(), stored());
        assertEquals(List.of(), notices.sent());
        assertTrue(answer(SampleEvents.get("/subscribe?list=news&lang=" + language)).getBody()
                .contains("club.example, *.club.example"), "the form says it before");
    }

    @Test
    void formIsFilledInAgain() {
        var body = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40x&name=%3Cb%3EAnna%22")).getBody();

        assertTrue(body.contains("value=\"anna@x\""), body);
        assertTrue(body.contains("value=\"&lt;b&gt;Anna&quot;\""), body);
        assertTrue(body.contains("role=\"alert\""), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "NEWS", "..", "news%00", "%F0%9F%92%A9", "postmaster"})
    void unknownListIsNotFound(String id) {
        assertEquals(404, answer(SampleEvents.get("/subscribe?list=" + id)).getStatusCode());
        assertEquals(404, answer(SampleEvents.form("/subscribe", "email=a%40b.example&list=" + id)).getStatusCode());
    }

    @Test
    void closedListSaysSoToPeopleAndNothingToPrograms() {
        var closed = list.with(new SignUpRules(false, Duration.ofHours(1)));
        lists.replace(list, closed);

        var looked = answer(SampleEvents.get("/subscribe?list=news"));
        var sent = answer(SampleEvents.form("/subscribe", "list=news&email=a%40b.example"));

        assertEquals(200, looked.getStatusCode());
        assertEquals(409, sent.getStatusCode());
        assertEquals(new SignUpPage(SITE).closed(Locale.ENGLISH, closed), looked.getBody());
        assertEquals(looked.getBody(), sent.getBody());
        assertEquals(List.of(), notices.sent());
        assertEquals(answer(SampleEvents.json("/subscribe", "{\"list\":\"other\",\"email\":\"a@b.example\"}")),
                answer(SampleEvents.json("/subscribe", "{\"list\":\"news\",\"email\":\"a@b.example\"}")));
    }

    @Test
    void missingListIsNamed() {
        var answer = answer(SampleEvents.form("/subscribe", "email=anna%40example.org"));

        assertEquals(400, answer.getStatusCode());
        assertTrue(answer.getBody().contains("(list)"));
    }

    private MailingList chess() {
        var chess = SampleLists.aList(new ListId("chess"));
        lists.create(chess);
        return chess;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/subscribe", "/subscribe?lang=de"})
    void frontPageHasTheListsThatAreOffered(String path) {
        var chess = chess();
        var hidden = SampleLists.aList(new ListId("hidden"));
        lists.create(hidden.with(hidden.signUp().withListed(false)));
        var closed = SampleLists.aList(new ListId("closed"));
        lists.create(closed.with(closed.signUp().withOpen(false)));

        var page = answer(SampleEvents.get(path));
        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("value=\"news\"") && page.getBody().contains("value=\"chess\""));
        assertFalse(page.getBody().contains("value=\"hidden\"") || page.getBody().contains("value=\"closed\""));
        lists.remove(chess.id());
        lists.remove(list.id());
        assertFalse(answer(SampleEvents.get(path)).getBody().contains("<form"));
    }

    @Test
    void severalListsAreOneRequestAndOneMail() {
        chess();
        var answer = answer(SampleEvents.form("/subscribe",
                "lists=news&lists=chess&email=anna%40example.org&name=Anna&lang=de&form=%2F&homepage=&wording="
                        + new ConsentText(SITE).digestOfSeveral(Locale.GERMAN)));

        assertEquals(200, answer.getStatusCode());
        var mail = notices.sent(JoinNotice.JointConfirmationRequest.class).getFirst();
        assertEquals(List.of("chess", "news"), mail.lists().stream().map(each -> each.id().value()).toList());
        var pending = (Subscriber.Pending) stored().getFirst();
        assertEquals("/", pending.form());
        assertEquals(new ConsentText(SITE).digestOfSeveral(Locale.GERMAN), pending.wording());
    }

    @Test
    void oneTickedListIsARequestForThatList() {
        chess();
        answer(SampleEvents.form("/subscribe", "lists=news&email=anna%40example.org&form=%2F"));

        assertEquals(1, notices.sent(JoinNotice.ConfirmationRequest.class).size());
        assertEquals(1, notices.sent().size());
    }

    @ParameterizedTest
    @CsvSource({"email=a%40b.example&form=%2F, 400, tick at least one",
            "lists=none&email=a%40b.example, 400, not there",
            "lists=news&email=a&form=%2F, 400, name@example.org",
            "lists=news&lists=chess&email=a%40b.example&phone=1, 400, phone",
            "lists=news&email=a%40b.example&wording=00, 409, press once more",
            "lists=news&lists=school&email=a%40b.example, 400, club.example"})
    void whatIsWrongIsSaidOnTheFrontPageFilledInAsItWas(String body, int status, String words) {
        chess();
        var school = SampleLists.aList(new ListId("school"));
        lists.create(school.with(school.signUp().withListed(false)
                .withDomains(List.of(new DomainPattern("club.example")))));
        var answer = answer(SampleEvents.form("/subscribe", body));

        assertEquals(status, answer.getStatusCode());
        assertTrue(answer.getBody().contains(words), answer.getBody());
        assertEquals(body.contains("lists=news"),
                answer.getBody().replace("\n", " ").matches("(?s).*value=.news.[^>]* checked.*"));
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void robotOnTheFrontPageIsToldNothing() {
        assertEquals(200, answer(SampleEvents.form("/subscribe",
                "lists=news&email=anna%40example.org&homepage=x")).getStatusCode());
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void listsThatAProgramNamesAreAnsweredInJson() {
        chess();
        assertEquals(accepted(), answer(SampleEvents.json("/subscribe",
                "{\"lists\":\"news,chess\",\"email\":\"anna@example.org\"}")).getBody());
        assertTrue(answer(SampleEvents.json("/subscribe", "{\"lists\":\"\",\"email\":\"anna@example.org\"}")).getBody()
                .contains("\"code\":\"missing\""));
        for (var number = 0; number < Subscribe.PER_SOURCE.most(); number++) {
            answer(SampleEvents.form("/subscribe", "lists=news&email=a" + number + "%40example.org"));
        }
        assertEquals(429, answer(SampleEvents.form("/subscribe", "lists=news&email=x%40example.org")).getStatusCode());
        assertEquals(429, answer(SampleEvents.json("/subscribe", "{\"lists\":\"news\",\"email\":\"x@example.org\"}"))
                .getStatusCode());
    }

    @Test
    void listWhoseOwnersDecideSaysSo() {
        lists.replace(list, list.with(list.signUp().with(Admission.APPROVAL)));

        assertTrue(answer(SampleEvents.get("/subscribe?list=news")).getBody().contains("decide whether you join"));
        assertTrue(answer(SampleEvents.get("/subscribe")).getBody().contains("decide who joins"));
    }

    @Test
    void closedListOfTheFrontPageSaysSo() {
        lists.replace(list, list.with(list.signUp().withOpen(false)));

        assertTrue(answer(SampleEvents.get("/subscribe?list=news")).getBody().contains("cannot sign up by themselves"));
        assertEquals(409, answer(SampleEvents.form("/subscribe", "list=news&email=a%40b.example")).getStatusCode());
        assertEquals(List.of(), notices.sent());
    }

    /** A form on another website, without a script. */
    @Test
    void plainFormIsTakenWithTheWordsThatItShowedInWhateverLanguageThatWas() {
        var shown = new ConsentText(SITE).digest(Locale.GERMAN, list);
        var answer = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40example.org&wording=" + shown)
                .with("origin", "https://club.example"));

        assertEquals(200, answer.getStatusCode());
        var pending = (Subscriber.Pending) stored().getFirst();
        assertEquals(shown, pending.wording());
        assertEquals("https://club.example", pending.form());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&wording=0000"})
    void plainFormWithoutKnownWordsLeadsToOurWordsAndOnePress(String wording) {
        var answer = answer(SampleEvents.form("/subscribe", "list=news&email=anna%40example.org&name=Ann" + wording)
                .with("origin", "https://club.example"));

        assertEquals(409, answer.getStatusCode());
        assertTrue(
                answer.getBody().contains("value=\"anna@example.org\"") && answer.getBody().contains("value=\"Ann\""));
        assertTrue(answer.getBody().contains(new ConsentText(SITE).digest(Locale.ENGLISH, list)));
        assertTrue(answer.getBody().contains("press once more"));
        assertEquals(List.of(), notices.sent());
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 415", "application/xml, 415"})
    void otherContentTypeIsRefused(String type, int status) {
        assertEquals(status,
                answer(SampleEvents.form("/subscribe", "list=news").with("content-type", type)).getStatusCode());
    }

    @Test
    void brokenJsonIsRefusedInJson() {
        var answer = answer(SampleEvents.json("/subscribe", "{\"list\":"));

        assertEquals(400, answer.getStatusCode());
        assertTrue(answer.getBody().startsWith("{\"code\":\"unreadable\",\"field\":\"body\","), answer.getBody());
    }

    @Test
    void oversizeBodyIsRefused() {
        assertEquals(413, answer(SampleEvents.form("/subscribe", "name=" + "a".repeat(20_000))).getStatusCode());
    }

    /** Line ends, NUL and bidirectional controls, in each field. What is accepted must not contain them. */
    @ParameterizedTest
    @CsvSource({"email, %0D%0A", "email, %0A", "email, %00", "email, %E2%80%A8", "name, %0D%0A",
            "name, %0A", "name, %00", "name, %E2%80%AE", "name, %E2%81%A6", "name, %E2%80%A8", "form, %0D%0A",
            "form, %00",
            "form, %E2%80%AE", "lang, %0D%0A", "lang, %00", "lang, %E2%80%AE", "list, %0D%0A", "list, %00",
            "list, %E2%80%AE"})
    void nothingThatCouldBreakAHeaderGetsIn(String field, String injected) {
        var fields = new TreeMap<>(Map.of("list", "news", "email", "anna%40example.org", "name", "Anna",
                "form", "page", "lang", "en"));
        fields.computeIfPresent(field, (_, value) -> value.substring(0, 2) + injected + value.substring(2));
        var body = fields.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));

        var answer = answer(SampleEvents.form("/subscribe", body));

        assertTrue(answer.getStatusCode() == 400 || answer.getStatusCode() == 404, "status " + answer.getStatusCode());
        assertEquals(List.of(), stored());
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void whatNobodySeesInAnAddressIsNotPartOfIt() {
        answer(SampleEvents.form("/subscribe", "list=news&email=%E2%80%AEan%E2%80%8Bna%C2%A0%40example.+org"));

        assertEquals("anna@example.org", ((Subscriber.Known) stored().getFirst()).person().address().written());
    }

    @Test
    void whiteSpaceAroundAnAddressIsNotPartOfIt() {
        answer(SampleEvents.form("/subscribe", "list=news&email=+anna%40example.org%0D%0A"));

        assertEquals("anna@example.org", stored().getFirst().whom().orElseThrow().address().written());
    }

    @Test
    void tooManyRequestsFromOneSourceAreToldWhenToComeBack() {
        for (var number = 0; number < Subscribe.PER_SOURCE.most(); number++) {
            answer(SampleEvents.form("/subscribe", "list=news&email=a" + number + "%40example.org"));
        }

        var answer = answer(SampleEvents.form("/subscribe", "list=news&email=b%40example.org"));

        assertEquals(429, answer.getStatusCode());
        assertEquals("3600", answer.getHeaders().get("retry-after"));
    }

    @Test
    void providerThatDoesNotAnswerIsNothingToTheVisitorAndTheMailComesLater() {
        var handlerOfMails = new AnswerHandler(List.of(desk.answers::run));
        notices.takeOnly(_ -> false);

        var answer = handler.handleRequest(SampleEvents.form("/subscribe", "list=news&email=a%40example.org").event(),
                new SampleContext());

        assertEquals(200, answer.getStatusCode());
        assertThrows(UnavailableException.class,
                () -> handlerOfMails.handleRequest(InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(), new SampleContext()));
        notices.takeOnly(_ -> true);
        clock.advance(Duration.ofMinutes(1));
        handlerOfMails.handleRequest(InputStream.nullInputStream(),
                OutputStream.nullOutputStream(), new SampleContext());
        handlerOfMails.handleRequest(InputStream.nullInputStream(),
                OutputStream.nullOutputStream(), new SampleContext());
        assertEquals(1, notices.sent().size());
    }

    @Test
    void neitherGetNorHeadChangesAnything() {
        var target = "/subscribe?list=news&email=anna%40example.org";

        answer(SampleEvents.get(target));
        answer(SampleEvents.get(target).as("HEAD"));

        assertEquals(List.of(), stored());
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void confirmationGoesToTheAddressOnly() {
        answer(SampleEvents.form("/subscribe", "list=news&email=Anna%40Example.org"));

        assertEquals(List.of(EmailAddress.of("Anna@Example.org")),
                notices.sent().stream().map(Notice::recipient).toList());
    }

    /** In a stack without CloudFront, API Gateway brings every path here that has no function. */
    @Test
    void filesThatAreTheSameForEverybodyAreShownAsTheyAre() {
        for (var file : StaticFiles.of(SITE).all().stream().filter(each -> !each.path().equals("/")).toList()) {
            var answer = answer(SampleEvents.get(file.path()));

            assertEquals(200, answer.getStatusCode(), file.path());
            assertTrue(answer.getIsBase64Encoded());
            assertArrayEquals(file.octets(), Base64.getDecoder().decode(answer.getBody()), file.path());
            assertEquals(file.contentType(), answer.getHeaders().get("content-type"));
            assertEquals("max-age=300", answer.getHeaders().get("cache-control"));
        }
    }

    @Test
    void pathThatNothingIsAtIsAnsweredInTheVisitorsLanguage() {
        var errors = new ErrorPages(SITE);

        var looked = answer(SampleEvents.get("/wp-login.php").with("accept-language", "de"));

        assertEquals(404, looked.getStatusCode());
        assertEquals(errors.notFound(Locale.GERMAN), looked.getBody());
        assertEquals("no-store", looked.getHeaders().get("cache-control"));
        assertEquals(404, answer(SampleEvents.form("/site/index.en.html", "a=b")).getStatusCode());
        assertEquals(404, answer(SampleEvents.form("/xmlrpc.php", "list=news")).getStatusCode());
    }
}
