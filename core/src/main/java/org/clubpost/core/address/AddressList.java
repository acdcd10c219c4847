package org.clubpost.core.address;

import java.util.List;
import java.util.Optional;

import org.clubpost.core.text.CommaList;

/**
 * Addresses as people type them: in one line, with commas or white space between them. No address occurs twice, and
 * each keeps its spelling.
 *
 * @param addresses in the order in which they were typed; may be none
 */
public record AddressList(List<EmailAddress> addresses) {

    /** Copies the list. */
    public AddressList {
        addresses = List.copyOf(addresses);
    }

    /** Reads addresses; empty when one of them is not an address. */
    public static Optional<AddressList> parse(String typed) {
        return CommaList.parse(typed, EmailAddress::parse).map(AddressList::new);
    }

    /** As they are typed, with a comma and a blank between them. */
    public String written() {
        return CommaList.written(addresses, EmailAddress::written);
    }

    /** Says how many addresses there are, but not which. */
    @Override
    public String toString() {
        return "AddressList[" + addresses.size() + " hidden]";
    }
}
