package org.clubpost.mail.incoming;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
 * @param more what stands behind the role in one of the addresses, such as a token; empty when nothing does
 */
public record Destinations(Set<ListRole> roles, Audience audience, Source source, String more) {

    /** More addresses than a list has; each is looked up. */
    private static final int MOST_LOOKUPS = 30;

    /** How it is known to which addresses a mail was sent. */
    public enum Source {
        /** An address of the list was named, by the receiving side or in To or Cc. */
        NAMED,
        /** Nothing names an address of the list. */
        UNSAID,
        /** The receiving side names another address in the list's domain: of a group that is gone, say. */
        ANOTHER,
        /** Only addresses of other lists are named, which have their own copy of it. */
        ANOTHER_LIST
    }

    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public Destinations {
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** With nothing behind the roles. */
    public Destinations(Set<ListRole> roles, Audience audience, Source source) {
        this(roles, audience, source, "");
    }

    /**
     * Reads them.
     *
     * @param others says whether an address is another list's, although it reads as one of this list. A list may be
     *         called {@code news-join}, from the time before that became an address of the list {@code news}; and the
     *         addresses of the domain count as the first list's.
     */
    static Destinations of(MailingList list, ReceivingBlock block, Header own, Predicate<EmailAddress> others) {
        var addresses = isOurDomain(list, block)
                ? block.recipient().stream().toList()
                : Stream.of("To", "Cc").flatMap(name -> Addresses.in(own, name).stream()).toList();
        var strange = addresses.stream().filter(address -> isForNoPost(address, list)).distinct().limit(MOST_LOOKUPS)
                .filter(others).toList();
        var ours = read(addresses.stream().filter(address -> !strange.contains(address)), list);
        if (!ours.isEmpty()) {
            return of(ours);
        }
        var source = isOurDomain(list, block) ? Source.ANOTHER : Source.UNSAID;
        return new Destinations(EnumSet.of(ListRole.POST), Audience.everyone(),
                read(addresses.stream(), list).isEmpty() ? source : Source.ANOTHER_LIST);
    }

    private static List<ListAddress> read(Stream<EmailAddress> addresses, MailingList list) {
        return addresses.map(address -> ListAddress.read(address, list)).flatMap(Optional::stream).distinct().toList();
    }

    private static boolean isForNoPost(EmailAddress address, MailingList list) {
        return ListAddress.read(address, list).filter(own -> own.role() != ListRole.POST).isPresent();
    }

    private static boolean isOurDomain(MailingList list, ReceivingBlock block) {
        return block.recipient().filter(address -> address.domain().equals(list.domain())).isPresent();
    }

    private static Destinations of(List<ListAddress> addresses) {
        var roles = EnumSet.noneOf(ListRole.class);
        addresses.forEach(address -> roles.add(address.role()));
        var audience = addresses.stream().filter(address -> address.role() == ListRole.POST).map(ListAddress::audience)
                .reduce(Audience::and).orElse(Audience.everyone());
        var more = addresses.stream().map(ListAddress::more).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return new Destinations(roles, audience, Source.NAMED, more);
    }

    Destinations only(ListRole role) {
        return new Destinations(EnumSet.of(role), Audience.everyone(), Source.NAMED, more);
    }

    /** The same addresses, with the audience as it was decided before. */
    Destinations with(Audience decided) {
        return new Destinations(roles, decided, decided.named().isEmpty() ? source : Source.NAMED, more);
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
