package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectRepliesTest {

    private static final String LIST = "Chess Club <news@lists.example.org>";

    private static ReplyPolicy policy(String name) {
        return switch (name) {
            case "author" -> new ReplyPolicy.Author();
            case "list" -> new ReplyPolicy.WholeList();
            case "both" -> new ReplyPolicy.Both();
            default -> new ReplyPolicy.Fixed(EmailAddress.of(name));
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"list | Chess Club <news-board@lists.example.org>",
                    "both | Anna <a@example.com>, Chess Club <news-board@lists.example.org>",
                    "author | Anna <a@example.com>"})
    void repliesToAPostOfAGroupGoToTheGroup(String policy, String expected) {
        var list = Mails.list().with(new Layout(policy(policy), "", ""))
                .with(Groups.NONE.withNamed(List.of(new GroupName("board"))));
        var context = new PostContext(list, Mails.context().links(), Map.of(),
                new PostContext.Arrival(Instant.EPOCH, 1, Audience.of(list.groups().all())));

        var mail = new DirectReplies().apply(MimeParser.parse(Octets.latin1(
                "From: Anna <a@example.com>\r\nReply-To: news+board@lists.example.org\r\n\r\n")), context);

        assertEquals(expected, mail.header().value("Reply-To").orElse("none"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                    "author         | Anna <a@example.com> | -                         | Anna <a@example.com>",
                    "author         | Anna <a@example.com> | Office <o@example.com>    | Office <o@example.com>",
                    "author         | Anna <a@example.com> | news@lists.example.org    | Anna <a@example.com>",
                    "author         | a@example.com, b@example.com | -                 | a@example.com, b@example.com",
                    "author         | nobody               | -                         | -",
                    "list           | Anna <a@example.com> | Office <o@example.com>    | LIST",
                    "both           | Anna <a@example.com> | -                         | Anna <a@example.com>, LIST",
                    "both           | Anna <a@example.com> | a@example.com, A@EXAMPLE.com | a@example.com, LIST",
                    "both           | nobody               | -                         | LIST",
                    "desk@club.example | Anna <a@example.com> | o@example.com          | desk@club.example"
            })
    void repliesGoWhereTheListWantsThem(String policy, String from, String replyTo, String expected) {
        MailingList list = Mails.list().with(new Layout(policy(policy), "", ""));
        String header = "From: " + from + "\r\n" + (replyTo == null ? "" : "Reply-To: " + replyTo + "\r\n") + "\r\n";

        Entity mail = new DirectReplies().apply(MimeParser.parse(Octets.latin1(header)), Mails.context(list));

        assertEquals(expected == null ? "none" : expected.replace("LIST", LIST),
                mail.header().value("Reply-To").orElse("none"));
    }

    @Test
    void anAuthorWhoIsAMemberGetsTheReplyThroughTheList() {
        MailingList list = Mails.list().with(new Layout(policy("list"), "", ""));
        var context = new PostContext(list, Mails.context().links(), Map.of(), PostContext.Arrival.SAMPLE,
                new PostContext.Passage(Set.of(EmailAddress.of("a@example.com")), false));

        Entity mail = new DirectReplies().apply(
                MimeParser.parse(Octets.latin1("From: Anna <A@example.com>, b@example.com\r\n\r\n")), context);

        assertEquals("b@example.com", mail.header().value("Cc").orElse("none"));
    }

    @Test
    void aReplyAddressThatIsOddIsKept() {
        MailingList list = Mails.list().with(new Layout(policy("author"), "", ""));

        Entity mail = new DirectReplies().apply(MimeParser.parse(Octets.latin1(
                "From: Anna <a@example.com>\r\nReply-To: Desk <desk@[192.0.2.1]>\r\n\r\n")), Mails.context(list));

        assertEquals("Desk <desk@[192.0.2.1]>", mail.header().value("Reply-To").orElse("none"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                    "list   | -                              | Anna <a@example.com>",
                    "list   | Ben <b@example.com>            | Ben <b@example.com>, Anna <a@example.com>",
                    "list   | a@example.com                  | a@example.com",
                    "author | -                              | none",
                    "both   | -                              | none",
                    "desk@club.example | -                   | none"
            })
    void anAuthorWhoIsNotInReplyToStaysReachableThroughCc(String policy, String cc, String expected) {
        MailingList list = Mails.list().with(new Layout(policy(policy), "", ""));
        String header = "From: Anna <a@example.com>\r\n" + (cc == null ? "" : "Cc: " + cc + "\r\n") + "\r\n";

        Entity mail = new DirectReplies().apply(MimeParser.parse(Octets.latin1(header)), Mails.context(list));

        assertEquals(expected, mail.header().value("Cc").orElse("none"));
    }
}
