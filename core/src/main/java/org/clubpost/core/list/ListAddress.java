package org.clubpost.core.list;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.clubpost.core.address.EmailAddress;

/**
 * One of the addresses of a list, taken apart.
 *
 * @param list the list that it belongs to
 * @param role what the address is for
 * @param audience whom a post to it is for; everyone in another role
 */
public record ListAddress(ListId list, ListRole role, Audience audience) {

    /**
     * How many lists are looked up for one address: the whole of it may be a list's, and what stands before a role or a
     * group, whose {@value GroupName#MAX_CHARACTERS} characters have ten parts at most.
     */
    private static final int MOST_LOOKUPS = 1 + GroupName.MAX_CHARACTERS / 2;

    /** The address of that list in the role. */
    public ListAddress(ListId list, ListRole role) {
        this(list, role, Audience.everyone());
    }

    /**
     * Reads an address of this list: {@code news-leave@lists.example.org} is the list {@code news} in the role {@link
     * ListRole#LEAVE}; {@code news-board@} and {@code news+board@} are posts to its group {@code board}.
     *
     * @return empty when the domain is a different one, or the list has no such address
     */
    public static Optional<ListAddress> read(EmailAddress address, MailingList list) {
        var local = address.localPart().toLowerCase(Locale.ROOT);
        var id = list.id();
        if (!address.domain().equals(list.domain()) || !local.startsWith(id.value())) {
            return Optional.empty();
        }
        var rest = local.substring(id.value().length());
        var role = Stream.of(ListRole.values()).filter(each -> each.suffix().equals(rest)).findFirst();
        return role.map(known -> new ListAddress(id, known))
                .or(() -> group(rest).filter(list.groups().all()::contains)
                        .map(group -> new ListAddress(id, ListRole.POST, Audience.of(List.of(group)))));
    }

    private static Optional<GroupName> group(String rest) {
        return rest.startsWith("-") || rest.startsWith("+") ? GroupName.parse(rest.substring(1)) : Optional.empty();
    }

    /**
     * Finds whose address it is. The list with the longest name counts, so a list {@code news-board} comes before the
     * group {@code board} of {@code news}.
     *
     * @param domain the domain of the lists' addresses
     * @return empty when no list has that address
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public static Optional<ListAddress> find(EmailAddress address, String domain, Lists lists) {
        return address.domain().equals(domain)
                ? names(address).map(lists::find).flatMap(Optional::stream)
                        .flatMap(list -> read(address, list).stream()).findFirst()
                : Optional.empty();
    }

    /** The names of lists that the address may belong to, the longest first. */
    private static Stream<ListId> names(EmailAddress address) {
        var local = address.localPart().toLowerCase(Locale.ROOT);
        return IntStream.rangeClosed(1, local.length()).map(back -> local.length() + 1 - back)
                .filter(end -> end == local.length() || local.charAt(end) == '-' || local.charAt(end) == '+')
                .mapToObj(end -> ListId.parse(local.substring(0, end))).flatMap(Optional::stream).limit(MOST_LOOKUPS);
    }
}
