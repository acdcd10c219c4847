package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Map;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Policy;

/** Whether SES may store mails in the bucket. */
final class BucketCheck implements Check {

    private static final String SUBJECT = "bucket policy";

    @Override
    public List<Finding> look(Facts facts) {
        var bucket = facts.stack().output("MailBucketName");
        var remedy = "It was changed by hand. " + Restoring.advice(facts);
        return List.of(switch (facts.bucketPolicy()) {
            case Look.Seen<Policy>(var policy) when policy.allows(storing(facts.stack(), bucket)) ->
                new Finding.Right(SUBJECT, "SES may store mails in " + bucket);
            case Look.Seen<Policy>(var policy) -> new Finding.Wrong(SUBJECT,
                    policy.denies(storing(facts.stack(), bucket))
                            ? "SES is forbidden to store mails in " + bucket
                            : "nothing allows SES to store mails in " + bucket,
                    remedy);
            case Look.Missing<Policy> _ -> new Finding.Wrong(SUBJECT,
                    "there is no bucket " + bucket + ", or it has no policy", remedy);
            case Look<Policy> other -> Finding.unseen(SUBJECT, other);
        });
    }

    private static Policy.Call storing(CloudStack stack, String bucket) {
        return new Policy.Call("ses.amazonaws.com", "s3:PutObject", "arn:aws:s3:::" + bucket + "/inbound/any/mail",
                Map.of("aws:sourceaccount", stack.account(), "aws:securetransport", "true", "aws:sourcearn",
                        "arn:aws:ses:" + stack.region() + ":" + stack.account() + ":receipt-rule-set/"
                                + stack.ownRuleSet() + ":receipt-rule/" + stack.ruleName("any")));
    }
}
