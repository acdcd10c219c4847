package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.RunLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rooms as Chromium shows them: axe finds nothing, and nothing is wider than a phone in any language. With {@code
 * -Dclubpost.pictures=DIRECTORY} it leaves pictures there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoomsPagesIT {

    private static final List<String> OUTSIDE = List.of("/rooms/sign-in", "/rooms/sign-in/code",
            "/rooms/sign-in?token=none", "/rooms/start?key=none");
    private static final List<String> INSIDE = List.of("/rooms", "/rooms/news/", "/rooms/me", "/rooms/nothing/");

    private final Axe axe = Axe.load();
    private Chromium chromium;
    private TestClubpost clubpost;
    private List<Cookie> cookies = List.of();

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        clubpost.join("ann@club.example");
        clubpost.send("Summer party on the fifteenth of August, bring cake");
        clubpost.mailTo("ann@club.example", "Summer party");
        clubpost.send("stranger@example.net", "news@" + TestClubpost.DOMAIN,
                "From: Sam <stranger@example.net>\r\nTo: news@"
                        + TestClubpost.DOMAIN + "\r\nSubject: Please let me write to you\r\n\r\nHello\r\n");
        var database = clubpost.database();
        new RunLists(database.lists(), database.actLog()).create(new Actor.Operator(),
                MailingList.create(new ListId("schachverein-mitgliederversammlung"), TestClubpost.DOMAIN,
                        "Schachverein Königsspringer Köln-Ehrenfeld, Mitgliederversammlung",
                        List.of(EmailAddress.of("owner@example.org"))));
        var page = chromium.letter(ColorScheme.LIGHT, 1280);
        page.navigate(clubpost.running().signIn().toString());
        page.locator("main button").click();
        page.waitForURL("**/rooms");
        cookies = page.context().cookies();
        page.context().close();
    }

    @AfterAll
    void stop() {
        if (clubpost != null) {
            clubpost.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private Page page(ColorScheme scheme, int width, boolean signedIn) {
        var page = chromium.letter(scheme, width);
        if (signedIn) {
            page.context().addCookies(cookies);
        }
        return page;
    }

    private void show(Page page, String path, Locale language) {
        var target = clubpost.running().pages().resolve(path).toString();
        page.navigate(target + (target.contains("?") ? "&" : "?") + "lang=" + language.toLanguageTag());
    }

    private static String picture(String path, Locale language, int width, ColorScheme scheme) {
        return ("rooms" + path).replaceAll("[^a-z]+", "-") + "_" + language + "_" + width + "_" + scheme;
    }

    @Test
    void axeFindsNothing() {
        var found = new ArrayList<String>();
        look(OUTSIDE, false, found);
        look(INSIDE, true, found);

        assertEquals(List.of(), found);
    }

    private void look(List<String> paths, boolean signedIn, List<String> found) {
        for (var width : Sights.WIDTHS) {
            var page = page(ColorScheme.LIGHT, width, signedIn);
            for (var path : paths) {
                show(page, path, Locale.ENGLISH);
                found.addAll(new Sights(axe).faults(page, ("rooms" + path).replaceAll("[^a-z]+", "-") + "_en"));
            }
            page.context().close();
        }
    }

    @Test
    void everyLanguageFitsAPhone() {
        var wide = new TreeMap<String, Object>();
        for (var language : Languages.ALL) {
            for (var signedIn : new boolean[]{false, true}) {
                var page = page(ColorScheme.LIGHT, 360, signedIn);
                for (var path : signedIn ? INSIDE : OUTSIDE) {
                    show(page, path, language);
                    var found = Sights.tooWide(page);
                    if (!found.isEmpty()) {
                        wide.put(path + " " + language, found);
                    }
                    if (language.equals(Locale.GERMAN)) {
                        Chromium.picture(page, picture(path, language, 360, ColorScheme.LIGHT));
                    }
                }
                page.context().close();
            }
        }

        assertEquals(Map.of(), wide);
    }

    /** One way from a mail to the rooms and out again, with keys only and without scripts. */
    @Test
    void whoHasOnlyAKeyboardSignsInAndOut() {
        var page = chromium.page(360, false);
        page.navigate(clubpost.running().pages().resolve("/rooms/news/?lang=en").toString());
        page.locator("input[name=email]:focus").waitFor();
        page.keyboard().type("owner@example.org");
        page.keyboard().press("Enter");
        page.waitForURL("**/rooms/sign-in/code*");
        var link = TestClubpost.link(clubpost.mailTo("owner@example.org", "Sign in to run your lists"),
                "/rooms/sign-in");

        page.navigate(clubpost.running().pages().resolve(link).toString());
        page.locator("main button:focus").waitFor();
        page.keyboard().press("Enter");
        page.waitForURL("**/rooms/news/");
        assertEquals("News", page.locator("h1").textContent());
        page.locator(".who button").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/rooms/sign-in");

        page.context().close();
    }

    /** A phone that makes passkeys and recognises its owner. */
    private static CDPSession authenticator(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var able : List.of("hasResidentKey", "hasUserVerification", "isUserVerified",
                "automaticPresenceSimulation")) {
            options.addProperty(able, true);
        }
        var parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
        return session;
    }

    @Test
    void passkeySignsInUntilItIsRemoved() {
        var page = chromium.page(1280, true);
        page.context().addCookies(cookies);
        var device = authenticator(page);
        show(page, "/rooms/me", Locale.ENGLISH);

        page.getByText("Add a passkey").click();
        page.waitForSelector(".done");
        assertEquals("The passkey is there. Next time you can sign in with it.",
                page.locator(".done p").textContent());
        page.context().clearCookies();
        show(page, "/rooms/sign-in", Locale.ENGLISH);
        page.getByText("Sign in with a passkey").click();
        page.waitForURL("**/rooms");
        assertEquals("Your lists", page.locator("h1").textContent());

        show(page, "/rooms/me", Locale.ENGLISH);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove Chrome")).click();
        page.waitForSelector(".done");
        page.context().clearCookies();
        show(page, "/rooms/sign-in", Locale.ENGLISH);
        page.getByText("Sign in with a passkey").click();
        page.waitForURL("**/rooms/sign-in/passkey");
        assertEquals("This passkey does not sign you in", page.locator("h1").textContent());
        device.detach();
        page.context().close();
    }

    @Test
    void buttonForPasskeysIsNotThereWithoutScripts() {
        var page = chromium.page(1280, false);
        show(page, "/rooms/sign-in", Locale.ENGLISH);

        assertFalse(page.getByText("Sign in with a passkey").isVisible());
        page.context().close();
    }
}
