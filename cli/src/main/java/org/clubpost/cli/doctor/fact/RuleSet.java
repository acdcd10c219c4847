package org.clubpost.cli.doctor.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A set of receipt rules of SES.
 *
 * @param name its name
 * @param rules in the order in which SES goes through them
 */
public record RuleSet(String name, List<Rule> rules) {

    /** Copies the list. */
    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** The rule of that name. */
    public Optional<Rule> rule(String rule) {
        return rules.stream().filter(each -> each.name().equals(rule)).findFirst();
    }

    /** The rules before that one. */
    public List<Rule> before(Rule rule) {
        return rules.subList(0, rules.indexOf(rule));
    }

    /**
     * A receipt rule.
     *
     * @param name its name
     * @param enabled whether it is switched on
     * @param scans whether mails are scanned for spam and viruses
     * @param recipients for whom: addresses, domains, or a domain after a dot for all domains below it; empty for
     *         everybody
     * @param bucket where it stores mails; empty when it does not
     * @param prefix how the names of stored mails begin
     * @param ends whether it may end the evaluation of the set
     */
    public record Rule(String name, boolean enabled, boolean scans, List<String> recipients, String bucket,
            String prefix, boolean ends) {

        /** Copies the list. */
        public Rule {
            recipients = List.copyOf(recipients);
        }

        /** Whether it is for that address. */
        public boolean takes(String address) {
            var wanted = address.toLowerCase(Locale.ROOT);
            var domain = wanted.substring(wanted.indexOf('@') + 1);
            return recipients.isEmpty() || recipients.stream().map(each -> each.toLowerCase(Locale.ROOT))
                    .anyMatch(each -> each.equals(wanted) || each.equals(domain)
                            || (each.startsWith(".") && domain.endsWith(each)));
        }
    }
}
