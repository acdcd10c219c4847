package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.text.Languages;
import org.clubpost.local.rooms.RoomsVisitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rooms with the settings, the log, the people and the figures, as Chromium shows them. With {@code
 * -Dclubpost.pictures=DIRECTORY} it leaves pictures there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficeRoomsIT {

    private static final String OWNER = "owner@example.org";
    private static final int MOST_OCTETS = 50_000;

    private final Axe axe = Axe.load();
    private Chromium chromium;
    private TestClubpost clubpost;
    private RoomsVisitor operator;
    private Optional<RoomsVisitor> owner = Optional.empty();
    private int stories;

    private RoomsVisitor owner() {
        if (owner.isEmpty()) {
            owner = Optional.of(signedIn(OWNER));
        }
        return owner.get();
    }

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        operator = RoomsVisitor.operator(clubpost.running());
        fill();
    }

    /** Something to see: a year of comings and goings, and a change in the log. */
    private void fill() {
        var news = new ListId("news");
        var subscribers = clubpost.database().subscribers();
        for (var i = 0; i < 60; i++) {
            var since = Instant.now().minus(Duration.ofDays(6L * i));
            var member = new Subscriber.Confirmed(news, SampleSubscribers.aPerson("member" + i + "@club.example"),
                    new Consent.OwnersWord(since, "members of 2026"), since, true);
            assertTrue(subscribers.create(member));
            if (i % 4 == 0) {
                assertTrue(subscribers.replace(subscribers.find(news, member.id()).orElseThrow(),
                        Subscriber.Left.of(member, since.plus(Duration.ofDays(i)), LeaveWay.PAGE)
                                .because(List.of(LeaveReason.values()).get(i / 4 % 4))));
            }
        }
        operator.fill("/rooms/news/settings/profile", "/rooms/news/settings/profile",
                Map.of("description", "What is new in the club"));
        operator.fill("/rooms/news/figures", "/rooms/news/figures", Map.of("do", "count"));
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

    static Stream<String> everyRoom() {
        return Stream.of("figures", "people", "log", "settings", "settings/layout", "settings/sign-up",
                "settings/people", "settings/brand",
                "settings/copy");
    }

    /** That page, of the visitor whose cookies those are. */
    private Page signedIn(Page page, RoomsVisitor visitor) {
        page.context().addCookies(visitor.cookieNames().stream()
                .map(name -> new Cookie(name, visitor.cookie(name)).setUrl(clubpost.running().pages().toString()))
                .toList());
        return page;
    }

    @ParameterizedTest
    @MethodSource("everyRoom")
    void roomIsSmallAndNothingIsWrongWithIt(String room) {
        var path = "/rooms/news/" + room;
        var octets = operator.get(path).body().length();
        assertTrue(octets < MOST_OCTETS, room + " has " + octets);
        for (var width : Sights.WIDTHS) {
            var page = signedIn(chromium.letter(ColorScheme.LIGHT, width), operator);
            page.navigate(clubpost.running().pages().resolve(path).toString());

            assertEquals(List.of(), new Sights(axe).faults(page, room.replace('/', '-')));

            page.context().close();
        }
    }

    /** What is printed has no buttons and nothing folded away, and is black on white. */
    @ParameterizedTest
    @ValueSource(strings = {"figures", "log", "people", "members", "settings"})
    void roomIsPrintedWithoutWhatIsToBePressed(String room) {
        var page = signedIn(chromium.letter(ColorScheme.LIGHT, 800), operator);
        page.navigate(clubpost.running().pages().resolve("/rooms/news/" + room).toString());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        Chromium.picture(page, "print-" + room);
        for (var each : List.of(".bar", ".tabs", ".menu", "button", "input", "footer")) {
            var all = page.locator(each);
            for (var i = 0; i < all.count(); i++) {
                assertFalse(all.nth(i).isVisible(), each + " of " + room);
            }
        }
        var tables = page.locator("main table");
        for (var i = 0; i < tables.count(); i++) {
            assertTrue(tables.nth(i).isVisible(), "a table of " + room);
        }
        assertEquals(List.of(), Sights.tooWide(page), room);
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("everyRoom")
    void roomFitsOnAPhoneInEveryLanguage(String room) {
        var page = signedIn(chromium.page(360, true), operator);
        for (var language : Languages.ALL.stream().map(Locale::toLanguageTag).toList()) {
            page.navigate(clubpost.running().pages().resolve("/rooms/news/" + room + "?lang=" + language).toString());

            assertEquals(language, page.locator("html").getAttribute("lang"));
            assertEquals(List.of(), Sights.tooWide(page), language);
        }
        page.context().close();
    }

    /** A list of its own for each story, so that none disturbs another. */
    private ListId aList() {
        var id = new ListId("story" + ++stories);
        assertTrue(clubpost.database().lists().create(MailingList.create(id, TestClubpost.DOMAIN, "The list " + id,
                List.of(EmailAddress.of(OWNER)))));
        return id;
    }

    private MailingList now(ListId id) {
        return clubpost.database().lists().find(id).orElseThrow();
    }

    /** Signs in by mail. */
    private RoomsVisitor signedIn(String address) {
        var visitor = new RoomsVisitor(clubpost.running());
        visitor.send("/rooms/sign-in", Map.of("email", address, "to", "/rooms"));
        var token = TestClubpost.token(TestClubpost.link(clubpost.mailTo(address, "Sign in to run your lists"),
                "/rooms/sign-in"));
        assertEquals("/rooms", visitor.send("/rooms/sign-in", Map.of("token", token)).uri().getPath());
        return visitor;
    }

    private Keyboard keys(int width, boolean scripts, RoomsVisitor visitor) {
        return Keyboard.at(signedIn(chromium.page(width, scripts), visitor), clubpost.running().pages(), scripts);
    }

    /** What axe looks for takes scripts to find. */
    private void clean(Keyboard keys, boolean scripts) {
        if (scripts) {
            assertEquals(List.of(), axe.findings(keys.page()));
        }
    }

    private Keyboard stranger(int width, boolean scripts) {
        return Keyboard.at(chromium.page(width, scripts), clubpost.running().pages(), scripts);
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void listIsClosedToSignUpsWithOnePressAndOpenedWithTheNext(int width, boolean scripts) {
        var list = aList();
        var keys = keys(width, scripts, operator).open("/rooms/" + list + "/settings");

        keys.press("Close to sign-ups").sees("Nobody can sign up any more. Members stay members.");
        assertEquals(Admission.CLOSED, now(list).signUp().entrance().admission());
        assertEquals(200, clubpost.get("/subscribe?list=" + list).statusCode());

        keys.press("Undo").sees("It is undone.");
        assertEquals(Admission.OPEN, now(list).signUp().entrance().admission());
        keys.page().context().close();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void settingIsPutBackFromTheLog(int width, boolean scripts) {
        var list = aList();
        var keys = keys(width, scripts, operator).open("/rooms/" + list + "/settings/layout");

        keys.type("Before each subject", "[chess]").press("Only show the example").sees("[chess] Summer party");
        assertEquals("[" + list + "]", now(list).layout().subjectTag());
        keys.press("Save").sees("Saved.");
        assertEquals("[chess]", now(list).layout().subjectTag());

        keys.open("/rooms/" + list + "/log").sees("Before each subject: [chess] (before: [" + list + "])")
                .press("Put it back").sees("It is undone.").sees("This was taken back.");
        assertEquals("[" + list + "]", now(list).layout().subjectTag());
        keys.page().context().close();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void wrongValueIsSaidAtItsFieldAndNothingIsLost(int width, boolean scripts) {
        var list = aList();
        var keys = keys(width, scripts, operator).open("/rooms/" + list + "/settings/posting");

        keys.type("Largest mail", "huge").type("Refused files", "zip, exe").press("Save")
                .sees("Nothing was saved yet. Please look at: Largest mail.");

        assertEquals(10L << 20, now(list).posting().maxBytes());
        assertThat(keys.page().getByLabel("Largest mail")).hasValue("huge");
        assertThat(keys.page().getByLabel("Largest mail")).hasAttribute("aria-invalid", "true");
        assertThat(keys.page().getByLabel("Refused files")).hasValue("zip, exe");
        clean(keys, scripts);
        keys.type("Largest mail", "5M").press("Save").sees("Saved.");
        assertEquals(5L << 20, now(list).posting().maxBytes());
        assertEquals(List.of("zip", "exe"), now(list).posting().screening().refusedFiles());
        keys.page().context().close();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void moderatorIsAppointedAndSeesNoMembers(int width, boolean scripts) {
        var list = aList();
        var address = "moritz" + stories + "@club.example";
        clubpost.database().subscribers().create(SampleSubscribers.aMember(list, "secret@member.example"));
        var keys = keys(width, scripts, operator).open("/rooms/" + list + "/people");
        keys.type("Address", address).press("Send the invitation").sees("A mail is on its way to " + address)
                .sees("Asked, and not answered yet");

        var link = TestClubpost.link(clubpost.mailTo(address, "Will you help to run"), "/rooms/invitation");
        var invited = stranger(width, scripts).open(link).sees("moderator of this list");
        assertEquals(List.of(), now(list).people().moderators());
        clean(invited, scripts);
        invited.press("Accept").sees("You now help to run");
        assertEquals(List.of(EmailAddress.of(address)), now(list).people().moderators());
        clubpost.mailTo(OWNER, "Who runs The list " + list + " has changed");

        var moderator = signedIn(address);
        for (var room : List.of("members", "settings", "settings/people", "log", "log/csv", "figures", "import")) {
            var seen = moderator.get("/rooms/" + list + "/" + room);
            assertEquals(404, seen.statusCode(), room);
            assertFalse(seen.body().contains("secret@member.example"), room);
        }
        var people = moderator.get("/rooms/" + list + "/people");
        assertEquals(200, people.statusCode());
        var mark = RoomsVisitor.mark(people.body(), "/rooms/" + list + "/people");
        moderator.send("/rooms/" + list + "/people",
                Map.of("mark", mark, "wish", "invite", "address", address, "role", "OWNER"));
        moderator.send("/rooms/" + list + "/people",
                Map.of("mark", mark, "wish", "remove", "address", OWNER, "role", "OWNER"));
        assertEquals(List.of(EmailAddress.of(OWNER)), now(list).people().owners());
        keys.page().context().close();
        invited.page().context().close();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void listIsHandedOver(int width, boolean scripts) {
        var list = aList();
        var address = "nora" + stories + "@club.example";
        var keys = keys(width, scripts, owner()).open("/rooms/" + list + "/people");
        keys.type("Who takes over?", address).press("Ask, and then go").sees("A mail is on its way to " + address);

        var link = TestClubpost.link(clubpost.mailTo(address, "Will you help to run"), "/rooms/invitation");
        var successor = stranger(width, scripts).open(link).sees("hands the list over to you").press("Accept")
                .sees("You now help to run");

        assertEquals(List.of(EmailAddress.of(address)), now(list).people().owners());
        assertEquals(404, owner().get("/rooms/" + list + "/people").statusCode());
        assertEquals(404, new RoomsVisitor(clubpost.running()).get(link).statusCode(), "once");
        keys.page().context().close();
        successor.page().context().close();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void figuresTellWhyMembersLeft(int width, boolean scripts) {
        var list = aList();
        for (var i = 0; i < 3; i++) {
            var member = SampleSubscribers.aMember(list, "leaver" + stories + i + "@club.example");
            clubpost.database().subscribers().create(member);
            var stored = clubpost.database().subscribers().find(list, member.id()).orElseThrow();
            var left = Subscriber.Left.of(member, Instant.now(), LeaveWay.PAGE);
            clubpost.database().subscribers().replace(stored,
                    i == 0 ? left : left.because(LeaveReason.TOO_MANY));
        }
        var keys = keys(width, scripts, operator).open("/rooms/" + list + "/figures").sees("were not counted yet")
                .press("Count now").sees("Counted: ");

        var rows = keys.page().locator("section").first().locator("tr");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("too many mails"))).containsText("2");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Left without a reason"))).containsText("1");
        keys.unfold("As a table").sees("Week from");
        clean(keys, scripts);
        keys.page().context().close();
    }

    @Test
    void logIsDownloadedWithoutFormulas() {
        var list = aList();
        var form = "/rooms/" + list + "/settings/profile";
        operator.fill(form, form, Map.of("description", "=1+1", "name", "Ann \"Quoted\""));

        var file = operator.get("/rooms/" + list + "/log/csv");

        assertEquals("text/csv; charset=utf-8", file.headers().firstValue("content-type").orElseThrow());
        assertTrue(file.body().contains("\r\n"), file.body());
        assertFalse(file.body().lines().anyMatch(line -> line.contains("\"=")), file.body());
        assertTrue(file.body().contains("Ann \"\"Quoted\"\""), file.body());
    }

    @Test
    void untouchedFieldLeavesWhatSomebodyElseChangedMeanwhile() {
        var list = aList();
        var form = "/rooms/" + list + "/settings/profile";
        var page = operator.get(form).body();
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(seen.find());
        clubpost.database().lists().replace(now(list),
                now(list).with(now(list).profile().withDescription("from elsewhere")));

        operator.send(form, Map.of("mark", RoomsVisitor.mark(page, form), "seen", seen.group(1), "name", "Mine",
                "description", "", "language", "en"));

        assertEquals("Mine", now(list).profile().name());
        assertEquals("from elsewhere", now(list).profile().description());
    }
}
