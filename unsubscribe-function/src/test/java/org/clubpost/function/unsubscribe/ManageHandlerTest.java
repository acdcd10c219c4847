package org.clubpost.function.unsubscribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.ChangeAddress;
import org.clubpost.core.subscription.ClubLists;
import org.clubpost.core.subscription.InMemoryAddressChanges;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.SendLinks;
import org.clubpost.core.subscription.UndoAddress;
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
    private final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    private final FixedClock clock = new FixedClock();
    private final Manage manage = new Manage(lists, subscribers, SampleLinks.TOKENS, tasks);
    private final InMemoryAddressChanges changes = new InMemoryAddressChanges();
    private final ManageHandler handler = new ManageHandler(new ManageHandler.UseCases(manage,
            new ClubLists(lists, subscribers, SampleLinks.TOKENS),
            new ChangeAddress(new ChangeAddress.Ports(lists, subscribers, changes, tasks), manage,
                    SampleSubscribers.IDS),
            new UndoAddress(lists, subscribers, changes, SampleLinks.TOKENS, SampleSubscribers.IDS),
            new SendLinks(lists, new InMemoryRateLimits(), tasks, SampleSubscribers.IDS)),
            SampleOwn.of(lists, subscribers, tasks, manage, clock), SITE, Optional.empty());
    private final String token = token(LinkPurpose.MANAGE_PAGE);
    private final String fresh = SampleLinks.token(SampleLinks.LINKS.freshSettings(list.id(), anna.id(),
            clock.instant().plus(Duration.ofHours(1))));

    @BeforeEach
    void annaIsAMember() {
        lists.create(list);
        subscribers.create(anna);
    }

    private String token(LinkPurpose purpose) {
        return SampleLinks.TOKENS.sign(SampleLinks.link(purpose, list.id(), anna.id()));
    }

    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        return handler.handleRequest(event.event(), new SampleContext());
    }

    /** By a fresh link. */
    private APIGatewayV2HTTPResponse post(String fields) {
        return answer(SampleEvents.form("/manage", "token=" + fresh + fields));
    }

    /** By the link in the mails. */
    private APIGatewayV2HTTPResponse postUsual(String fields) {
        return answer(SampleEvents.form("/manage", "token=" + token + fields));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Subscriber stored() {
        return subscribers.find(list.id(), anna.id()).orElseThrow().subscriber();
    }

    private static String seen(APIGatewayV2HTTPResponse answer) {
        return answer.getStatusCode() + " " + answer.getBody();
    }

    private String page(Subscriber.Confirmed member, ManageForm.Status status) {
        return PAGE.everything(member.person().language(), list, member.person().address(), fresh,
                ManageForm.of(member, today(), status));
    }

    /** From the title to the end of the settings; what stands below is the matter of other tests. */
    private static String form(String page) {
        return page.substring(page.indexOf("<h1>"), page.indexOf("</form>"));
    }

    private String usual(Subscriber.Confirmed member, ManageForm.Status status) {
        return PAGE.usual(member.person().language(), list, token, ManageForm.of(member, today(), status));
    }

    @Test
    void linkShowsTheSettingsInTheMembersLanguage() {
        var found = answer(SampleEvents.get("/manage?token=" + token).with("accept-language", "en"));
        var answer = answer(SampleEvents.get("/manage?token=" + fresh).with("accept-language", "en"));

        assertEquals("200 " + usual(anna, new ManageForm.Status.Shown()), seen(found));
        assertEquals(form(page(anna, new ManageForm.Status.Shown())), form(answer.getBody()));
        assertFalse(answer.getBody().contains("anna@example.org"), "the address must be masked");
    }

    @Test
    void whoeverFindsAFootersLinkDoesNotSeeOnWhichOtherListsTheMemberIs() {
        var chess = SampleLists.aList(new ListId("chess"));
        lists.create(chess);
        lists.create(SampleLists.aList(new ListId("party")));
        var before = answer(SampleEvents.get("/manage?token=" + token)).getBody();
        subscribers.create(SampleSubscribers.aMember(chess.id(), "anna@example.org"));

        assertEquals(before, answer(SampleEvents.get("/manage?token=" + token)).getBody());
        assertTrue(before.contains("list=chess") && before.contains("list=party"), before);
        assertFalse(before.contains("list=" + list.id()), before);
        assertFalse(answer(SampleEvents.get("/manage?token=" + fresh)).getBody().contains("list=chess"));
    }

    @Test
    void shortLinkShowsTheSettingsAndItsTokenChangesThem() {
        var shortToken = SampleLinks.token(SampleLinks.LINKS.managePage(list.id(), anna.id()));

        var shown = answer(SampleEvents.get("/s?" + shortToken + "&utm_source=x"));
        var changed = answer(SampleEvents.form("/manage", "token=" + shortToken + "&language=en&own-posts=none"));

        assertEquals("200 " + PAGE.usual(anna.person().language(), list, shortToken,
                ManageForm.of(anna, today(), new ManageForm.Status.Shown())), seen(shown));
        assertEquals(200, changed.getStatusCode());
        assertEquals(OwnPosts.NONE, ((Subscriber.Confirmed) stored()).settings().ownPosts());
        assertEquals(404, answer(SampleEvents.get("/s?"
                + SampleLinks.token(SampleLinks.LINKS.leavePage(list.id(), anna.id())))).getStatusCode());
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
        assertEquals(form(page(changed, new ManageForm.Status.Saved())), form(answer.getBody()));
        assertEquals(changed, stored());
    }

    @Test
    void linkInTheMailsChangesWhatDoesNoHarm() {
        var day = today().plusMonths(3);
        var answer = postUsual("&language=en&own-posts=none&copy=yes&pause-until=" + day);

        var changed = anna.with(Locale.ENGLISH).with(anna.settings().with(OwnPosts.NONE)
                .pausedUntil(Optional.of(day)));
        assertEquals("200 " + usual(changed, new ManageForm.Status.Saved()), seen(answer));
        assertEquals(changed, stored());
        postUsual("&language=en&own-posts=copy&copy=yes");
        assertEquals(changed.with(changed.settings().with(OwnPosts.COPY)), stored(), "what is not asked for stays");
        postUsual("&language=de&own-posts=copy&copy=yes&pause-until=");
        assertEquals(anna.with(Locale.GERMAN), stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"&name=Mallory", "&name=", "&notify=none", "&phone=%2B493012345678"})
    void whatSaysSomethingOfTheMemberTakesAFreshLink(String fields) {
        var answer = postUsual("&language=en&own-posts=none" + fields);

        assertEquals(409, answer.getStatusCode());
        assertTrue(answer.getBody().contains("role=\"alert\""), answer.getBody());
        assertEquals(anna, stored());
        clock.advance(Duration.ofHours(1));
        assertEquals(409, post("&language=en&own-posts=none" + fields).getStatusCode(), "its hour is over");
        assertEquals(anna, stored());
    }

    @Test
    void freshLinkWhoseHourIsOverIsAsGoodAsTheOneInTheMails() {
        clock.advance(Duration.ofHours(1));

        assertEquals("200 " + PAGE.usual(anna.person().language(), list, fresh,
                ManageForm.of(anna, today(), new ManageForm.Status.Shown())),
                seen(answer(SampleEvents.get("/manage?token=" + fresh))));
        assertEquals(200, post("&language=de&own-posts=none&copy=yes").getStatusCode());
    }

    @Test
    void buttonHasALinkSentAndSaysTheSameHoweverOften() {
        var first = postUsual("&send-link=yes");

        assertEquals("200 " + PAGE.linkSent(anna.person().language(), list), seen(first));
        for (var i = 0; i < 5; i++) {
            assertEquals(seen(first), seen(postUsual("&send-link=yes")));
        }
        assertEquals(List.of(anna.id().hex()),
                tasks.due(clock.instant(), 10).stream().map(NoteTask::about).toList());
        assertEquals(anna, stored());
    }

    @Test
    void fetchedLinkSendsNothing() {
        answer(SampleEvents.get("/manage?token=" + token + "&send-link=yes"));

        assertEquals(List.of(), tasks.due(clock.instant(), 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "31.12.2026", "2020-01-01", "9999-12-31", "2026-02-30", "tomorrow"})
    void pauseThatCannotBeIsRefusedAndShownAgain(String day) {
        var answer = postUsual("&language=de&own-posts=none&pause-until=" + day);

        assertEquals(400, answer.getStatusCode());
        assertTrue(answer.getBody().contains("aria-invalid=\"true\""), answer.getBody());
        assertEquals(anna, stored());
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
    @CsvSource({"'',400", "'&language=de',400", "'&own-posts=none',400", "'&language=ja&own-posts=none',400",
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
    @EnumSource(names = {"MANAGE_PAGE", "FRESH_SETTINGS"}, mode = EnumSource.Mode.EXCLUDE)
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

    @Test
    void memberWithAChangedShortLinkIsNotToldThatTheyAreNone() {
        var link = new MembershipLink(LinkPurpose.MANAGE_PAGE, list.id(), anna.id());
        var changed = SampleLinks.TOKENS.shorts().sign(link).replaceAll(".$", "") + "_";

        assertEquals("200 " + NON_MEMBER.unfitting(Locale.ENGLISH, list),
                seen(answer(SampleEvents.get("/s?" + changed))));
    }
}
