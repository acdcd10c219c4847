package org.clubpost.cli.members;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clubpost.people.MemberFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLookTest {

    @Test
    void howTheFileIsUnderstoodIsSaid(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("members.csv"),
                "Vorname;Name;E-Mail;E-Mail 2;Ort;Status;abgemeldet am;groups\n");

        assertEquals(
                List.of("Ignoring the columns: Ort",
                        "  in these, only a cell that is a word such as \"unsubscribed\" or \"bounced\" counts: it "
                                + "leaves its person out",
                        "members.csv is CSV with semicolons, in UTF-8.",
                        "  address: \"E-Mail\"", "  further addresses: \"E-Mail 2\"", "  name: \"Name\"",
                        "  first name: \"Vorname\"", "  groups: \"groups\"", "  whether a member: \"Status\"",
                        "  no member, when filled in: \"abgemeldet am\""),
                new FileLook(file, MemberFile.open(file).people()).lines());
    }
}
