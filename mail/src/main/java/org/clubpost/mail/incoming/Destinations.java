package org.clubpost.mail.incoming;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.verdict.ReceivingBlock;

/**
 * Which of a list's addresses a mail was sent to.
 *
 * <p>The receiving side stores a mail once for a list, whatever number of its addresses it was sent to. It records the
 * recipient when there is one only. When there were several, they are read from To and Cc.
 *
 * @param roles what the addresses are for, at least one, in the order of {@link ListRole}; posting when nothing is
 *         known
 * @param audience whom a post is for: everyone when one of the addresses is the list's own
 * @param source how this is known
 */
public record Destinations(Set<ListRole> roles, Audience audience, Source source) {

    /** How it is known to which addresses a mail was sent. */
    public enum Source {
        /** An address of the list was named, by the receiving side or in To or Cc. */
        NAMED,
        /** Nothing names an address of the list. */
        UNSAID,
        /** The receiving side names another address in the list's domain: of a group that is gone, say. */
        ANOTHER
    }

    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public Destinations {
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    static Destinations of(MailingList list, ReceivingBlock block, Header own) {
        var envelope = block.recipient().flatMap(address -> ListAddress.read(address, list));
        return envelope.map(address -> of(List.of(address)))
                .or(() -> Optional.of(named(list, own))
                        .filter(named -> !named.isEmpty() && !isOurDomain(list, block)).map(Destinations::of))
                .orElseGet(() -> new Destinations(EnumSet.of(ListRole.POST), Audience.everyone(),
                        isOurDomain(list, block) ? Source.ANOTHER : Source.UNSAID));
    }

    private static boolean isOurDomain(MailingList list, ReceivingBlock block) {
        return block.recipient().filter(address -> address.domain().equals(list.domain())).isPresent();
    }

    private static List<ListAddress> named(MailingList list, Header own) {
        return Stream.of("To", "Cc").flatMap(name -> Addresses.in(own, name).stream())
                .map((EmailAddress address) -> ListAddress.read(address, list)).flatMap(Optional::stream).distinct()
                .toList();
    }

    private static Destinations of(List<ListAddress> addresses) {
        var roles = EnumSet.noneOf(ListRole.class);
        addresses.forEach(address -> roles.add(address.role()));
        var audience = addresses.stream().filter(address -> address.role() == ListRole.POST).map(ListAddress::audience)
                .reduce(Audience::and).orElse(Audience.everyone());
        return new Destinations(roles, audience, Source.NAMED);
    }

    static Destinations only(ListRole role) {
        return new Destinations(EnumSet.of(role), Audience.everyone(), Source.NAMED);
    }

    /** The same addresses, with the audience as it was decided before. */
    Destinations with(Audience decided) {
        return new Destinations(roles, decided, decided.named().isEmpty() ? source : Source.NAMED);
    }

    /** What the mail is treated as: a post if it was sent to an address for posts. */
    public ListRole main() {
        return roles.iterator().next();
    }

    /** What it asks for besides: the other addresses that it was sent to. */
    public List<ListRole> besides() {
        return roles.stream().skip(1).toList();
    }
}
