package org.clubpost.mail.step;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.field.AddressField;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;

/**
 * Names each address once in To and Cc together. Mail programs put the senders and receivers of a copy into a reply to
 * all, some of them twice, and without this step each reply would name more than the one before. The spellings of the
 * list's own address count as one. Where it has a name that we gave a copy ({@code Anna via Chess Club}), it gets the
 * list's name again, because the reply is not to Anna's copy.
 */
final class NameOnce implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        var header = mail.header();
        var seen = new HashSet<Object>();
        for (var field : List.of("To", "Cc")) {
            header = once(header, field, seen, context);
        }
        return mail.with(header);
    }

    private static Header once(Header header, String field, Set<Object> seen, PostContext context) {
        var all = header.value(field).map(AddressField::parse).orElse(AddressField.EMPTY);
        var kept = all.without(address -> !seen.add(known(address, context.list()))).map(renamed(context));
        if (kept.equals(all)) {
            return header;
        }
        return kept.isEmpty() ? header.without(field) : header.with(field, kept.written());
    }

    /** What is the same for all spellings of an address. */
    private static Object known(EmailAddress address, MailingList list) {
        return ListAddress.read(address, list).<Object>map(own -> own).orElse(address);
    }

    private static UnaryOperator<AddressField.Entry.One> renamed(PostContext context) {
        var listName = context.list().profile().name();
        var ending = " " + context.texts().via() + " " + listName;
        return one -> one.addresses().stream().filter(address -> isPosting(address, context.list()))
                .filter(_ -> nameOf(one).endsWith(ending)).findFirst()
                .map(address -> AddressField.Entry.One.of(new Mailbox(listName, address))).orElse(one);
    }

    private static String nameOf(AddressField.Entry.One one) {
        return Mailbox.parse(one.written().replace("\r\n", "")).stream().map(Mailbox::name).findFirst().orElse("");
    }

    private static boolean isPosting(EmailAddress address, MailingList list) {
        return ListAddress.read(address, list).filter(own -> own.role() == ListRole.POST).isPresent();
    }
}
