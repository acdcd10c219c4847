package org.clubpost.cli.doctor.fact;

import java.util.List;
import java.util.Locale;
import org.clubpost.core.list.ListId;

/**
 * A list in the table.
 *
 * @param id its name
 * @param address where one writes to
 * @param groupAddresses its other addresses: those for joining, leaving and the like, and two for each of its groups
 * @param members how many confirmed members it has
 * @param language the language that it is set to
 * @param hasPostalAddress whether it says where the club can be reached by post
 */
public record ListFact(ListId id, String address, List<String> groupAddresses, long members, Locale language,
        boolean hasPostalAddress) {

    /** Copies the addresses. */
    public ListFact {
        groupAddresses = List.copyOf(groupAddresses);
    }
}
