package org.clubpost.local;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.Colour;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures that the README shows; {@code docs/pictures/make} runs it. */
@EnabledIfSystemProperty(named = "clubpost.readme", matches = ".+")
final class ReadmePicturesIT {

    private static final String ANNA = "anna@example.org";
    private static final Brand LOOK = Brand.NONE.withColour(Optional.of(Colour.parse("#7a1f2b").orElseThrow()))
            .withImprint("https://club.example/imprint")
            .withPostalAddress("Springfield Chess Club\n1 King Street\nSpringfield");

    @TempDir
    private Path data = Path.of("");

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of(System.getProperty("clubpost.readme")).resolve(name + ".png")));
    }

    private static MailingList list(String id, String name, String about) {
        var made = MailingList.create(new ListId(id), TestClubpost.DOMAIN, name,
                List.of(EmailAddress.of("olga@club.example")));
        return made.with(new Profile(name, about, made.profile().language())).with(LOOK)
                .with(made.signUp().withListed(true));
    }

    @Test
    void takePictures() throws StartFailure {
        try (var chromium = Chromium.open(); var clubpost = TestClubpost.start(data)) {
            var lists = clubpost.database().lists();
            var news = lists.find(new ListId("news")).orElseThrow();
            lists.replace(news, news.with(LOOK)
                    .with(new Profile("Club news", "One mail a month: what happened, and what comes.",
                            news.profile().language())));
            lists.create(list("chess", "Chess evenings", "Who plays whom on Thursdays."));
            lists.create(list("juniors", "Juniors and parents", "Training, lifts and tournaments."));
            var page = chromium.letter(ColorScheme.LIGHT, 400);
            var base = clubpost.running().pages();

            page.navigate(base.resolve("/").toString());
            picture(page, "front");
            page.navigate(base.resolve("/subscribe?list=news").toString());
            picture(page, "sign-up");
            page.locator("input[name=email]").fill(ANNA);
            page.locator("input[name=name]").fill("Anna");
            Chromium.send(page);
            picture(page, "check-your-inbox");
            page.navigate(base.resolve(TestClubpost.link(clubpost.mailTo(ANNA, "Please confirm"), "/confirm"))
                    .toString());
            picture(page, "confirm");
            page.locator("form button").first().click();
            clubpost.mailTo(ANNA, "Welcome");

            clubpost.send("owner@example.org", "news@" + TestClubpost.DOMAIN,
                    "From: Olga Owner <owner@example.org>\r\nTo: news@" + TestClubpost.DOMAIN
                            + "\r\nSubject: Summer party\r\nMIME-Version: 1.0\r\n"
                            + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Dear all,</p>\r\n<p>on <b>Saturday,"
                            + " 12 June</b> we meet at the lake in the afternoon. Bring a cake or a salad, and a"
                            + " friend who wants to learn how the knight moves.</p>\r\n<p>See you there!<br>Olga</p>\r\n");
            var copy = clubpost.mailTo(ANNA, "Summer party");
            var id = clubpost.mailsTo(ANNA).getFirst().get("id").asText();
            page.setViewportSize(700, 800);
            page.navigate(clubpost.running().link("/mailbox").orElseThrow().toString());
            page.locator("a[href$='/messages/" + id + "']").first().click();
            picture(page, "distributed-mail");
            page.setViewportSize(400, 800);
            page.navigate(base.resolve(TestClubpost.link(
                    new String(copy.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("=\r\n", "")
                            .replace("=3D", "="),
                    "/s")).toString());
            picture(page, "settings");
        }
    }

    @Test
    void takePicturesOfTheRooms() throws StartFailure {
        try (var chromium = Chromium.open(); var clubpost = TestClubpost.start(data)) {
            var lists = clubpost.database().lists();
            var news = lists.find(new ListId("news")).orElseThrow();
            lists.replace(news, news.with(LOOK).with(new Profile("Club news", "", news.profile().language())));
            for (var name : List.of("Anna Blum", "Ben Carter", "Chiara Rossi", "Dieter Vogel", "Ewa Nowak",
                    "Fleur Petit")) {
                var address = EmailAddress.of(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
                clubpost.database().subscribers().create(SampleSubscribers.aMember(news.id(),
                        new Person(new SubscriberIds(clubpost.data().secrets().installation()).of(address), address,
                                PersonName.parse(name).orElseThrow(), Locale.ENGLISH)));
            }
            clubpost.send("gina@example.net", "news@" + TestClubpost.DOMAIN,
                    "From: Gina Hill <gina@example.net>\r\nTo: news@" + TestClubpost.DOMAIN
                            + "\r\nSubject: Who has a spare clock?\r\n\r\nDear all,\r\n\r\nmine broke on Thursday. Can somebody"
                            + " lend me a chess clock\r\nfor the tournament?\r\n\r\nGina\r\n");
            clubpost.mailTo("owner@example.org", "Who has a spare clock");
            var page = chromium.letter(ColorScheme.LIGHT, 1000);
            page.navigate(clubpost.running().signIn().toString());
            page.locator("main button").click();
            page.waitForURL("**/rooms");
            var rooms = clubpost.running().pages().resolve("/rooms/news/").toString();
            page.navigate(rooms + "members");
            picture(page, "rooms-members");
            page.navigate(rooms + "waiting");
            page.locator("main a:has-text('spare clock')").click();
            picture(page, "rooms-waiting");
            page.setViewportSize(400, 800);
            page.navigate(rooms + "posts");
            picture(page, "rooms-posts");
        }
    }
}
