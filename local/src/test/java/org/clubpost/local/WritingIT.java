package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.local.rooms.RoomsVisitor;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.view.MailView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of a post that is written in the browser, as Chromium and as an attacker send them. With {@code
 * -Dclubpost.pictures=DIRECTORY} it leaves pictures there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WritingIT {

    private static final ListId NEWS = new ListId("news");
    private static final String OWNER = "owner@example.org";
    private static final String MODERATOR = "mo@club.example";
    private static final String MEMBER = "ann@club.example";
    private static final String WRITE = "/rooms/news/write";
    private static final String FILES = WRITE + "/files";
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern UPLOAD_FORM = Pattern.compile("action=\"(/uploads[^\"]*)\"");

    private final Axe axe = Axe.load();
    private Chromium chromium;
    private TestClubpost clubpost;
    private Path uploads;
    private RoomsVisitor owner;
    private RoomsVisitor moderator;
    private int stories;

    @TempDir
    private Path folder;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        uploads = data.resolve("uploads");
        var lists = clubpost.database().lists();
        var list = lists.find(NEWS).orElseThrow();
        assertTrue(lists.replace(list, list.with(list.people().withModerators(List.of(EmailAddress.of(MODERATOR))))));
        assertTrue(clubpost.database().subscribers().create(SampleSubscribers.aMember(NEWS, SampleSubscribers
                .aPerson(new SubscriberIds(clubpost.data().secrets().installation()).of(EmailAddress.of(MEMBER)),
                        MEMBER))));
        owner = signedIn(OWNER);
        moderator = signedIn(MODERATOR);
    }

    @BeforeEach
    void forgetStrayFiles() throws IOException {
        if (Files.isDirectory(uploads)) {
            try (var all = Files.walk(uploads)) {
                for (var file : all.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
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

    private RoomsVisitor signedIn(String address) {
        var visitor = new RoomsVisitor(clubpost.running());
        visitor.send("/rooms/sign-in", Map.of("email", address, "to", "/rooms"));
        var token = TestClubpost.token(TestClubpost.link(clubpost.mailTo(address, "Sign in to run your lists"),
                "/rooms/sign-in"));
        assertEquals("/rooms", visitor.send("/rooms/sign-in", Map.of("token", token)).uri().getPath());
        return visitor;
    }

    private Page signedIn(Page page) {
        page.context().addCookies(owner.cookieNames().stream().map(
                name -> new Cookie(name, owner.cookie(name)).setUrl(clubpost.running().pages().toString())).toList());
        return page;
    }

    private Path file(String name, int octets) throws IOException {
        var content = new byte[octets];
        new Random(octets).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    private String story(String subject) {
        stories++;
        return subject + " " + stories;
    }

    private long kept() throws IOException {
        try (var all = Files.walk(uploads)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /** The files of a mail, each with its size. */
    private static List<String> files(String mail) {
        var view = MailView.of(MimeParser.parse(Octets.latin1(mail)));
        return IntStream.range(0, view.files().size()).mapToObj(
                place -> view.files().get(place).name() + " " + view.file(place).orElseThrow().length).toList();
    }

    @ParameterizedTest
    @CsvSource({"360,true", "1280,false"})
    void postHasFilesSmallAndLarge(int width, boolean scripts) throws IOException {
        var subject = story("With files");
        var page = signedIn(chromium.page(width, scripts));
        var keys = Keyboard.at(page, clubpost.running().pages(), scripts).open(WRITE).type("Subject", subject)
                .type("Your text", "We meet at nine.").press("Add files");
        page.getByLabel("The files").setInputFiles(new Path[]{file("one.txt", 1000), file("zwei – zwei.pdf", 2000)});
        keys.press("Add files").sees("The files are with your post now").sees("one.txt").sees("zwei – zwei.pdf");
        assertEquals(subject, page.getByLabel("Subject").inputValue());

        keys.press("Add files").unfold("A larger file");
        page.getByLabel("The large file").setInputFiles(file("programme.mp3", 5_000_000));
        keys.press("Send this file").sees("The file has arrived (5 MB)");
        if (scripts) {
            assertEquals("programme.mp3", page.getByLabel("What it is called").inputValue());
        } else {
            keys.type("What it is called", "programme.mp3");
        }
        keys.press("Add files").sees("programme.mp3").press("Take away one.txt").press("Send a test to me")
                .sees("The test is on its way to " + OWNER);
        assertEquals(0, page.getByText("one.txt").count());
        var wanted = List.of("zwei – zwei.pdf 2000", "programme.mp3 5000000");
        assertEquals(wanted, files(clubpost.mailTo(OWNER, subject)));

        keys.press("Send to the list").sees("Your post is handed in");

        assertEquals(wanted, files(clubpost.mailTo(MEMBER, subject)));
        assertEquals(0, kept());
        page.context().close();
    }

    @Test
    void whatWasBegunIsThrownAwayWithItsFiles() throws IOException {
        var page = signedIn(chromium.page(1280, false));
        var keys = Keyboard.at(page, clubpost.running().pages(), false).open(WRITE)
                .type("Subject", story("Never sent")).press("Add files");
        page.getByLabel("The files").setInputFiles(file("one.txt", 1000));
        keys.press("Add files").sees("one.txt");
        assertEquals(2, kept());

        keys.press("Throw away what I wrote").sees("is thrown away");

        assertEquals("", page.getByLabel("Subject").inputValue());
        assertEquals(0, kept());
        page.context().close();
    }

    @Test
    void scriptSaysBeforehandThatFilesAreTooLarge() throws IOException {
        var page = signedIn(chromium.page(1280, true));
        var keys = Keyboard.at(page, clubpost.running().pages(), true).open(WRITE)
                .type("Subject", story("Large")).press("Add files");

        page.getByLabel("The files").setInputFiles(file("large.bin", 4_000_001));

        assertEquals(false, page.getByLabel("The files").evaluate("each => each.checkValidity()"));
        keys.open(page.url());
        assertTrue(page.getByText("Back to your post").count() > 0);
        page.context().close();
    }

    @Test
    void sendingTwiceIsOnePost() {
        var subject = story("Sent twice");
        var form = begin(owner, subject);
        addSmall(owner, form, "one.txt", new byte[100]);
        form.putAll(hidden(owner.get(way(WRITE, form)).body()));
        form.put("do", "send");

        assertEquals("/rooms/news/posts", owner.send(WRITE, form).uri().getPath());
        assertEquals(List.of("one.txt 100"), files(clubpost.mailTo(MEMBER, subject)));
        var again = owner.send(WRITE, form);

        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("it was sent already"), again.body());
        assertEquals(1, clubpost.mailsTo(MEMBER).stream().filter(mail -> mail.toString().contains(subject)).count());
    }

    @Test
    void strangersDraftIsNotOpenedAndAChangedProofIsNone() {
        var form = begin(owner, story("Of the owner"));
        addSmall(owner, form, "secret.txt", new byte[100]);

        var seen = moderator.get(way(WRITE, form)).body();
        var files = moderator.get(way(FILES, form));

        assertFalse(seen.contains("secret.txt") || seen.contains("Of the owner"), seen);
        assertEquals(WRITE, files.uri().getPath());
        form.put("mark", RoomsVisitor.mark(moderator.get(WRITE).body(), WRITE));
        form.put("do", "drop");
        assertEquals(400, moderator.send(WRITE, form).statusCode());
        assertTrue(owner.get(way(WRITE, form)).body().contains("secret.txt"));
    }

    @Test
    void uploadOfSomebodyElseIsNotTaken() {
        var form = begin(owner, story("Mine"));
        var way = onwards(form);
        send(uploadForm(form), new byte[100]);
        var theirs = begin(moderator, story("Theirs"));

        for (var stolen : List.of(Map.of("upload", way.get("upload"), "arrived", way.get("arrived")),
                Map.of("upload", way.get("upload"), "arrived", theirs.get("proof")))) {
            var page = moderator
                    .get(FILES + "?draft=" + theirs.get("draft") + "&proof=" + theirs.get("proof") + "&upload="
                            + stolen.get("upload") + "&arrived=" + stolen.get("arrived"));
            assertEquals(404, page.statusCode());
            var taking = new HashMap<>(theirs);
            taking.keySet().retainAll(List.of("draft", "proof"));
            taking.putAll(stolen);
            taking.put("called", "stolen.txt");
            taking.put("mark", RoomsVisitor.mark(page.body(), FILES));
            assertEquals(404, moderator.send(FILES, taking).statusCode());
        }
        assertFalse(moderator.get(way(WRITE, theirs)).body().contains("stolen.txt"));
    }

    @Test
    void otherKeyOtherSizeAndOtherPostAreRefused() {
        var form = begin(owner, story("Attacked"));
        var action = uploadForm(form);
        var most = Long.parseLong(query(action).get("most"));

        assertEquals(403, send(action.replaceFirst("key=uploads%2Fnews%2F.", "key=uploads%2Fnews%2Fg"), new byte[1]));
        assertEquals(403, send(action.replace("most=" + most, "most=" + (most + 1)), new byte[1]));
        assertEquals(413, send(action, new byte[Math.toIntExact(most) + 1]));
        assertEquals(303, send(action, new byte[10]));
        var another = begin(owner, story("Another"));
        var way = onwards(action);
        assertEquals(404, owner.get(FILES + "?draft=" + another.get("draft") + "&proof=" + another.get("proof")
                + "&upload=" + way.get("upload") + "&arrived=" + way.get("arrived")).statusCode());
    }

    /** A form that was made before other files came is good for more than is left; it is looked at again. */
    @Test
    void filesTogetherAreHeldToWhatAMailMayHave() {
        var form = begin(owner, story("Together"));
        var first = uploadForm(form);
        var second = uploadForm(form);
        var most = Integer.parseInt(query(first).get("most"));
        for (var action : List.of(first, second)) {
            assertEquals(303, send(action, new byte[most - 1000]));
        }
        assertEquals(WRITE, take(form, onwards(first)).uri().getPath());

        var refused = take(form, onwards(second));

        assertEquals(413, refused.statusCode());
        assertTrue(refused.body().contains("may have up to"), refused.body());
    }

    private HttpResponse<String> take(Map<String, String> form, Map<String, String> way) {
        var page = owner.get(RoomVisit.withQuery(FILES, way));
        return owner.send(FILES, Map.of("draft", form.get("draft"), "proof", form.get("proof"), "upload",
                way.get("upload"), "arrived", way.get("arrived"), "called", "a.bin", "mark",
                RoomsVisitor.mark(page.body(), FILES)));
    }

    /** Begins a post with those words and lays it aside. */
    private static Map<String, String> begin(RoomsVisitor visitor, String subject) {
        var form = hidden(visitor.get(WRITE).body());
        form.putAll(Map.of("subject", subject, "text", "We meet at nine.", "do", "files"));
        assertEquals(FILES, visitor.send(WRITE, form).uri().getPath());
        return form;
    }

    private static Map<String, String> hidden(String page) {
        var found = new HashMap<String, String>();
        var write = page.substring(page.indexOf("<main"));
        HIDDEN.matcher(write).results().forEach(each -> found.putIfAbsent(each.group(1), each.group(2)));
        return found;
    }

    private static String way(String path, Map<String, String> form) {
        return path + "?draft=" + form.get("draft") + "&proof=" + form.get("proof");
    }

    private void addSmall(RoomsVisitor visitor, Map<String, String> form, String name, byte[] octets) {
        var mark = RoomsVisitor.mark(visitor.get(way(FILES, form)).body(), FILES);
        assertEquals(WRITE, visitor.sendFile(FILES, Map.of("draft", form.get("draft"), "proof", form.get("proof"),
                "mark", mark), name, octets).uri().getPath());
    }

    private String uploadForm(Map<String, String> form) {
        var matcher = UPLOAD_FORM.matcher(owner.get(way(FILES, form)).body());
        assertTrue(matcher.find());
        return matcher.group(1).replace("&amp;", "&");
    }

    private Map<String, String> onwards(Map<String, String> form) {
        return onwards(uploadForm(form));
    }

    private static Map<String, String> onwards(String action) {
        return query(query(action).getOrDefault("onwards", ""));
    }

    private static Map<String, String> query(String url) {
        var found = new HashMap<String, String>();
        for (var pair : url.substring(url.indexOf('?') + 1).split("&", -1)) {
            var equals = pair.indexOf('=');
            found.put(pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return found;
    }

    private int send(String action, byte[] octets) {
        return owner.sendFileOnly(action, octets).statusCode();
    }

    @Test
    void pagesAreSmallAndNothingIsWrongWithThem() throws IOException {
        var form = begin(owner, "Summer party");
        addSmall(owner, form, "Programme of the summer party.pdf", new byte[1_234_567]);
        addSmall(owner, form, "poster.jpg", new byte[345_678]);
        var action = uploadForm(form);
        assertEquals(303, send(action, new byte[5_000_000]));
        for (var each : Map.of("write", way(WRITE, form), "files", way(FILES, form), "arrived",
                RoomVisit.withQuery(FILES, onwards(action))).entrySet()) {
            for (var width : Sights.WIDTHS) {
                var page = signedIn(chromium.letter(ColorScheme.LIGHT, width));
                page.navigate(clubpost.running().pages().resolve(each.getValue()).toString());
                page.locator("summary").all().stream().filter(summary -> summary.isVisible()
                        && summary.innerText().contains("larger")).forEach(summary -> summary.click());

                assertEquals(List.of(), new Sights(axe).faults(page, "writing-" + each.getKey()));

                page.context().close();
            }
            var page = signedIn(chromium.page(360, true));
            for (var language : Languages.ALL.stream().map(Locale::toLanguageTag).toList()) {
                page.navigate(clubpost.running().pages().resolve(each.getValue() + "&lang=" + language).toString());
                assertEquals(List.of(), Sights.tooWide(page), each.getKey() + " " + language);
            }
            page.context().close();
        }
    }
}
