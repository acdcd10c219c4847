package org.clubpost.mail.step;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.mail.field.AddressField;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;

/**
 * Sets Reply-To as the list wants it, as one field without repetitions. An author keeps their own Reply-To where
 * replies go to the author. Replies to the list go to the group if the post is for one. Where they go there alone, the
 * author is put into Cc, so that a reply to all reaches them too; but not an author who is a member and gets the reply
 * through the list, or Cc would grow with each writer.
 */
final class DirectReplies implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Header header = mail.header();
        MailingList list = context.list();
        AddressField author = author(header, list);
        AddressField audience = AddressField.of(context.audience());
        AddressField replyTo = switch (list.layout().reply()) {
            case ReplyPolicy.Author _ -> author;
            case ReplyPolicy.WholeList _ -> audience;
            case ReplyPolicy.Both _ -> author.and(audience);
            case ReplyPolicy.Fixed(EmailAddress address) -> AddressField.of(List.of(new Mailbox("", address)));
        };
        Header directed = replyTo.isEmpty()
                ? header.without("Reply-To")
                : header.with("Reply-To", replyTo.distinct().written());
        return mail.with(list.layout().reply() instanceof ReplyPolicy.WholeList
                ? withCc(directed, author.without(context.passage().reached()::contains))
                : directed);
    }

    /** The addresses that a reply to the author reaches: their Reply-To, else their From, without the list itself. */
    private static AddressField author(Header header, MailingList list) {
        for (String field : List.of("Reply-To", "From")) {
            AddressField found = header.value(field).map(AddressField::parse).orElse(AddressField.EMPTY)
                    .without(address -> isPosting(list, address)).reachable();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return AddressField.EMPTY;
    }

    private static boolean isPosting(MailingList list, EmailAddress address) {
        return ListAddress.read(address, list).filter(own -> own.role() == ListRole.POST).isPresent();
    }

    private static Header withCc(Header header, AddressField author) {
        AddressField to = header.value("To").map(AddressField::parse).orElse(AddressField.EMPTY);
        AddressField cc = header.value("Cc").map(AddressField::parse).orElse(AddressField.EMPTY);
        AddressField extended = cc.and(author.without(to.addresses()::contains).distinct());
        return extended.equals(cc) ? header : header.with("Cc", extended.written());
    }
}
