package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.ListFact;
import org.clubpost.cli.doctor.fact.Look;

/**
 * Whether a list has a name that Clubpost keeps for its own addresses. It may be older than that rule; such a list keeps
 * its mail. {@link RulesCheck} deals with lists that cannot be looked at.
 */
final class NamesCheck implements Check {

    @Override
    public List<Finding> look(Facts facts) {
        return facts.lists() instanceof Look.Seen<List<ListFact>>(var lists)
                ? lists.stream().filter(list -> list.id().isReserved())
                        .map(list -> reserved(list, facts.stack())).toList()
                : List.of();
    }

    private static Finding reserved(ListFact list, CloudStack stack) {
        var behind = " --stack " + stack.name();
        return new Finding.Warning("name of " + list.id(),
                list.id() + " is or ends in a word that Clubpost keeps for its "
                        + "own addresses; the list keeps its mail, but a new one could not be called so",
                "Nothing breaks. To have another name, here club-news, make a list and bring the members: ./clubpost list "
                        + "create club-news --name \"Club News\" --owner "
                        + stack.parameters().getOrDefault("OwnerEmail", "you@example.org") + behind
                        + " && ./clubpost members export " + list.id() + behind
                        + " > members.csv && ./clubpost members "
                        + "import club-news members.csv --reason \"members of " + list.id() + "\"" + behind);
    }
}
