package org.clubpost.site;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.api.Test;

class StaticFilesTest {

    private static final Site SITE = Site.load();
    private static final StaticFiles FILES = StaticFiles.of(SITE);

    @Test
    void theseFilesAreThere() {
        var ofLanguages = Languages.ALL.stream().map(Locale::toLanguageTag)
                .map(tag -> "/site/index." + tag + ".html text/html; charset=utf-8");
        assertEquals(
                Stream.concat(ofLanguages,
                        Stream.of("/ text/html; charset=utf-8", "/favicon.ico image/x-icon",
                                "/not-found.html text/html; charset=utf-8", "/robots.txt text/plain; charset=utf-8",
                                "/site/again.js text/javascript; charset=utf-8",
                                "/site/files.js text/javascript; charset=utf-8",
                                "/site/goes-on.js text/javascript; charset=utf-8", "/site/icon.svg image/svg+xml",
                                "/site/proof-worker.js text/javascript; charset=utf-8",
                                "/site/proof.js text/javascript; charset=utf-8",
                                "/site/passkeys.js text/javascript; charset=utf-8",
                                "/site/rooms.css text/css; charset=utf-8",
                                "/site/style.css text/css; charset=utf-8"))
                        .sorted().toList(),
                FILES.all().stream().map(file -> file.path() + " " + file.contentType()).sorted().toList());
    }

    @Test
    void otherPathIsNot() {
        assertEquals(Optional.empty(), FILES.find("/site/../texts/en.properties"));
    }

    @Test
    void pageForWrongPathsSpeaksEveryLanguage() {
        var page = new String(FILES.find(StaticFiles.NOT_FOUND).orElseThrow().octets(), UTF_8);

        assertTrue(page.contains("<h1>Page not found</h1>"), page);
        assertTrue(page.contains("<section lang=\"de\">\n<h2>Seite nicht gefunden</h2>"), page);
    }

    /** Browsers ask for it whatever a page says, and without one every visit leaves an error. */
    @Test
    void iconHasTheSizesThatBrowsersShow() {
        var icon = ByteBuffer.wrap(FILES.find("/favicon.ico").orElseThrow().octets()).order(LITTLE_ENDIAN);

        assertEquals(List.of(0, 1, 3), List.of((int) icon.getShort(0), (int) icon.getShort(2), (int) icon.getShort(4)));
        assertEquals(List.of(16, 32, 48), List.of((int) icon.get(6), (int) icon.get(22), (int) icon.get(38)));
        assertEquals(icon.capacity(), icon.getInt(38 + 8) + icon.getInt(38 + 12));
    }

    @Test
    void entityTagFollowsTheContent() {
        var file = StaticFile.text("/a", "text/plain", "content");

        assertEquals(file.etag(), StaticFile.text("/b", "text/html", "content").etag());
        assertNotEquals(file.etag(), StaticFile.text("/a", "text/plain", "Content").etag());
        assertEquals("\"ed7002b439e9ac845f22357d822bac14\"", file.etag());
    }
}
