package org.clubpost.cli.doctor.check;

import java.util.List;

import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.ListFact;
import org.clubpost.cli.doctor.fact.Look;

/**
 * Whether each list says where the club can be reached by post, as laws on mass mail ask for. {@link RulesCheck} deals
 * with lists that cannot be looked at.
 */
final class PostalAddressCheck implements Check {

    @Override
    public List<Finding> look(Facts facts) {
        if (!(facts.lists() instanceof Look.Seen<List<ListFact>>(var lists)) || lists.isEmpty()) {
            return List.of();
        }
        var without = lists.stream().filter(list -> !list.hasPostalAddress()).map(list -> list.id().value()).toList();
        return List.of(without.isEmpty()
                ? new Finding.Right("postal address", "every list has one")
                : new Finding.Warning("postal address", "missing on: " + String.join(", ", without)
                        + ". Many laws ask for one in the footer of each mail (in the USA CAN-SPAM)",
                        "Set it for all lists: ./clubpost club set postal-address=\"Chess Club | 1 King Street | "
                                + "Springfield\" --stack " + facts.stack().name()));
    }
}
