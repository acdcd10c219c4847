package org.clubpost.cli.doctor.read;

import java.util.List;
import java.util.Optional;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.RuleSet;
import software.amazon.awssdk.services.ses.model.ReceiptAction;
import software.amazon.awssdk.services.ses.model.ReceiptRule;
import software.amazon.awssdk.services.ses.model.S3Action;

/** The receipt rules of SES. */
final class ReceiptRules {

    private final Cloud cloud;

    ReceiptRules(Cloud cloud) {
        this.cloud = cloud;
    }

    Look<RuleSet> active() {
        return Looks.perhaps("ses:DescribeActiveReceiptRuleSet", () -> {
            var answer = cloud.ses().describeActiveReceiptRuleSet(request -> {
            });
            return answer.metadata() == null
                    ? new Look.Missing<>()
                    : new Look.Seen<>(set(answer.metadata().name(), answer.rules()));
        });
    }

    Look<RuleSet> named(String name) {
        return Looks.at("ses:DescribeReceiptRuleSet",
                () -> set(name, cloud.ses().describeReceiptRuleSet(request -> request.ruleSetName(name)).rules()));
    }

    private static RuleSet set(String name, List<ReceiptRule> rules) {
        return new RuleSet(name, rules.stream().map(ReceiptRules::rule).toList());
    }

    private static RuleSet.Rule rule(ReceiptRule rule) {
        var storing = rule.actions().stream().flatMap(each -> Optional.ofNullable(each.s3Action()).stream())
                .findFirst();
        return new RuleSet.Rule(rule.name(), Boolean.TRUE.equals(rule.enabled()),
                Boolean.TRUE.equals(rule.scanEnabled()), rule.recipients(),
                storing.map(S3Action::bucketName).orElse(""),
                storing.flatMap(action -> Optional.ofNullable(action.objectKeyPrefix())).orElse(""),
                rule.actions().stream().anyMatch(ReceiptRules::ends));
    }

    private static boolean ends(ReceiptAction action) {
        return action.stopAction() != null || action.bounceAction() != null;
    }
}
