package org.clubpost.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.CompiledMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goes through a folder of real mails, however broken, if there is one. */
class RealMailsTest {

    private List<Path> files = List.of();

    @BeforeEach
    void findMails() {
        assumeTrue(Mails.realMails().isPresent(),
                "skipped: no folder of real mails; name one with -Dclubpost.mails=FOLDER");
        files = Mails.filesBelow(Mails.realMails().orElseThrow());
        assertFalse(files.isEmpty());
    }

    private static Octets read(Path file) {
        try {
            return Octets.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyMailIsWrittenBackByteForByte() {
        for (Path file : files) {
            Octets mail = read(file);

            Octets written = MimeWriter.toOctets(MimeParser.parse(mail));

            assertArrayEquals(mail.toByteArray(), written.toByteArray(), file.toString());
        }
    }

    @Test
    void everyMailIsPreparedAndRendered() {
        for (Path file : files) {
            CompiledMail prepared = Mails.prepare(read(file), Mails.context());

            byte[] copy = prepared.render(Mails.ANNA).toByteArray();
            byte[] copyOfStored = CompiledMail.load(Octets.of(prepared.stored().toByteArray())).render(Mails.ANNA)
                    .toByteArray();

            assertArrayEquals(copy, copyOfStored, file.toString());
        }
    }

    @Test
    void whatIsNoTextOfTheMailIsTheSameAsBefore() {
        List<String> worse = new ArrayList<>();
        for (Path file : files) {
            Entity before = MimeParser.parse(LineEnds.onTheWire(read(file)));
            var copy = Octets.of(Mails.prepare(read(file), Mails.context()).render(Mails.ANNA).toByteArray());

            List<String> lost = Comparison.lost(before, MimeParser.parse(copy));

            lost.stream().filter(_ -> !Mails.hasWinmail(file))
                    .forEach(what -> worse.add(file.getFileName() + ": " + what));
        }
        assertEquals(List.of(), worse);
    }
}
