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

final class DropRoleAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"news@lists.example.org, News-Leave@lists.example.org | news@lists.example.org",
                    "Owners <news-owner@lists.example.org>, Bob <bob@example.net> | Bob <bob@example.net>",
                    "news-bounces@lists.example.org | -",
                    "news+board@lists.example.org, a@example.net | news+board@lists.example.org, a@example.net",
                    "other-leave@lists.example.org | other-leave@lists.example.org",
                    "news-leave@lists.example.net | news-leave@lists.example.net",
                    "\"A, B\" <a@example.net> | \"A, B\" <a@example.net>"})
    void answerToAllReachesNoAddressThatIsNotForPosts(String given, String kept) {
        var list = Mails.list().with(Groups.NONE.withNamed(List.of(new GroupName("board"))));
        var mail = MimeParser.parse(Octets.latin1("To: " + given + "\r\nCc: " + given + "\r\n\r\nx\r\n"));

        var done = new DropRoleAddresses().apply(mail, Mails.context(list)).header();

        assertEquals(kept, done.value("To").map(String::strip).orElse(null));
        assertEquals(kept, done.value("Cc").map(String::strip).orElse(null));
    }
}
