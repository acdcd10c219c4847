package org.clubpost.mail.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;

/**
 * A field of addresses, such as To or Cc (RFC 5322 section 3.4), as it can go out: in ASCII, in lines that are short
 * enough, and with no address that a strict reader refuses. SES reads To and Cc with such a reader, and takes no copy
 * of a mail with an address in them that it does not like.
 *
 * <p>Nothing that names somebody is left out. An entry that is in order keeps its octets. One that is not is mended as
 * little as possible: {@code s..palmer@example.com} becomes {@code "s..palmer"@example.com}, which is the same mailbox.
 * An entry whose address no field may hold becomes a group without members, whose name says what was there; RFC 6857
 * does the same with addresses that are not ASCII. A reader sees it, and a reply passes it over.
 *
 * @param entries in order
 */
public record AddressField(List<Entry> entries) {

    /** A field in which nobody is. */
    public static final AddressField EMPTY = new AddressField(List.of());

    /** Copies the list. */
    public AddressField {
        entries = List.copyOf(entries);
    }

    /** One entry between commas. */
    public sealed interface Entry {

        /** As it stands in a field. */
        String written();

        /** The addresses in it that mail can be sent to. */
        List<EmailAddress> addresses();

        /**
         * Somebody.
         *
         * @param written the entry in ASCII
         * @param addresses the address, or nothing when it is none that we could send to, such as a domain literal
         */
        record One(String written, List<EmailAddress> addresses) implements Entry {

            /** Copies the list. */
            public One {
                addresses = List.copyOf(addresses);
            }

            /** A mailbox. */
            public static One of(Mailbox mailbox) {
                return new One(mailbox.written(), List.of(mailbox.address()));
            }
        }

        /**
         * A group, or the name of somebody whose address cannot be written.
         *
         * @param name as a phrase
         * @param members who is in it
         */
        record Group(String name, List<One> members) implements Entry {

            /** Copies the list. */
            public Group {
                members = List.copyOf(members);
            }

            @Override
            public String written() {
                return members.stream().map(One::written)
                        .collect(Collectors.joining(",\r\n ", members.isEmpty() ? name + ":" : name + ": ", ";"));
            }

            @Override
            public List<EmailAddress> addresses() {
                return members.stream().flatMap(member -> member.addresses().stream()).toList();
            }
        }
    }

    /**
     * Reads a field's body, whatever it holds. A body that is longer than {@link
     * org.clubpost.mail.mime.FieldLimits#ADDRESSES} has no entries.
     *
     * @param octets unfolded, one character for each octet
     */
    public static AddressField parse(String octets) {
        return new AddressField(AddressMender.entries(octets));
    }

    /** A field of these mailboxes. */
    public static AddressField of(List<Mailbox> mailboxes) {
        return new AddressField(mailboxes.stream().<Entry>map(Entry.One::of).toList());
    }

    /** Whether a field's body may go out as it is: also what its encoded words say, when they are decoded. */
    public static boolean isFine(String octets) {
        return StrictAddresses.hold(octets);
    }

    /** Whether nobody and nothing is in it. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The entries that a reply would reach: not a group without members. */
    public AddressField reachable() {
        return new AddressField(entries.stream().filter(entry -> switch (entry) {
            case Entry.One _ -> true;
            case Entry.Group group -> !group.members().isEmpty();
        }).toList());
    }

    /** All addresses in it that mail can be sent to. */
    public Set<EmailAddress> addresses() {
        return entries.stream().flatMap(entry -> entry.addresses().stream()).collect(Collectors.toSet());
    }

    /** Without these addresses, in groups either. A group that loses its last member so goes as a whole. */
    public AddressField without(Predicate<EmailAddress> unwanted) {
        var kept = new ArrayList<Entry>();
        for (var entry : entries) {
            switch (entry) {
                case Entry.One one -> {
                    if (one.addresses().stream().noneMatch(unwanted)) {
                        kept.add(one);
                    }
                }
                case Entry.Group(var name, var members) -> {
                    var left = members.stream().filter(one -> one.addresses().stream().noneMatch(unwanted)).toList();
                    if (members.isEmpty() || !left.isEmpty()) {
                        kept.add(left.size() == members.size() ? entry : new Entry.Group(name, left));
                    }
                }
            }
        }
        return kept.size() == entries.size() && kept.equals(entries) ? this : new AddressField(kept);
    }

    /** With everybody replaced by what the function makes of them, often the same. */
    public AddressField map(UnaryOperator<Entry.One> change) {
        return new AddressField(entries.stream().<Entry>map(entry -> switch (entry) {
            case Entry.One one -> change.apply(one);
            case Entry.Group(var name, var members) ->
                new Entry.Group(name, members.stream().map(change).toList());
        }).toList());
    }

    /** With each address where it stands first, and not again. */
    public AddressField distinct() {
        var seen = new HashSet<EmailAddress>();
        return without(address -> !seen.add(address));
    }

    /** With the entries of another field behind its own, but for addresses that are there. */
    public AddressField and(AddressField others) {
        var there = addresses();
        return new AddressField(
                Stream.concat(entries.stream(), others.without(there::contains).entries.stream()).toList());
    }

    /** The body of a field, one entry to a line. */
    public String written() {
        return entries.stream().map(Entry::written).collect(Collectors.joining(",\r\n "));
    }
}
