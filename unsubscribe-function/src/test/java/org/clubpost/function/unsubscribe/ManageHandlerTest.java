package org.clubpost.function.unsubscribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.site.ErrorPages;
import org.clubpost.site.ManageForm;
import org.clubpost.site.ManagePage;
import org.clubpost.site.NonMemberPage;
import org.clubpost.site.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManageHandlerTest {

    private static final Site SITE = Site.load();
    private static final ManagePage PAGE = new ManagePage(SITE);
    private static final NonMemberPage NON_MEMBER = new NonMemberPage(SITE);
    private static final ErrorPages ERRORS = new ErrorPages(SITE);

    private static final NoteRules PHONES = new NoteRules(NoteRules.Ways.PHONE, List.of(new CountryCode("+49")), 10);

    private final MailingList list = SampleLists.aList();
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(list.id(), "anna@example.org")
            .with(Locale.forLanguageTag("de-CH"));
    private final InMemoryLists lists = new InMemoryLists();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final ManageHandler handler = new ManageHandler(new Manage(lists, subscribers, SampleLinks.TOKENS), SITE,
            new FixedClock());
    private final String token = token(LinkPurpose.MANAGE_PAGE);

    @BeforeEach
    void annaIsAMember() {
        lists.create(list);
        subscribers.create(anna);
    }

    private String token(LinkPurpose purpose) {
        return SampleLinks.TOKENS.sign(new MembershipLink(purpose, list.id(), anna.id()));
    }

    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        return handler.handleRequest(event.event(), new SampleContext());
    }

    private APIGatewayV2HTTPResponse post(String fields) {
        return answer(SampleEvents.form("/manage", "token=" + token + fields));
    }

    private Subscriber stored() {
        return subscribers.find(list.id(), anna.id()).orElseThrow().subscriber();
    }

    private static String seen(APIGatewayV2HTTPResponse answer) {
        return answer.getStatusCode() + " " + answer.getBody();
    }

    private String page(Subscriber.Confirmed member, ManageForm.Status status) {
        return PAGE.form(member.person().language(), list, member.person().address(), token,
                ManageForm.of(member, status));
    }

    @Test
    void linkShowsTheSettingsInTheMembersLanguage() {
        var answer = answer(SampleEvents.get("/manage?token=" + token).with("accept-language", "en"));

        assertEquals("200 " + page(anna, new ManageForm.Status.Shown()), seen(answer));
        assertFalse(answer.getBody().contains("anna@example.org"), "the address must be masked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void scannerThatFetchesEveryLinkChangesNothing(String method) {
        answer(SampleEvents.get("/manage?token=" + token + "&own-posts=none&language=en").as(method));

        assertEquals(anna, stored());
    }

    @Test
    void formChangesAllAtOnceAndAnswersInTheNewLanguage() {
        var answer = post("&name=Anna+M%C3%BC%C3%9Fig&language=en&own-posts=receipt");

        var changed = anna.with(new PersonName("Anna Müßig")).with(Locale.ENGLISH)
                .with(new MemberSettings(OwnPosts.RECEIPT, false));
        assertEquals("200 " + page(changed, new ManageForm.Status.Saved()), seen(answer));
        assertEquals(changed, stored());
    }

    private void tellsOf(NoteRules rules) {
        assertTrue(lists.replace(list, list.with(rules)));
    }

    private Notification wanted() {
        return ((Subscriber.Confirmed) stored()).settings().notification();
    }

    private APIGatewayV2HTTPResponse choose(String fields) {
        return post("&language=de&own-posts=copy&copy=yes" + fields);
    }

    @Test
    void wordAboutNewPostsIsChosenAndStaysWhereTheFormDoesNotAsk() {
        assertEquals(400, choose("&notify=mail").getStatusCode(), "the list tells nobody");
        tellsOf(PHONES.withWays(NoteRules.Ways.MAIL));

        assertEquals(200, choose("&notify=mail").getStatusCode());
        assertEquals(new Notification.ByMail(), wanted());
        assertEquals(400, choose("&notify=phone&phone=%2B493012345678").getStatusCode(), "no phones");
        assertEquals(400, choose("&notify=pigeon").getStatusCode());
        choose("");
        assertEquals(new Notification.ByMail(), wanted());
        choose("&notify=none");
        assertEquals(Notification.none(), wanted());
    }

    @Test
    void numberOfAPhoneIsKeptAndNeverShown() {
        tellsOf(PHONES);
        for (var bad : List.of("", "030+1234567", "%2B41441234567", "%2B49")) {
            assertEquals(400, choose("&notify=phone&phone=" + bad).getStatusCode(), bad);
        }
        assertEquals(Notification.none(), wanted());

        choose("&notify=phone&phone=%2B49+30+12345678");
        var again = choose("&notify=phone&phone=");

        assertEquals(new Notification.ByPhone(new PhoneNumber("+493012345678")), wanted());
        assertEquals(200, again.getStatusCode());
        assertFalse(again.getBody().contains("12345678"), "a link can be passed on");
    }

    @Test
    void boxThatIsTickedAsksForTheCopy() {
        post("&language=de&own-posts=none");
        post("&language=de&own-posts=copy&copy=yes");

        assertEquals(anna, stored(), "the dialect is kept too");
    }

    @ParameterizedTest
    @CsvSource({"'',400", "'&language=de',400", "'&own-posts=none',400", "'&language=fr&own-posts=none',400",
            "'&language=de&own-posts=some',400", "'&language=de&own-posts=none&name=a%07',400",
            "'&language=de&own-posts=none&extra=1',400"})
    void formThatIsNotWholeChangesNothing(String fields, int status) {
        var answer = post(fields);

        assertEquals(status, answer.getStatusCode());
        assertTrue(answer.getBody().contains("role=\"alert\""), answer.getBody());
        assertEquals(anna, stored());
    }

    @Test
    void whatWasTypedIsShownAgain() {
        var answer = post("&language=de&own-posts=none&name=" + "x".repeat(101));

        assertTrue(answer.getBody().contains("value=\"" + "x".repeat(101)), answer.getBody());
        assertTrue(answer.getBody().contains("value=\"none\" checked"), answer.getBody());
    }

    @ParameterizedTest
    @EnumSource(names = "MANAGE_PAGE", mode = EnumSource.Mode.EXCLUDE)
    void linkForSomethingElseShowsNothing(LinkPurpose purpose) {
        var other = token(purpose);

        assertEquals("404 " + NON_MEMBER.forged(Locale.ENGLISH),
                seen(answer(SampleEvents.get("/manage?token=" + other))));
        assertEquals("404 " + NON_MEMBER.forged(Locale.ENGLISH),
                seen(answer(SampleEvents.form("/manage", "token=" + other + "&language=en&own-posts=none"))));
        assertEquals(anna, stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=abc", "?token=%00", "?token=a&token=b"})
    void strangerLearnsNothing(String query) {
        assertEquals("404 " + NON_MEMBER.forged(Locale.ENGLISH),
                seen(answer(SampleEvents.get("/manage" + query))));
    }

    @Test
    void badFormWithoutALinkIsOnlyRefused() {
        var answer = answer(SampleEvents.form("/manage", "token=x&extra=1"));

        assertEquals("400 " + ERRORS.refused(Locale.ENGLISH, "unknown", "extra"),
                seen(answer));
    }

    @Test
    void whoLeftIsShownTheWayBack() {
        new Unsubscribe(lists, subscribers, SampleLinks.TOKENS).leave(token, LeaveWay.PAGE, Instant.EPOCH);

        assertEquals("200 " + NON_MEMBER.notMember(Locale.ENGLISH, list),
                seen(answer(SampleEvents.get("/manage?token=" + token))));
        assertEquals("200 " + NON_MEMBER.notMember(Locale.ENGLISH, list), seen(post("&language=de&own-posts=none")));
    }
}
