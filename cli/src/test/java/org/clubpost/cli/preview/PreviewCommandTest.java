package org.clubpost.cli.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class PreviewCommandTest {

    @TempDir
    private Path folder = Path.of("");
    private final StringWriter printed = new StringWriter();

    @BeforeEach
    void writeMails() throws IOException {
        Files.createDirectories(folder.resolve("in/deep"));
        Files.writeString(folder.resolve("in/a-post.eml"), """
                From: Anna <anna@example.com>
                To: news@lists.example.net
                Subject: Hi
                Message-ID: <1@example.com>

                Hello
                """);
        Files.write(folder.resolve("in/deep/broken.eml"), new byte[]{0, -1, 13, 10, 10, 58, 13});
        Files.writeString(folder.resolve("list.json"),
                """
                        {"domain": "lists.example.net", "posting": "anyone", "owners": ["olga@club.example"], "reply-to": "list"}
                        """);
    }

    private int run(String... options) {
        var arguments = Stream.concat(Stream.of("news", folder.resolve("in").toString(), "--list-file",
                folder.resolve("list.json").toString()), Stream.of(options)).toArray(String[]::new);
        return new CommandLine(new PreviewCommand()).setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true)).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
    }

    @Test
    void everyFileHasALineAndNothingStopsIt() {
        assertEquals(0, run());

        assertEquals("""
                relay     -                a-post.eml
                hold      may-post         deep/broken.eml  It does not name exactly one author.
                2 files: 1 hold, 1 relay
                taken as handed in and proven by the author named in From; --trust none proves nothing
                """, printed.toString());
    }

    @Test
    void whatTheMemberWouldGetIsWritten() throws IOException {
        run("--out", folder.resolve("out").toString(), "--member", "bert@example.com");

        var copy = Files.readString(folder.resolve("out/a-post.eml"), StandardCharsets.ISO_8859_1);
        assertTrue(copy.contains("From: Anna via news <news@lists.example.net>\r\n"), copy);
        assertTrue(copy.contains("bert@example.com"), copy);
        assertFalse(Files.exists(folder.resolve("out/deep")));
    }

    @Test
    void twoRunsWriteTheSame() throws IOException {
        run("--out", folder.resolve("out").toString());
        run("--out", folder.resolve("again").toString());

        assertEquals(-1, Files.mismatch(folder.resolve("out/a-post.eml"), folder.resolve("again/a-post.eml")));
    }

    @Test
    void stepsThatActedAreTold() {
        run("--explain");

        assertTrue(printed.toString().contains("    munge-from: changed From; added Author, X-Original-From"),
                printed::toString);
        assertTrue(printed.toString().contains("    may-post: hold"), printed::toString);
    }

    @Test
    void withoutTrustNothingIsProven() {
        run("--trust", "none");

        assertTrue(printed.toString().contains("hold      may-post         a-post.eml"), printed::toString);
    }

    @Test
    void aFileIsNotWrittenOverItself() throws IOException {
        var before = Files.readString(folder.resolve("in/a-post.eml"));

        assertEquals(1, run("--out", folder.resolve("in").toString()));

        assertTrue(printed.toString().contains("error"), printed::toString);
        assertEquals(before, Files.readString(folder.resolve("in/a-post.eml")));
    }
}
