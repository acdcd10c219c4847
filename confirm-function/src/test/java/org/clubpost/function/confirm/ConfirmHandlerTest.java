package org.clubpost.function.confirm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.time.Duration;
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
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Confirm;
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
    private final ConfirmHandler handler = new ConfirmHandler(
            new Confirm(lists, subscribers, notices, SampleOwners.of(notices, clock),
                    new PublicLinks(URI.create("https://lists.example.org"),
                            new MembershipTokens(
                                    new SigningKeys(1, Map.of(1, new SecretKeySpec(new byte[32], "HmacSHA256"))))),
                    new SignUpDesk(lists, subscribers, notices, clock).share),
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
        assertEquals(1, notices.sent(Notice.Welcome.class).size());
        assertEquals(1, notices.sent(Notice.MemberJoined.class).size());
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
    void linkThatIsTooOldShowsTheWayToANewOne() {
        clock.advance(Duration.ofDays(1));

        assertEquals(expected(404, JOINING.gone(Locale.ENGLISH, list)),
                seen(answer(SampleEvents.get("/confirm?token=" + token.text()))));
        assertEquals(expected(404, JOINING.gone(Locale.GERMAN, list)), seen(answer(button("/confirm"))));
        assertInstanceOf(Subscriber.Pending.class, stored());
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
        var repeated = answer(button("/confirm"));

        assertEquals(503, failed.getStatusCode());
        assertEquals(200, repeated.getStatusCode());
        assertEquals(1, notices.sent(Notice.Welcome.class).size());
    }
}
