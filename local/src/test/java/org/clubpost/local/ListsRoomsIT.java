package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.text.Languages;
import org.clubpost.local.rooms.RoomsVisitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Making lists, deleting them and bringing them back, and who may, as Chromium shows it. With {@code
 * -Dclubpost.pictures=DIRECTORY} it leaves pictures there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListsRoomsIT {

    private static final String OWNER = "owner@example.org";
    private static final int MOST_OCTETS = 50_000;

    private final Axe axe = Axe.load();
    private Chromium chromium;
    private TestClubpost clubpost;
    private RoomsVisitor operator;
    private Optional<RoomsVisitor> owner = Optional.empty();
    private int stories;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        operator = RoomsVisitor.operator(clubpost.running());
        var gone = aList();
        operator.fill("/rooms/" + gone + "/delete", "/rooms/" + gone + "/delete",
                Map.of("name", "The list " + gone));
        operator.fill("/rooms/makers", "/rooms/makers", Map.of("address", "first@club.example", "wish", "grant"));
    }

    @AfterAll
    void stop() {
        for (var each : Stream.of(chromium, clubpost).filter(Objects::nonNull).toList()) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private RoomsVisitor owner() {
        if (owner.isEmpty()) {
            owner = Optional.of(signedIn(OWNER));
        }
        return owner.get();
    }

    /** A list of its own for each story, so that none disturbs another. */
    private ListId aList() {
        var id = new ListId("club" + ++stories);
        assertTrue(clubpost.database().lists().create(MailingList.create(id, TestClubpost.DOMAIN, "The list " + id,
                List.of(EmailAddress.of(OWNER)))));
        return id;
    }

    private Optional<MailingList> now(ListId id) {
        return clubpost.database().lists().find(id);
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

    /** With and without scripts, on a phone and on a desk, with different keys. */
    static Stream<Arguments> everyBrowser() {
        return Stream.of(Arguments.of(360, true), Arguments.of(360, false), Arguments.of(1280, true),
                Arguments.of(1280, false));
    }

    private Keyboard keys(int width, boolean scripts, RoomsVisitor visitor) {
        return new Keyboard(signedIn(chromium.page(width, scripts), visitor), clubpost.running().pages(),
                scripts ? "Enter" : "Space");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/new", "/makers", "/news/delete"})
    void roomIsSmallAndNothingIsWrongWithIt(String room) {
        var path = "/rooms" + room;
        assertTrue(operator.get(path).body().length() < MOST_OCTETS, path);
        for (var width : Sights.WIDTHS) {
            var page = signedIn(chromium.letter(ColorScheme.LIGHT, width), operator);
            page.navigate(clubpost.running().pages().resolve(path).toString());

            assertEquals(List.of(), new Sights(axe).faults(page, "lists" + room.replace('/', '-')));

            page.context().close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/new", "/makers", "/news/delete"})
    void roomFitsOnAPhoneInEveryLanguage(String room) {
        var page = signedIn(chromium.page(360, true), operator);
        for (var language : Languages.ALL.stream().map(Locale::toLanguageTag).toList()) {
            page.navigate(clubpost.running().pages().resolve("/rooms" + room + "?lang=" + language).toString());

            assertEquals(language, page.locator("html").getAttribute("lang"));
            assertEquals(List.of(), Sights.tooWide(page), language);
        }
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("everyBrowser")
    void operatorMakesAListForSomebodyWhoIsToldAndRunsIt(int width, boolean scripts) {
        var id = new ListId("made" + ++stories);
        var address = "carla" + stories + "@club.example";
        var keys = keys(width, scripts, operator).open("/rooms").follow("Make a list");

        keys.type("Short name", "chess-join").type("Name that people see", "Chess").type("Address of the owner",
                address).press("Make the list").sees("chess-join is, or ends in, a word for one of");
        keys.type("Short name", id.value()).press("Make the list")
                .sees("The list is there. Its address is " + id + "@" + TestClubpost.DOMAIN);

        assertEquals("Chess", now(id).orElseThrow().profile().name());
        assertEquals(List.of(EmailAddress.of(address)), now(id).orElseThrow().people().owners());
        clubpost.mailTo(address, "Who runs Chess has changed");
        assertTrue(signedIn(address).get("/rooms/" + id + "/").statusCode() == 200);
        keys.page().context().close();
    }

    @Test
    void whoeverIsLetMakesAListAndSeesNoOther() {
        operator.fill("/rooms/makers", "/rooms/makers", Map.of("address", "maker@club.example", "wish", "grant"));
        clubpost.mailTo("maker@club.example", "Somebody may make lists now");
        var maker = signedIn("maker@club.example");
        assertTrue(maker.get("/rooms").body().contains("You run no list at the moment."));

        maker.fill("/rooms/new", "/rooms/new", Map.of("id", "bridge", "name", "Bridge", "language", "nl"));

        assertEquals(Locale.of("nl"), now(new ListId("bridge")).orElseThrow().profile().language());
        assertEquals(200, maker.get("/rooms/bridge/").statusCode());
        assertEquals(404, maker.get("/rooms/news/").statusCode());
        assertEquals(List.of(Way.WEB), clubpost.database().actLog().of(new ListId("bridge"), Optional.empty(), 10,
                Instant.now()).stream().map(LogEntry::way).toList());
        operator.fill("/rooms/makers", "/rooms/makers", Map.of("address", "maker@club.example", "wish", "withdraw"));
        assertEquals(404, maker.get("/rooms/new").statusCode());
        assertEquals(404, maker.get("/rooms/makers").statusCode());
        assertEquals(200, maker.get("/rooms/bridge/").statusCode());
    }

    @ParameterizedTest
    @MethodSource("everyBrowser")
    void listIsDeletedByTypingItsNameAndComesBackAsItWas(int width, boolean scripts) {
        var list = aList();
        var member = SampleSubscribers.aMember(list, "anna@club.example");
        assertTrue(clubpost.database().subscribers().create(member));
        var before = now(list);
        var keys = keys(width, scripts, owner()).open("/rooms/" + list + "/settings").follow("Delete the list");

        keys.type("Type the name of the list", "another").press("Delete the list").sees("Nothing was deleted.");
        assertEquals(before, now(list));
        keys.type("Type the name of the list", "the list " + list).press("Delete the list")
                .sees("The list " + list + " is deleted.").sees("Deleted lists");
        assertEquals(Optional.empty(), now(list));
        assertEquals(404, clubpost.get("/subscribe?list=" + list).statusCode());
        assertEquals(404, owner().get("/rooms/" + list + "/").statusCode());
        clubpost.mailTo(OWNER, "The list " + list + " was deleted");

        keys.press("Bring it back : The list " + list).sees("The list " + list + " is back, as it was.");
        assertEquals(before, now(list));
        assertEquals(1, clubpost.database().lists().confirmedMembers(list));
        assertEquals(List.of(Act.LIST_RESTORED, Act.LIST_DELETED), clubpost.database().actLog().of(list,
                Optional.empty(), 2, Instant.now()).stream().map(LogEntry::act).toList());
        keys.page().context().close();
    }

    @Test
    void nobodyElseMakesDeletesOrBringsBack() {
        var list = aList();
        assertTrue(clubpost.database().lists().replace(now(list).orElseThrow(), now(list).orElseThrow()
                .with(now(list).orElseThrow().people().withModerators(List.of(EmailAddress.of("mo@club.example"))))));
        var moderator = signedIn("mo@club.example");
        var mark = RoomsVisitor.mark(moderator.get("/rooms").body(), "/rooms/sign-out");

        assertEquals(404, moderator.get("/rooms/" + list + "/delete").statusCode());
        assertEquals(404, owner().get("/rooms/new").statusCode());
        assertEquals(404, owner().get("/rooms/makers").statusCode());
        assertFalse(owner().get("/rooms").body().contains("Make a list"));
        assertEquals(400, moderator.send("/rooms/makers", Map.of("mark", mark, "address", "mo@club.example", "wish",
                "grant")).statusCode());
        assertEquals(404, moderator.send("/rooms/" + list + "/delete", Map.of("mark", mark, "name",
                "The list " + list)).statusCode());
        assertTrue(now(list).isPresent());
        assertFalse(clubpost.database().listMakers().read().all().contains(EmailAddress.of("mo@club.example")));
        owner().fill("/rooms/" + list + "/delete", "/rooms/" + list + "/delete", Map.of("name", "The list " + list));
        assertFalse(moderator.get("/rooms").body().contains("The list " + list));
    }

    @Test
    void memberHasASheetToPrintAndAPageWithWhatTheyGot() {
        var list = aList();
        var member = SampleSubscribers.aMember(list, "anna@club.example");
        assertTrue(clubpost.database().subscribers().create(member));
        var path = "/rooms/" + list + "/members/" + member.id().hex();

        assertTrue(owner().get(path).body().contains(path + "/consent"));
        assertTrue(owner().get(path + "/consent").body().contains("anna@club.example"));
        assertTrue(owner().get(path + "/posts").body().contains("Nothing went out to this person lately."));
        assertEquals(404, owner().get("/rooms/" + list + "/members/" + "0".repeat(32) + "/consent").statusCode());
    }
}
