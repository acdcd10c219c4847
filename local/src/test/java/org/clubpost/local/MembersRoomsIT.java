package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Membership;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an owner does with members, in Chromium without scripts. Skipped, and said so, where there is no Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MembersRoomsIT {

    private static final ListId NEWS = new ListId("news");

    private final Axe axe = Axe.load();
    private Chromium chromium;
    private TestClubpost clubpost;
    private BrowserContext signedIn;
    private BrowserContext signedInWithScripts;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        var list = clubpost.database().lists().find(NEWS).orElseThrow();
        assertTrue(clubpost.database().lists().replace(list, list.with(Groups.NONE.withNamed(
                List.of(new GroupName("board"))))));
        add("Anna Müller", "anna@clbu.example");
        add("Ben Ødegård", "ben@club.example");
        add("", "carla@club.example");
        add("Dora", "dora@club.example");
        var page = chromium.page(1280, false);
        page.navigate(clubpost.running().signIn().toString());
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("h1")).hasText("Your lists");
        signedIn = page.context();
        signedInWithScripts = chromium.letter(ColorScheme.LIGHT, 1280).context();
        signedInWithScripts.addCookies(signedIn.cookies().stream().map(cookie -> new Cookie(
                cookie.name, cookie.value).setUrl(url("/"))).toList());
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

    private void add(String name, String address) {
        var list = clubpost.database().lists().find(NEWS).orElseThrow();
        new Membership(clubpost.database().subscribers(), new SubscriberIds(clubpost.data().secrets().installation()))
                .add(list,
                        List.of(new Newcomer(EmailAddress.of(address), PersonName.parse(name).orElseThrow())),
                        "on paper",
                        Instant.now());
    }

    private String url(String path) {
        return clubpost.running().pages().resolve(path).toString();
    }

    private Page members(int width) {
        var page = signedIn.newPage();
        page.setViewportSize(width, 800);
        page.navigate(url("/rooms/news/members"));
        assertThat(page.locator("h1")).hasText("Members");
        return page;
    }

    private Optional<Subscriber> stored(String address) {
        return clubpost.database().subscribers().find(NEWS, id(address)).map(found -> found.subscriber());
    }

    private SubscriberId id(String address) {
        return new SubscriberIds(clubpost.data().secrets().installation()).of(EmailAddress.of(address));
    }

    private Keyboard keys(int width, boolean scripts) {
        var page = chromium.page(width, scripts);
        page.context().addCookies(signedIn.cookies().stream().map(cookie -> new Cookie(cookie.name, cookie.value)
                .setUrl(url("/"))).toList());
        return Keyboard.at(page, clubpost.running().pages(), scripts);
    }

    /** What axe looks for takes scripts to find. */
    private void clean(Keyboard keys, boolean scripts) {
        if (scripts) {
            assertEquals(List.of(), axe.findings(keys.page()));
        }
        assertEquals(true, keys.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    private static Locator field(Keyboard keys, String summary, String name) {
        return keys.page().locator("details.change", new Page.LocatorOptions().setHasText(summary)).first()
                .locator("input[name=" + name + "]");
    }

    private static Locator button(Keyboard keys, String summary) {
        return keys.page().locator("details.change", new Page.LocatorOptions().setHasText(summary)).first()
                .locator("button");
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void ownerFindsAMemberMendsATypoAndTakesItBack(int width, boolean scripts) {
        var keys = keys(width, scripts).open("/rooms/news/members")
                .type("Beginning of the name or address", "anna mu").send().sees("1 person found.");
        clean(keys, scripts);
        keys.follow("Anna Müller").unfold("Mend the address");
        keys.type(field(keys, "Mend the address", "address"), "anna@club.example");
        clean(keys, scripts);
        keys.press(button(keys, "Mend the address")).sees("It is changed.").sees("anna@club.example");
        clean(keys, scripts);
        var member = assertInstanceOf(Subscriber.Confirmed.class, stored("anna@club.example").orElseThrow());
        assertEquals("Anna Müller", member.person().name().text());

        keys.press("Undo");
        assertInstanceOf(Subscriber.Confirmed.class, stored("anna@clbu.example").orElseThrow());
        keys.page().context().close();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void ownerPausesAMemberUntilADay(int width, boolean scripts) {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        var keys = keys(width, scripts).open("/rooms/news/members").follow("Ben Ødegård").unfold("Pause");
        keys.type(field(keys, "Pause", "until"), day.format(DateTimeFormatter.ofPattern("MMddyyyy")));
        clean(keys, scripts);
        keys.press(button(keys, "Pause")).sees("Paused until");
        assertEquals(Optional.of(day), ((Subscriber.Confirmed) stored("ben@club.example").orElseThrow()).settings()
                .pausedUntil());
        clean(keys, scripts);

        keys.press("Undo");
        assertEquals(Optional.empty(), ((Subscriber.Confirmed) stored("ben@club.example").orElseThrow()).settings()
                .pausedUntil());
        keys.page().context().close();
    }

    @Test
    void ownerPutsSeveralIntoAGroupTogetherAndTakesItBack() {
        var page = members(1280);
        Chromium.picture(page, "members-1280");
        page.getByLabel("Select carla@club.example").check();
        page.getByLabel("Select Dora").check();
        page.getByLabel("What to do").selectOption("into board");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do it")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 members were changed.");
        assertEquals(2L, clubpost.database().lists().groupMembers(NEWS).get(new GroupName("board")));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is undone.");
        assertEquals(Set.of(), ((Subscriber.Confirmed) stored("dora@club.example").orElseThrow()).groups());
        page.close();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void ownerImportsFiveHundredFromExcelWithALookFirstAndUndoesIt(int width, boolean scripts, @TempDir Path folder)
            throws IOException {
        var school = "school" + width + scripts + ".example";
        add("Gone", "p007@" + school);
        var gone = clubpost.database().subscribers().find(NEWS, id("p007@" + school)).orElseThrow();
        assertTrue(clubpost.database().subscribers().replace(gone, Subscriber.Left.of(
                (Subscriber.Confirmed) gone.subscriber(), Instant.now(), LeaveWay.PAGE)));
        var before = clubpost.database().lists().confirmedMembers(NEWS);
        var rows = new ArrayList<List<String>>(List.of(List.of("Vorname", "Nachname", "E-Mail", "Ort")));
        IntStream.range(0, 500).forEach(each -> rows.add(List.of("Kind", "Nr. " + each,
                "p%03d@%s".formatted(each, school), "Bern")));
        rows.add(List.of("Ohne", "Adresse", "nobody at all", "Bern"));
        var keys = keys(width, scripts).open("/rooms/news/members").follow("Bring people in from a file");
        clean(keys, scripts);

        keys.choose("The file", workbook(folder.resolve("klasse.xlsx"), rows)).press("Look at it first")
                .sees("499").sees("Left by themselves, not added").unfold("Which lines")
                .sees("Line 502: no e-mail address");
        clean(keys, scripts);
        assertEquals(before, clubpost.database().lists().confirmedMembers(NEWS));
        Chromium.picture(keys.page(), "import-look-" + width);
        keys.type("Why you may write to them", "parents of 2026, on paper").tick("Each new member gets one mail")
                .press("Add 499 people").pressAll("Go on", scripts).sees("Added: 499");
        clean(keys, scripts);
        assertEquals(before + 499, clubpost.database().lists().confirmedMembers(NEWS));
        assertInstanceOf(Subscriber.Left.class, stored("p007@" + school).orElseThrow());
        Chromium.picture(keys.page(), "imported-" + width);
        var result = Files.readString(keys.save("Save what became of each line"));
        assertTrue(result.contains("\"9\",\"p007@" + school + "\",\"left or taken off before, not added\""), result);
        assertTrue(result.contains("\"502\",\"\",\"no e-mail address\""), result);
        assertEquals(499, result.lines().filter(line -> line.endsWith(",\"added\"")).count());

        keys.press("Undo").pressAll("Go on", scripts).sees("It is undone.");
        assertEquals(before, clubpost.database().lists().confirmedMembers(NEWS));
        keys.page().context().close();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.local.Keyboard#everyBrowser")
    void largeFileIsSentPastTheRoomsAndImported(int width, boolean scripts, @TempDir Path folder) throws IOException {
        var file = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("email;name;remark\n");
            for (var line = 0; line < 5_000; line++) {
                out.write("large%d@big%d%s.example;Large %d;%s\n".formatted(line % 20, width, scripts, line % 20,
                        "remark ".repeat(140)));
            }
        }
        assertTrue(Files.size(file) > 4_900_000);
        var keys = keys(width, scripts).open("/rooms/news/import").unfold("A larger file");
        clean(keys, scripts);

        keys.choose("The large file", file).press("Send it, and look at it first").sees("This will happen").sees("20");
        clean(keys, scripts);
        keys.type("Why you may write to them", "on paper").tick("Each new member gets one mail")
                .press("Add 20 people").pressAll("Go on", scripts).sees("Added: 20");
        var result = Files.readString(keys.save("Save what became of each line"));
        assertEquals(5_000, result.lines().filter(line -> line.endsWith(",\"added\"")).count());
        keys.page().context().close();
    }

    @Test
    void tableIsPagedToItsEndAndBack() {
        IntStream.range(0, 120).forEach(each -> add("", "paged%03d@many.example".formatted(each)));
        var page = members(1280);
        page.locator("summary", new Page.LocatorOptions().setHasText("Choose who is shown")).click();
        page.getByLabel("Status").selectOption("all");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
        while (page.locator("a[rel=next]").count() > 0) {
            assertThat(page.locator("tbody tr")).hasCount(50);
            page.locator("a[rel=next]").click();
        }
        page.locator("a[rel=prev]").click();
        assertThat(page.locator("tbody tr")).hasCount(50);
        page.close();
    }

    @Test
    void pagesAreFreeOfBarriersAndSmall() {
        for (var width : Sights.WIDTHS) {
            var page = signedInWithScripts.newPage();
            page.setViewportSize(width, 800);
            for (var path : List.of("/rooms/news/members", "/rooms/news/members/" + id("ben@club.example").hex(),
                    "/rooms/news/import")) {
                var answer = page.navigate(url(path));

                assertEquals(200, answer.status(), path);
                assertTrue(answer.body().length < 50_000, path);
                assertEquals(List.of(), new Sights(axe).faults(page,
                        "barriers" + path.replaceAll("/[0-9a-f]{32}$", "-one").replace('/', '-')));
            }
            page.close();
        }
    }

    private static Path workbook(Path file, List<List<String>> rows) throws IOException {
        var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var sheet = new StringBuilder("<worksheet xmlns=\"" + main + "\"><sheetData>");
        for (var row : rows) {
            sheet.append("<row>");
            row.forEach(cell -> sheet.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>"));
            sheet.append("</row>");
        }
        var parts = Map.of("xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                + "\"><sheets><sheet name=\"Klasse\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"" + relations + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "</Relationships>",
                "xl/worksheets/sheet1.xml", sheet.append("</sheetData></worksheet>").toString());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return file;
    }
}
