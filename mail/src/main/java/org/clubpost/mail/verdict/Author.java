package org.clubpost.mail.verdict;

import jakarta.mail.internet.AddressException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.field.AddressLists;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Header;

/** Who wrote the mail, as its From field says (RFC 5322 section 3.6.2). */
public sealed interface Author {

    /**
     * One address that can be written to.
     *
     * @param address the address
     */
    record One(EmailAddress address) implements Author {}

    /** More than one From field, or more than one address in it. */
    record Several() implements Author {}

    /** No From field, or one from which no address can be read. */
    record Unreadable() implements Author {}

    /**
     * Reads the From field. Where it does not keep to the grammar, the author is found if the field holds {@linkplain
     * Mailbox#lone no other address}, however it is read.
     */
    static Author of(Header header) {
        var fields = header.all("From");
        if (fields.size() > 1) {
            return new Several();
        }
        return header.value("From").map(Author::parse).orElseGet(Unreadable::new);
    }

    private static Author parse(String value) {
        var author = strictly(value);
        return author instanceof One(var address) && Mailbox.isAlone(value, address)
                ? author
                : Mailbox.lone(value).<Author>map(lone -> new One(lone.address()))
                        .orElseGet(() -> author instanceof Several ? author : new Unreadable());
    }

    private static Author strictly(String value) {
        try {
            var addresses = AddressLists.parse(value, true);
            if (addresses.length != 1) {
                return addresses.length == 0 ? new Unreadable() : new Several();
            }
            return addresses[0].isGroup()
                    ? new Several()
                    : EmailAddress.parse(addresses[0].getAddress()).<Author>map(One::new).orElseGet(Unreadable::new);
        } catch (AddressException notAnAddress) {
            return new Unreadable();
        }
    }
}
