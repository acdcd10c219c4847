package org.clubpost.core.list;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.clubpost.core.address.EmailAddress;

/**
 * One of the addresses of a list, taken apart.
 *
 * @param list the list that it belongs to, which need not exist
 * @param role what the address is for
 */
public record ListAddress(ListId list, ListRole role) {

    /**
     * Reads an address of a list in {@code domain}: {@code news-leave@lists.example.org} is the list {@code news} in
     * the role {@link ListRole#LEAVE}.
     *
     * @return empty when the domain is a different one, or when no list can have that name
     */
    public static Optional<ListAddress> parse(EmailAddress address, String domain) {
        if (!address.domain().equals(domain)) {
            return Optional.empty();
        }
        var local = address.localPart().toLowerCase(Locale.ROOT);
        var role = Stream.of(ListRole.values()).filter(candidate -> local.endsWith(candidate.suffix()))
                .max(Comparator.comparingInt(candidate -> candidate.suffix().length())).orElse(ListRole.POST);
        return ListId.parse(local.substring(0, local.length() - role.suffix().length()))
                .map(list -> new ListAddress(list, role));
    }
}
