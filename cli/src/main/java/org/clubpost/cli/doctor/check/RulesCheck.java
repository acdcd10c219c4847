package org.clubpost.cli.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.ListFact;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RuleSet;

/**
 * Whether SES takes in the mail of each list. A set of rules must be active, and have the rule of each list as
 * ses-rules/template.yaml makes it.
 */
final class RulesCheck implements Check {

    private static final String ACTIVE = "rule set";

    @Override
    public List<Finding> look(Facts facts) {
        return switch (facts.lists()) {
            case Look.Seen<List<ListFact>>(var lists) when lists.isEmpty() -> List.of(new Finding.Warning("lists",
                    "there is no list yet", "Make one: ./clubpost list create news --name \"Club News\" --owner "
                            + facts.stack().parameters().getOrDefault("OwnerEmail", "you@example.org") + " --stack "
                            + facts.stack().name()));
            case Look.Seen<List<ListFact>>(var lists) -> rules(lists, facts);
            case Look.Missing<List<ListFact>> _ -> List.of(new Finding.Wrong("table",
                    "there is no table " + facts.stack().output("TableName"),
                    "Bring it back from a backup under the same name, before anything is deployed: Amazon DynamoDB, Backups, "
                            + "the one that ends in $DeletedTableBackup (AWS keeps it for 35 days), Restore. Then switch "
                            + "on, in the table's settings, Time to Live on expiresAt and point-in-time recovery."));
            case Look<List<ListFact>> other -> List.of(Finding.unseen("lists", other));
        };
    }

    private static List<Finding> rules(List<ListFact> lists, Facts facts) {
        return switch (facts.activeRules()) {
            case Look.Seen<RuleSet>(var set) -> {
                var findings = new ArrayList<Finding>();
                findings.add(new Finding.Right(ACTIVE, set.name() + " is active"));
                lists.forEach(list -> findings.add(rule(list, set, facts.stack())));
                yield findings;
            }
            case Look.Missing<RuleSet> _ -> List.of(inactive(lists, facts));
            case Look<RuleSet> other -> List.of(Finding.unseen(ACTIVE, other));
        };
    }

    private static String removal(String list, CloudStack stack) {
        var named = " --stack-name " + stack.listStackName(list);
        return "aws cloudformation delete-stack" + named + " && aws cloudformation wait stack-delete-complete" + named
                + " && ";
    }

    private static Finding inactive(List<ListFact> lists, Facts facts) {
        var own = facts.stack().ownRuleSet();
        var text = "no set of receipt rules is active: SES refuses all mail";
        return facts.rules(own) instanceof Look.Seen<RuleSet>
                ? new Finding.Wrong(ACTIVE, text, "Activate ours: ./clubpost doctor --stack " + facts.stack().name()
                        + " --fix (or: aws ses set-active-receipt-rule-set --rule-set-name " + own + ")",
                        Optional.of(new Repair.ActivateRules(own)))
                : new Finding.Wrong(ACTIVE, text, "There is no set " + own
                        + " either. Remove the stacks of the rules, which "
                        + "hold nothing else, then have them made again: " + lists.stream()
                                .map(list -> removal(list.id().value(), facts.stack())).collect(Collectors.joining())
                        + "./clubpost doctor --stack " + facts.stack().name() + " --fix");
    }

    private static Finding rule(ListFact list, RuleSet set, CloudStack stack) {
        var subject = "rule of " + list.id();
        var name = stack.ruleName(list.id().value());
        var found = set.rule(name);
        if (found.isEmpty()) {
            return new Finding.Wrong(subject, set.name() + " has no rule " + name + ": mail to " + list.address()
                    + " is refused",
                    "Have it made: ./clubpost doctor --stack " + stack.name()
                            + " --fix (when that says that the stack " + stack.listStackName(list.id().value())
                            + " is there already, which holds nothing but the rule: "
                            + removal(list.id().value(), stack)
                            + "./clubpost doctor --stack " + stack.name() + " --fix)",
                    Optional.of(new Repair.MakeRule(list.id())));
        }
        return rule(list, found.get(), set, stack);
    }

    private static Finding rule(ListFact list, RuleSet.Rule rule, RuleSet set, CloudStack stack) {
        var subject = "rule of " + list.id();
        var fix = "Switch it on: ./clubpost doctor --stack " + stack.name() + " --fix";
        var enable = Optional.<Repair>of(new Repair.EnableRule(set.name(), rule.name()));
        if (!rule.enabled()) {
            return new Finding.Wrong(subject, rule.name() + " is switched off: mail to " + list.address()
                    + " is refused", fix, enable);
        }
        var obstacle = obstacle(list, rule, set, stack);
        if (obstacle.isPresent()) {
            return switch (obstacle.get()) {
                case Obstacle.Changed(var how) -> new Finding.Wrong(subject, how,
                        "Have the rule made anew, from the stack that holds nothing else: "
                                + removal(list.id().value(), stack) + "./clubpost doctor --stack " + stack.name()
                                + " --fix");
                case Obstacle.Before(var other) -> new Finding.Wrong(subject,
                        "the rule " + other + " comes before " + rule.name() + " and ends the evaluation",
                        "Put " + rule.name() + " first in the console: Amazon SES, Email receiving, " + set.name()
                                + ", Reorder");
            };
        }
        var refused = list.groupAddresses().stream().filter(address -> !rule.takes(address)).toList();
        if (!refused.isEmpty()) {
            return new Finding.Wrong(subject, rule.name() + " is not for all addresses of the list: mail to "
                    + String.join(", ", refused) + " is refused",
                    "Have it changed: ./clubpost doctor --stack "
                            + stack.name() + " --fix",
                    Optional.of(new Repair.MakeRule(list.id())));
        }
        return rule.scans()
                ? new Finding.Right(subject, rule.name() + " stores mail to " + list.address())
                : new Finding.Warning(subject, rule.name() + " does not have mails scanned for spam and viruses", fix,
                        enable);
    }

    /** What keeps a rule that is switched on from storing the mail of its list. */
    private sealed interface Obstacle {

        /**
         * It is not as the template makes it.
         *
         * @param how what is wrong with it
         */
        record Changed(String how) implements Obstacle {}

        /**
         * Another rule comes first, and ends the evaluation.
         *
         * @param other its name
         */
        record Before(String other) implements Obstacle {}
    }

    private static Optional<Obstacle> obstacle(ListFact list, RuleSet.Rule rule, RuleSet set, CloudStack stack) {
        return changed(list, rule, stack).<Obstacle>map(Obstacle.Changed::new)
                .or(() -> set.before(rule).stream()
                        .filter(each -> each.enabled() && each.ends() && each.takes(list.address())).findFirst()
                        .map(each -> new Obstacle.Before(each.name())));
    }

    private static Optional<String> changed(ListFact list, RuleSet.Rule rule, CloudStack stack) {
        var prefix = "inbound/" + list.id() + "/";
        if (!rule.takes(list.address())) {
            return Optional.of(rule.name() + " is not for " + list.address());
        }
        if (!rule.bucket().equals(stack.output("MailBucketName"))) {
            return Optional.of(rule.name() + " does not store mails in " + stack.output("MailBucketName"));
        }
        return rule.prefix().equals(prefix)
                ? Optional.empty()
                : Optional
                        .of(rule.name() + " stores mails under \"" + rule.prefix()
                                + "\", but should store them under \"" + prefix + "\"");
    }
}
