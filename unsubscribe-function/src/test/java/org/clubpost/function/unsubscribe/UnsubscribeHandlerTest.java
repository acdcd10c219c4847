package org.clubpost.function.unsubscribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.ComeBack;
import org.clubpost.core.subscription.SayWhy;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.site.ComeBackPage;
import org.clubpost.site.LeavePage;
import org.clubpost.site.NonMemberPage;
import org.clubpost.site.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeHandlerTest {

    private static final Site SITE = Site.load();
    private static final LeavePage PAGE = new LeavePage(SITE);
    private static final ComeBackPage COME_BACK = new ComeBackPage(SITE);
    private static final NonMemberPage NON_MEMBER = new NonMemberPage(SITE);

    private final MailingList list = SampleLists.aList();
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(list.id(), "anna@example.org");
    private final MembershipTokens tokens = new MembershipTokens(
            new SigningKeys(1, Map.of(1, new SecretKeySpec(new byte[32], "HmacSHA256"))));
    private final InMemoryLists lists = new InMemoryLists();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final FixedClock clock = new FixedClock();
    private final UnsubscribeHandler handler = new UnsubscribeHandler(new Unsubscribe(lists, subscribers, tokens),
            new ComeBack(lists, subscribers, tokens), new SayWhy(lists, subscribers, tokens), SITE, clock);

    private String why() {
        return tokens.sign(new MembershipLink(LinkPurpose.SAY_WHY, list.id(), anna.id(),
                ((Subscriber.Left) stored()).at()));
    }

    private String leftPage(Locale language) {
        return PAGE.left(language, list, why(), "reason");
    }

    @Test
    void whoLeftMaySayWhyAndChangeThat() {
        answer(SampleEvents.form("/unsubscribe", "token=" + token(LinkPurpose.LEAVE_PAGE) + "&button=yes"));

        for (var reason : List.of("too-many", "moved", "moved")) {
            assertEquals("200 " + PAGE.thanks(Locale.GERMAN, list), seen(answer(
                    SampleEvents.form("/unsubscribe", "token=" + why() + "&lang=de&reason=" + reason))));
            assertEquals(LeaveReason.parse(reason), ((Subscriber.Left) stored()).reason());
        }
    }

    @Test
    void reasonWithoutALeaveIsRefused() {
        assertEquals(404, answer(SampleEvents.form("/unsubscribe",
                "token=" + token(LinkPurpose.LEAVE_PAGE) + "&reason=other")).getStatusCode());
        answer(SampleEvents.form("/unsubscribe", "token=" + token(LinkPurpose.LEAVE_PAGE) + "&button=yes"));
        var why = why();
        assertEquals(400, answer(SampleEvents.form("/unsubscribe", "token=" + why + "&reason=because"))
                .getStatusCode());
        assertEquals(404, answer(SampleEvents.get("/unsubscribe?token=" + why)).getStatusCode());
        assertEquals(404, answer(SampleEvents.form("/unsubscribe", "token=" + why + "&button=yes")).getStatusCode());
        subscribers.replace(subscribers.find(list.id(), anna.id()).orElseThrow(), anna);

        assertEquals("200 " + PAGE.tooLateToSay(Locale.ENGLISH, list),
                seen(answer(SampleEvents.form("/unsubscribe", "token=" + why + "&reason=other"))));
        assertEquals(anna, stored());
    }

    @BeforeEach
    void annaIsAMember() {
        lists.create(list);
        subscribers.create(anna);
    }

    private String token(LinkPurpose purpose) {
        return tokens.sign(SampleLinks.link(purpose, list.id(), anna.id()));
    }

    private String target(LinkPurpose purpose) {
        return "/unsubscribe?token=" + token(purpose);
    }

    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        return handler.handleRequest(event.event(), new SampleContext());
    }

    private Subscriber stored() {
        return subscribers.find(list.id(), anna.id()).orElseThrow().subscriber();
    }

    private LeaveWay way() {
        return assertInstanceOf(Subscriber.Left.class, stored()).way();
    }

    private static String seen(APIGatewayV2HTTPResponse answer) {
        return answer.getStatusCode() + " " + answer.getBody();
    }

    private static String multipart(String boundary) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--"
                + boundary + "--\r\n";
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAVE_PAGE", "ONE_CLICK", "MANAGE_PAGE"})
    void linkLeadsToAPageWithAButton(LinkPurpose purpose) {
        var answer = answer(SampleEvents.get(target(purpose)));

        assertEquals("200 " + PAGE.question(Locale.ENGLISH, list, anna.person().address(), token(purpose),
                token(LinkPurpose.MANAGE_PAGE), "button"),
                seen(answer));
        assertFalse(answer.getBody().contains("anna@example.org"), "the address must be masked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void scannerThatFetchesEveryLinkChangesNothing(String method) {
        for (var purpose : LinkPurpose.values()) {
            answer(SampleEvents.get(target(purpose)).as(method));
        }

        assertEquals(anna, stored());
    }

    @Test
    void oneClickActsAtOnceWithoutRedirectAndCookie() {
        var answer = answer(SampleEvents.form(target(LinkPurpose.ONE_CLICK), "List-Unsubscribe=One-Click"));

        assertEquals("200 " + leftPage(Locale.ENGLISH), seen(answer));
        assertFalse(answer.getHeaders().containsKey("location"));
        assertFalse(answer.getHeaders().containsKey("set-cookie"));
        assertEquals(null, answer.getCookies());
        assertEquals(LeaveWay.ONE_CLICK, way());
    }

    @Test
    void oneClickMayBeMultipart() {
        var event = SampleEvents.form(target(LinkPurpose.ONE_CLICK), multipart("----x"))
                .with("content-type", "multipart/form-data; boundary=----x");

        assertEquals(200, answer(event.inBase64()).getStatusCode());
        assertEquals(LeaveWay.ONE_CLICK, way());
    }

    @Test
    void oneClickWithoutABodyIsTaken() {
        assertEquals(200, answer(SampleEvents.post(target(LinkPurpose.ONE_CLICK), "")).getStatusCode());
        assertEquals(LeaveWay.ONE_CLICK, way());
    }

    @Test
    void secondOneClickIsAnsweredAlike() {
        var event = SampleEvents.form(target(LinkPurpose.ONE_CLICK), "List-Unsubscribe=One-Click");

        answer(event);

        assertEquals("200 " + NON_MEMBER.notMember(Locale.ENGLISH, list), seen(answer(event)));
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAVE_PAGE", "LEAVE_MAIL", "MANAGE_PAGE"})
    void linkForSomethingElseDoesNotTakeOneClick(LinkPurpose purpose) {
        assertEquals(404,
                answer(SampleEvents.form(target(purpose), "List-Unsubscribe=One-Click")).getStatusCode());
        assertEquals(404, answer(SampleEvents.post(target(purpose), "")).getStatusCode());
        assertEquals(anna, stored());
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAVE_PAGE", "ONE_CLICK", "MANAGE_PAGE"})
    void buttonOfThePageEndsTheMembership(LinkPurpose purpose) {
        var answer = answer(SampleEvents.form("/unsubscribe", "token=" + token(purpose) + "&lang=de&button=yes")
                .with("accept-language", "en"));

        assertEquals("200 " + leftPage(Locale.GERMAN), seen(answer));
        assertEquals(LeaveWay.PAGE, way());
    }

    private String shortToken(LinkPurpose purpose) {
        return tokens.shorts().sign(SampleLinks.link(purpose, list.id(), anna.id()));
    }

    /** Programs put fields of their own behind it, or an equals sign. */
    @ParameterizedTest
    @ValueSource(strings = {"", "=", "&utm_source=x", "=&fbclid=y", "&gclid=", "&lang=en"})
    void shortLinkLeadsToThePageWithTheButton(String behind) {
        for (var purpose : List.of(LinkPurpose.LEAVE_PAGE, LinkPurpose.MANAGE_PAGE)) {
            var token = shortToken(purpose);

            assertEquals("200 " + PAGE.question(Locale.ENGLISH, list, anna.person().address(), token,
                    token(LinkPurpose.MANAGE_PAGE), "button"), seen(answer(SampleEvents.get("/u?" + token + behind))));
            answer(SampleEvents.get("/u?" + token + behind).as("HEAD"));
        }
        assertEquals(anna, stored());
    }

    @Test
    void shortLinkActsByTheButtonAlone() {
        var token = shortToken(LinkPurpose.LEAVE_PAGE);
        for (var event : List.of(SampleEvents.form("/u?" + token, "List-Unsubscribe=One-Click"),
                SampleEvents.post("/u?" + token, ""),
                SampleEvents.form("/unsubscribe?token=" + token, "List-Unsubscribe=One-Click"))) {
            assertEquals(404, answer(event).getStatusCode());
        }
        assertEquals(anna, stored());

        var pressed = seen(answer(SampleEvents.form("/unsubscribe", "token=" + token + "&button=yes")));
        assertEquals("200 " + leftPage(Locale.ENGLISH), pressed);
        assertEquals(LeaveWay.PAGE, way());
        assertEquals("200 " + NON_MEMBER.unfitting(Locale.ENGLISH, list),
                seen(answer(SampleEvents.get("/u?" + token))));
    }

    @Test
    void memberWithAChangedShortLinkIsNotToldThatTheyAreNone() {
        var token = shortToken(LinkPurpose.LEAVE_PAGE);
        var changed = token.substring(0, token.length() - 1) + (token.endsWith("x") ? "y" : "x");

        assertEquals("200 " + NON_MEMBER.unfitting(Locale.ENGLISH, list),
                seen(answer(SampleEvents.get("/u?" + changed))));
        assertEquals("200 " + NON_MEMBER.unfitting(Locale.ENGLISH, list),
                seen(answer(SampleEvents.form("/unsubscribe", "token=" + changed + "&button=yes"))));
        assertEquals(anna, stored());
        assertFalse(NON_MEMBER.unfitting(Locale.ENGLISH, list).contains("not on the list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?=", "?x", "?AVAAAAAAAAAAAAAAAAAAAAAA", "?%41", "?%ff", "?a&b"})
    void shortLinkThatIsNotOursGetsAPageThatHelps(String query) {
        assertEquals("404 " + NON_MEMBER.forged(Locale.ENGLISH), seen(answer(SampleEvents.get("/u" + query))));
    }

    @Test
    void afterLeavingTheLinkShowsTheWayBack() {
        answer(SampleEvents.form("/unsubscribe", "token=" + token(LinkPurpose.LEAVE_PAGE) + "&button=yes"));

        assertEquals("200 " + NON_MEMBER.notMember(Locale.ENGLISH, list),
                seen(answer(SampleEvents.get(target(LinkPurpose.LEAVE_PAGE)))));
    }

    @Test
    void otherFieldsDoNotKeepAnybodyFromLeaving() {
        var answer = answer(SampleEvents.form(target(LinkPurpose.ONE_CLICK) + "&utm_source=x",
                "List-Unsubscribe=One-Click&extra=1&extra=2"));

        assertEquals(200, answer.getStatusCode());
        assertEquals(LeaveWay.ONE_CLICK, way());
    }

    @ParameterizedTest
    @ValueSource(strings = {"List-Unsubscribe=No", "x=1", "List-Unsubscribe="})
    void bodyThatSaysSomethingElseIsRefusedByName(String body) {
        var answer = answer(SampleEvents.form(target(LinkPurpose.ONE_CLICK), body));

        assertEquals(400, answer.getStatusCode());
        assertTrue(answer.getBody().contains("List-Unsubscribe"));
        assertEquals(anna, stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=abc", "?token=%00", "?token=a&token=b"})
    void linkThatIsNotOursGetsAPageThatHelps(String query) {
        assertEquals("404 " + NON_MEMBER.forged(Locale.ENGLISH),
                seen(answer(SampleEvents.get("/unsubscribe" + query))));
    }

    private String leaveAndGetTheWayBack() {
        answer(SampleEvents.form(target(LinkPurpose.ONE_CLICK), "List-Unsubscribe=One-Click"));
        return tokens.sign(new MembershipLink(LinkPurpose.COME_BACK, list.id(), anna.id(), clock.instant()));
    }

    @Test
    void pageAfterLeavingNamesTheMailAndNotTheLinkBack() {
        var answer = answer(SampleEvents.form(target(LinkPurpose.ONE_CLICK), "List-Unsubscribe=One-Click"));

        assertTrue(answer.getBody().contains("One last mail confirms that"), answer.getBody());
        assertFalse(answer.getBody().contains("token="), "whoever found the link must not get the way back");
    }

    @Test
    void linkOfTheGoodbyeMailShowsAButtonAndItsButtonBringsBack() {
        var back = leaveAndGetTheWayBack();
        var left = stored();

        var looked = answer(SampleEvents.get("/unsubscribe?token=" + back));
        answer(SampleEvents.get("/unsubscribe?token=" + back).as("HEAD"));

        assertEquals("200 " + COME_BACK.question(Locale.ENGLISH, list, anna.person().address(), back, "button"),
                seen(looked));
        assertEquals(left, stored(), "looking changes nothing");
        var pressed = SampleEvents.form("/unsubscribe", "token=" + back + "&lang=en&button=yes");
        assertEquals("200 " + COME_BACK.back(Locale.ENGLISH, list), seen(answer(pressed)));
        assertEquals(anna, stored());
        assertEquals("200 " + COME_BACK.member(Locale.ENGLISH, list), seen(answer(pressed)));
        assertEquals(anna, stored());
    }

    @Test
    void nothingButTheButtonBringsBack() {
        var back = leaveAndGetTheWayBack();
        var left = stored();

        assertEquals(400, answer(SampleEvents.form("/unsubscribe?token=" + back, "List-Unsubscribe=One-Click"))
                .getStatusCode());
        assertEquals(400, answer(SampleEvents.post("/unsubscribe?token=" + back, "")).getStatusCode());

        assertEquals(left, stored());
    }

    @Test
    void linkBackEndsAfterFourteenDays() {
        var back = leaveAndGetTheWayBack();
        clock.advance(Duration.ofDays(14));

        assertEquals("200 " + COME_BACK.tooLate(Locale.ENGLISH, list),
                seen(answer(SampleEvents.get("/unsubscribe?token=" + back))));
        assertEquals("200 " + COME_BACK.tooLate(Locale.ENGLISH, list),
                seen(answer(SampleEvents.form("/unsubscribe", "token=" + back + "&button=yes"))));
    }

    @Test
    void changedTokenDoesNothing() {
        var token = token(LinkPurpose.ONE_CLICK);
        var changed = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");

        assertEquals(404, answer(SampleEvents.form("/unsubscribe?token=" + changed, "List-Unsubscribe=One-Click"))
                .getStatusCode());
        assertEquals(anna, stored());
    }
}
