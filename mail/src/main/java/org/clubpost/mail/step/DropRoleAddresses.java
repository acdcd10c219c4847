package org.clubpost.mail.step;

import java.util.List;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.field.AddressField;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;

/**
 * Takes the list's addresses that are not for posts out of To and Cc: those for joining, leaving, the owners, bounces and
 * so on ({@link ListRole}). A reply to all would reach them.
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
        var all = header.value(field).map(AddressField::parse).orElse(AddressField.EMPTY);
        var kept = all.without(address -> ListAddress.read(address, list)
                .filter(own -> own.role() != ListRole.POST).isPresent());
        if (kept.equals(all)) {
            return header;
        }
        return kept.isEmpty() ? header.without(field) : header.with(field, kept.written());
    }
}
