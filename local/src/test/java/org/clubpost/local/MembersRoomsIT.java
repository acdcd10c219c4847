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

/** What an owner does with members, in Chromium without scripts. Skipped, and said so, where there is no Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MembersRoomsIT {

    private static final ListId NEWS = new ListId("news");

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

    private static Locator opened(Page page, String summary) {
        var details = page.locator("details.change", new Page.LocatorOptions().setHasText(summary)).first();
        details.locator("summary").click();
        return details;
    }

    @Test
    void ownerFindsAMemberMendsATypoAndTakesItBack() {
        for (var width : List.of(360, 1280)) {
            var page = members(width);
            page.getByLabel("Beginning of the name or address").fill("anna mu");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 person found.");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Anna Müller")).click();
            assertThat(page.locator("h1")).hasText("Anna Müller");
            Chromium.picture(page, "member-" + width);

            var form = opened(page, "Mend the address");
            form.locator("input[name=address]").fill("anna@club.example");
            form.locator("button").click();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is changed.");
            assertThat(page.locator("dl.mail")).containsText("anna@club.example");
            var member = assertInstanceOf(Subscriber.Confirmed.class, stored("anna@club.example").orElseThrow());
            assertEquals("Anna Müller", member.person().name().text());
            Chromium.picture(page, "mended-" + width);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
            assertInstanceOf(Subscriber.Confirmed.class, stored("anna@clbu.example").orElseThrow());
            page.close();
        }
    }

    @Test
    void ownerPausesAMemberUntilADay() {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        var page = members(360);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ben Ødegård")).click();

        var form = opened(page, "Pause");
        form.locator("input[name=until]").fill(day.toString());
        form.locator("button").click();

        assertThat(page.locator("dl.mail")).containsText("Paused until");
        assertEquals(Optional.of(day), ((Subscriber.Confirmed) stored("ben@club.example").orElseThrow()).settings()
                .pausedUntil());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
        assertEquals(Optional.empty(), ((Subscriber.Confirmed) stored("ben@club.example").orElseThrow()).settings()
                .pausedUntil());
        page.close();
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

    @Test
    void ownerImportsFiveHundredFromExcelWithALookFirstAndUndoesIt(@TempDir Path folder) throws IOException {
        add("Gone", "p007@school.example");
        var gone = clubpost.database().subscribers().find(NEWS, id("p007@school.example")).orElseThrow();
        assertTrue(clubpost.database().subscribers().replace(gone, Subscriber.Left.of(
                (Subscriber.Confirmed) gone.subscriber(), Instant.now(), LeaveWay.PAGE)));
        var before = clubpost.database().lists().confirmedMembers(NEWS);
        var rows = new ArrayList<List<String>>(List.of(List.of("Vorname", "Nachname", "E-Mail", "Ort")));
        IntStream.range(0, 500).forEach(each -> rows.add(List.of("Kind", "Nr. " + each,
                "p%03d@school.example".formatted(each), "Bern")));
        rows.add(List.of("Ohne", "Adresse", "nobody at all", "Bern"));
        var file = workbook(folder.resolve("klasse.xlsx"), rows);
        var page = members(1280);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bring people in from a file")).click();
        page.getByLabel("The file").setInputFiles(file);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at it first")).click();

        assertThat(page.locator("h1")).hasText("This will happen");
        assertThat(page.locator("dl.facts")).containsText("499");
        assertThat(page.locator("dl.facts")).containsText("Left by themselves, not added");
        page.locator("summary", new Page.LocatorOptions().setHasText("Which lines")).click();
        assertThat(page.getByText("Line 502: no e-mail address")).isVisible();
        assertEquals(before, clubpost.database().lists().confirmedMembers(NEWS));
        Chromium.picture(page, "import-look-1280");
        page.getByLabel("Why you may write to them").fill("parents of 2026, on paper");
        page.getByLabel("Each new member gets one mail").uncheck();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add 499 people")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Added: 499");
        assertEquals(before + 499, clubpost.database().lists().confirmedMembers(NEWS));
        assertInstanceOf(Subscriber.Left.class, stored("p007@school.example").orElseThrow());
        Chromium.picture(page, "imported-1280");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is undone.");
        assertEquals(before, clubpost.database().lists().confirmedMembers(NEWS));
        page.locator("summary", new Page.LocatorOptions().setHasText("Choose who is shown")).click();
        page.getByLabel("Status").selectOption("removed");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
        var pages = 1;
        for (; page.locator("a[rel=next]").count() > 0; pages++) {
            assertThat(page.locator("tbody tr")).hasCount(50);
            page.locator("a[rel=next]").click();
        }
        assertEquals(10, pages);
        page.locator("a[rel=prev]").click();
        assertThat(page.locator("tbody tr")).hasCount(50);
        page.close();
    }

    @Test
    void pagesAreFreeOfBarriersAndSmall() {
        var axe = Axe.load();
        for (var width : List.of(360, 1280)) {
            for (var path : List.of("/rooms/news/members", "/rooms/news/members/" + id("ben@club.example").hex(),
                    "/rooms/news/import")) {
                var page = signedInWithScripts.newPage();
                page.setViewportSize(width, 800);
                var answer = page.navigate(url(path));

                assertEquals(200, answer.status(), path);
                assertTrue(answer.body().length < 50_000, path);
                assertEquals(List.of(), axe.findings(page), path + " " + width);
                assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path);
                Chromium.picture(page, "barriers" + path.replaceAll("/[0-9a-f]{32}$", "-one").replace('/', '-') + "-"
                        + width);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                Chromium.picture(page, "dark" + path.replaceAll("/[0-9a-f]{32}$", "-one").replace('/', '-') + "-"
                        + width);
                assertEquals(List.of(), axe.findings(page), path + " dark " + width);
                page.close();
            }
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
