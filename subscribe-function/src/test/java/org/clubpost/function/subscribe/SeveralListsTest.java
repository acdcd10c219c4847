package org.clubpost.function.subscribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.Colour;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscription.SignUpDesk;
import org.clubpost.site.ConsentText;
import org.clubpost.site.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers the front page's form, when several lists are ticked. */
final class SeveralListsTest {

    private static final Site SITE = Site.load();
    private static final String TICKED = "form=%2F&lists=news&lists=chess&name=Anna&lang=en&email=";

    private final InMemoryLists lists = new InMemoryLists();
    private final CollectingNotices notices = new CollectingNotices();
    private final FixedClock clock = new FixedClock();
    private final SignUpDesk desk = new SignUpDesk(lists, new InMemorySubscribers(lists), notices, clock);
    private final SubscribeHandler handler = new SubscribeHandler(desk.subscribe, SITE, clock);

    @BeforeEach
    void thereAreThreeLists() {
        lists.create(list("news", "News"));
        lists.create(list("chess", "Chess"));
        lists.create(list("board", "Board"));
    }

    private static MailingList list(String id, String name) {
        return SampleLists.aList(new ListId(id)).with(new Profile(name, "", Locale.ENGLISH));
    }

    /** Answers, and lets the mail be sent afterwards. */
    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        var answer = handler.handleRequest(event.event(), new SampleContext());
        desk.answers.run();
        return answer;
    }

    private String page(String body) {
        var answer = answer(SampleEvents.form("/subscribe", body));
        assertEquals(200, answer.getStatusCode(), answer.getBody());
        return answer.getBody();
    }

    private List<String> asked() {
        return notices.sent(JoinNotice.JointConfirmationRequest.class).stream().map(mail -> mail.recipient().written())
                .toList();
    }

    private static boolean isTicked(String page, String list) {
        return page.contains("value=\"" + list + "\" checked");
    }

    private void replace(String id, MailingList changed) {
        lists.replace(lists.find(new ListId(id)).orElseThrow(), changed);
    }

    @Test
    void inboxPageNamesTheListsAndCarriesThemAlong() {
        var page = page(TICKED + "anna%40example.org");

        assertTrue(page.contains("A mail about News, Chess is on its way"), page);
        assertTrue(page.contains("you are on these lists:"), page);
        assertTrue(page.contains("name=\"lists\" value=\"news,chess\""), page);
        assertEquals(List.of("anna@example.org"), asked());
    }

    @Test
    void oneMoreMailIsForTheSameLists() {
        var page = page("form=%2F&lists=news%2Cchess&email=anna%40example.org&step=again");

        assertTrue(page.contains("role=\"status\""), page);
        assertTrue(page.contains("name=\"lists\" value=\"news,chess\""), page);
        assertEquals(List.of("anna@example.org"), asked());
    }

    @Test
    void wrongAddressLeadsBackToTheSameTicks() {
        var page = page("form=%2F&lists=news%2Cchess&name=Anna&email=anna%40example.org&step=change");

        assertTrue(isTicked(page, "news") && isTicked(page, "chess") && !isTicked(page, "board"), page);
        assertTrue(page.contains("value=\"anna@example.org\"") && page.contains("value=\"Anna\""), page);
        assertFalse(page.contains("role=\"alert\""), page);
        assertEquals(List.of(), asked());
    }

    @Test
    void likelySlipIsAskedAboutBeforeAnythingIsDone() {
        var page = page(TICKED + "anna%40gmial.com");

        assertTrue(page.contains("<h1>Is the address right?</h1>"), page);
        assertTrue(page.contains("name=\"lists\" value=\"news,chess\""), page);
        assertEquals(List.of(), asked());
    }

    @ParameterizedTest
    @CsvSource({"corrected, anna@gmail.com", "kept, anna@gmial.com", "again, anna@gmial.com"})
    void bothAnswersGoOn(String step, String recipient) {
        page("form=%2F&lists=news%2Cchess&email=anna%40gmial.com&step=" + step);

        assertEquals(List.of(recipient), asked());
    }

    @Test
    void unknownStepIsRefusedWithTheTicksAsTheyWere() {
        var answer = answer(SampleEvents.form("/subscribe", TICKED + "anna%40example.org&step=other"));

        assertEquals(400, answer.getStatusCode());
        assertTrue(isTicked(answer.getBody(), "chess"), answer.getBody());
    }

    @Test
    void whoseOwnersDecideIsSaidByName() {
        var board = list("board", "Board");
        replace("board", board.with(board.signUp().with(Admission.APPROVAL)));

        var page = page("form=%2F&lists=news&lists=board&email=anna%40example.org");

        assertTrue(page.contains("your address is confirmed:"), page);
        assertTrue(page.contains("Those who run Board decide after that whether you join."), page);
        var alone = page("list=board&email=anna%40example.org");
        assertTrue(alone.contains("those who run the list decide whether you join"), alone);
        assertFalse(page("list=news&email=anna%40example.org").contains("decide"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void listThatClosedInTheMeantimeIsNotNamed(String trap) {
        var board = list("board", "Board");
        replace("board", board.with(board.signUp().withOpen(false).withListed(false)));

        var page = page("form=%2F&lists=news&lists=board&email=anna%40example.org&homepage=" + trap);

        assertTrue(page.contains("A mail from “News”"), page);
        assertFalse(page.contains("Board"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void onlyListsThatAreNotThereAreRefusedWhateverTheTrapHas(String trap) {
        var answer = answer(SampleEvents.form("/subscribe", "lists=none&email=a%40b.example&homepage=" + trap));

        assertEquals(400, answer.getStatusCode());
        assertTrue(answer.getBody().contains("not there any more"), answer.getBody());
    }

    @Test
    void consentIsFoldedAndItsHashIsThatOfBothParts() {
        var page = answer(SampleEvents.get("/")).getBody();

        var button = page.indexOf("<button");
        assertTrue(page.indexOf("By signing up you ask") < button && page.indexOf("You can leave each") < button, page);
        var more = page.lastIndexOf("<details");
        assertTrue(button < more && more < page.indexOf("IP address"), page);
        assertTrue(page.contains("value=\"" + new ConsentText(SITE).digestOfSeveral(Locale.ENGLISH) + "\""), page);
    }

    @Test
    void colourOfAllIsTheClubsAndOfSomeIsNobodys() {
        for (var id : List.of("news", "chess", "board")) {
            var list = lists.find(new ListId(id)).orElseThrow();
            replace(id, list.with(list.brand().withColour(Colour.parse("#7a1f2b"))));
        }
        assertTrue(answer(SampleEvents.get("/")).getBody().contains("#7a1f2b"));
        assertTrue(page(TICKED + "anna%40example.org").contains("#7a1f2b"));

        var board = lists.find(new ListId("board")).orElseThrow();
        replace("board", board.with(board.brand().withColour(Optional.empty())));
        assertFalse(answer(SampleEvents.get("/")).getBody().contains("#7a1f2b"));
        assertTrue(page(TICKED + "anna%40example.org").contains("#7a1f2b"));
    }
}
