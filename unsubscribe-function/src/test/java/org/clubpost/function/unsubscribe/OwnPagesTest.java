package org.clubpost.function.unsubscribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.event.SampleEvents;
import org.clubpost.core.FixedClock;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.ChangeAddress;
import org.clubpost.core.subscription.ClubLists;
import org.clubpost.core.subscription.InMemoryAddressChanges;
import org.clubpost.core.subscription.Manage;
import org.clubpost.core.subscription.SendLinks;
import org.clubpost.core.subscription.UndoAddress;
import org.clubpost.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPagesTest {

    private static final String ADDRESS = "anna@example.org";

    private final MailingList list = SampleLists.aList();
    private final MailingList chess = SampleLists.aList(new ListId("chess"))
            .with(new Profile("Chess <b>", "", Locale.ENGLISH));
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(list.id(), ADDRESS);
    private final InMemoryLists lists = new InMemoryLists(list, chess);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists).with(
            List.of(anna, SampleSubscribers.aFormerMember(chess.id(), ADDRESS)));
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
            SampleOwn.of(lists, subscribers, tasks, manage, clock), Site.load(), Optional.empty());
    private final String fresh = SampleLinks.token(SampleLinks.LINKS.freshSettings(list.id(), anna.id(),
            clock.instant().plus(Duration.ofHours(1))));
    private final String usual = SampleLinks.TOKENS
            .sign(SampleLinks.link(LinkPurpose.MANAGE_PAGE, list.id(), anna.id()));

    private APIGatewayV2HTTPResponse answer(SampleEvents event) {
        return handler.handleRequest(event.event(), new SampleContext());
    }

    private APIGatewayV2HTTPResponse get(String target) {
        return answer(SampleEvents.get(target));
    }

    private Subscriber now(MailingList of) {
        return subscribers.find(of.id(), anna.id()).orElseThrow().subscriber();
    }

    @Test
    void lookingErasesNothingAndTheButtonErasesOnAllLists() {
        var question = get("/erase?token=" + fresh);
        assertEquals(200, question.getStatusCode());
        assertTrue(question.getBody().contains("Chess &lt;b&gt;"), "says where there is something");
        assertFalse(question.getBody().contains(ADDRESS), "the address is masked");
        answer(SampleEvents.form("/erase", "token=" + fresh));
        assertEquals(anna, now(list), "only the button erases");

        var erased = answer(SampleEvents.form("/erase", "token=" + fresh + "&erase=yes"));

        assertEquals(200, erased.getStatusCode());
        assertTrue(erased.getBody().contains("You have been erased"));
        assertInstanceOf(Subscriber.Forgotten.class, now(list));
        assertInstanceOf(Subscriber.Forgotten.class, now(chess));
        assertEquals(2, tasks.due(clock.instant(), 10).size());
    }

    @Test
    void afterwardsEveryLinkSaysWhatItSaysToAnybody() {
        answer(SampleEvents.form("/erase", "token=" + fresh + "&erase=yes"));

        for (var target : List.of("/erase?token=" + fresh, "/my-data?token=" + fresh, "/manage?token=" + fresh,
                "/manage?token=" + usual)) {
            var page = get(target);
            assertEquals(200, page.getStatusCode(), target);
            assertTrue(page.getBody().contains("You are not on the list"), target);
            assertFalse(page.getBody().contains("erased"), target);
        }
        var again = answer(SampleEvents.form("/erase", "token=" + fresh + "&erase=yes"));
        assertTrue(again.getBody().contains("You are not on the list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/erase", "/my-data"})
    void theLinkOfAMailLeadsToTheButtonThatSendsAFreshOne(String path) {
        for (var token : List.of(usual, SampleLinks.token(SampleLinks.LINKS.freshSettings(list.id(), anna.id(),
                clock.instant())))) {
            var page = get(path + "?token=" + token);
            assertEquals(200, page.getStatusCode());
            assertTrue(page.getBody().contains("action=\"/manage\"") && page.getBody().contains("send-link"));
            assertFalse(page.getBody().contains("example.org"), "nothing about the member");
            answer(SampleEvents.form(path, "token=" + token + (path.equals("/erase") ? "&erase=yes" : "")));
        }
        assertEquals(anna, now(list));
    }

    @ParameterizedTest
    @EnumSource(names = {"ONE_CLICK", "LEAVE_PAGE", "LEAVE_MAIL"})
    void aLinkForSomethingElseIsNone(LinkPurpose purpose) {
        var token = SampleLinks.TOKENS.sign(SampleLinks.link(purpose, list.id(), anna.id()));
        for (var path : List.of("/erase", "/my-data", "/privacy")) {
            assertEquals(404, get(path + "?token=" + token).getStatusCode(), path);
        }
        assertEquals(404, answer(SampleEvents.form("/erase", "token=" + token + "&erase=yes")).getStatusCode());
        assertEquals(anna, now(list));
    }

    @Test
    void whoLeftMeanwhileSeesAndErasesToo() {
        var left = Subscriber.Left.of(anna, clock.instant(), LeaveWay.PAGE);
        subscribers.replace(subscribers.find(list.id(), anna.id()).orElseThrow(), left);

        assertTrue(get("/my-data?token=" + fresh).getBody().contains(ADDRESS));
        answer(SampleEvents.form("/erase", "token=" + fresh + "&erase=yes"));
        assertInstanceOf(Subscriber.Forgotten.class, now(list));
    }

    @Test
    void everythingIsShownAndAFileOfItCanBeSaved() throws IOException {
        var page = get("/my-data?token=" + fresh);
        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains(ADDRESS) && page.getBody().contains("members of 2026"));

        var file = get("/my-data?token=" + fresh + "&format=json");
        assertEquals("application/json; charset=utf-8", file.getHeaders().get("content-type"));
        assertEquals("attachment; filename=\"my-data-2026-11-27.json\"".replaceAll("2026-..-..", "DAY"),
                String.valueOf(file.getHeaders().get("content-disposition")).replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY"));
        assertEquals("no-store", file.getHeaders().get("cache-control"));
        assertEquals(2, file.getBody().split("\"list\" :", -1).length - 1);
        assertTrue(file.getBody().contains("\"status\" : \"left\"") && file.getBody().contains(ADDRESS));
        try (var json = new JsonFactory().createParser(file.getBody())) {
            assertEquals(JsonToken.START_OBJECT, json.nextToken());
            while (json.nextToken() != null) {
                assertTrue(json.currentToken() != JsonToken.NOT_AVAILABLE);
            }
        }
    }

    @Test
    void whatIsStoredIsSaidOfAnOpenListToAnybodyAndOfAClosedOneToMembers() {
        var open = get("/privacy?list=" + list.id() + "&lang=de");
        assertEquals(200, open.getStatusCode());
        assertTrue(open.getBody().contains("2 Jahre") && open.getBody().contains("90 Tage"));
        assertEquals(404, get("/privacy?list=nobody").getStatusCode());
        assertEquals(404, get("/privacy").getStatusCode());

        lists.replace(lists.find(list.id()).orElseThrow(), list.with(list.signUp().withOpen(false)));
        var closed = get("/privacy?list=" + list.id());
        assertEquals(404, closed.getStatusCode());
        assertEquals(get("/privacy?list=nobody").getBody(), closed.getBody(), "a closed list looks like none");
        assertEquals(200, get("/privacy?token=" + usual).getStatusCode());
        assertEquals(200, get("/privacy?token=" + fresh).getStatusCode());
    }
}
