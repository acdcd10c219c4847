package org.clubpost.mail.step;

import java.util.List;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;

/**
 * Takes the list's addresses that are not for posts out of To and Cc: those for leaving, for the owners and for
 * bounces. A reply to all would reach them.
 */
final class DropRoleAddresses implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        var header = mail.header();
        for (var field : List.of("To", "Cc")) {
            header = without(header, field, context.list());
        }
        return mail.with(header);
    }

    private static Header without(Header header, String field, MailingList list) {
        List<Mailbox> all = header.value(field).map(Mailbox::parse).orElse(List.of());
        var kept = all.stream().filter(mailbox -> ListAddress.read(mailbox.address(), list)
                .filter(own -> own.role() != ListRole.POST).isEmpty()).toList();
        if (kept.size() == all.size()) {
            return header;
        }
        return kept.isEmpty() ? header.without(field) : header.with(field, Mailbox.written(kept));
    }
}
