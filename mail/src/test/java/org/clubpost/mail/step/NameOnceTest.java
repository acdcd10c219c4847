package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameOnceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {"news@lists.example.org | b@example.com | news@lists.example.org | b@example.com",
                    "news@lists.example.org | Chess Club <NEWS@lists.example.org> | news@lists.example.org | -",
                    "Anna via Chess Club <news@lists.example.org> | b@example.com "
                            + "| Chess Club <news@lists.example.org> | b@example.com",
                    "\"=?utf-8?q?=C3=84nne_via_Chess_Club?=\" <news@lists.example.org> | - "
                            + "| Chess Club <news@lists.example.org> | -",
                    "Anna via Chess Club <a@example.com> | - | Anna via Chess Club <a@example.com> | -",
                    "news-board@lists.example.org | news+board@lists.example.org, b@example.com "
                            + "| news-board@lists.example.org | b@example.com",
                    "b@example.com, Ben <B@example.com> | c@example.com, b@example.com | b@example.com | c@example.com",
                    "Team: b@example.com, c@example.com; | Ben <b@example.com> | Team: b@example.com, c@example.com; | -",
                    "- | b@example.com, b@example.com | - | b@example.com"})
    void everybodyIsNamedOnce(String to, String cc, String keptTo, String keptCc) {
        var list = Mails.list().with(Groups.NONE.withNamed(List.of(new GroupName("board"))));
        var mail = MimeParser.parse(Octets.latin1((to == null ? "" : "To: " + to + "\r\n")
                + (cc == null ? "" : "Cc: " + cc + "\r\n") + "\r\nx\r\n"));

        var done = new NameOnce().apply(mail, Mails.context(list)).header();

        assertEquals(keptTo, done.value("To").orElse(null));
        assertEquals(keptCc, done.value("Cc").orElse(null));
    }
}
