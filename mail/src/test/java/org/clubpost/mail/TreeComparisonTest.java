package org.clubpost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;

/**
 * Why the tree of a post is ours: it keeps what Angus Mail does not. Over the folder of real mails, or over the mails
 * of these tests if there is none; the table is in {@code target/tree-comparison.md}, and in docs/decisions/0008.
 */
class TreeComparisonTest {

    private static final String HEAD = """
            | tree | untouched, the same | outside of the changed text, the same | but for white space | text left alone | exception |
            |---|---|---|---|---|---|
            """;

    private static byte[] onTheWire(Path file) {
        try {
            return LineEnds.onTheWire(Octets.of(Files.readAllBytes(file))).toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oursKeepsWhatAngusDoesNot() throws IOException {
        var folder = Mails.realMails().orElse(Path.of("src", "test", "resources"));
        var mails = Mails.filesBelow(folder).stream()
                .filter(file -> file.getFileName().toString().matches(".*\\.(eml|msg|raw)"))
                .map(TreeComparisonTest::onTheWire).toList();

        var angus = TreeCount.of(new AngusTree(), mails);
        var ours = TreeCount.of(new OurTree(), mails);

        Files.writeString(Path.of("target", "tree-comparison.md"),
                HEAD + angus.row("Angus") + ours.row("ours"));
        assertEquals(ours.mails(), ours.same());
        assertEquals(ours.multiparts(), ours.kept());
        assertEquals(0, ours.thrown());
        assertTrue(angus.kept() < angus.multiparts(), "Angus keeps all: read docs/decisions/0008 again");
    }
}
