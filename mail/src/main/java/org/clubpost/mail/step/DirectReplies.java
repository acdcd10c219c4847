package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;

/**
 * Sets Reply-To as the list wants it, as one field without repetitions. An author keeps their own Reply-To where
 * replies go to the author. Replies to the list go to the group if the post is for one. Where they go there alone, the author is put into Cc, so that a reply to all
 * reaches them too.
 */
final class DirectReplies implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Header header = mail.header();
        MailingList list = context.list();
        List<Mailbox> author = author(header, list);
        List<Mailbox> audience = context.audience();
        List<Mailbox> replyTo = switch (list.layout().reply()) {
            case ReplyPolicy.Author _ -> author;
            case ReplyPolicy.WholeList _ -> audience;
            case ReplyPolicy.Both _ -> Stream.concat(author.stream(), audience.stream()).toList();
            case ReplyPolicy.Fixed(EmailAddress address) -> List.of(new Mailbox("", address));
        };
        Header directed = replyTo.isEmpty()
                ? header.without("Reply-To")
                : header.with("Reply-To", Mailbox.written(distinct(replyTo)));
        return mail.with(list.layout().reply() instanceof ReplyPolicy.WholeList ? withCc(directed, author) : directed);
    }

    /** The addresses that a reply to the author reaches: their Reply-To, else their From, without the list itself. */
    private static List<Mailbox> author(Header header, MailingList list) {
        for (String field : List.of("Reply-To", "From")) {
            List<Mailbox> found = header.value(field).map(Mailbox::parse).orElse(List.of()).stream()
                    .filter(mailbox -> !isPosting(list, mailbox.address())).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean isPosting(MailingList list, EmailAddress address) {
        return ListAddress.read(address, list).filter(own -> own.role() == ListRole.POST).isPresent();
    }

    private static Header withCc(Header header, List<Mailbox> author) {
        List<Mailbox> cc = new ArrayList<>(header.value("Cc").map(Mailbox::parse).orElse(List.of()));
        List<Mailbox> to = header.value("To").map(Mailbox::parse).orElse(List.of());
        Set<EmailAddress> there = Stream.concat(to.stream(), cc.stream()).map(Mailbox::address)
                .collect(Collectors.toSet());
        List<Mailbox> missing = author.stream().filter(mailbox -> !there.contains(mailbox.address())).toList();
        if (missing.isEmpty()) {
            return header;
        }
        cc.addAll(missing);
        return header.with("Cc", Mailbox.written(distinct(cc)));
    }

    private static List<Mailbox> distinct(List<Mailbox> mailboxes) {
        Map<EmailAddress, Mailbox> kept = new LinkedHashMap<>();
        mailboxes.forEach(mailbox -> kept.putIfAbsent(mailbox.address(), mailbox));
        return List.copyOf(kept.values());
    }
}
