package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.Facts;

/**
 * How the pages are reached. A stack may do without CloudFront. A web ACL costs six dollars a month unless its
 * distribution has a flat-rate plan (Amazon CloudFront Developer Guide, "CloudFront flat-rate pricing plans"); the SDK
 * has no client for these plans, so a person has to look.
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
                : new Finding.Unknown(SUBJECT, distribution.get() + " has a web ACL, which is free with a plan and six "
                        + "dollars a month without: the console says which (CloudFront, the distribution, Pricing plan)"));
    }
}
