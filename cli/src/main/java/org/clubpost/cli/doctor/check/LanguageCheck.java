package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.ListFact;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.core.text.Languages;

/**
 * Whether we can write in the language of each list. A list may be older than the rule that its language must be known;
 * such a list speaks English. {@link RulesCheck} deals with lists that cannot be looked at.
 */
final class LanguageCheck implements Check {

    @Override
    public List<Finding> look(Facts facts) {
        if (!(facts.lists() instanceof Look.Seen<List<ListFact>>(var lists)) || lists.isEmpty()) {
            return List.of();
        }
        var unknown = lists.stream().filter(list -> !Languages.has(list.language()))
                .map(list -> unknown(list, facts.stack())).toList();
        return unknown.isEmpty()
                ? List.of(new Finding.Right("languages", "every list has a language that there is: "
                        + Languages.tags()))
                : unknown;
    }

    private static Finding unknown(ListFact list, CloudStack stack) {
        return new Finding.Warning("language of " + list.id(), list.id() + " is set to "
                + list.language().toLanguageTag() + ", which Clubpost does not know: its pages and mails are English",
                "Choose one of " + Languages.tags() + ": ./clubpost list set " + list.id() + " language=en --stack "
                        + stack.name());
    }
}
