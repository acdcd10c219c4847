package org.clubpost.core.list;

import java.util.Comparator;
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
 * @param more what stands behind the word for the role, in lower case, such as the token in {@code
 *         news-confirm+TOKEN@}; empty when nothing does
 */
public record ListAddress(ListId list, ListRole role, Audience audience, String more) {

    /**
     * How many characters a token may have in an address: of 64 octets, the longest name of a list takes 40, and {@code
     * -confirm+} nine.
     */
    public static final int MAX_TOKEN = 15;

    /**
     * How many lists are looked up for one address: the whole of it may be a list's, and what stands before a role or a
     * group, whose {@value GroupName#MAX_CHARACTERS} characters have ten parts at most.
     */
    private static final int MOST_LOOKUPS = 1 + GroupName.MAX_CHARACTERS / 2;

    /** An address with nothing behind its role. */
    public ListAddress(ListId list, ListRole role, Audience audience) {
        this(list, role, audience, "");
    }

    /** The address of that list in the role. */
    public ListAddress(ListId list, ListRole role) {
        this(list, role, Audience.everyone());
    }

    /**
     * Reads an address of this list: {@code news-leave@lists.example.org} is the list {@code news} in the role {@link
     * ListRole#LEAVE}; {@code news-board@} and {@code news+board@} are posts to its group {@code board}. The addresses
     * that the domain has itself are read as those of any list, and so are those that one mail has of its own ({@link
     * ReturnPath}), in the role {@link ListRole#BOUNCES}.
     *
     * @return empty when the domain is a different one, or the list has no such address
     */
    public static Optional<ListAddress> read(EmailAddress address, MailingList list) {
        var local = address.localPart().toLowerCase(Locale.ROOT);
        var id = list.id();
        if (!address.domain().equals(list.domain())) {
            return Optional.empty();
        }
        if (ListRole.DOMAIN.words().contains(local)) {
            return Optional.of(new ListAddress(id, ListRole.DOMAIN));
        }
        if (ReturnPath.read(address).isPresent()) {
            return Optional.of(new ListAddress(id, ListRole.BOUNCES));
        }
        var rest = local.startsWith(id.value()) ? local.substring(id.value().length()) : "?";
        if (rest.isEmpty()) {
            return Optional.of(new ListAddress(id, ListRole.POST));
        }
        return isSigned(rest) ? behind(rest.substring(1), list) : Optional.empty();
    }

    private static boolean isSigned(String text) {
        return text.startsWith("-") || text.startsWith("+");
    }

    private static Optional<ListAddress> behind(String word, MailingList list) {
        return ListRole.of(word).map(role -> new ListAddress(list.id(), role))
                .or(() -> GroupName.parse(word).filter(list.groups().all()::contains)
                        .map(group -> new ListAddress(list.id(), ListRole.POST, Audience.of(List.of(group)))))
                .or(() -> more(word, list.id()));
    }

    private static Optional<ListAddress> more(String text, ListId list) {
        return Stream.of(ListRole.values()).filter(ListRole::takesMore)
                .filter(role -> text.startsWith(role.words().getFirst()))
                .flatMap(role -> Stream.of(text.substring(role.words().getFirst().length()))
                        .filter(rest -> rest.length() > 1 && isSigned(rest))
                        .map(rest -> new ListAddress(list, role, Audience.everyone(), rest.substring(1))))
                .findFirst();
    }

    /**
     * Finds whose address it is. The list with the longest name counts, so a list {@code news-board} comes before the
     * group {@code board} of {@code news}, and a list {@code news-join} keeps its address. The addresses that the domain
     * has itself count as the first list's.
     *
     * @param domain the domain of the lists' addresses
     * @return empty when no list has that address, and for a {@link ReturnPath}: only its token says whose it is
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public static Optional<ListAddress> find(EmailAddress address, String domain, Lists lists) {
        if (!address.domain().equals(domain) || ReturnPath.read(address).isPresent()) {
            return Optional.empty();
        }
        return ListRole.DOMAIN.words().contains(address.localPart().toLowerCase(Locale.ROOT))
                ? lists.ids().stream().min(Comparator.comparing(ListId::value))
                        .map(first -> new ListAddress(first, ListRole.DOMAIN))
                : names(address).map(lists::find).flatMap(Optional::stream)
                        .flatMap(list -> read(address, list).stream()).findFirst();
    }

    /** The names of lists that the address may belong to, the longest first. */
    private static Stream<ListId> names(EmailAddress address) {
        var local = address.localPart().toLowerCase(Locale.ROOT);
        return IntStream.rangeClosed(1, local.length()).map(back -> local.length() + 1 - back)
                .filter(end -> end == local.length() || local.charAt(end) == '-' || local.charAt(end) == '+')
                .mapToObj(end -> ListId.parse(local.substring(0, end))).flatMap(Optional::stream).limit(MOST_LOOKUPS);
    }
}
