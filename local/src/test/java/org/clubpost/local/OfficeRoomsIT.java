package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.clubpost.core.text.Languages;
import org.clubpost.local.rooms.RoomsVisitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rooms with the settings, the log, the people and the figures, as Chromium shows them. With {@code
 * -Dclubpost.pictures=DIRECTORY} it leaves pictures there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficeRoomsIT {

    private static final List<Integer> WIDTHS = List.of(360, 1280);
    private static final int MOST_OCTETS = 50_000;
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('body *')]
                .filter(each => !each.closest('.table-wrap, svg')
                    && each.getBoundingClientRect().right > innerWidth + 0.5)
                .map(each => each.outerHTML.slice(0, 200))
            """;

    private final Axe axe = Axe.load();
    private Chromium chromium;
    private TestClubpost clubpost;
    private RoomsVisitor operator;

    @BeforeAll
    void start(@TempDir Path data) throws StartFailure {
        chromium = Chromium.open();
        clubpost = TestClubpost.start(data);
        operator = RoomsVisitor.operator(clubpost.running());
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
        return Stream.of("settings", "settings/layout", "settings/sign-up", "settings/people", "settings/brand",
                "settings/copy", "log", "people", "figures");
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
        for (var width : WIDTHS) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var page = signedIn(chromium.letter(scheme, width), operator);
                page.navigate(clubpost.running().pages().resolve(path).toString());

                Chromium.picture(page, room.replace('/', '-') + "_" + width + "_" + scheme);
                assertEquals(List.of(), axe.findings(page), path);
                assertEquals(List.of(), page.evaluate(TOO_WIDE), path);
                page.context().close();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoom")
    void roomFitsOnAPhoneInEveryLanguage(String room) {
        var page = signedIn(chromium.page(360, true), operator);
        for (var language : Languages.ALL.stream().map(Locale::toLanguageTag).toList()) {
            page.navigate(clubpost.running().pages().resolve("/rooms/news/" + room + "?lang=" + language).toString());

            assertEquals(language, page.locator("html").getAttribute("lang"));
            assertEquals(List.of(), page.evaluate(TOO_WIDE), language);
        }
        page.context().close();
    }
}
