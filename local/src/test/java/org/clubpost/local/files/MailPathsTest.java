package org.clubpost.local.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailPathsTest {

    @ParameterizedTest
    @CsvSource({"inbound/news/ab12, inbound/news/ab12.eml", "prepared/5f0a, prepared/5f0a.prepared",
            "inbound/news/a.eml, inbound/news/a.eml.eml", "inbound/news/Ab, inbound/news/%41b.eml",
            "inbound/news.eml/a, inbound/news%2eeml/a.eml", "inbound/my.news/a, inbound/my.news/a.eml",
            "inbound/news/.hidden, inbound/news/%2ehidden.eml", "inbound/con/a, inbound/%63on/a.eml",
            "inbound/news/nul.x, inbound/news/%6eul.x.eml", "prepared, prepared.eml"})
    void pathCanBeReadAndIsSafeEverywhere(String key, Path path) {
        assertEquals(path, MailPaths.of(new MailKey(key), Path.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "..", "a/..", "../a", ".", "a/./b", "/etc/a", "a//b", "a/", "/"})
    void keyThatLeadsElsewhereIsRefused(String key) {
        assertThrows(IllegalArgumentException.class, () -> MailPaths.of(new MailKey(key), Path.of("mail")));
    }

    @Test
    void nameThatNoFileSystemTakesIsRefused() {
        var key = new MailKey("inbound/news/" + "a".repeat(252));

        assertThrows(IllegalArgumentException.class, () -> MailPaths.of(key, Path.of("mail")));
    }

    @Test
    void twoKeysNeverMeetEvenWhereCaseDoesNotCount() {
        var parts = List.of("a", "A", "a.eml", "a.EML", ".a", "a.", "a-", "con", "CON", "con.eml", "nul", "_",
                "b.prepared",
                "prepared", "inbound");
        var paths = new HashSet<String>();
        var keys = 0;
        for (var first : parts) {
            for (var second : parts) {
                paths.add(MailPaths.of(new MailKey(first + "/" + second), Path.of("")).toString()
                        .toLowerCase(Locale.ROOT));
                keys++;
            }
            paths.add(MailPaths.of(new MailKey(first), Path.of("")).toString().toLowerCase(Locale.ROOT));
            keys++;
        }

        assertEquals(keys, paths.size());
    }
}
