package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;

/**
 * How the pages are reached. A stack may do without CloudFront. A web ACL costs six dollars a month unless its
 * distribution has a flat-rate plan (Amazon CloudFront Developer Guide, "CloudFront flat-rate pricing plans"), which
 * edge.yaml makes in us-east-1; the SDK has no client for these plans.
 */
final class PagesCheck implements Check {

    private static final String SUBJECT = "CloudFront";

    @Override
    public List<Finding> look(Facts facts) {
        var stack = facts.stack();
        var distribution = stack.find("DistributionName").filter(name -> !name.isEmpty());
        if (distribution.isEmpty()) {
            return List.of(new Finding.Right(SUBJECT, "the pages do without it"));
        }
        return List.of(stack.parameters().getOrDefault("WebAclArn", "").isEmpty()
                ? new Finding.Right(SUBJECT, distribution.get() + " is paid by use, of which a club's share is free")
                : plan(distribution.get(), facts));
    }

    private static Finding plan(String distribution, Facts facts) {
        var stack = facts.stack();
        return switch (facts.edgePlan()) {
            case Look.Seen<String> _ ->
                new Finding.Right(SUBJECT, distribution + " and its web ACL have the Free plan");
            case Look.Missing<String> _ -> new Finding.Warning(SUBJECT, distribution + " has a web ACL, but the stack "
                    + stack.edgeStackName() + " has no plan for it: six dollars a month",
                    "Unless the console shows a plan (CloudFront, the distribution, Pricing plan), have it made: aws "
                            + "cloudformation deploy --region us-east-1 --template-file edge.yaml --stack-name "
                            + stack.edgeStackName() + " --parameter-overrides DistributionArn="
                            + stack.find("DistributionArn").orElse("ARN"));
            case Look<String> other -> Finding.unseen(SUBJECT, other);
        };
    }
}
