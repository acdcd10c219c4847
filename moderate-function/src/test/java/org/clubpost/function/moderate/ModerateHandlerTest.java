package org.clubpost.function.moderate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Tell;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.InMemoryRecentMails;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.post.InMemoryPostNumbers;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.InMemorySeenMails;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Applicants;
import org.clubpost.core.subscription.InMemoryFunnel;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Reception;
import org.clubpost.site.DecisionPage;
import org.clubpost.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModerateHandlerTest {

    private static final Site SITE = Site.load();
    private static final DecisionPage DECIDED = new DecisionPage(SITE);
    private static final MailKey KEY = MailKey.inbound(SampleLists.aList().id(), "1");
    private static final String STRANGER = """
            Return-Path: <sam@stranger.example>
            Received: from mail.stranger.example (mail.stranger.example [192.0.2.1])
             by inbound-smtp.eu-west-1.amazonaws.com with SMTP id q041v1u3p6g5bust1o2se9of7vf685mtivi7ci01
             for news@lists.example.org;
             Fri, 06 Mar 2026 08:30:00 +0000 (UTC)
            Authentication-Results: amazonses.com;
             dmarc=pass header.from=stranger.example;
            X-SES-RECEIPT: AEFBQUFBQUFBQUFH
            From: Sam <sam@stranger.example>
            To: news@lists.example.org
            Subject: Cheap <b>chess sets</b>
            Message-ID: <1@stranger.example>

            Hello!
            """.replace("\n", "\r\n");

    private final MailingList list = SampleLists.aList();
    private final InMemoryLists lists = new InMemoryLists(list);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final InMemoryMailStore mails = new InMemoryMailStore(clock);
    private final CollectingQueue queue = new CollectingQueue();
    private final CollectingNotices notices = new CollectingNotices();
    private final PublicLinks links = new PublicLinks(URI.create("https://lists.example.org"), new MembershipTokens(
            new SigningKeys(1, Map.of(1,
                    new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(US_ASCII), "HmacSHA256")))));
    private final Tell.Way people = new Tell.Way(notices, new InMemoryRateLimits(),
            new CancelLinks(SampleSubscribers.IDS, links), SampleOwners.of(notices, clock));
    private final Reception reception = new Reception(
            new Reception.Stores(lists, subscribers, posts, mails, new InMemorySeenMails(),
                    new InMemoryRecentMails(), new InMemorySignUpRequests(), Wordings.NONE, new InMemoryFunnel()),
            new Reception.Ways(new Plan(lists, posts, ranges, queue),
                    new Tell(posts, ranges, subscribers, people, clock), people),
            new Secrets(SampleSubscribers.IDS, links, new Random(1)),
            Preparation.rewriting(links, new InMemorySentIds(), new InMemoryPostNumbers()), clock);
    private final ModerateHandler handler = new ModerateHandler(
            reception.moderate(new Control(posts, ranges, clock)),
            new Applicants(lists, subscribers, notices, people.owners(), links), SITE, clock);

    private OwnerNotice.PostHeld held() {
        return held(STRANGER);
    }

    private OwnerNotice.PostHeld held(String mail) {
        mails.put(KEY, MailContent.of(mail.getBytes(UTF_8)));
        reception.receive().receive(KEY);
        return notices.sent(OwnerNotice.PostHeld.class).getFirst();
    }

    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        return handler.handleRequest(event.event(), new SampleContext());
    }

    private static String token(URI link) {
        return link.getQuery().substring("token=".length());
    }

    private APIGatewayV2HTTPResponse open(URI link) {
        return answer(SampleEvents.get("/moderate?token=" + token(link)));
    }

    private APIGatewayV2HTTPResponse press(URI link, String more) {
        return answer(SampleEvents.form("/moderate", "token=" + token(link) + more));
    }

    private Post post() {
        return posts.of(list.id()).findFirst().orElseThrow();
    }

    @Test
    void theLinkShowsTheMailAndAButtonAndChangesNothing() {
        var held = held();
        var before = post();

        var page = open(held.send());

        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("<form method=\"post\" action=\"/moderate\""), page.getBody());
        assertTrue(page.getBody().contains("Cheap &lt;b&gt;chess sets&lt;/b&gt;"), page.getBody());
        assertTrue(page.getBody().contains("Sam &lt;sam@stranger.example&gt;"), page.getBody());
        assertFalse(page.getBody().contains("<textarea"), page.getBody());
        assertEquals(before, post());
    }

    @Test
    void onlyTheRefusalAsksForAReason() {
        assertTrue(open(held().refuse()).getBody().contains("<textarea id=\"reason\""));
    }

    @Test
    void theButtonSends() {
        var held = held();

        var page = press(held.send(), "");

        assertEquals(200, page.getStatusCode());
        assertEquals(DECIDED.sent(list), page.getBody());
        assertInstanceOf(PostState.Sending.class, post().state());
    }

    @Test
    void asecondPressSaysThatNothingIsLeftToDecide() {
        var held = held();
        press(held.send(), "");

        assertEquals(404, press(held.send(), "").getStatusCode());
        assertEquals(404, open(held.refuse()).getStatusCode());
        assertEquals(1, queue.added().stream().map(CollectingQueue.Message::range).distinct().count());
    }

    @Test
    void aReasonOfSeveralLinesReachesTheAuthor() {
        var page = press(held().refuse(), "&reason=Wrong+list.%0D%0ATry+the+other+one%2C+%E2%80%9Cmarket%E2%80%9D.");

        assertEquals(DECIDED.stopped(list, true), page.getBody());
        assertEquals(
                Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, "Wrong list.  Try the other one, “market”."),
                notices.sent(PostNotice.PostRejected.class).getFirst().reason());
    }

    @Test
    void aReasonThatIsMuchTooLongIsRefusedAndTheMailStillWaits() {
        var page = press(held().refuse(), "&reason=" + "x".repeat(1001));

        assertEquals(400, page.getStatusCode());
        assertInstanceOf(PostState.Held.class, post().state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "token=", "token=x", "token=AnMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "token=a&token=b"})
    void aLinkThatIsNoneOfOursIsNotFound(String query) {
        held();

        assertEquals(404, answer(SampleEvents.get("/moderate?" + query)).getStatusCode());
    }

    @Test
    void aGermanListHasGermanPages() {
        lists.replace(list, list.with(new Profile("Nachrichten", "", Locale.GERMAN)));

        assertTrue(open(held().send()).getBody().contains("Diese Mail an Nachrichten schicken?"));
    }

    @Test
    void anAuthorConfirmsOnAPageWithAButton() {
        mails.put(KEY,
                MailContent.of(STRANGER.replace("dmarc=pass", "dmarc=fail")
                        .replace("Sam <sam@stranger.example>", "owner@club.example")
                        .getBytes(UTF_8)));
        reception.receive().receive(KEY);
        var asked = notices.sent(PostNotice.ConfirmOwnPost.class).getFirst();

        assertTrue(open(asked.confirm()).getBody().contains("Yes, I wrote this"));
        assertEquals(DECIDED.sent(list), press(asked.confirm(), "").getBody());
        assertInstanceOf(PostState.Sending.class, post().state());
    }
}
