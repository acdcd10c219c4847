package org.clubpost.cli.doctor.fact;

import java.util.List;
import java.util.Locale;
import org.clubpost.core.list.ListId;

/**
 * A list in the table.
 *
 * @param id its name
 * @param address where one writes to
 * @param groupAddresses where one writes to its groups, two for each
 * @param members how many confirmed members it has
 * @param language the language that it is set to
 */
public record ListFact(ListId id, String address, List<String> groupAddresses, long members, Locale language) {

    /** Copies the addresses. */
    public ListFact {
        groupAddresses = List.copyOf(groupAddresses);
    }
}
