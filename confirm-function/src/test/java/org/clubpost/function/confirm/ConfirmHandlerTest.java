package org.clubpost.function.confirm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Confirm;
import org.clubpost.core.subscription.CountSignUps;
import org.clubpost.core.subscription.FreshLink;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.InMemoryFunnel;
import org.clubpost.core.subscription.SignUpDesk;
import org.clubpost.site.ConfirmPage;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.Site;
import org.clubpost.site.WithdrawPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmHandlerTest {

    private static final Site SITE = Site.load();
    private static final ConfirmPage JOINING = new ConfirmPage(SITE);
    private static final WithdrawPage WITHDRAWING = new WithdrawPage(SITE);
    private static final EmailAddress ANNA = EmailAddress.of("anna@example.org");

    private final MailingList list = SampleLists.aList();
    private final Person anna = new Person(SampleSubscribers.IDS.of(ANNA), ANNA,
            PersonName.NONE, Locale.GERMAN);
    private final ConfirmationToken token = ConfirmationToken.create(list.id(), anna.id(), new Random(1));
    private final InMemoryLists lists = new InMemoryLists();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final CollectingNotices notices = new CollectingNotices();
    private final FixedClock clock = new FixedClock();
    private final SignUpDesk desk = new SignUpDesk(lists, subscribers, notices, clock);
    private final InMemoryFunnel funnel = new InMemoryFunnel();
    private final Confirm confirm = new Confirm(lists, subscribers, notices, SampleOwners.of(notices, clock),
            new PublicLinks(URI.create("https://lists.example.org"),
                    new MembershipTokens(
                            new SigningKeys(1, Map.of(1, new SecretKeySpec(new byte[32], "HmacSHA256"))))),
            desk.share);
    private final ConfirmHandler handler = new ConfirmHandler(
            new ConfirmHandler.Acts(confirm, new FreshLink(confirm, desk.requests, desk.share),
                    new CountSignUps(funnel, clock)),
            SITE, clock);

    @BeforeEach
    void annaHasAskedToJoin() {
        lists.create(list);
        subscribers.create(new Subscriber.Pending(list.id(), anna, List.of(token.digest()), "/subscribe",
                "0".repeat(64), SampleSubscribers.ORIGIN, FixedClock.START.plus(Duration.ofDays(1))));
    }

    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        return handler.handleRequest(event.event(), new SampleContext());
    }

    private SampleEvents button(String path) {
        return SampleEvents.form(path, "token=" + token.text() + "&lang=de");
    }

    private Subscriber stored() {
        return subscribers.find(list.id(), anna.id()).orElseThrow().subscriber();
    }

    private static String expected(int status, String page) {
        return status + " " + page;
    }

    private static String seen(APIGatewayV2HTTPResponse answer) {
        return answer.getStatusCode() + " " + answer.getBody();
    }

    @Test
    void linkLeadsToAPageWithAButtonInTheLanguageOfTheSignUp() {
        var answer = answer(SampleEvents.get("/confirm?token=" + token.text()).with("accept-language", "en"));

        assertEquals(expected(200, JOINING.question(Locale.GERMAN, list, ANNA, token.text())), seen(answer));
        assertFalse(answer.getBody().contains("anna@example.org"), "the address must be masked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void scannerThatFetchesEveryLinkTwiceChangesNothing(String method) {
        var before = subscribers.find(list.id(), anna.id());

        for (var path : List.of("/confirm", "/withdraw", "/confirm", "/withdraw")) {
            assertEquals(200, answer(SampleEvents.get(path + "?token=" + token.text()).as(method)).getStatusCode());
        }

        assertEquals(before, subscribers.find(list.id(), anna.id()));
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void buttonMakesAMemberGreetsAndTellsTheOwner() {
        var answer = answer(button("/confirm"));

        assertEquals(expected(200, JOINING.joined(Locale.GERMAN, list)), seen(answer));
        assertInstanceOf(Subscriber.Confirmed.class, stored());
        assertEquals(1, notices.sent(JoinNotice.Welcome.class).size());
        assertEquals(1, notices.sent(OwnerNotice.MemberJoined.class).size());
    }

    @Test
    void secondPressSaysThatItIsConfirmedAlready() {
        answer(button("/confirm"));

        var answer = answer(button("/confirm"));

        assertEquals(expected(200, JOINING.alreadyJoined(Locale.GERMAN, list)), seen(answer));
        assertEquals(2, notices.sent().size());
    }

    @Test
    void linkSaysAfterwardsThatItIsConfirmedAlready() {
        answer(button("/confirm"));

        assertEquals(expected(200, JOINING.alreadyJoined(Locale.ENGLISH, list)),
                seen(answer(SampleEvents.get("/confirm?token=" + token.text()))));
        assertEquals(expected(200, JOINING.alreadyJoined(Locale.ENGLISH, list)),
                seen(answer(SampleEvents.get("/withdraw?token=" + token.text()))));
    }

    @Test
    void buttonOfTheOtherPageWithdrawsTheRequest() {
        var question = answer(SampleEvents.get("/withdraw?token=" + token.text()));
        var answer = answer(button("/withdraw"));

        assertEquals(expected(200, WITHDRAWING.question(Locale.GERMAN, list, ANNA, token.text())), seen(question));
        assertEquals(expected(200, WITHDRAWING.withdrawn(Locale.GERMAN, list)), seen(answer));
        assertTrue(subscribers.find(list.id(), anna.id()).isEmpty());
        assertEquals(404, answer(button("/confirm")).getStatusCode());
    }

    @Test
    void linkWithoutARequestShowsTheWayToTheForm() {
        subscribers.remove(subscribers.find(list.id(), anna.id()).orElseThrow());

        assertEquals(expected(404, JOINING.gone(Locale.ENGLISH, list)),
                seen(answer(SampleEvents.get("/confirm?token=" + token.text()))));
        assertEquals(expected(404, JOINING.gone(Locale.GERMAN, list)), seen(answer(button("/confirm"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "token=", "token=abc", "token=%00", "token=%ff", "token=a&token=b",
                    "token=%3Cscript%3E"})
    void linkThatIsNotOursGetsAPageThatHelps(String query) {
        assertEquals(expected(404, new ErrorPages(SITE).forged(Locale.ENGLISH)),
                seen(answer(SampleEvents.get("/confirm?" + query))));
    }

    @Test
    void forgedTokenForARealRequestDoesNothing() {
        var forged = ConfirmationToken.create(list.id(), anna.id(), new Random(2)).text();

        assertEquals(404, answer(SampleEvents.form("/confirm", "token=" + forged)).getStatusCode());
        assertInstanceOf(Subscriber.Pending.class, stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prod/confirm", "/confirm"})
    void pathMayStandBehindTheNameOfAStage(String path) {
        assertEquals(200, answer(SampleEvents.get(path + "?token=" + token.text())).getStatusCode());
    }

    @Test
    void otherPathIsNotFound() {
        assertEquals(404, answer(SampleEvents.get("/other?token=" + token.text())).getStatusCode());
        assertEquals(404, answer(button("/other")).getStatusCode());
        assertInstanceOf(Subscriber.Pending.class, stored());
    }

    @Test
    void wrongContentTypeIsRefused() {
        assertEquals(415, answer(button("/confirm").with("content-type", "text/plain")).getStatusCode());
        assertInstanceOf(Subscriber.Pending.class, stored());
    }

    @Test
    void providerThatDoesNotAnswerIsAnUnavailablePageAndTheNextPressFinishes() {
        notices.takeOnly(_ -> false);
        var failed = answer(button("/confirm"));
        notices.takeOnly(_ -> true);
        clock.advance(Duration.ofSeconds(61));
        var repeated = answer(button("/confirm"));

        assertEquals(503, failed.getStatusCode());
        assertEquals(200, repeated.getStatusCode());
        assertEquals(1, notices.sent(JoinNotice.Welcome.class).size());
    }

    private List<Funnel.Day> counted() {
        var day = LocalDate.ofInstant(FixedClock.START, ZoneOffset.UTC);
        return funnel.days(list.id(), day.minusDays(5), day.plusDays(5));
    }

    @Test
    void pageShownCountsOnceForALinkAndSoDoesTheConfirmation() {
        for (var time = 0; time < 5; time++) {
            answer(SampleEvents.get("/confirm?token=" + token.text()));
        }
        answer(button("/confirm"));
        answer(button("/confirm"));
        answer(SampleEvents.get("/confirm?token=" + token.text()));

        assertEquals(List.of(new Funnel.Day(counted().getFirst().day(), 0, 1, 1)), counted());
    }

    @Test
    void linkWhoseTimeIsOverOffersAFreshOneAndTheWayOut() {
        clock.advance(Duration.ofDays(1));

        for (var event : List.of(SampleEvents.get("/confirm?token=" + token.text()), button("/confirm"))) {
            assertEquals(expected(200, JOINING.expired(Locale.GERMAN, list, ANNA, token.text(), "again")),
                    seen(answer(event)));
        }
        assertEquals(expected(200, WITHDRAWING.question(Locale.GERMAN, list, ANNA, token.text())),
                seen(answer(SampleEvents.get("/withdraw?token=" + token.text()))));
        assertEquals(List.of(), counted());
        assertEquals(expected(200, WITHDRAWING.withdrawn(Locale.GERMAN, list)), seen(answer(button("/withdraw"))));
    }

    @Test
    void pressSendsOneFreshLinkHoweverOftenItComes() {
        clock.advance(Duration.ofDays(1));
        for (var time = 0; time < 3; time++) {
            assertEquals(expected(200, JOINING.sentAgain(Locale.GERMAN, list, ANNA)), seen(answer(
                    SampleEvents.form("/confirm", "token=" + token.text() + "&lang=de&again=yes"))));
        }
        desk.answers.tend();

        assertEquals(1, notices.sent(JoinNotice.ConfirmationRequest.class).size());
        assertEquals(expected(200, JOINING.question(Locale.GERMAN, list, ANNA, token.text())), seen(answer(
                SampleEvents.form("/confirm", "token=" + token.text() + "&lang=de&again=yes"))));
    }

    @Test
    void listThatClosedOffersNoFreshLink() {
        clock.advance(Duration.ofDays(1));
        lists.replace(list, list.with(list.signUp().withOpen(false)));

        assertEquals(404, answer(SampleEvents.get("/confirm?token=" + token.text())).getStatusCode());
        assertEquals(404, answer(SampleEvents.form("/confirm", "token=" + token.text() + "&again=yes"))
                .getStatusCode());
        assertEquals(List.of(), desk.requests.due(clock.instant(), 10));
    }

    @Test
    void lateLinkForSeveralListsOffersAFreshOne() {
        var link = "token=" + jointly(list, SampleLists.aList(new ListId("chess"))).text() + "&lang=de";
        clock.advance(Duration.ofDays(2));

        for (var path : List.of("/confirm?", "/withdraw?")) {
            assertEquals(200, answer(SampleEvents.get(path + link)).getStatusCode());
        }
        assertTrue(answer(SampleEvents.get("/confirm?" + link)).getBody().contains("name=\"again\""));
        for (var times = 0; times < 2; times++) {
            assertEquals(200, answer(SampleEvents.form("/confirm", link + "&again=yes")).getStatusCode());
        }

        var asked = desk.requests.due(clock.instant(), 10);
        assertEquals(List.of("chess+news"), asked.stream().map(each -> each.signUp().choice()).toList());
        assertEquals(200, answer(SampleEvents.form("/withdraw", link)).getStatusCode());
        assertEquals(404, answer(SampleEvents.form("/confirm", link + "&again=yes")).getStatusCode());
    }

    /** The link of a request for these lists. */
    private JointToken jointly(MailingList... wanted) {
        var joint = JointToken.create(anna.id(), new Random(2));
        for (var each : wanted) {
            lists.create(each);
            subscribers.find(each.id(), anna.id()).ifPresent(subscribers::remove);
            subscribers.create(new Subscriber.Pending(each.id(), anna, List.of(joint.digest()), "/",
                    "0".repeat(64), SampleSubscribers.ORIGIN, FixedClock.START.plus(Duration.ofDays(1))));
        }
        return joint;
    }

    @Test
    void linkForSeveralListsCountsOnEachOfThem() {
        var chess = SampleLists.aList(new ListId("chess"));
        var joint = jointly(list, chess);
        var link = "token=" + joint.text() + "&lang=de";

        for (var times = 0; times < 2; times++) {
            assertEquals(200, answer(SampleEvents.get("/confirm?" + link)).getStatusCode());
        }
        for (var times = 0; times < 2; times++) {
            assertEquals(200, answer(SampleEvents.form("/confirm", link)).getStatusCode());
        }

        var today = LocalDate.ofInstant(clock.instant(), list.dispatch().zone());
        for (var each : List.of(list, chess)) {
            assertEquals(List.of(new Funnel.Day(today, 0, 1, 1)), funnel.days(each.id(), today, today));
        }
    }
}
