package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.api.Test;

class StaticFilesTest {

    private static final Site SITE = Site.load();
    private static final StaticFiles FILES = StaticFiles.of(SITE);

    @Test
    void theseFilesAreThere() {
        assertEquals(
                List.of("/ text/html; charset=utf-8", "/robots.txt text/plain; charset=utf-8",
                        "/site/check-your-inbox.de.html text/html; charset=utf-8",
                        "/site/check-your-inbox.en.html text/html; charset=utf-8",
                        "/site/icon.svg image/svg+xml", "/site/index.de.html text/html; charset=utf-8",
                        "/site/index.en.html text/html; charset=utf-8", "/site/style.css text/css; charset=utf-8"),
                FILES.all().stream().map(file -> file.path() + " " + file.contentType()).toList());
    }

    @Test
    void formLeadsToAFileThatIsThere() {
        var page = new SignUpPage(SITE);
        for (var language : Languages.ALL) {
            assertTrue(FILES.find(page.checkYourInboxPath(language)).isPresent());
        }
        assertTrue(FILES.find(page.checkYourInboxPath(Locale.FRENCH)).isPresent());
    }

    @Test
    void otherPathIsNot() {
        assertEquals(Optional.empty(), FILES.find("/site/../texts/en.properties"));
    }

    @Test
    void entityTagFollowsTheContent() {
        var file = new StaticFile("/a", "text/plain", "content");

        assertEquals(file.etag(), new StaticFile("/b", "text/html", "content").etag());
        assertNotEquals(file.etag(), new StaticFile("/a", "text/plain", "Content").etag());
        assertEquals("\"ed7002b439e9ac845f22357d822bac14\"", file.etag());
    }
}
