package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.Act;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.text.Languages;
import org.clubpost.local.rooms.RoomsVisitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rooms about mails, as Chromium shows them: what waits is read and decided about, a post is tried again, and one is
 * written. With {@code -Dclubpost.pictures=DIRECTORY} it leaves pictures there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailRoomsIT {

    private static final ListId NEWS = new ListId("news");
    private static final String LIST = "news@" + TestClubpost.DOMAIN;
    private static final String OWNER = "owner@example.org";
    private static final String MODERATOR = "mo@club.example";
    private static final String MEMBER = "ann@club.example";
    private static final int MOST_OCTETS = 50_000;

    private final Axe axe = Axe.load();
    private Chromium chromium;
    private TestClubpost clubpost;
    private Optional<RoomsVisitor> owner = Optional.empty();
    private RoomsVisitor moderator;
    private int stories;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        var lists = clubpost.database().lists();
        var list = lists.find(NEWS).orElseThrow();
        assertTrue(lists.replace(list, list.with(list.people().withModerators(List.of(EmailAddress.of(MODERATOR))))));
        for (var address : List.of(MEMBER, "lost@refused.invalid")) {
            assertTrue(clubpost.database().subscribers().create(SampleSubscribers.aMember(NEWS,
                    SampleSubscribers.aPerson(new SubscriberIds(clubpost.data().secrets().installation())
                            .of(EmailAddress.of(address)), address))));
        }
        moderator = signedIn(MODERATOR);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (clubpost != null) {
            clubpost.close();
        }
    }

    private RoomsVisitor owner() {
        if (owner.isEmpty()) {
            owner = Optional.of(signedIn(OWNER));
        }
        return owner.get();
    }

    private RoomsVisitor signedIn(String address) {
        var visitor = new RoomsVisitor(clubpost.running());
        visitor.send("/rooms/sign-in", Map.of("email", address, "to", "/rooms"));
        var token = TestClubpost.token(TestClubpost.link(clubpost.mailTo(address, "Sign in to run your lists"),
                "/rooms/sign-in"));
        assertEquals("/rooms", visitor.send("/rooms/sign-in", Map.of("token", token)).uri().getPath());
        return visitor;
    }

    private Page signedIn(Page page, RoomsVisitor visitor) {
        page.context().addCookies(visitor.cookieNames().stream()
                .map(name -> new Cookie(name, visitor.cookie(name)).setUrl(clubpost.running().pages().toString()))
                .toList());
        return page;
    }

    private Keyboard keys(int width, boolean scripts) {
        return Keyboard.at(signedIn(chromium.page(width, scripts), owner()), clubpost.running().pages(), scripts);
    }

    /** A mail of somebody who may not post. */
    private Post held(String subject) {
        clubpost.send("sam@stranger.example", LIST,
                """
                        From: Sam <sam@stranger.example>
                        To: news@lists.example.org
                        Subject: %s
                        MIME-Version: 1.0
                        Content-Type: text/html; charset=utf-8

                        <html><head><meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
                        <link rel="preconnect" href="https://evil.example/"></head><body><h1>Hello from Sam</h1>
                        <script>top.document.title = 'taken over'; fetch('/rooms/sign-out', {method: 'POST'})</script>
                        <img src="https://evil.example/seen.png" onerror="top.document.title = 'taken over'">
                        <form action="/rooms/sign-out" method="post"><button autofocus>Press me</button></form></body></html>
                        """
                        .formatted(subject).replace("\n", "\r\n"));
        return post(subject, PostState.Held.class);
    }

    /** The newest post of that subject, once it is in that state. */
    private Post post(String subject, Class<? extends PostState> state) {
        TestClubpost.waitUntil(subject + " to be " + state.getSimpleName(), () -> find(subject, state).isPresent());
        return find(subject, state).orElseThrow();
    }

    private Optional<Post> find(String subject, Class<? extends PostState> state) {
        try (var all = clubpost.database().posts().of(NEWS)) {
            return all.filter(post -> post.headline().subject().equals(subject) && state.isInstance(post.state()))
                    .findFirst();
        }
    }

    private PostState now(Post post) {
        return clubpost.database().posts().find(post.id()).orElseThrow().state();
    }

    private boolean isLogged(Act act, PostId post) {
        return clubpost.database().actLog().of(NEWS, Optional.empty(), 1_000, Instant.now()).stream()
                .anyMatch(entry -> entry.act() == act && entry.about().equals(new About.OnePost(post))
                        && entry.actor().equals(new Actor.Owner(EmailAddress.of(OWNER))));
    }

    private String story(String what) {
        return what + " " + ++stories;
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void heldPostIsReadAndSent(int width, boolean scripts) {
        var subject = story("To be sent");
        var post = held(subject);

        keys(width, scripts).open("/rooms/news/waiting").follow(subject)
                .sees("It is proven that this mail comes from stranger.example.").sees("Hello from Sam")
                .press("Send it to the members").sees("The mail goes out to the members.");

        post(subject, PostState.Done.class);
        assertTrue(isLogged(Act.POST_RELEASED, post.id()));
        assertTrue(clubpost.mailTo(MEMBER, subject).contains("Hello from Sam"));
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void heldPostIsRefusedWithAReason(int width, boolean scripts) {
        var subject = story("To be refused");
        var post = held(subject);
        var keys = keys(width, scripts).open("/rooms/news/waiting").follow(subject);

        keys.page().getByLabel("What the author is told").selectOption("topic");
        keys.type("In your own words", "Please try the choir.").press("Refuse it and tell the author")
                .sees("The mail is refused, and its author was told.");

        assertTrue(now(post) instanceof PostState.Rejected, now(post).toString());
        assertTrue(isLogged(Act.POST_REFUSED, post.id()));
        var told = clubpost.mailTo("sam@stranger.example", subject).replace("=\r\n", "");
        assertTrue(told.contains("This list is for other topics. Please try the choir."), told);
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void whoDidNotGetAPostIsReadAndItIsTriedAgain(int width, boolean scripts) {
        var subject = story("To be tried again");
        clubpost.send(subject);
        var post = post(subject, PostState.Done.class);

        keys(width, scripts).open("/rooms/news/posts").follow(subject).sees("Who did not get it")
                .sees("lost@refused.invalid").press("Try again for those who did not get it")
                .sees("It is tried again for exactly those who did not get it");

        assertTrue(isLogged(Act.POST_RETRIED, post.id()));
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void postIsWrittenTriedAndSentAtEightTomorrow(int width, boolean scripts) {
        var subject = story("Written here");
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        var keys = keys(width, scripts).open("/rooms/news/write").type("Your name", "Olga Owner")
                .type("Subject", subject).type("Your text", "We meet **at nine**.").tick("The text is Markdown")
                .press("Send a test to me").sees("The test is on its way to " + OWNER);
        assertTrue(clubpost.mailTo(OWNER, subject).contains("<strong>at nine</strong>"));
        assertTrue(clubpost.mailsTo(MEMBER).stream().noneMatch(mail -> mail.toString().contains(subject)));

        keys.type("Day", tomorrow.format(DateTimeFormatter.ofPattern("MMddyyyy"))).type("Time", "0800AM")
                .press("Send to the list").sees("Your post is handed in, and goes out");

        var waiting = (PostState.Waiting) post(subject, PostState.Waiting.class).state();
        assertEquals(tomorrow.atTime(8, 0).toInstant(ZoneOffset.UTC), waiting.until());
        assertEquals(PostState.Waiting.Why.SEND_AT, waiting.why());
    }

    @Test
    void hostileMailDoesNothingWhereItIsRead() {
        var post = held(story("Hostile"));
        var page = signedIn(chromium.page(1280, true), owner());
        page.navigate(clubpost.running().pages().resolve("/rooms/news/waiting/" + post.id().value()).toString());
        page.locator(".mail-page summary").click();
        var frame = page.frameLocator(".mail-page iframe");

        assertThat(frame.locator("h1")).hasText("Hello from Sam");
        frame.getByText("Press me").click();
        page.waitForTimeout(300);

        assertFalse(page.title().contains("taken over"));
        assertThat(frame.locator("h1")).hasText("Hello from Sam");
        assertEquals(200, owner().get("/rooms/news/").statusCode());
        assertTrue(owner().get("/rooms").uri().getPath().endsWith("/rooms"));
        var policy = owner().get("/rooms/news/posts/" + post.id().value() + "/page").headers()
                .firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'") && policy.endsWith("sandbox"), policy);
        page.context().close();
    }

    @Test
    void secondOfTwoModeratorsIsTold() {
        var post = held(story("Twice"));
        var path = "/rooms/news/waiting/" + post.id().value();
        var late = RoomsVisitor.mark(moderator.get(path).body(), path);
        owner().fill(path, path, Map.of("do", "drop"));

        var told = moderator.send(path, Map.of("do", "send", "mark", late));

        assertTrue(told.body().contains("Somebody else had already decided about this mail."), told.body());
        assertTrue(now(post) instanceof PostState.Discarded, now(post).toString());
        assertTrue(moderator.get(path).body().contains("There is nothing left to decide"));
    }

    @Test
    void severalAreDroppedAtOnce() {
        var one = held(story("Spam"));
        var other = held(story("Spam"));
        var mark = RoomsVisitor.mark(owner().get("/rooms/news/waiting").body(), "/rooms/news/waiting");

        var told = owner().send("/rooms/news/waiting",
                Map.of("do", "drop", "mark", mark, "post", one.id().value() + "," + other.id().value()));

        assertTrue(told.body().contains("2 mails are dropped."), told.body());
        assertTrue(now(one) instanceof PostState.Discarded && now(other) instanceof PostState.Discarded);
        assertTrue(isLogged(Act.POST_DROPPED, one.id()));
    }

    @Test
    void moderatorSeesNoMemberAndChangesNoSetting() {
        clubpost.send("For the moderator");
        var post = post("For the moderator", PostState.Done.class);
        var path = "/rooms/news/posts/" + post.id().value();

        var page = moderator.get(path).body();
        assertTrue(page.contains("Who did not get it"), page);
        assertFalse(page.contains("refused.invalid") || page.contains(path + "/copy"), page);
        assertEquals(404, moderator.get(path + "/copy?who=" + MEMBER).statusCode());

        var held = held(story("Asks to be allowed"));
        var waiting = "/rooms/news/waiting/" + held.id().value();
        assertFalse(moderator.get(waiting).body().contains("value=\"allow\""));
        moderator.fill(waiting, waiting, Map.of("do", "drop", "always", "never"));
        assertEquals(List.of(), clubpost.database().lists().find(NEWS).orElseThrow().posting().screening().banned());
    }

    @Test
    void postsOfAnotherListAreNotThere() {
        var other = new ListId("other");
        assertTrue(clubpost.database().lists().create(MailingList.create(other, TestClubpost.DOMAIN, "Other",
                List.of(EmailAddress.of(MODERATOR)))));
        var id = held(story("Of news")).id().value();

        for (var path : List.of("waiting/" + id, "posts/" + id, "posts/" + id + "/page", "posts/" + id + "/file?n=0",
                "posts/" + id + "/copy")) {
            assertEquals(404, moderator.get("/rooms/other/" + path).statusCode(), path);
        }
    }

    @Test
    void copyOfAMemberHasNoLinkOfTheirs() {
        clubpost.send("Copied");
        var post = post("Copied", PostState.Done.class);

        var page = owner().get("/rooms/news/posts/" + post.id().value() + "/copy?who=" + MEMBER).body();

        assertTrue(page.contains("You receive this mail as " + MEMBER), page);
        assertFalse(page.contains("/u?") || page.contains("token="), page);
    }

    static Stream<String> everyRoom() {
        return Stream.of("waiting", "waiting/HELD", "waiting/people", "posts", "posts/DONE", "posts/HELD",
                "posts/DONE/copy", "write");
    }

    private String path(String room) {
        if (find("Always there", PostState.Held.class).isEmpty()) {
            held("Always there");
            clubpost.send("Always gone out");
        }
        return "/rooms/news/" + room.replace("HELD", post("Always there", PostState.Held.class).id().value())
                .replace("DONE", post("Always gone out", PostState.Done.class).id().value());
    }

    @ParameterizedTest
    @MethodSource("everyRoom")
    void roomIsSmallAndNothingIsWrongWithIt(String room) {
        var path = path(room);
        var answer = owner().get(path);
        assertEquals(200, answer.statusCode(), room);
        assertTrue(answer.body().length() < MOST_OCTETS, room + " has " + answer.body().length());
        for (var width : Sights.WIDTHS) {
            var page = signedIn(chromium.letter(ColorScheme.LIGHT, width), owner());
            page.navigate(clubpost.running().pages().resolve(path).toString());

            assertEquals(List.of(), new Sights(axe).faults(page, "mails-" + room.replace('/', '-')));

            page.context().close();
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoom")
    void roomFitsOnAPhoneInEveryLanguage(String room) {
        var path = path(room);
        var page = signedIn(chromium.page(360, true), owner());
        for (var language : Languages.ALL.stream().map(Locale::toLanguageTag).toList()) {
            page.navigate(clubpost.running().pages().resolve(path + "?lang=" + language).toString());

            assertEquals(language, page.locator("html").getAttribute("lang"));
            assertEquals(List.of(), Sights.tooWide(page), language);
        }
        page.context().close();
    }
}
