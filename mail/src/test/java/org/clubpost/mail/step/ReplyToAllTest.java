package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.mail.Mails;
import org.clubpost.mail.field.AddressField;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation in which everybody answers to all, as mail programs do it. */
class ReplyToAllTest {

    private static final List<String> PEOPLE = List.of("Anna <anna@anna.example>", "Bert <bert@bert.example>",
            "Cleo <cleo@cleo.example>");

    private static List<Mailbox> in(Header header, String field) {
        return header.value(field).map(Mailbox::parse).orElse(List.of());
    }

    private static ReplyPolicy policy(String name) {
        return switch (name) {
            case "author" -> new ReplyPolicy.Author();
            case "list" -> new ReplyPolicy.WholeList();
            case "both" -> new ReplyPolicy.Both();
            default -> new ReplyPolicy.Fixed(EmailAddress.of(name));
        };
    }

    /** Reply-To, else From, goes to To; To and Cc go to Cc; the writer is left out (RFC 5322 section 3.6.3). */
    private static String answer(Header copy, String writer, boolean isCareless) {
        var own = Mailbox.parse(writer).getFirst().address();
        var to = new ArrayList<>(copy.has("Reply-To") ? in(copy, "Reply-To") : in(copy, "From"));
        var cc = new ArrayList<Mailbox>();
        if (isCareless) {
            to.addAll(in(copy, "From"));
        }
        cc.addAll(in(copy, "To"));
        cc.addAll(in(copy, "Cc"));
        if (!isCareless) {
            cc.removeIf(each -> to.stream().anyMatch(other -> other.address().equals(each.address())));
        }
        to.removeIf(each -> each.address().equals(own));
        cc.removeIf(each -> each.address().equals(own));
        return "From: " + writer + "\r\nTo: " + Mailbox.written(to.isEmpty() ? cc : to) + "\r\n"
                + (to.isEmpty() || cc.isEmpty() ? "" : "Cc: " + Mailbox.written(cc) + "\r\n");
    }

    private static Header copy(String header, MailingList list, Set<EmailAddress> reached) {
        var context = new PostContext(list, Mails.context().links(), Map.of(), PostContext.Arrival.SAMPLE,
                new PostContext.Passage(reached, false));
        Entity done = Steps.apply(MimeParser.parse(Octets.latin1(
                header + "Subject: x\r\nMessage-ID: <x@example.com>\r\n\r\nHello.\r\n")), context);
        return done.header();
    }

    @ParameterizedTest
    @CsvSource({"author,true,false", "author,false,true", "list,true,false", "list,false,false", "list,true,true",
            "list,false,true", "both,true,false", "both,false,true", "desk@club.example,true,false",
            "desk@club.example,false,true"})
    void afterTenRoundsEverybodyIsStillNamedOnce(String policy, boolean areMembers, boolean areCareless) {
        var list = Mails.list().with(new Layout(policy(policy), "", ""));
        Set<EmailAddress> reached = areMembers
                ? PEOPLE.stream().map(each -> Mailbox.parse(each).getFirst().address()).collect(Collectors.toSet())
                : Set.of();
        var header = copy("From: " + PEOPLE.getFirst() + "\r\nTo: news@lists.example.org\r\n", list, reached);
        var sizes = new ArrayList<Integer>();
        for (var round = 1; round <= 30; round++) {
            header = copy(answer(header, PEOPLE.get(round % 3), areCareless), list, reached);

            var all = new ArrayList<>(in(header, "To"));
            all.addAll(in(header, "Cc"));
            var addresses = all.stream().map(each -> each.address().compared()).toList();
            assertEquals(addresses.size(), Set.copyOf(addresses).size(), addresses::toString);
            assertTrue(all.stream().noneMatch(each -> each.name().contains(" via ")), all::toString);
            assertTrue(AddressField.parse(header.value("To").orElseThrow()).addresses()
                    .contains(list.address()) || addresses.contains(list.address().compared()), addresses::toString);
            sizes.add(all.size());
        }
        assertTrue(sizes.getLast() <= sizes.get(2), sizes::toString);
        assertTrue(sizes.getLast() <= 5, sizes::toString);
        if (policy.equals("list") && areMembers) {
            assertEquals(1, sizes.getLast(), "the list alone reaches everybody");
        }
    }
}
